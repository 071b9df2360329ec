// @ts-check
// What Python says of a chart, and what the chart says to Python.

/**
 * A group that leads somewhere: the row or the column of a chart.
 * @typedef {object} Mark
 * @property {unknown} code what Python knows it by
 * @property {string} name its group and its numbers, as they are read aloud
 * @property {string} [row]
 * @property {string} [column]
 */

/** @typedef {Record<string, unknown>} Values */

/**
 * @typedef {object} ChartData
 * @property {string} title
 * @property {string} words what the chart shows, for those who can't see it
 * @property {string} table the same numbers as HTML, made by the server
 * @property {{ data: Values[], layout: Values & { height: number } }} figure
 * @property {Mark[]} marks
 */

export {};

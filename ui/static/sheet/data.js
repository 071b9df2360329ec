// @ts-check
// What Python says of the sheet, and what the sheet says to Python.

/** @typedef {Record<string, string>} Texts */

/**
 * A report as a row.
 * @typedef {object} Row
 * @property {string} id
 * @property {string} heading the indicator or initiative of its measure
 * @property {string} code
 * @property {string} text
 * @property {string} due
 * @property {string} said what became of it so far
 * @property {{ words: string, text: string }} last what was reported before
 * @property {Texts} values what stands in its cells, by column
 * @property {string[]} faults
 * @property {Texts | null} nothing what stands in its cells once nothing happened; null where that can't be said any more
 * @property {boolean} is_entered
 * @property {boolean} is_faulty
 * @property {boolean} waits
 * @property {boolean} is_locked
 */

/**
 * @typedef {object} Sheet
 * @property {string} of whose sheet it is, of which month
 * @property {{ tab: string, number: number }} taken the last of what was entered that the server took
 * @property {string} opened the row that is opened beside the sheet
 * @property {boolean} is_read_only
 * @property {Row[]} rows
 * @property {{ code: string, label: string }[]} statuses
 * @property {Texts} names of the columns
 * @property {Texts} heads the same, as short as a column is narrow
 * @property {Texts} words
 */

/** @typedef {{ row: string, name: string, value: string }} Edit */
/** @typedef {(name: "edits" | "opened", value: unknown) => void} Send */

export const TYPED = ["result", "progress", "people_reached", "done_on"];

export {};

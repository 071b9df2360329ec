// @ts-check
// The theme of the page as plotly takes it: letters, lines and the ground, light or dark.

/** @import { Values } from "./data.js" */

/**
 * What the page looks like at an element.
 * @param {Element} element
 */
export function lookOf(element) {
  const style = getComputedStyle(element);
  const text = style.getPropertyValue("--st-text-color").trim();
  return {
    text,
    isDark: style.colorScheme === "dark",
    font: style.getPropertyValue("--st-font").trim(),
    ground: style.getPropertyValue("--st-background-color").trim(),
    // Plotly reads no color-mix().
    line: style.getPropertyValue("--st-border-color-light").trim(),
    colours: style.getPropertyValue("--st-chart-categorical-colors").split(",").filter(Boolean),
  };
}

/**
 * A figure's layout in the page's look; what the figure says itself holds.
 * @param {Values} layout
 * @param {ReturnType<typeof lookOf>} look
 * @returns {Values}
 */
export function inLook(layout, look) {
  const axes = Object.keys(layout).filter((name) => /^[xy]axis/.test(name));
  const lines = { gridcolor: look.line, zerolinecolor: look.line };
  return {
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    colorway: look.colours,
    hoverlabel: { bgcolor: look.ground, bordercolor: look.text, font: { color: look.text, family: look.font } },
    ...layout,
    font: { ...valuesOf(layout.font), family: look.font, color: look.text },
    ...Object.fromEntries(axes.map((name) => [name, { ...lines, ...valuesOf(layout[name]) }])),
  };
}

/**
 * A figure's traces on the page's ground; what they say of a dark one stands in their `meta`.
 * @param {Values[]} traces
 * @param {ReturnType<typeof lookOf>} look
 */
export function onGround(traces, look) {
  return look.isDark ? traces.map((trace) => ({ ...trace, ...valuesOf(valuesOf(trace.meta).inDark) })) : traces;
}

/**
 * @param {unknown} values
 * @returns {Values}
 */
function valuesOf(values) {
  return /** @type {Values} */ (values ?? {});
}

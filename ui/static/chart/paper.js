// @ts-check
// A chart on paper: drawn as wide as A4 on its side, dark on white, and never higher than a page.

/** @typedef {{ width: number, height: number }} Size */

/** Between margins of 10 mm, in pixels of CSS. */
const PAPER = { width: 1046, height: 580 };

/**
 * The size that a chart is drawn in for paper; the page's styles may ask for a lower one by `--height-on-paper`.
 * @param {Element} element
 * @param {number} height
 * @returns {Size}
 */
export function sizeOnPaper(element, height) {
  const asked = parseInt(getComputedStyle(element).getPropertyValue("--height-on-paper"));
  return { width: PAPER.width, height: Math.min(height, asked || PAPER.height) };
}

/**
 * The look of a page as it is on paper, whatever the theme.
 * @template {{ text: string, ground: string, line: string }} Look
 * @param {Look} look
 * @returns {Look}
 */
export function lookOfPaper(look) {
  return { ...look, isDark: false, text: "#14202b", ground: "#ffffff", line: "#d9e0e7" };
}

/**
 * Let a drawing be stretched as a whole, for paper may leave it another place than it was drawn for.
 * @param {HTMLElement} plot
 * @param {Size} size
 */
export function stretch(plot, { width, height }) {
  for (const drawing of plot.querySelectorAll(".main-svg")) drawing.setAttribute("viewBox", `0 0 ${width} ${height}`);
}

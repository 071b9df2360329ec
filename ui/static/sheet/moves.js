// @ts-check
// The keys by which the sheet is moved through: arrows from cell to cell, Enter to the next report.

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Typed */

const FOOT = ".st-key-sheet-foot";
const SEND = `${FOOT} .st-key-send button`;
const REST = `${FOOT} .st-key-rest button`;
const MOVES = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
});

/**
 * Where an arrow leads from a cell; null where it moves within the text of that cell, or nowhere.
 * @param {HTMLElement} cell
 * @param {string} key
 */
export function beside(cell, key) {
  const move = MOVES[key];
  if (!move || !leaves(cell, move)) return null;
  const [down, right] = move;
  const row = rowOf(cell);
  if (down) return cellOf(sibling(row, down), cell.dataset.column ?? "");
  const cells = cellsOf(row);
  return cells[cells.indexOf(cell) + right] ?? null;
}

/**
 * The status of the next report; null behind the last one.
 * @param {HTMLElement} cell
 */
export function nextStatus(cell) {
  return cellOf(sibling(rowOf(cell), 1), "status");
}

/** @param {HTMLElement} cell */
export function rowOf(cell) {
  return /** @type {HTMLElement} */ (cell.closest("[data-row]"));
}

/**
 * @param {HTMLElement | null | undefined} row
 * @param {string} column
 */
export function cellOf(row, column) {
  return cellsOf(row).find((cell) => cell.dataset.column === column) ?? null;
}

/** To the buttons at the foot: first the one that declares the rest, behind the last report the one that sends. */
export function leave(isDone = false) {
  const send = /** @type {HTMLElement | null} */ (document.querySelector(SEND));
  const rest = isDone ? null : /** @type {HTMLElement | null} */ (document.querySelector(REST));
  (rest ?? send)?.focus();
}

/**
 * @param {HTMLElement | null | undefined} row
 * @returns {HTMLElement[]}
 */
function cellsOf(row) {
  const cells = /** @type {HTMLElement[]} */ ([...(row?.querySelectorAll("[data-column]") ?? [])]);
  return cells.filter((cell) => cell.checkVisibility());
}

/**
 * @param {HTMLElement} row
 * @param {number} down
 */
function sibling(row, down) {
  const rows = /** @type {HTMLElement[]} */ ([...(row.parentElement?.querySelectorAll("[data-row]") ?? [])]);
  return rows[rows.indexOf(row) + down];
}

/**
 * In a text an arrow leads out where the text ends.
 * @param {HTMLElement} cell
 * @param {[number, number]} move
 */
function leaves(cell, [down, right]) {
  if (!(cell instanceof HTMLInputElement || cell instanceof HTMLTextAreaElement)) return true;
  if (cell.selectionStart !== cell.selectionEnd) return false;
  if (cell instanceof HTMLInputElement && down) return true;
  return cell.selectionStart === (down + right < 0 ? 0 : cell.value.length);
}

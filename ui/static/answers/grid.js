// @ts-check
// A grid is one stop of the Tab key; inside it the arrow keys move, as ARIA's pattern of a grid has it.

const MOVES = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
});

export class Grid {
  /** @param {HTMLElement} table */
  constructor(table) {
    this.table = table;
    for (const button of this.buttons()) button.tabIndex = -1;
    const [entry] = this.buttons();
    if (entry) entry.tabIndex = 0;
    table.addEventListener("keydown", (event) => this.key(event));
    table.addEventListener("focusin", (event) => this.enter(/** @type {HTMLElement} */ (event.target)));
  }

  buttons() {
    return /** @type {HTMLElement[]} */ ([...this.table.querySelectorAll("button")]);
  }

  /** @param {HTMLElement} target */
  enter(target) {
    for (const button of this.buttons()) button.tabIndex = button === target ? 0 : -1;
  }

  /** The buttons by row, and by column within it; rows that are folded away are left out. */
  rows() {
    const rows = [...this.table.querySelectorAll("tr")].filter((row) => row.checkVisibility());
    return rows
      .map((row) => [...row.cells].map((cell) => cell.querySelector("button")))
      .filter((row) => row.some(Boolean));
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const rows = this.rows();
    const at = rows.findIndex((row) => row.includes(/** @type {HTMLButtonElement} */ (event.target)));
    if (at < 0) return;
    const column = rows[at].indexOf(/** @type {HTMLButtonElement} */ (event.target));
    const next = this.next(rows, at, column, event);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  /**
   * @param {(HTMLButtonElement | null)[][]} rows
   * @param {number} at
   * @param {number} column
   * @param {KeyboardEvent} event
   */
  next(rows, at, column, { key, ctrlKey }) {
    if (key === "Home") return first(ctrlKey ? rows[0] : rows[at]);
    if (key === "End") return first([...(ctrlKey ? rows[rows.length - 1] : rows[at])].reverse());
    return MOVES[key] ? nextIn(rows, at, column, MOVES[key]) : null;
  }
}

/**
 * The nearest button in a direction; fields without one are passed over.
 * @param {(HTMLButtonElement | null)[][]} rows
 * @param {number} at
 * @param {number} column
 * @param {[number, number]} move
 */
function nextIn(rows, at, column, [down, right]) {
  for (let row = at + down, place = column + right; rows[row] && place in rows[row]; row += down, place += right) {
    if (rows[row][place]) return rows[row][place];
  }
  return null;
}

/** @param {(HTMLButtonElement | null)[]} row */
function first(row) {
  return row.find(Boolean);
}

// @ts-check
// What is done with the rows of the sheet, by keys, by clicks and by typing.

import { TYPED } from "./data.js";
import { edits } from "./edits.js";
import { wantSend } from "./leading.js";
import { beside, cellOf, leave, nextStatus, rowOf } from "./moves.js";
import { show, showStatus } from "./row.js";

/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("./data.js").Sheet} Sheet */

export class Acts {
  /** @param {Sheet} sheet as it is shown now */
  constructor(sheet) {
    this.sheet = sheet;
    this.rows = new Map(sheet.rows.map((row) => [row.id, row]));
  }

  /**
   * The report of which something is a part.
   * @param {HTMLElement} place
   */
  rowAt(place) {
    return this.rows.get(rowOf(place)?.dataset.row ?? "");
  }

  /** @param {HTMLInputElement} cell */
  type(cell) {
    const row = this.rowAt(cell);
    if (row) edits.enter({ row: row.id, name: cell.dataset.column ?? "", value: cell.value });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    /** @type {HTMLElement | null} */
    const cell = target.closest("[data-column]");
    const act = cell && isPlain(event) ? this.actOf(cell, target, event) : null;
    if (!act) return;
    event.preventDefault();
    act();
  }

  /**
   * What a key stands for in a cell; null where it is left to the browser.
   * @param {HTMLElement} cell
   * @param {HTMLElement} target
   * @param {KeyboardEvent} event
   */
  actOf(cell, target, event) {
    if (event.key === "Escape") return () => leave();
    return this.typing(cell, event) ?? this.choosing(cell, target, event) ?? move(cell, event);
  }

  /**
   * Enter leads from what is typed to the next report; held down it doesn't run through them.
   * @param {HTMLElement} cell
   * @param {KeyboardEvent} event
   */
  typing(cell, { key, repeat }) {
    if (key !== "Enter" || !TYPED.includes(cell.dataset.column ?? "")) return null;
    return () => repeat || this.goOn(cell);
  }

  /**
   * @param {HTMLElement} cell
   * @param {HTMLElement} target
   * @param {KeyboardEvent} event
   */
  choosing(cell, target, { key, repeat }) {
    if (target !== cell || cell.dataset.column !== "status" || repeat) return null;
    if (key === "0") return () => this.declare(cell) && this.goOn(cell);
    if (key === "Enter") return () => go(cellOf(rowOf(cell), "result"));
    const status = this.sheet.statuses[["1", "2", "3", "4"].indexOf(key)];
    return status ? () => this.chooseByKey(cell, status.code) : null;
  }

  /**
   * @param {HTMLElement} cell
   * @param {string} code
   */
  chooseByKey(cell, code) {
    this.choose(cell, () => code);
    go(cellOf(rowOf(cell), "result"));
  }

  /** @param {MouseEvent} event */
  click(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("button");
    const row = button && this.rowAt(button);
    if (!button || !row) return;
    const { status, column } = button.dataset;
    if (status === "nothing") this.declare(button);
    else if (status) this.pick(button, status, event);
    else if (column === "take") this.takeOver(button, row);
    else if (column === "more") edits.tell("opened", row.id);
    else rowOf(button).classList.toggle("is_whole");
  }

  /**
   * A click on what is chosen takes that back. With a mouse the text is typed next; a finger would call the keyboard
   * over half of the screen.
   * @param {HTMLElement} button
   * @param {string} code
   * @param {MouseEvent} event
   */
  pick(button, code, event) {
    this.choose(button, (chosen) => (chosen === code ? "" : code));
    const isMouse = event instanceof PointerEvent && event.pointerType === "mouse";
    if (isMouse) go(cellOf(rowOf(button), "result"));
  }

  /**
   * @param {HTMLElement} place
   * @param {(chosen: string) => string} next what is chosen then
   */
  choose(place, next) {
    const row = this.rowAt(place);
    if (!row || row.is_locked) return;
    const chosen = edits.of(row.id, "status") ?? row.values.status;
    edits.enter({ row: row.id, name: "status", value: next(chosen) });
    showStatus(rowOf(place), row, this.sheet);
  }

  /**
   * Say that nothing happened; whether that can be said.
   * @param {HTMLElement} place
   */
  declare(place) {
    const row = this.rowAt(place);
    if (!row?.nothing || row.is_locked) return false;
    for (const [name, value] of Object.entries(row.nothing)) edits.enter({ row: row.id, name, value }, 0);
    show(rowOf(place), row, this.sheet);
    return true;
  }

  /**
   * @param {HTMLElement} button
   * @param {Row} row
   */
  takeOver(button, row) {
    edits.enter({ row: row.id, name: "result", value: row.last.text }, 0);
    show(rowOf(button), row, this.sheet);
    go(cellOf(rowOf(button), "result"));
  }

  /** @param {HTMLElement} cell */
  goOn(cell) {
    edits.sendIn(0);
    const next = nextStatus(cell);
    if (next) go(next);
    else wantSend();
  }
}

/** @param {KeyboardEvent} event */
function isPlain({ isComposing, ctrlKey, metaKey, altKey, shiftKey }) {
  return !(isComposing || ctrlKey || metaKey || altKey || shiftKey);
}

/**
 * @param {HTMLElement} cell
 * @param {KeyboardEvent} event
 */
function move(cell, { key }) {
  const next = beside(cell, key);
  return next ? () => go(next) : null;
}

/** @param {HTMLElement | null} cell */
function go(cell) {
  cell?.focus({ preventScroll: true });
}

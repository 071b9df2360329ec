// @ts-check
// What was entered is kept here, counted, until the server says that it took it.

/** @typedef {import("./data.js").Edit} Edit */
/** @typedef {import("./data.js").Send} Send */

/** How long after the last key what was typed is sent, in milliseconds. */
const PAUSE = 700;
/** After so long without an answer it is sent again. */
const PATIENCE = 3000;

/** It outlives the page that it was entered on: who leads on to another month loses nothing. */
class Edits {
  constructor() {
    // Nothing but the browser's tab has this name.
    this.tab = Math.random().toString(36).slice(2);
    this.number = 0;
    /** @type {Map<string, Edit & { number: number }>} */
    this.pending = new Map();
    /** @type {Send} */
    this.tell = () => {};
    /** What is to be done when the server doesn't answer. */
    this.onSilence = () => {};
    /** What is to be done when something comes to wait, or waits no more. */
    this.onChange = () => {};
  }

  /**
   * @param {Edit} edit
   * @param {number} pause before it is sent
   */
  enter(edit, pause = PAUSE) {
    this.number += 1;
    this.pending.set(keyOf(edit.row, edit.name), { ...edit, number: this.number });
    this.onChange();
    this.sendIn(pause);
  }

  /**
   * What was entered in a cell and isn't taken yet; undefined where nothing was.
   * @param {string} row
   * @param {string} name
   */
  of(row, name) {
    return this.pending.get(keyOf(row, name))?.value;
  }

  /** @param {{ tab: string, number: number }} taken */
  acknowledge({ tab, number }) {
    if (tab !== this.tab) return;
    for (const [key, edit] of this.pending) if (edit.number <= number) this.pending.delete(key);
    if (!this.pending.size) clearTimeout(this.silence);
    this.onChange();
  }

  /** @param {number} pause */
  sendIn(pause) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.send(), pause);
  }

  send() {
    clearTimeout(this.waiting);
    if (!this.pending.size) return;
    const edits = [...this.pending.values()].map(({ row, name, value }) => ({ row, name, value }));
    this.tell("edits", { tab: this.tab, number: this.number, edits });
    clearTimeout(this.silence);
    this.silence = setTimeout(() => {
      this.onSilence();
      this.send();
    }, PATIENCE);
  }
}

export const edits = new Edits();

/**
 * @param {string} row
 * @param {string} name
 */
function keyOf(row, name) {
  return `${row} ${name}`;
}

// @ts-check
// The measures behind a figure, over the screen from which somebody came.

/** @import { Act, List, StageData } from "./data.js" */

import { button, make, rowOf } from "./elements.js";
import { BACK, NEXT } from "./keys.js";

const MOST_ON_A_PAGE = 60;

export class Behind {
  /**
   * @param {StageData} data
   * @param {Act} focus
   * @param {Act} changed
   */
  constructor(data, focus, changed) {
    this.data = data;
    this.focus = focus;
    this.changed = changed;
    this.list = /** @type {List} */ ({ title: "", headers: [], rows: [] });
    this.figure = /** @type {HTMLElement | null} */ (null);
    this.starts = [0];
    this.page = 0;
    this.room = make("div", { className: "room" });
    this.rows = make("span");
    this.title = make("h2");
    const foot = make(
      "footer",
      { className: "panel" },
      button(data.words.return, () => this.close()),
      button("‹", () => this.turn(-1)),
      this.rows,
      button("›", () => this.turn(1)),
    );
    this.element = make("div", { className: "behind" }, this.title, this.room, foot);
    new ResizeObserver(() => this.isOpen && this.fit()).observe(this.element);
  }

  get isOpen() {
    return this.element.classList.contains("shown");
  }

  /**
   * @param {List} list
   * @param {HTMLElement} figure
   * @param {StageData} data in whose vocabulary the list is
   */
  open(list, figure, data) {
    Object.assign(this, { list, figure, data, starts: [0], page: 0 });
    this.title.textContent = list.title;
    this.element.classList.add("shown");
    this.turn(0);
    this.changed();
    this.focus();
  }

  close() {
    this.element.classList.remove("shown");
    this.changed();
    this.figure?.focus();
  }

  /**
   * The list is put into pages as they are turned to: where one ends depends on the window and its texts.
   * @param {number} steps
   */
  turn(steps) {
    const page = this.page + steps;
    if (page < 0 || page >= this.starts.length) return;
    this.page = page;
    const first = this.starts[page];
    const next = first + this.fill(this.list.rows.slice(first, first + MOST_ON_A_PAGE));
    if (page + 1 === this.starts.length && next < this.list.rows.length) this.starts.push(next);
    this.rows.textContent = `${next ? first + 1 : 0}–${next} / ${this.list.rows.length}`;
  }

  /** In a window of another size pages end elsewhere: the one with the row that stood first is found anew. */
  fit() {
    const first = this.starts[this.page];
    Object.assign(this, { starts: [0], page: 0 });
    this.turn(0);
    while (this.starts[this.page + 1] <= first) this.turn(1);
  }

  turnToTheEnd() {
    const { page } = this;
    this.turn(1);
    if (this.page > page) this.turnToTheEnd();
  }

  /**
   * Puts rows into the room until one finds none, at least one; gives how many stand there.
   * @param {number[][]} rows
   */
  fill(rows) {
    const [code, ...headers] = this.list.headers;
    const { words, vocabulary, texts } = this.data;
    const body = make("tbody");
    this.room.replaceChildren(make("table", {}, rowOf("th", [code, words.measure, ...headers]), body));
    for (const places of rows) {
      const [measure, ...cells] = places.map((place) => vocabulary[place]);
      const row = rowOf("td", [measure, texts[measure] ?? "", ...cells]);
      body.append(row);
      if (this.room.scrollHeight > this.room.clientHeight && body.childElementCount > 1) {
        row.remove();
        break;
      }
    }
    return body.childElementCount;
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {Act | undefined} what the key does here
   */
  key({ code }) {
    if (NEXT.includes(code)) return () => this.turn(1);
    if (BACK.includes(code)) return () => this.turn(-1);
    if (code === "Home") return () => this.turn(-this.page);
    if (code === "End") return () => this.turnToTheEnd();
    if (["Escape", "Backspace", "KeyB"].includes(code)) return () => this.close();
    return undefined;
  }
}

// @ts-check
// A button over each mark that leads somewhere: over a whole row or column of a chart, or over a field of a grid.
//
// A grid is one stop of the Tab key, and the arrow keys move among its fields.

/** @import { Mark } from "./data.js" */
/** @import { Axis, Drawing } from "../plotly/plotly-cartesian.min.js" */

/** @type {Record<string, [number, number]>} */
const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

export class Marks {
  /** @param {(code: unknown) => void} press */
  constructor(press) {
    this.press = press;
    this.element = document.createElement("div");
    this.element.className = "marks";
    this.element.addEventListener("click", ({ target }) => this.click(target));
    this.element.addEventListener("keydown", (event) => this.key(event));
    /** @type {Mark[]} */
    this.marks = [];
    /** @type {HTMLButtonElement[]} */
    this.buttons = [];
    this.across = 0;
  }

  /**
   * Draws the buttons anew; the one that had the focus keeps it.
   * @param {Mark[]} marks
   * @param {string} title
   */
  draw(marks, title) {
    const held = this.marks[this.buttons.findIndex((button) => button === document.activeElement)];
    this.marks = marks;
    this.buttons = marks.map(buttonOf);
    const isGrid = marks.some(({ row, column }) => row !== undefined && column !== undefined);
    this.across = isGrid ? new Set(marks.map(({ column }) => column)).size : 0;
    this.element.setAttribute("role", isGrid ? "grid" : "group");
    this.element.setAttribute("aria-label", title);
    this.element.replaceChildren(...(isGrid ? rowsOf(this.buttons, this.across) : this.buttons));
    if (isGrid) this.stopAt(0);
    if (held) this.focus(this.marks.findIndex(({ name }) => name.startsWith(groupOf(held))));
  }

  /**
   * Puts every button where its mark is.
   * @param {Drawing} drawing
   */
  place({ _fullLayout: { xaxis, yaxis, width, height } }) {
    this.marks.forEach(({ row, column }, index) => {
      const [left, wide] = column === undefined ? [0, width] : band(xaxis, column);
      const [top, high] = row === undefined ? [0, height] : band(yaxis, row);
      const { style } = /** @type {HTMLButtonElement} */ (this.buttons[index]);
      style.cssText = `left: ${left}px; top: ${top}px; width: ${wide}px; height: ${high}px`;
      this.buttons[index]?.classList.toggle("late", left > width / 2);
    });
  }

  /** @param {EventTarget | null} target */
  click(target) {
    const index = this.buttons.findIndex((button) => button === target);
    if (index < 0) return;
    if (this.across) this.stopAt(index);
    this.press(this.marks[index]?.code);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const step = STEPS[event.key];
    const index = this.buttons.findIndex((button) => button === event.target);
    if (!this.across || !step || index < 0) return;
    event.preventDefault();
    const column = (index % this.across) + step[1];
    if (column >= 0 && column < this.across) this.focus(index + step[0] * this.across + step[1]);
  }

  /** @param {number} index */
  focus(index) {
    const button = this.buttons[index];
    if (!button) return;
    if (this.across) this.stopAt(index);
    button.focus({ preventScroll: !this.across });
  }

  /** @param {number} index */
  stopAt(index) {
    this.buttons.forEach((button, place) => {
      button.tabIndex = place === index ? 0 : -1;
    });
  }
}

/** @param {Mark} mark */
function buttonOf({ name }) {
  const button = document.createElement("button");
  button.type = "button";
  button.ariaLabel = name;
  return button;
}

/** @param {Mark} mark */
function groupOf({ name }) {
  return name.slice(0, name.indexOf(":") + 1);
}

/**
 * @param {HTMLButtonElement[]} buttons
 * @param {number} across
 */
function rowsOf(buttons, across) {
  const starts = buttons.map((_button, index) => index).filter((index) => index % across === 0);
  return starts.map((start) => {
    const cells = buttons.slice(start, start + across).map((button) => part("gridcell", button));
    return part("row", ...cells);
  });
}

/**
 * @param {string} role
 * @param {Node[]} inner
 */
function part(role, ...inner) {
  const element = document.createElement("div");
  element.setAttribute("role", role);
  element.append(...inner);
  return element;
}

/**
 * Where a category lies along its axis, in pixels of the drawing: its beginning and its length.
 * @param {Axis} axis
 * @param {string} category
 */
function band(axis, category) {
  const length = Math.abs(axis.l2p(1) - axis.l2p(0));
  // By its place, for plotly takes a category such as "1.2" for a number.
  return [axis._offset + axis.l2p(axis._categories.indexOf(category)) - length / 2, length];
}

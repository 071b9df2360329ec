// @ts-check
// A button over each mark that leads somewhere: over a whole row or column of a chart.

/** @import { Mark } from "./data.js" */
/** @import { Axis, Drawing } from "../plotly/plotly-cartesian.min.js" */

export class Marks {
  /** @param {(code: unknown) => void} press */
  constructor(press) {
    this.press = press;
    this.element = document.createElement("div");
    this.element.className = "marks";
    this.element.addEventListener("click", ({ target }) => this.click(target));
    /** @type {Mark[]} */
    this.marks = [];
    /** @type {HTMLButtonElement[]} */
    this.buttons = [];
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
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", title);
    this.element.replaceChildren(...this.buttons);
    if (!held) return;
    const index = this.marks.findIndex(({ name }) => name.startsWith(groupOf(held)));
    this.buttons[index]?.focus({ preventScroll: true });
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

  /**
   * The button of a mark.
   * @param {(code: unknown) => boolean} isIt
   */
  find(isIt) {
    return this.buttons[this.marks.findIndex(({ code }) => isIt(code))];
  }

  /** @param {EventTarget | null} target */
  click(target) {
    const index = this.buttons.findIndex((button) => button === target);
    if (index >= 0) this.press(this.marks[index]?.code);
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
 * Where a category lies along its axis, in pixels of the drawing: its beginning and its length.
 * @param {Axis} axis
 * @param {string} category
 */
function band(axis, category) {
  const length = Math.abs(axis.l2p(1) - axis.l2p(0));
  // By its place, for plotly takes a category such as "1.2" for a number.
  return [axis._offset + axis.l2p(axis._categories.indexOf(category)) - length / 2, length];
}

// @ts-check
// A chart on a page: its title, plotly's drawing with a button over each mark, and the table of the same numbers.
//
// Streamlit calls at every run; what is drawn is only drawn anew where its numbers, the theme or its width changed, and
// not before somebody is about to see it: title, words, table and buttons are there at once.

/** @import { ChartData } from "./data.js" */
/** @import { Plotly } from "../plotly/plotly-cartesian.min.js" */

import { comeBack, leave } from "../answers/place.js";
import { inLook, lookOf, onGround } from "./colours.js";
import { Marks } from "./marks.js";
import { lookOfPaper, sizeOnPaper, stretch } from "./paper.js";

/** @type {WeakMap<Element, Chart>} */
const charts = new WeakMap();
/** A chart is drawn before it comes into sight: so much further than the window is looked. */
const AHEAD = "300px 0px";
const CONFIG = { displayModeBar: false, responsive: false };

/** Title and table don't wait for plotly. @type {Promise<Plotly>} */
const drawing = import("../plotly/plotly-cartesian.min.js").then(() => window.Plotly);

/**
 * What Streamlit calls whenever Python has said something.
 * @param {{ data: Uint8Array, parentElement: HTMLElement, setTriggerValue: (name: string, value: unknown) => void }} told
 */
export default function tell({ data, parentElement, setTriggerValue }) {
  const chart = charts.get(parentElement) ?? new Chart(parentElement);
  charts.set(parentElement, chart);
  chart.marks.press = (code) => {
    leave(chart.nameOf(code));
    setTriggerValue("pressed", code);
  };
  chart.update(new TextDecoder().decode(data));
  // Streamlit ends one call after the next has begun where it only says something new.
  return () => setTimeout(() => forget(parentElement, chart));
}

/**
 * @param {HTMLElement} parent
 * @param {Chart} chart
 */
function forget(parent, chart) {
  if (chart.root.isConnected) return;
  chart.remove();
  charts.delete(parent);
}

class Chart {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    this.text = "";
    this.look = "";
    this.width = 0;
    /** @type {ChartData | undefined} */
    this.data = undefined;
    this.title = document.createElement("h2");
    this.frame = document.createElement("div");
    this.frame.className = "frame";
    this.plot = document.createElement("div");
    this.plot.setAttribute("role", "img");
    this.marks = new Marks(() => {});
    this.table = document.createElement("div");
    this.frame.append(this.plot, this.marks.element);
    this.root = /** @type {HTMLElement} */ (parent.querySelector(".chart"));
    this.root.replaceChildren(this.title, this.frame, this.table);
    this.watcher = new ResizeObserver(() => this.fit());
    this.watcher.observe(this.frame);
    this.isSeen = false;
    this.isStale = true;
    const sight = { root: this.root.closest("[data-testid=stMain]"), rootMargin: AHEAD };
    this.sight = new IntersectionObserver((seen) => this.see(seen.some(({ isIntersecting }) => isIntersecting)), sight);
    this.sight.observe(this.frame);
    this.isOnPaper = false;
    this.printing = new AbortController();
    addEventListener("beforeprint", () => this.print(true), this.printing);
    addEventListener("afterprint", () => this.print(false), this.printing);
  }

  /** @param {string} text */
  update(text) {
    const look = JSON.stringify(lookOf(this.root));
    if (text === this.text && look === this.look) return;
    const isSame = text === this.text;
    Object.assign(this, { text, look });
    if (!isSame) this.say(/** @type {ChartData} */ (JSON.parse(text)));
    this.draw();
  }

  /** @param {ChartData} data */
  say(data) {
    this.data = data;
    this.title.textContent = data.title;
    this.plot.ariaLabel = `${data.title}: ${data.words}`;
    // Escaped by the server, which made it.
    this.table.innerHTML = data.table;
    this.frame.style.minHeight = `${data.figure.layout.height}px`;
    this.marks.draw(data.marks, data.title);
    comeBack((name) => this.marks.find((code) => this.nameOf(code) === name));
  }

  /**
   * By what a mark is known among all of a page.
   * @param {unknown} code
   */
  nameOf(code) {
    return `${this.title.textContent}: ${code}`;
  }

  fit() {
    // Where it isn't shown for a moment, it has no width; it is drawn once it has one again.
    if (this.frame.clientWidth && this.frame.clientWidth !== this.width) this.draw();
  }

  /** @param {boolean} isOnPaper */
  print(isOnPaper) {
    this.isOnPaper = isOnPaper;
    this.draw();
  }

  /** @param {boolean} isSeen */
  see(isSeen) {
    this.isSeen = isSeen;
    if (isSeen && this.isStale) this.draw();
  }

  async draw() {
    this.width = this.frame.clientWidth;
    this.isStale = !this.isSeen && !this.isOnPaper;
    if (this.isStale) return;
    const plotly = await drawing;
    if (!this.data || !this.width || !this.root.isConnected) return;
    const { figure, marks } = this.data;
    const { height } = figure.layout;
    const size = this.isOnPaper ? sizeOnPaper(this.root, height) : { width: this.width, height };
    const look = this.isOnPaper ? lookOfPaper(JSON.parse(this.look)) : JSON.parse(this.look);
    const layout = { ...inLook(figure.layout, look), ...size, dragmode: false };
    const drawn = await plotly.react(this.plot, onGround(figure.data, look), layout, {
      ...CONFIG,
      staticPlot: marks.length > 0,
    });
    stretch(this.plot, size);
    this.marks.place(drawn);
  }

  async remove() {
    this.watcher.disconnect();
    this.sight.disconnect();
    this.printing.abort();
    (await drawing).purge(this.plot);
  }
}

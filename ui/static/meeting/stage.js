// @ts-check
// The stage over the whole window: all screens are drawn at once and one is shown, so the next is there when its key is
// pressed. It stands beside Streamlit's page.

/** @import { Act, Screen, StageData } from "./data.js" */

import { isDark } from "./colours.js";
import { button, make } from "./elements.js";

const TOAST_MS = 5000;

// In the document itself, for the stage's own style can hide nothing of it.
const ON_PAPER =
  "@media print { html, body { background: #FFFFFF !important; } body > :not(.meeting) { display: none !important; } }";

export class Stage {
  /**
   * @param {StageData} data
   * @param {number} place of the screen to begin with
   * @param {(Node | string)[]} layers what may lie over a screen
   * @param {{ capture: Act, back: Act, next: Act }} acts what its buttons do
   */
  constructor(data, place, layers, acts) {
    this.screens = /** @type {Screen[]} */ ([]);
    this.place = place;
    this.dark = false;
    this.telling = 0;
    this.sections = make("div");
    this.clock = make("span", { className: "clock" });
    this.position = make("span", { className: "place" });
    this.position.setAttribute("aria-live", "polite");
    this.toast = make("div", { className: "toast" });
    this.toast.setAttribute("role", "status");
    this.controls = this.buttons(data.words, acts);
    const className = `stage ${data.is_wall ? "wall" : ""}`;
    const parts = [this.sections, this.controls, ...layers, this.toast];
    this.element = make("div", { className, hidden: true, tabIndex: -1 }, ...parts);
    this.element.setAttribute("role", "dialog");
    this.element.setAttribute("aria-modal", "true");
    this.host = make("div", { className: "meeting" });
    this.print = make("style", { textContent: ON_PAPER });
    this.build(data.style);
  }

  /**
   * @param {Record<string, string>} words
   * @param {{ capture: Act, back: Act, next: Act }} acts
   */
  buttons(words, { capture, back, next }) {
    /** @type {(text: string, name: string, act: Act) => HTMLButtonElement} */
    const named = (text, name, act) => button(text, act, { title: name, ariaLabel: name });
    return make(
      "div",
      { className: "controls" },
      this.clock,
      named("✎", words.capture, capture),
      named("‹", words.back, back),
      this.position,
      named("›", words.next, next),
    );
  }

  /** @param {string} style */
  build(style) {
    const link = make("link", { rel: "stylesheet", href: style });
    this.host.attachShadow({ mode: "open" }).append(link, this.element);
    document.body.append(this.host);
    document.head.append(this.print);
  }

  remove() {
    this.host.remove();
    this.print.remove();
  }

  get isShown() {
    return !this.element.hidden;
  }

  /** The screen that is shown; undefined where there is none. */
  get screen() {
    return /** @type {Screen | undefined} */ (this.screens[this.place]);
  }

  open() {
    this.element.hidden = false;
    setPageInert(true);
  }

  leave() {
    this.element.hidden = true;
    setPageInert(false);
    if (document.fullscreenElement) document.exitFullscreen();
  }

  focus() {
    this.element.focus();
  }

  /**
   * The screen that was shown stays so, wherever it stands now.
   * @param {Screen[]} screens
   */
  draw(screens) {
    const name = this.screen?.name;
    const found = screens.findIndex((screen) => screen.name === name);
    this.screens = screens;
    this.sections.innerHTML = screens.map((screen) => screen.html).join("");
    [...this.sections.children].forEach((section, index) => {
      section.querySelector("footer")?.setAttribute("data-place", `${index + 1}/${screens.length}`);
    });
    this.show(found >= 0 ? found : Math.min(this.place, this.last));
  }

  get last() {
    return Math.max(0, this.screens.length - 1);
  }

  /** @param {number} place */
  show(place) {
    this.place = place;
    [...this.sections.children].forEach((section, index) => section.classList.toggle("current", index === place));
    this.position.textContent = this.screens.length ? `${place + 1}/${this.screens.length}` : "";
    this.element.setAttribute("aria-label", this.screen?.title ?? "");
  }

  /** @returns {HTMLElement | null | undefined} */
  firstFigure() {
    const section = this.sections.children[this.place];
    return section?.querySelector("[data-first] [data-behind]") ?? section?.querySelector("[data-behind]");
  }

  /** @param {boolean} dark */
  setDark(dark) {
    this.dark = dark;
    this.element.classList.toggle("dark", dark);
  }

  /**
   * Dark where the page is on which it was opened.
   * @param {Element} page
   */
  lookLike(page) {
    this.setDark(isDark(page));
  }

  /** @param {string} text */
  tell(text) {
    this.toast.textContent = text;
    clearTimeout(this.telling);
    this.telling = setTimeout(() => {
      this.toast.textContent = "";
    }, TOAST_MS);
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.host.requestFullscreen();
  }
}

/** @param {boolean} isInert whether Streamlit's own page can't be reached */
function setPageInert(isInert) {
  const page = document.getElementById("root");
  if (page) page.inert = isInert;
}

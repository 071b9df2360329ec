// @ts-check
// What the director says, written down over the screen: it goes to the server, and stays here until that has it.

/** @import { Act, Answer, Choice, MeetingData, Screen, Send } from "./data.js" */

/**
 * What was begun of one kind, and the screen at which it was.
 * @typedef {object} Draft
 * @property {Screen} screen
 * @property {string} section
 * @property {string} due
 * @property {string} text
 */

/**
 * What is sent to the server.
 * @typedef {object} Said
 * @property {string} kind
 * @property {string} section
 * @property {string} due
 * @property {string} text
 * @property {unknown} topic
 */

/**
 * @typedef {object} Fields
 * @property {RadioNodeList} kind
 * @property {HTMLSelectElement} section
 * @property {HTMLSelectElement} due
 * @property {HTMLTextAreaElement} text
 */

import { button, choice, make } from "./elements.js";

const ANSWER_MS = 8000;

/**
 * What was begun at each stage: it is there again after another page was looked at.
 * @type {Record<string, Record<string, Draft>>}
 */
const DRAFTS = {};

export class Sheet {
  /**
   * @param {MeetingData} data
   * @param {Send} send
   * @param {Act} focus
   * @param {Act} changed
   */
  constructor({ stage, words, kinds, sections, months }, send, focus, changed) {
    this.words = words;
    this.sections = sections;
    this.months = months;
    this.send = send;
    this.focus = focus;
    this.changed = changed;
    this.drafts = DRAFTS[stage] ??= {};
    this.refusal = "";
    this.kind = "";
    this.screen = /** @type {Screen | null} */ (null);
    this.sent = /** @type {Said | null} */ (null);
    this.waitsFor = /** @type {string | null} */ (null);
    this.isWaiting = false;
    this.tries = 0;
    this.late = 0;
    this.kinds = make("div", { className: "kinds" }, ...kinds.map((kind) => this.radio(kind)));
    this.due = make("label", {}, words.due, choice("due", months));
    this.said = make("p", { className: "said wide" });
    this.said.setAttribute("role", "alert");
    this.text = make("textarea", { name: "text", maxLength: 2000, oninput: () => this.changed() });
    this.element = this.form();
  }

  /** @param {Choice} kind */
  radio([value, name]) {
    return make("label", {}, make("input", { type: "radio", name: "kind", value, onchange: () => this.turn() }), name);
  }

  form() {
    const { words } = this;
    return make(
      "form",
      { className: "sheet", noValidate: true, onsubmit: (event) => this.submit(event) },
      make("h2", { textContent: words.capture }),
      this.kinds,
      make("label", {}, words.section, choice("section", this.sections)),
      this.due,
      make("label", { className: "wide" }, words.text, this.text),
      this.said,
      make(
        "div",
        { className: "wide" },
        make("button", { type: "submit", className: "primary", textContent: words.save }),
        " ",
        button(words.cancel, () => this.close()),
      ),
    );
  }

  get isOpen() {
    return this.element.classList.contains("shown");
  }

  get fields() {
    return /** @type {HTMLFormControlsCollection & Fields} */ (this.element.elements);
  }

  /** Whether something was written, here or at another stage, that the server doesn't have. */
  get isUnsent() {
    return this.isWritten || Object.values(DRAFTS).some((drafts) => Object.keys(drafts).length > 0);
  }

  /**
   * Each kind has a draft of its own, which stays about the screen at which it was begun. What is being saved is shown
   * until the answer has come.
   * @param {string} kind
   * @param {Screen} screen
   */
  open(kind, screen) {
    if (this.isWaiting) {
      this.show(this.words.saving);
      return;
    }
    const begun = this.drafts[kind] ?? this.nothingYet(kind, screen);
    delete this.drafts[kind];
    this.kind = kind;
    this.screen = begun.screen;
    this.fields.kind.value = kind;
    this.fields.section.value = begun.section;
    this.fields.due.value = begun.due;
    this.text.value = begun.text;
    this.ask();
    this.show(this.refusal);
  }

  /**
   * An order begins with what is proposed at its screen.
   * @param {string} kind
   * @param {Screen} screen
   * @returns {Draft}
   */
  nothingYet(kind, screen) {
    const text = kind === "order" ? screen.proposal : "";
    return { screen, section: screen.section || this.sections[0][0], due: this.months[1][0], text };
  }

  /** Whether there are words of somebody's own, and not only what was proposed. */
  get isWritten() {
    const text = this.text.value.trim();
    return Boolean(text) && text !== this.screen?.proposal;
  }

  /** @param {string} said */
  show(said) {
    this.said.textContent = said;
    this.element.classList.add("shown");
    this.changed();
    this.text.focus();
  }

  close() {
    this.putAside();
    this.element.classList.remove("shown");
    this.changed();
    this.focus();
  }

  putAside() {
    if (this.isWaiting) return;
    const { section, due, text } = this.fields;
    if (this.screen && this.isWritten) {
      this.drafts[this.kind] = { screen: this.screen, section: section.value, due: due.value, text: text.value };
    }
    text.value = "";
  }

  /** Another kind takes over the words that stand there, unless some of its own wait: then these wait too. */
  turn() {
    const kind = this.fields.kind.value;
    const begun = this.drafts[kind];
    if (begun) {
      this.putAside();
      this.open(kind, begun.screen);
    }
    this.kind = kind;
    this.ask();
  }

  ask() {
    this.due.style.visibility = this.fields.kind.value === "order" ? "visible" : "hidden";
  }

  /** @param {Event} event */
  submit(event) {
    event.preventDefault();
    if (this.isWaiting || !this.screen) return;
    if (this.refusal) {
      this.show(this.refusal);
      return;
    }
    const { kind, section, due, text } = this.fields;
    const { topic } = this.screen;
    const said = { kind: kind.value, section: section.value, due: due.value, text: text.value, topic };
    const isSentAgain = JSON.stringify(said) === JSON.stringify(this.sent);
    const id = (isSentAgain && this.waitsFor) || `${Date.now()}-${Math.random()}`;
    this.sent = said;
    this.waitsFor = id;
    this.wait(true);
    this.said.textContent = this.words.saving;
    this.late = setTimeout(() => this.giveUp(), ANSWER_MS);
    this.tries += 1;
    this.send("captured", { id, tries: this.tries, ...said });
  }

  giveUp() {
    this.wait(false);
    this.show(this.words.no_answer);
  }

  /**
   * Meanwhile nothing can be added that the server wouldn't get.
   * @param {boolean} isWaiting
   */
  wait(isWaiting) {
    this.isWaiting = this.text.readOnly = this.kinds.inert = isWaiting;
  }

  /**
   * What the server answered; true where it is the answer to what was sent last, and all of it was kept. What was
   * refused is shown again with the reason, also to somebody who has left it meanwhile.
   * @param {Answer | null} answer
   */
  takes(answer) {
    const { sent } = this;
    if (!answer || !sent || answer.id !== this.waitsFor) return false;
    clearTimeout(this.late);
    this.waitsFor = this.sent = null;
    this.wait(false);
    if (!answer.is_kept) {
      this.show(answer.words);
      return false;
    }
    this.forget(sent);
    return true;
  }

  /**
   * What was written after it was sent stays: its answer came late then.
   * @param {Said} sent
   */
  forget({ kind, text }) {
    if (this.drafts[kind]?.text === text) delete this.drafts[kind];
    if (this.kind === kind && this.text.value === text) {
      this.text.value = "";
      if (this.isOpen) this.close();
    }
    this.changed();
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {Act | undefined} what the key does here
   */
  key(event) {
    return event.code === "Escape" ? () => this.close() : undefined;
  }
}

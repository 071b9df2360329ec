// What the director says, written down over the screen: it goes to the server, and stays here until that has it.

const ANSWER_MS = 8000;

// What was begun at each stage: it is there again after another page was looked at.
const DRAFTS = {};

class Sheet {
  constructor({ stage, words, kinds, sections, months }, send, focus, changed) {
    Object.assign(this, { words, sections, months, send, focus, changed, drafts: (DRAFTS[stage] ??= {}) });
    const radios = kinds.map(([value, name]) => make("label", {},
      make("input", { type: "radio", name: "kind", value, onchange: () => this.turn() }), name));
    this.kinds = make("div", { className: "kinds" }, ...radios);
    this.due = make("label", {}, words.due, choice("due", months));
    this.said = make("p", { className: "said wide" });
    this.said.setAttribute("role", "alert");
    this.text = make("textarea", { name: "text", maxLength: 2000, oninput: () => this.changed() });
    this.element = make("form", { className: "sheet", noValidate: true, onsubmit: (event) => this.submit(event) },
      make("h2", { textContent: words.capture }),
      this.kinds,
      make("label", {}, words.section, choice("section", sections)),
      this.due,
      make("label", { className: "wide" }, words.text, this.text),
      this.said,
      make("div", { className: "wide" },
        make("button", { type: "submit", className: "primary", textContent: words.save }), " ",
        button(words.cancel, () => this.close())));
  }

  get isOpen() { return this.element.classList.contains("shown"); }

  get fields() { return this.element.elements; }

  // Whether something was written, here or at another stage, that the server doesn't have.
  get isUnsent() {
    return Boolean(this.text.value.trim()) || Object.values(DRAFTS).some((drafts) => Object.keys(drafts).length);
  }

  // Each kind has a draft of its own, which stays about the screen at which it was begun. What is being saved is shown
  // until the answer has come.
  open(kind, screen) {
    if (this.isWaiting) {
      this.show(this.words.saving);
      return;
    }
    const begun = this.drafts[kind] ?? this.nothingYet(screen);
    delete this.drafts[kind];
    Object.assign(this, { kind, screen: begun.screen });
    this.fields.kind.value = kind;
    this.fields.section.value = begun.section;
    this.fields.due.value = begun.due;
    this.text.value = begun.text;
    this.ask();
    this.show(this.refusal);
  }

  nothingYet(screen) {
    return { screen, section: screen.section || this.sections[0][0], due: this.months[1][0], text: "" };
  }

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
    if (text.value.trim()) {
      this.drafts[this.kind] = { screen: this.screen, section: section.value, due: due.value, text: text.value };
    }
    text.value = "";
  }

  // Another kind takes over the words that stand there, unless some of its own wait: then these wait too.
  turn() {
    const kind = this.fields.kind.value;
    if (this.drafts[kind]) {
      this.putAside();
      this.open(kind, this.screen);
    }
    this.kind = kind;
    this.ask();
  }

  ask() { this.due.style.visibility = this.fields.kind.value === "order" ? "visible" : "hidden"; }

  submit(event) {
    event.preventDefault();
    if (this.isWaiting) return;
    if (this.refusal) {
      this.show(this.refusal);
      return;
    }
    const { kind, section, due, text } = this.fields;
    const { topic } = this.screen;
    const words = { kind: kind.value, section: section.value, due: due.value, text: text.value, topic };
    const isSentAgain = JSON.stringify(words) === JSON.stringify(this.sent);
    const id = isSentAgain ? this.waitsFor : `${Date.now()}-${Math.random()}`;
    Object.assign(this, { sent: words, waitsFor: id });
    this.wait(true);
    this.said.textContent = this.words.saving;
    this.late = setTimeout(() => { this.wait(false); this.show(this.words.no_answer); }, ANSWER_MS);
    this.send("captured", { id, tries: (this.tries = (this.tries ?? 0) + 1), ...words });
  }

  // Meanwhile nothing can be added that the server wouldn't get.
  wait(isWaiting) { this.isWaiting = this.text.readOnly = this.kinds.inert = isWaiting; }

  // What the server answered; true where it is the answer to what was sent last, and all of it was kept. What was
  // refused is shown again with the reason, also to somebody who has left it meanwhile.
  takes(answer) {
    if (!answer || answer.id !== this.waitsFor) return false;
    clearTimeout(this.late);
    const { sent } = this;
    Object.assign(this, { waitsFor: null, sent: null });
    this.wait(false);
    if (!answer.is_kept) {
      this.show(answer.words);
      return false;
    }
    this.forget(sent);
    return true;
  }

  // What was written after it was sent stays: its answer came late then.
  forget({ kind, text }) {
    if (this.drafts[kind]?.text === text) delete this.drafts[kind];
    if (this.kind === kind && this.text.value === text) {
      this.text.value = "";
      if (this.isOpen) this.close();
    }
    this.changed();
  }

  key(event) { return event.code === "Escape" ? () => this.close() : null; }
}

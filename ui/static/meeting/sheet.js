// What the director says, written down over the screen: it goes to the server, and stays here until that has it.

const ANSWER_MS = 8000;

class Sheet {
  constructor({ words, kinds, sections, months, nobody }, send, focus, cover) {
    Object.assign(this, { words, sections, nobody, send, focus, cover });
    const radios = kinds.map(([value, name]) => make("label", {},
      make("input", { type: "radio", name: "kind", value, onchange: () => this.ask() }), name));
    this.due = make("label", {}, words.due, choice("due", months));
    this.due.querySelector("select").selectedIndex = 1;
    this.said = make("p", { className: "said wide" });
    this.said.setAttribute("role", "alert");
    this.element = make("form", { className: "sheet", noValidate: true, onsubmit: (event) => this.submit(event) },
      make("h2", { textContent: words.capture }),
      make("div", { className: "kinds" }, ...radios),
      make("label", {}, words.section, choice("section", sections)),
      this.due,
      make("label", { className: "wide" }, words.text, make("textarea", { name: "text", maxLength: 2000 })),
      this.said,
      make("div", { className: "wide" },
        make("button", { type: "submit", className: "primary", textContent: words.save }), " ",
        button(words.cancel, () => this.close())));
  }

  get isOpen() { return this.element.classList.contains("shown"); }

  get fields() { return this.element.elements; }

  open(kind, screen, actor) {
    Object.assign(this, { screen, actor });
    this.fields.kind.value = kind;
    if (!this.fields.text.value) this.fields.section.value = screen?.section || this.sections[0][0];
    this.ask();
    this.show(actor ? "" : this.nobody);
  }

  show(said) {
    this.said.textContent = said;
    this.element.classList.add("shown");
    this.cover();
    this.fields.text.focus();
  }

  close() {
    this.element.classList.remove("shown");
    this.cover();
    this.focus();
  }

  ask() { this.due.style.visibility = this.fields.kind.value === "order" ? "visible" : "hidden"; }

  submit(event) {
    event.preventDefault();
    if (this.isWaiting || !this.actor) return;
    const { kind, section, due, text } = this.fields;
    const { topic } = this.screen;
    const words = { kind: kind.value, section: section.value, due: due.value, text: text.value, topic };
    const isSentAgain = JSON.stringify(words) === JSON.stringify(this.sent);
    const id = isSentAgain ? this.waitsFor : `${Date.now()}-${Math.random()}`;
    Object.assign(this, { sent: words, isWaiting: true, waitsFor: id });
    this.said.textContent = this.words.saving;
    this.late = setTimeout(() => { this.isWaiting = false; this.show(this.words.no_answer); }, ANSWER_MS);
    this.send("captured", { id, tries: (this.tries = (this.tries ?? 0) + 1), ...words });
  }

  // What the server answered; true where it is the answer to what was sent last, and all of it was kept. What was
  // refused is shown again with the reason, also to somebody who has left it meanwhile.
  takes(answer) {
    if (!answer || answer.id !== this.waitsFor) return false;
    clearTimeout(this.late);
    Object.assign(this, { isWaiting: false, waitsFor: null, sent: null });
    if (!answer.is_kept) {
      this.show(answer.words);
      return false;
    }
    this.fields.text.value = "";
    if (this.isOpen) this.close();
    return true;
  }

  key(event) { return event.code === "Escape" ? () => this.close() : null; }
}

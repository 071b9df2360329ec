// The meeting on the projector: one screen at a time over the whole window, moved through by keys, a clicker or touch.
//
// Python gives the screens as finished HTML, in the order wanted, with the lists behind their figures. All of them are
// drawn at once and one is shown, so the next is there when its key is pressed. The stage stands beside Streamlit's own
// page, which can't be reached while it is open. What is said there goes back as `captured`, the agenda as `arrangement`.

const meetings = new WeakMap();
const NEXT = ["ArrowRight", "ArrowDown", "PageDown", "Space"];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp"];
const SWIPE = 60;
const MOST_ROWS = 60;
const ANSWER_MS = 8000;
const TOAST_MS = 5000;
// In the document itself, for the stage's own style can hide nothing of it.
const ON_PAPER = "@media print { body > :not(.meeting) { display: none !important; } }";

export default function ({ data, parentElement, setTriggerValue, setStateValue }) {
  if (!meetings.has(parentElement)) meetings.set(parentElement, new Meeting(parentElement));
  const meeting = meetings.get(parentElement);
  meeting.update(data, setTriggerValue, setStateValue);
  return () => meeting.remove();
}

class Meeting {
  constructor(parent) {
    this.parent = parent;
    this.place = 0;
    this.host = make("div", { className: "meeting" });
    const root = this.host.attachShadow({ mode: "open" });
    this.stage = make("div", { className: "stage", hidden: true, tabIndex: -1 });
    this.stage.setAttribute("role", "dialog");
    this.stage.setAttribute("aria-modal", "true");
    this.print = make("style", { textContent: ON_PAPER });
    this.look = make("link", { rel: "stylesheet" });
    root.append(this.look, this.stage);
    document.body.append(this.host);
    document.head.append(this.print);
    this.onKey = (event) => this.key(event);
    this.stage.addEventListener("click", (event) => this.click(event));
    this.stage.addEventListener("pointerdown", (event) => { this.touched = event.pointerType === "mouse" ? null : event.clientX; });
    this.stage.addEventListener("pointerup", (event) => this.swipe(event));
  }

  update(data, send, keep) {
    Object.assign(this, { data, words: data.words, send, keep });
    if (this.look.getAttribute("href") !== data.style) this.look.href = data.style;
    this.stage.classList.toggle("wall", data.is_wall);
    if (this.dark === undefined) this.setDark(isDark(this.parent.host ?? this.parent));
    this.draw();
    if (data.is_wall) { if (this.stage.hidden && !this.hasLeft) this.open(); return; }
    this.drawAgenda();
    this.restore();
    if (data.answer && data.answer.id === this.waitsFor) this.answered(data.answer);
  }

  remove() {
    this.leave();
    clearInterval(this.rotation);
    this.host.remove();
    this.print.remove();
    meetings.delete(this.parent);
  }

  // What is drawn

  draw() {
    const name = this.screens?.[this.place]?.name;
    this.screens = this.data.screens.filter((screen) => !this.isIn("dropped", screen));
    const found = this.screens.findIndex((screen) => screen.name === name);
    this.place = found >= 0 ? found : Math.min(this.place, Math.max(0, this.screens.length - 1));
    this.sections ??= make("div", {});
    this.sections.innerHTML = this.screens.map((screen) => screen.html).join("");
    [...this.sections.children].forEach((section, index) => {
      section.querySelector("footer").dataset.place = `${index + 1}/${this.screens.length}`;
    });
    if (!this.controls) this.furnish();
    this.show(this.place);
  }

  isIn(kind, screen) { return (this.data.arrangement?.[kind] ?? []).includes(screen.name); }

  furnish() {
    this.controls = make("div", { className: "controls" });
    this.clock = make("span", { className: "clock" });
    this.position = make("span", { className: "place" });
    this.position.setAttribute("aria-live", "polite");
    const button = (text, name, act) => make("button", { type: "button", textContent: text, title: name, ariaLabel: name, onclick: act });
    this.controls.append(
      this.clock,
      button("✎", this.words.capture, () => this.openSheet()),
      button("‹", this.words.back, () => this.move(-1)),
      this.position,
      button("›", this.words.next, () => this.move(1)),
    );
    this.behind = make("div", { className: "behind" });
    this.sheet = make("form", { className: "sheet", noValidate: true });
    this.toast = make("div", { className: "toast" });
    this.toast.setAttribute("role", "status");
    this.stage.append(this.sections, this.controls, this.behind, this.sheet, this.toast);
  }

  show(place) {
    this.place = place;
    [...this.sections.children].forEach((section, index) => section.classList.toggle("current", index === place));
    this.position.textContent = this.screens.length ? `${place + 1}/${this.screens.length}` : "";
    this.stage.setAttribute("aria-label", this.screens[place]?.title ?? "");
    this.say(this.data.is_wall ? this.words.updated : this.clock.textContent);
  }

  say(text) { this.clock.textContent = text; }

  setDark(dark) {
    this.dark = dark;
    this.stage.classList.toggle("dark", dark);
  }

  // Coming and going

  open() {
    this.stage.hidden = false;
    document.getElementById("root").inert = true;
    document.addEventListener("keydown", this.onKey, true);
    if (this.data.is_wall) this.rotate(); else this.tick();
    this.stage.focus();
  }

  leave() {
    this.release();
    if (this.stage.hidden) return;
    this.stage.hidden = this.hasLeft = true;
    clearInterval(this.rotation);
    if (document.fullscreenElement) document.exitFullscreen();
    if (this.data.is_wall) return;
    this.drawAgenda();
    this.parent.querySelector(".start")?.focus();
  }

  release() {
    document.getElementById("root").inert = false;
    document.removeEventListener("keydown", this.onKey, true);
  }

  tick() {
    this.began ??= Date.now();
    clearInterval(this.ticking);
    const show = () => {
      const seconds = Math.floor((Date.now() - this.began) / 1000);
      this.say(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
    };
    show();
    this.ticking = setInterval(show, 1000);
  }

  rotate() {
    clearInterval(this.rotation);
    this.rotation = setInterval(() => this.show((this.place + 1) % Math.max(1, this.screens.length)), this.data.seconds * 1000);
  }

  // Keys, clicks and touch

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || ["Tab", "F5", "F11"].includes(event.key)) {
      if (event.ctrlKey && event.key === "Enter" && this.isAsking()) this.submit(event);
      return;
    }
    event.stopPropagation();
    if (this.data.is_wall && event.key !== "Escape") return;
    const act = this.isAsking() ? this.sheetKey(event) : this.isBehind() ? this.behindKey(event) : this.screenKey(event);
    if (act) { event.preventDefault(); act(); }
  }

  screenKey(event) {
    const onButton = event.composedPath()[0].tagName === "BUTTON";
    if (onButton && ["Enter", "Space"].includes(event.code)) return null;
    if (NEXT.includes(event.code)) return () => this.move(1);
    if (BACK.includes(event.code)) return () => this.move(-1);
    return {
      Home: () => this.show(0),
      End: () => this.show(Math.max(0, this.screens.length - 1)),
      KeyF: () => this.fullScreen(),
      KeyD: () => this.setDark(!this.dark),
      KeyO: () => this.openSheet("order"),
      KeyC: () => this.openSheet("comment"),
      KeyA: () => this.openSheet("acknowledged"),
      KeyB: () => this.current()?.querySelector("[data-behind]")?.click(),
      Escape: () => this.leave(),
    }[event.code];
  }

  behindKey(event) {
    if (NEXT.includes(event.code)) return () => this.turn(1);
    if (BACK.includes(event.code)) return () => this.turn(-1);
    return { Escape: () => this.closeBehind(), Backspace: () => this.closeBehind(), KeyB: () => this.closeBehind() }[event.code];
  }

  sheetKey(event) {
    return event.code === "Escape" ? () => this.closeSheet() : null;
  }

  click(event) {
    const figure = event.composedPath().find((node) => node.dataset?.behind !== undefined);
    if (figure && !this.data.is_wall) this.openBehind(figure);
  }

  swipe(event) {
    const start = this.touched;
    this.touched = null;
    if (start === null || start === undefined || this.isAsking() || this.data.is_wall) return;
    const way = event.clientX - start;
    if (Math.abs(way) < SWIPE) return;
    if (this.isBehind()) this.turn(way < 0 ? 1 : -1); else this.move(way < 0 ? 1 : -1);
  }

  move(steps) {
    const place = this.place + steps;
    if (place >= 0 && place < this.screens.length) this.show(place);
    this.stage.focus();
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen(); else this.host.requestFullscreen();
  }

  current() { return this.sections.children[this.place]; }

  // The measures behind a figure

  isBehind() { return this.behind.classList.contains("shown"); }

  openBehind(figure) {
    const list = this.screens[this.place].behind[figure.dataset.behind];
    if (!list) return;
    this.cameFrom = figure;
    this.behind.replaceChildren(make("h2", { textContent: list.title }), make("div", { className: "room" }), this.behindFoot());
    this.behind.classList.add("shown");
    this.list = list;
    this.starts = [0];
    this.page = 0;
    this.turn(0);
    this.stage.focus();
  }

  behindFoot() {
    const foot = make("footer", {});
    const button = (text, act) => make("button", { type: "button", textContent: text, onclick: act });
    foot.append(button(this.words.return, () => this.closeBehind()), button("‹", () => this.turn(-1)), make("span", {}), button("›", () => this.turn(1)));
    foot.className = "panel";
    return foot;
  }

  // The list is put into pages as they are turned to: where one ends depends on the window and its texts.
  turn(steps) {
    const page = this.page + steps;
    if (page < 0 || page >= this.starts.length) return;
    this.page = page;
    const first = this.starts[page];
    const { vocabulary, texts } = this.data;
    const rows = this.list.rows.slice(first, first + MOST_ROWS).map((row) => row.map((place) => vocabulary[place]));
    const shown = fill(this.behind.querySelector(".room"), this.list.heads, rows, texts, this.words);
    const next = first + shown;
    if (page + 1 === this.starts.length && next < this.list.rows.length) this.starts.push(next);
    this.behind.querySelector("footer span").textContent = `${shown ? first + 1 : 0}–${next} / ${this.list.rows.length}`;
  }

  closeBehind() {
    this.behind.classList.remove("shown");
    this.cameFrom?.focus();
  }

  // An order or a comment

  isAsking() { return this.sheet.classList.contains("shown"); }

  openSheet(kind = "order") {
    if (!this.sheet.childElementCount) this.buildSheet();
    const screen = this.screens[this.place];
    this.sheet.elements.kind.value = kind;
    if (!this.sheet.elements.text.value) this.sheet.elements.section.value = screen?.section || this.data.sections[0][0];
    this.about = screen?.name ?? "";
    this.ask();
    this.sheet.querySelector(".said").textContent = this.data.actor ? "" : this.words.nobody;
    this.sheet.classList.add("shown");
    this.sheet.elements.text.focus();
  }

  buildSheet() {
    const words = this.words;
    const kinds = make("div", { className: "kinds" });
    for (const [value, name] of this.data.kinds) {
      const input = make("input", { type: "radio", name: "kind", value, onchange: () => this.ask() });
      kinds.append(labelled(name, input, true));
    }
    this.due = labelled(words.due, choice("due", this.data.months));
    this.due.querySelector("select").selectedIndex = 1;
    const text = make("textarea", { name: "text", maxLength: 2000 });
    const save = make("button", { type: "submit", className: "primary", textContent: words.save });
    const cancel = make("button", { type: "button", textContent: words.cancel, onclick: () => this.closeSheet() });
    const buttons = make("div", { className: "wide" });
    buttons.append(save, " ", cancel);
    const area = labelled(words.text, text);
    area.className = "wide";
    const said = make("p", { className: "said wide" });
    said.setAttribute("role", "alert");
    this.sheet.append(make("h2", { textContent: words.capture }), kinds, labelled(words.section, choice("section", this.data.sections)), this.due, area, said, buttons);
    this.sheet.onsubmit = (event) => this.submit(event);
  }

  ask() { this.due.style.visibility = this.sheet.elements.kind.value === "order" ? "visible" : "hidden"; }

  closeSheet() {
    this.sheet.classList.remove("shown");
    this.stage.focus();
  }

  submit(event) {
    event.preventDefault();
    if (this.waitsFor || !this.data.actor) return;
    const { kind, section, due, text } = this.sheet.elements;
    this.waitsFor = `${Date.now()}-${Math.random()}`;
    this.sheet.querySelector(".said").textContent = this.words.saving;
    this.late = setTimeout(() => { this.sheet.querySelector(".said").textContent = this.words.no_answer; this.waitsFor = null; }, ANSWER_MS);
    this.send("captured", { id: this.waitsFor, kind: kind.value, section: section.value, due: due.value, text: text.value, screen: this.about });
  }

  answered(answer) {
    clearTimeout(this.late);
    this.waitsFor = null;
    this.sheet.querySelector(".said").textContent = answer.is_kept ? "" : answer.words;
    if (!answer.is_kept) return;
    this.sheet.elements.text.value = "";
    this.closeSheet();
    this.toast.textContent = answer.words;
    setTimeout(() => { this.toast.textContent = ""; }, TOAST_MS);
  }

  // The agenda on the page

  drawAgenda() {
    const root = this.parent.querySelector(".agenda");
    const start = make("button", { type: "button", className: "start", textContent: this.began ? this.words.go_on : this.words.start, disabled: !this.screens.length, onclick: () => this.open() });
    const list = make("ol", {});
    this.data.screens.forEach((screen, index) => list.append(this.agendaRow(screen, index)));
    root.replaceChildren(start, make("p", { textContent: this.words.keys }), list);
    if (this.moved) { root.querySelector(`[data-act="${this.moved}"]`)?.focus(); this.moved = null; }
  }

  agendaRow(screen, index) {
    const words = this.words;
    const [dropped, pinned] = [this.isIn("dropped", screen), this.isIn("pinned", screen)];
    const row = make("li", { className: dropped ? "dropped" : "" });
    const button = (act, text, name, change, pressed) => {
      const made = make("button", { type: "button", textContent: text, title: name, ariaLabel: `${name}: ${screen.title}`, onclick: () => { this.moved = `${act}-${screen.name}`; this.arrange(change); } });
      made.dataset.act = `${act}-${screen.name}`;
      if (pressed !== undefined) made.ariaPressed = String(pressed);
      return made;
    };
    const swap = (by) => (rows) => { const to = index + by; if (rows[to]) [rows[index], rows[to]] = [rows[to], rows[index]]; };
    row.append(
      button("drop", dropped ? "☐" : "☑", words.shown, (rows) => { rows[index].dropped = !dropped; }, !dropped),
      button("up", "▲", words.up, swap(-1)),
      button("down", "▼", words.down, swap(1)),
      button("pin", pinned ? "★" : "☆", words.pin, (rows) => { rows[index].pinned = !pinned; }, pinned),
      make("span", { textContent: screen.title }),
    );
    return row;
  }

  arrange(change) {
    const rows = this.data.screens.map((screen) => (
      { name: screen.name, dropped: this.isIn("dropped", screen), pinned: this.isIn("pinned", screen) }));
    change(rows);
    const names = (wanted) => rows.filter(wanted).map((row) => row.name);
    const absent = (kept, key) => (kept?.[key] ?? []).filter((name) => !rows.some((row) => row.name === name));
    const before = this.stored();
    const arrangement = {
      pinned: [...names((row) => row.pinned), ...absent(before, "pinned")],
      order: names(() => true),
      dropped: [...names((row) => row.dropped), ...absent(before, "dropped")],
    };
    localStorage.setItem(this.data.memory, JSON.stringify(arrangement));
    this.keep("arrangement", arrangement);
  }

  stored() {
    try { return JSON.parse(localStorage.getItem(this.data.memory)); } catch { return null; }
  }

  restore() {
    const stored = this.stored();
    if (this.restored || !stored) return;
    this.restored = true;
    if (JSON.stringify(stored) !== JSON.stringify(this.data.arrangement)) this.keep("arrangement", stored);
  }
}

function make(tag, properties) {
  const element = document.createElement(tag);
  const { ariaLabel, ariaPressed, ...own } = properties;
  Object.assign(element, own);
  if (ariaLabel) element.setAttribute("aria-label", ariaLabel);
  if (ariaPressed) element.setAttribute("aria-pressed", ariaPressed);
  return element;
}

function labelled(name, field, isFirst = false) {
  const label = make("label", {});
  label.append(...(isFirst ? [field, name] : [name, field]));
  return label;
}

function choice(name, options) {
  const select = make("select", { name });
  for (const [value, text] of options) select.append(make("option", { value, textContent: text }));
  return select;
}

// Puts rows into the room until one finds none, at least one; gives how many stand there.
function fill(room, [code, ...heads], rows, texts, words) {
  const table = make("table", {});
  const body = make("tbody", {});
  table.append(rowOf("th", [code, words.measure, ...heads]), body);
  room.replaceChildren(table);
  for (const [measure, ...cells] of rows) {
    const row = rowOf("td", [measure, texts[measure] ?? "", ...cells]);
    body.append(row);
    if (room.scrollHeight > room.clientHeight && body.childElementCount > 1) {
      row.remove();
      break;
    }
  }
  return body.childElementCount;
}

function rowOf(tag, cells) {
  const row = make("tr", {});
  cells.forEach((cell) => row.append(make(tag, { textContent: cell })));
  return row;
}

function isDark(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const probe = make("span", {});
  probe.style.color = colour;
  document.body.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  probe.remove();
  return colour !== "" && 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}

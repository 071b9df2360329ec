// The meeting on the projector: one screen at a time over the whole window, moved through by keys, a clicker or touch.
//
// Python gives the screens as finished HTML, in the order wanted, with the lists behind their figures. All of them
// are drawn at once and one is shown, so the next is there when its key is pressed. The stage stands beside Streamlit's
// page, which can't be reached while it is open. What is said there goes back as `captured`, the agenda as
// `arrangement`.

const meetings = new WeakMap();
const NEXT = ["ArrowRight", "ArrowDown", "PageDown", "Space"];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp"];
const TURNS = [...NEXT, ...BACK];
const SWIPE = 60;
const TOAST_MS = 5000;
// Where each meeting was, and since when it goes on: it goes on there after another page was looked at.
const LEFT_AT = {};
// In the document itself, for the stage's own style can hide nothing of it.
const ON_PAPER =
  "@media print { html, body { background: #FFFFFF !important; } body > :not(.meeting) { display: none !important; } }";

export default function ({ data, parentElement, setTriggerValue, setStateValue }) {
  if (!meetings.has(parentElement)) {
    meetings.set(parentElement, new Meeting(parentElement, data, setTriggerValue, setStateValue));
  }
  const meeting = meetings.get(parentElement);
  meeting.update(data);
  return () => meeting.remove();
}

class Meeting {
  constructor(parent, data, send, keep) {
    Object.assign(this, { parent, data, words: data.words, keep: data.is_wall ? null : keep });
    Object.assign(this, LEFT_AT[data.stage] ?? { place: 0 });
    const focus = () => this.stage.focus();
    const changed = () => this.changed();
    this.agenda = new Agenda(parent.querySelector(".agenda"), keep);
    this.behind = new Behind(this.words, focus, changed);
    this.sheet = data.is_wall ? null : new Sheet(data, send, focus, changed);
    this.sections = make("div");
    this.clock = make("span", { className: "clock" });
    this.position = make("span", { className: "place" });
    this.position.setAttribute("aria-live", "polite");
    this.toast = make("div", { className: "toast" });
    this.toast.setAttribute("role", "status");
    this.onKey = (event) => this.key(event);
    this.build(data);
    this.setDark(isDark(parent.host ?? parent));
  }

  build(data) {
    const named = (text, name, act) => button(text, act, { title: name, ariaLabel: name });
    this.controls = make("div", { className: "controls" },
      this.clock,
      named("✎", this.words.capture, () => this.say("order")),
      named("‹", this.words.back, () => this.move(-1)),
      this.position,
      named("›", this.words.next, () => this.move(1)));
    this.stage = make("div", { className: `stage ${data.is_wall ? "wall" : ""}`, hidden: true, tabIndex: -1 },
      this.sections, this.controls, this.behind.element, this.sheet?.element ?? "", this.toast);
    this.stage.setAttribute("role", "dialog");
    this.stage.setAttribute("aria-modal", "true");
    this.stage.addEventListener("click", (event) => this.click(event));
    this.stage.addEventListener("pointerdown", (event) => { this.touched = isTouch(event) ? event.clientX : null; });
    this.stage.addEventListener("pointerup", (event) => this.swipe(event));
    this.host = make("div", { className: "meeting" });
    this.host.attachShadow({ mode: "open" }).append(make("link", { rel: "stylesheet", href: data.style }), this.stage);
    this.print = make("style", { textContent: ON_PAPER });
    document.body.append(this.host);
    document.head.append(this.print);
  }

  update(data) {
    this.data = data;
    this.draw();
    if (data.is_wall) {
      if (this.stage.hidden && !this.hasLeft) this.open();
      return;
    }
    this.drawAgenda();
    this.sheet.refusal = data.refusal;
    if (this.sheet.takes(data.answer)) this.tell(data.answer.words);
    if (data.notice && data.notice !== this.notice) this.tell(data.notice);
    this.notice = data.notice;
  }

  remove() {
    this.sheet?.putAside();
    LEFT_AT[this.data.stage] = { place: this.place, began: this.began };
    this.leave();
    clearInterval(this.ticking);
    this.host.remove();
    this.print.remove();
    meetings.delete(this.parent);
  }

  // What is drawn

  draw() {
    const name = this.screens?.[this.place]?.name;
    this.screens = this.data.screens.filter((screen) => !isIn(this.data, "dropped", screen.name));
    const found = this.screens.findIndex((screen) => screen.name === name);
    this.sections.innerHTML = this.screens.map((screen) => screen.html).join("");
    [...this.sections.children].forEach((section, index) => {
      section.querySelector("footer").dataset.place = `${index + 1}/${this.screens.length}`;
    });
    this.show(found >= 0 ? found : Math.min(this.place, Math.max(0, this.screens.length - 1)));
    if (this.data.is_wall) this.clock.textContent = this.data.updated;
  }

  drawAgenda() { this.agenda.draw(this.data, () => this.open(), this.began !== undefined, this.screens.length); }

  show(place) {
    this.place = place;
    [...this.sections.children].forEach((section, index) => section.classList.toggle("current", index === place));
    this.position.textContent = this.screens.length ? `${place + 1}/${this.screens.length}` : "";
    this.stage.setAttribute("aria-label", this.screens[place]?.title ?? "");
  }

  setDark(dark) {
    this.dark = dark;
    this.stage.classList.toggle("dark", dark);
  }

  tell(text) {
    this.toast.textContent = text;
    clearTimeout(this.telling);
    this.telling = setTimeout(() => { this.toast.textContent = ""; }, TOAST_MS);
  }

  // Coming and going

  open() {
    this.stage.hidden = false;
    document.getElementById("root").inert = true;
    document.addEventListener("keydown", this.onKey, true);
    if (this.data.is_wall) this.goRound();
    else this.tick();
    this.stage.focus();
  }

  leave() {
    document.getElementById("root").inert = false;
    document.removeEventListener("keydown", this.onKey, true);
    if (this.stage.hidden) return;
    this.stage.hidden = this.hasLeft = true;
    if (document.fullscreenElement) document.exitFullscreen();
    if (this.data.is_wall) {
      clearInterval(this.ticking);
      return;
    }
    this.drawAgenda();
    this.parent.querySelector(".start")?.focus();
  }

  // The page is drawn anew, for it tells what was written meanwhile.
  goBack() {
    this.leave();
    this.keep?.("left", Date.now());
  }

  goRound() {
    this.every(this.data.seconds, () => this.show((this.place + 1) % Math.max(1, this.screens.length)));
  }

  tick() {
    this.began ??= Date.now();
    const show = () => {
      const seconds = Math.floor((Date.now() - this.began) / 1000);
      this.clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    };
    show();
    this.every(1, show);
  }

  every(seconds, act) {
    clearInterval(this.ticking);
    this.ticking = setInterval(act, seconds * 1000);
  }

  // While something lies over a screen, the Tab key leads to nothing below it. What wasn't sent is marked where boot.js
  // sees it, on other pages too, so that the browser asks before it is lost.
  changed() {
    const isWriting = Boolean(this.sheet?.isOpen);
    this.behind.element.inert = isWriting;
    this.sections.inert = this.controls.inert = isWriting || this.behind.isOpen;
    document.body.toggleAttribute("data-unsent", Boolean(this.sheet?.isUnsent));
  }

  // Keys, clicks and touch

  key(event) {
    if (event.ctrlKey && event.key === "Enter" && this.sheet?.isOpen) this.sheet.submit(event);
    if (event.ctrlKey || event.metaKey || event.altKey || ["Tab", "F11"].includes(event.key)) return;
    event.stopPropagation();
    if (this.data.is_wall && event.key !== "Escape") return;
    const layer = [this.sheet, this.behind].find((each) => each?.isOpen);
    const act = this.isHeld(event) ? () => {} : layer ? layer.key(event) : this.screenKey(event);
    this.acted = act && event.code;
    if (!act) return;
    event.preventDefault();
    act();
  }

  // A key that is held down turns page after page, but opens or leaves only one thing.
  isHeld(event) { return event.repeat && event.code === this.acted && !TURNS.includes(event.code); }

  screenKey(event) {
    const isOnButton = event.composedPath()[0].tagName === "BUTTON";
    if (isOnButton && ["Enter", "Space"].includes(event.code)) return null;
    if (NEXT.includes(event.code)) return () => this.move(1);
    if (BACK.includes(event.code)) return () => this.move(-1);
    return {
      Home: () => this.show(0),
      End: () => this.show(Math.max(0, this.screens.length - 1)),
      KeyF: () => this.fullScreen(),
      F5: () => this.fullScreen(),
      KeyD: () => this.setDark(!this.dark),
      KeyO: () => this.say("order"),
      KeyC: () => this.say("comment"),
      KeyA: () => this.say("acknowledged"),
      KeyB: () => this.sections.children[this.place]?.querySelector("[data-behind]")?.click(),
      Escape: () => this.goBack(),
    }[event.code];
  }

  click(event) {
    const figure = event.composedPath().find((node) => node.dataset?.behind !== undefined);
    const list = figure && this.screens[this.place].behind[figure.dataset.behind];
    if (list && !this.data.is_wall) this.behind.open(list, figure, this.data);
  }

  swipe(event) {
    const start = this.touched;
    this.touched = null;
    if (start === null || start === undefined || this.sheet?.isOpen || this.data.is_wall) return;
    const way = event.clientX - start;
    if (Math.abs(way) < SWIPE) return;
    const steps = way < 0 ? 1 : -1;
    if (this.behind.isOpen) this.behind.turn(steps);
    else this.move(steps);
  }

  move(steps) {
    const place = this.place + steps;
    if (place >= 0 && place < this.screens.length) this.show(place);
    this.stage.focus();
  }

  fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else this.host.requestFullscreen();
  }

  say(kind) { this.sheet.open(kind, this.screens[this.place]); }
}

function isTouch(event) { return event.pointerType !== "mouse"; }

function isDark(element) {
  const probe = make("span");
  probe.style.color = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  document.body.append(probe);
  const [red, green, blue] = getComputedStyle(probe).color.match(/[\d.]+/g).map(Number);
  const isSet = probe.style.color !== "";
  probe.remove();
  return isSet && 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}

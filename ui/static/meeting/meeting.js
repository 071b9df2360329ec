// @ts-check
// The meeting on the projector: one screen at a time over the whole window, moved through by keys, a clicker or touch.
//
// Python gives the screens as finished HTML, in the order wanted, with the lists behind their figures. What is said on
// the stage goes back as `captured`, the agenda as `arrangement`; Streamlit's page can't be reached while it is open.

/** @import { Act, MeetingData, Send, StageData } from "./data.js" */

import { Agenda } from "./agenda.js";
import { Behind } from "./behind.js";
import { BACK, NEXT, TURNS } from "./keys.js";
import { Sheet } from "./sheet.js";
import { Stage } from "./stage.js";

/** @type {WeakMap<ParentNode, Meeting>} */
const meetings = new WeakMap();
const SWIPE = 60;

/**
 * Where each meeting was, and since when it goes on: it goes on there after another page was looked at.
 * @type {Record<string, { place: number, began: number | undefined }>}
 */
const LEFT_AT = {};

/**
 * What Streamlit calls whenever Python has said something.
 * @param {{ data: Uint8Array, parentElement: HTMLElement | ShadowRoot, setTriggerValue: Send, setStateValue: Send }} told
 */
export default function tell({ data: lines, parentElement, setTriggerValue, setStateValue }) {
  const data = read(lines);
  const meeting = meetings.get(parentElement) ?? new Meeting(parentElement, data, setTriggerValue, setStateValue);
  meetings.set(parentElement, meeting);
  meeting.update(data);
  return () => meeting.remove();
}

/**
 * Two lines of JSON: what is said at every run, and the screens.
 * @param {Uint8Array} lines
 * @returns {StageData}
 */
function read(lines) {
  const [said, screens] = new TextDecoder().decode(lines).split("\n");
  return { ...JSON.parse(said), ...JSON.parse(screens) };
}

class Meeting {
  /**
   * @param {HTMLElement | ShadowRoot} parent
   * @param {StageData} data
   * @param {Send} send
   * @param {Send} keep
   */
  constructor(parent, data, send, keep) {
    this.parent = parent;
    this.data = data;
    this.keep = keep;
    this.notice = "";
    this.acted = "";
    this.touched = /** @type {number | null} */ (null);
    this.hasLeft = false;
    this.ticking = 0;
    const { place, began } = LEFT_AT[nameOf(data)] ?? { place: 0, began: undefined };
    this.began = began;
    const focus = () => this.stage.focus();
    const changed = () => this.changed();
    this.agenda = data.is_wall ? null : new Agenda(agendaIn(parent), data, keep);
    this.behind = new Behind(data, focus, changed);
    this.sheet = data.is_wall ? null : new Sheet(data, send, focus, changed);
    this.stage = new Stage(data, place, [this.behind.element, this.sheet?.element ?? ""], {
      capture: () => this.say("order"),
      back: () => this.move(-1),
      next: () => this.move(1),
    });
    this.stage.lookLike(parent instanceof ShadowRoot ? parent.host : parent);
    this.onKey = (/** @type {KeyboardEvent} */ event) => this.key(event);
    this.listen(this.stage.element);
  }

  /** @param {HTMLElement} element */
  listen(element) {
    element.addEventListener("click", (event) => this.click(event));
    element.addEventListener("pointerdown", (event) => {
      this.touched = event.pointerType === "mouse" ? null : event.clientX;
    });
    element.addEventListener("pointerup", (event) => this.swipe(event));
  }

  /** @param {StageData} data */
  update(data) {
    this.data = data;
    this.stage.draw(screensShown(data));
    if (data.is_wall) {
      this.stage.clock.textContent = data.updated;
      if (!this.stage.isShown && !this.hasLeft) this.open();
      return;
    }
    this.drawAgenda(data);
    this.hear(data);
  }

  /** @param {MeetingData} data */
  drawAgenda(data) {
    this.agenda?.draw(data, () => this.open(), this.began !== undefined, this.stage.screens.length);
  }

  /** @param {MeetingData} data */
  hear({ refusal, answer, notice }) {
    if (this.sheet) this.sheet.refusal = refusal;
    if (answer && this.sheet?.takes(answer)) this.stage.tell(answer.words);
    if (notice && notice !== this.notice) this.stage.tell(notice);
    this.notice = notice;
  }

  remove() {
    this.sheet?.putAside();
    LEFT_AT[nameOf(this.data)] = { place: this.stage.place, began: this.began };
    this.leave();
    clearInterval(this.ticking);
    this.stage.remove();
    meetings.delete(this.parent);
  }

  // Coming and going

  open() {
    this.stage.open();
    document.addEventListener("keydown", this.onKey, true);
    if (this.data.is_wall) this.goRound(this.data.seconds);
    else this.tick();
    this.stage.focus();
  }

  leave() {
    document.removeEventListener("keydown", this.onKey, true);
    if (!this.stage.isShown) return;
    this.stage.leave();
    this.hasLeft = true;
    if (this.data.is_wall) {
      clearInterval(this.ticking);
      return;
    }
    this.drawAgenda(this.data);
    this.agenda?.focus("start");
  }

  /** The page is drawn anew, for it tells what was written meanwhile. */
  goBack() {
    this.leave();
    if (!this.data.is_wall) this.keep("left", Date.now());
  }

  /** @param {number} seconds that each screen stays */
  goRound(seconds) {
    const { stage } = this;
    this.every(seconds, () => stage.show((stage.place + 1) % Math.max(1, stage.screens.length)));
  }

  tick() {
    const began = (this.began ??= Date.now());
    const show = () => {
      const seconds = Math.floor((Date.now() - began) / 1000);
      this.stage.clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    };
    show();
    this.every(1, show);
  }

  /**
   * @param {number} seconds
   * @param {Act} act
   */
  every(seconds, act) {
    clearInterval(this.ticking);
    this.ticking = setInterval(act, seconds * 1000);
  }

  /**
   * While something lies over a screen, the Tab key leads to nothing below it. What wasn't sent is marked where
   * boot/unsent.js sees it, on other pages too, so that the browser asks before it is lost.
   */
  changed() {
    const isWriting = Boolean(this.sheet?.isOpen);
    this.behind.element.inert = isWriting;
    this.stage.sections.inert = this.stage.controls.inert = isWriting || this.behind.isOpen;
    document.body.toggleAttribute("data-unsent", Boolean(this.sheet?.isUnsent));
  }

  // Keys, clicks and touch

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.ctrlKey && event.key === "Enter" && this.sheet?.isOpen) this.sheet.submit(event);
    if (isForTheBrowser(event)) return;
    event.stopPropagation();
    if (!this.data.is_wall || event.key === "Escape") this.obey(event);
  }

  /** @param {KeyboardEvent} event */
  obey(event) {
    const act = this.isHeld(event) ? () => {} : this.actOf(event);
    this.acted = act ? event.code : "";
    if (!act) return;
    event.preventDefault();
    act();
  }

  /**
   * A key that is held down turns page after page, but opens or leaves only one thing.
   * @param {KeyboardEvent} event
   */
  isHeld(event) {
    return event.repeat && event.code === this.acted && !TURNS.includes(event.code);
  }

  /**
   * What a key does, in what lies uppermost.
   * @param {KeyboardEvent} event
   * @returns {Act | undefined}
   */
  actOf(event) {
    if (this.sheet?.isOpen) return this.sheet.key(event);
    if (this.behind.isOpen) return this.behind.key(event);
    return this.screenKey(event);
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {Act | undefined}
   */
  screenKey(event) {
    const isOnButton = event.composedPath()[0] instanceof HTMLButtonElement;
    if (isOnButton && ["Enter", "Space"].includes(event.code)) return undefined;
    if (NEXT.includes(event.code)) return () => this.move(1);
    if (BACK.includes(event.code)) return () => this.move(-1);
    const { stage } = this;
    /** @type {Record<string, Act>} */
    const acts = {
      Home: () => stage.show(0),
      End: () => stage.show(stage.last),
      KeyF: () => stage.fullScreen(),
      F5: () => stage.fullScreen(),
      KeyD: () => stage.setDark(!stage.dark),
      KeyO: () => this.say("order"),
      KeyC: () => this.say("comment"),
      KeyA: () => this.say("acknowledged"),
      KeyB: () => stage.firstFigure()?.click(),
      Escape: () => this.goBack(),
    };
    return acts[event.code];
  }

  /** @param {MouseEvent} event */
  click(event) {
    const figure = event.composedPath().find(isFigure);
    const list = figure && this.stage.screen?.behind[figure.dataset.behind ?? ""];
    if (list && !this.data.is_wall) this.behind.open(list, figure, this.data);
  }

  /** @param {PointerEvent} event */
  swipe(event) {
    const start = this.touched;
    this.touched = null;
    if (start === null || this.sheet?.isOpen || this.data.is_wall) return;
    const way = event.clientX - start;
    if (Math.abs(way) < SWIPE) return;
    const steps = way < 0 ? 1 : -1;
    if (this.behind.isOpen) this.behind.turn(steps);
    else this.move(steps);
  }

  /** @param {number} steps */
  move(steps) {
    const place = this.stage.place + steps;
    if (place >= 0 && place <= this.stage.last) this.stage.show(place);
    this.stage.focus();
  }

  /** @param {string} kind */
  say(kind) {
    if (this.stage.screen) this.sheet?.open(kind, this.stage.screen);
  }
}

/** @param {StageData} data */
function nameOf(data) {
  return data.is_wall ? "wall" : data.stage;
}

/** @param {StageData} data */
function screensShown(data) {
  if (data.is_wall) return data.screens;
  const { dropped } = data.arrangement;
  return data.screens.filter((screen) => !dropped.includes(screen.name));
}

/** @param {ParentNode} parent */
function agendaIn(parent) {
  return /** @type {HTMLElement} */ (parent.querySelector(".agenda"));
}

/** @param {KeyboardEvent} event */
function isForTheBrowser({ ctrlKey, metaKey, altKey, key }) {
  return ctrlKey || metaKey || altKey || key === "Tab" || key === "F11";
}

/**
 * @param {EventTarget} node
 * @returns {node is HTMLElement}
 */
function isFigure(node) {
  return node instanceof HTMLElement && node.dataset.behind !== undefined;
}

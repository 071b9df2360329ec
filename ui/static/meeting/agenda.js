// @ts-check
// The agenda on the page: the presenter drops, moves and pins screens, and the browser remembers it.

/** @import { Act, Arrangement, MeetingData, Screen, Send } from "./data.js" */
/** @typedef {(kept: Arrangement) => Arrangement} Change */

import { exchanged, inOrder, isSame, moved, neighbour, toggled } from "./arranging.js";
import { button, make } from "./elements.js";

export class Agenda {
  /**
   * @param {HTMLElement} root
   * @param {MeetingData} data
   * @param {Send} keep
   */
  constructor(root, data, keep) {
    this.root = root;
    this.data = data;
    this.keep = keep;
    this.isRestored = false;
    /** @type {Arrangement | undefined} what the server hasn't answered yet */
    this.awaited = undefined;
    this.redraw = () => {};
  }

  /**
   * @param {MeetingData} data
   * @param {Act} start
   * @param {boolean} isGoingOn
   * @param {number} count of the screens that are shown
   */
  draw(data, start, isGoingOn, count) {
    this.data = this.asArranged(data);
    this.redraw = () => this.show(start, isGoingOn, count);
    this.redraw();
  }

  /**
   * @param {Act} start
   * @param {boolean} isGoingOn
   * @param {number} count
   */
  show(start, isGoingOn, count) {
    const { words } = this.data;
    const begin = button(isGoingOn ? words.go_on : words.start, start, { className: "start", disabled: !count });
    begin.dataset.act = "start";
    const list = make("ol", {}, ...this.data.screens.map((screen) => this.row(screen)));
    const focused = this.focused();
    this.root.replaceChildren(begin, make("p", { textContent: words.keys }), list);
    if (focused) this.focus(focused);
    this.restore();
  }

  /**
   * An answer to an earlier press doesn't take back what was pressed since, whose own answer follows.
   * @param {MeetingData} data
   * @returns {MeetingData}
   */
  asArranged(data) {
    if (!this.awaited || isSame(this.awaited, data.arrangement)) {
      this.awaited = undefined;
      return data;
    }
    return { ...data, arrangement: this.awaited, screens: inOrder(data.screens, this.names) };
  }

  /** What the button does on which the presenter is. */
  focused() {
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.root.getRootNode());
    return activeElement instanceof HTMLElement ? activeElement.dataset.act : undefined;
  }

  /** @param {string} act */
  focus(act) {
    /** @type {HTMLElement | null} */
    const found = this.root.querySelector(`[data-act="${act}"]`);
    found?.focus();
  }

  /** @param {Screen} screen */
  row({ name, title }) {
    const { words, arrangement } = this.data;
    const [isDropped, isPinned] = [arrangement.dropped.includes(name), arrangement.pinned.includes(name)];
    /** @type {(kind: string, sign: string, what: string, change: Change, isPressed?: boolean) => HTMLElement} */
    const act = (kind, sign, what, change, isPressed) => {
      const ariaPressed = isPressed === undefined ? "" : String(isPressed);
      const ariaLabel = `${what}: ${title}`;
      const made = button(sign, () => this.arrange(change), { title: what, ariaLabel, ariaPressed });
      made.dataset.act = `${kind}-${name}`;
      return made;
    };
    return make(
      "li",
      { className: isDropped ? "dropped" : "" },
      act("drop", isDropped ? "☐" : "☑", words.shown, (kept) => toggled(kept, "dropped", name), !isDropped),
      act("up", "▲", words.up, (kept) => this.move(kept, name, -1)),
      act("down", "▼", words.down, (kept) => this.move(kept, name, 1)),
      act("pin", isPinned ? "★" : "☆", words.pin, (kept) => toggled(kept, "pinned", name), isPinned),
      make("span", { textContent: title }),
    );
  }

  /**
   * @param {Arrangement} kept
   * @param {string} name
   * @param {number} by
   */
  move(kept, name, by) {
    const other = neighbour(kept, this.names, name, by);
    if (!other) return kept;
    const [one, two] = [name, other].map((each) => this.names.indexOf(each));
    this.data = { ...this.data, screens: exchanged(this.data.screens, one, two) };
    return moved(kept, this.names, name, other);
  }

  get names() {
    return this.data.screens.map((screen) => screen.name);
  }

  /** @param {Change} change */
  arrange(change) {
    const arrangement = change({ pinned: [], order: [], dropped: [], ...this.stored() });
    localStorage.setItem(this.data.memory, JSON.stringify(arrangement));
    this.keep("arrangement", arrangement);
    // At once, for the next press may come before the server's answer.
    this.awaited = arrangement;
    this.data = { ...this.data, arrangement };
    this.redraw();
  }

  /** @returns {Partial<Arrangement> | null} */
  stored() {
    try {
      return JSON.parse(localStorage.getItem(this.data.memory) ?? "null");
    } catch {
      return null;
    }
  }

  /** Once after the page was loaded the server is told what the browser remembers. */
  restore() {
    const stored = this.stored();
    if (this.isRestored || !stored) return;
    this.isRestored = true;
    this.keep("arrangement", stored);
  }
}

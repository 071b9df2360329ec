// The agenda on the page: the presenter drops, moves and pins screens, and the browser remembers it.

class Agenda {
  constructor(root, keep) { Object.assign(this, { root, keep }); }

  draw(data, start, isGoingOn, count) {
    Object.assign(this, { data, redraw: (changed) => this.draw(changed, start, isGoingOn, count) });
    const { words } = data;
    const begin = button(isGoingOn ? words.go_on : words.start, start, { className: "start", disabled: !count });
    begin.dataset.act = "start";
    const list = make("ol", {}, ...data.screens.map((screen) => this.row(screen)));
    const focused = this.root.getRootNode().activeElement?.dataset.act;
    this.root.replaceChildren(begin, make("p", { textContent: words.keys }), list);
    if (focused) this.root.querySelector(`[data-act="${focused}"]`)?.focus();
    this.restore();
  }

  row({ name, title }) {
    const { words } = this.data;
    const [dropped, pinned] = [isIn(this.data, "dropped", name), isIn(this.data, "pinned", name)];
    const act = (kind, sign, what, change, pressed) => {
      const made = button(sign, () => this.arrange(change),
        { title: what, ariaLabel: `${what}: ${title}`, ariaPressed: pressed === undefined ? "" : String(pressed) });
      made.dataset.act = `${kind}-${name}`;
      return made;
    };
    const turn = (kind) => (kept) => ({ ...kept, [kind]: toggled(kept[kind], name) });
    const swap = (by) => (kept) => this.swapped(kept, name, by);
    return make("li", { className: dropped ? "dropped" : "" },
      act("drop", dropped ? "☐" : "☑", words.shown, turn("dropped"), !dropped),
      act("up", "▲", words.up, swap(-1)),
      act("down", "▼", words.down, swap(1)),
      act("pin", pinned ? "★" : "☆", words.pin, turn("pinned"), pinned),
      make("span", { textContent: title }));
  }

  // Pinned screens change places among themselves, and so do the others: of those only the two are put in an order, so
  // that the rest comes next month as that month wants it.
  swapped(kept, name, by) {
    const kind = kept.pinned.includes(name) ? "pinned" : "order";
    const isBeside = (each) => kept.pinned.includes(each) === (kind === "pinned");
    const beside = this.data.screens.map((screen) => screen.name).filter(isBeside);
    const other = beside[beside.indexOf(name) + by];
    if (!other) return kept;
    this.exchange(name, other);
    const shown = this.data.screens.map((screen) => screen.name).filter(isBeside);
    const named = [...new Set([...kept[kind], name, other])];
    const ordered = shown.filter((each) => named.includes(each));
    return { ...kept, [kind]: named.map((each) => (shown.includes(each) ? ordered.shift() : each)) };
  }

  exchange(name, other) {
    const [one, two] = [name, other].map((each) => this.data.screens.find((screen) => screen.name === each));
    const screens = this.data.screens.map((screen) => (screen === one ? two : screen === two ? one : screen));
    this.data = { ...this.data, screens };
  }

  // What isn't on this month's agenda keeps its pin and its place, and stays dropped.
  arrange(change) {
    const arrangement = change({ pinned: [], order: [], dropped: [], ...this.stored() });
    localStorage.setItem(this.data.memory, JSON.stringify(arrangement));
    this.keep("arrangement", arrangement);
    // At once, for the next press may come before the server's answer.
    this.redraw({ ...this.data, arrangement });
  }

  stored() {
    try { return JSON.parse(localStorage.getItem(this.data.memory)); } catch { return null; }
  }

  // Once after the page was loaded the server is told what the browser remembers.
  restore() {
    const stored = this.stored();
    if (this.isRestored || !stored) return;
    this.isRestored = true;
    this.keep("arrangement", stored);
  }
}

function isIn(data, kind, name) { return (data.arrangement?.[kind] ?? []).includes(name); }

function toggled(names, name) {
  return names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
}

// The agenda on the page: the presenter drops, moves and pins screens, and the browser remembers it.

class Agenda {
  constructor(root, keep) { Object.assign(this, { root, keep }); }

  draw(data, start, isGoingOn, count) {
    this.data = data;
    const { words } = data;
    const begin = button(isGoingOn ? words.go_on : words.start, start, { className: "start", disabled: !count });
    const list = make("ol", {}, ...data.screens.map((screen, index) => this.row(screen, index)));
    this.root.replaceChildren(begin, make("p", { textContent: words.keys }), list);
    if (this.moved) this.root.querySelector(`[data-act="${this.moved}"]`)?.focus();
    this.moved = null;
    this.restore();
  }

  row(screen, index) {
    const { words } = this.data;
    const [dropped, pinned] = [isIn(this.data, "dropped", screen), isIn(this.data, "pinned", screen)];
    const swap = (by) => (rows) => { const to = index + by; if (rows[to]) [rows[index], rows[to]] = [rows[to], rows[index]]; };
    const act = (name, text, title, change, pressed) => {
      const made = button(text, () => { this.moved = `${name}-${screen.name}`; this.arrange(change); },
        { title, ariaLabel: `${title}: ${screen.title}`, ariaPressed: pressed === undefined ? "" : String(pressed) });
      made.dataset.act = `${name}-${screen.name}`;
      return made;
    };
    return make("li", { className: dropped ? "dropped" : "" },
      act("drop", dropped ? "☐" : "☑", words.shown, (rows) => { rows[index].dropped = !dropped; }, !dropped),
      act("up", "▲", words.up, swap(-1)),
      act("down", "▼", words.down, swap(1)),
      act("pin", pinned ? "★" : "☆", words.pin, (rows) => { rows[index].pinned = !pinned; }, pinned),
      make("span", { textContent: screen.title }));
  }

  // What isn't on this month's agenda keeps its pin, and stays dropped.
  arrange(change) {
    const rows = this.data.screens.map((screen) => (
      { name: screen.name, dropped: isIn(this.data, "dropped", screen), pinned: isIn(this.data, "pinned", screen) }));
    change(rows);
    const before = this.stored();
    const named = (kind) => [
      ...rows.filter((row) => row[kind]).map((row) => row.name),
      ...(before?.[kind] ?? []).filter((name) => !rows.some((row) => row.name === name)),
    ];
    const arrangement = { pinned: named("pinned"), order: rows.map((row) => row.name), dropped: named("dropped") };
    localStorage.setItem(this.data.memory, JSON.stringify(arrangement));
    this.keep("arrangement", arrangement);
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

function isIn(data, kind, screen) { return (data.arrangement?.[kind] ?? []).includes(screen.name); }

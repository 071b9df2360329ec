// @ts-check
// A section's month as a sheet: one row a report, entered by keys, each edit kept until the server has taken it.

import { Acts } from "./acts.js";
import { TYPED } from "./data.js";
import { edits } from "./edits.js";
import { lead } from "./leading.js";
import { build, make, part, show, showCell } from "./row.js";

/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("./data.js").Send} Send */
/** @typedef {import("./data.js").Sheet} Sheet */

/** @type {WeakMap<HTMLElement, Acts>} */
const acts = new WeakMap();

/**
 * What Streamlit calls whenever Python has drawn something.
 * @param {{ data: Sheet, parentElement: HTMLElement | ShadowRoot, setTriggerValue: Send }} told
 */
export default function tell({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector("[data-sheet]"));
  const before = acts.get(root)?.sheet;
  const now = new Acts(data);
  acts.set(root, now);
  edits.tell = setTriggerValue;
  edits.onSilence = () => sayWhatWaits(root, data.words.waits);
  edits.onChange = () => root.toggleAttribute("data-unsent", edits.pending.size > 0);
  edits.acknowledge(data.taken);
  if (root.dataset.names !== namesOf(data)) draw(root, data);
  listen(root, now);
  for (const row of data.rows) show(elementOf(root, row.id), row, data);
  if (!edits.pending.size) sayWhatWaits(root, "");
  lead(root, data, before);
}

/**
 * Which rows there are, in which language: others are drawn anew.
 * @param {Sheet} sheet
 */
function namesOf({ rows, words }) {
  return JSON.stringify([rows.map(({ id, heading }) => [id, heading]), words]);
}

/**
 * @param {HTMLElement} root
 * @param {Sheet} sheet
 */
function draw(root, sheet) {
  root.dataset.names = namesOf(sheet);
  root.replaceChildren(head(sheet));
  let heading = "";
  for (const row of sheet.rows) {
    if (row.heading !== heading) root.append(make("h3", {}, row.heading));
    heading = row.heading;
    root.append(build(row, sheet));
  }
}

/**
 * What stays in sight above the rows: the columns, what the keys mean, and the report in hand.
 * @param {Sheet} sheet
 */
function head({ heads, statuses, words, is_read_only: isReadOnly }) {
  const columns = [words.measure, words.last, heads.status, ...TYPED.map((name) => heads[name])];
  const keys = [
    ...statuses.map(({ label }, place) => [`${place + 1}`, label]),
    ["0", words.nothing],
    ["Enter", words.next],
    ["Esc", words.leave],
  ].map(([key, means]) => make("span", {}, make("kbd", {}, key), ` ${means}`));
  return make(
    "div",
    { class: "head" },
    make("p", { class: "keys" }, ...(isReadOnly ? [] : keys)),
    make("p", { class: "hand" }, make("b"), make("span"), make("small")),
    make("p", { class: "waiting", role: "status" }),
    make("div", { "class": "columns", "aria-hidden": "true" }, ...columns.map((name) => make("span", {}, name))),
  );
}

/**
 * @param {HTMLElement} root
 * @param {Acts} now
 */
function listen(root, now) {
  root.onkeydown = (event) => now.key(event);
  root.onclick = (event) => now.click(event);
  root.oninput = (event) => now.type(/** @type {HTMLInputElement} */ (event.target));
  // There is no property for these two.
  if (root.dataset.listens) return;
  root.dataset.listens = "true";
  root.addEventListener("focusin", ({ target }) => enter(root, /** @type {HTMLElement} */ (target)));
  root.addEventListener("focusout", ({ target }) => leave(root, /** @type {HTMLElement} */ (target)));
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} target
 */
function enter(root, target) {
  const row = acts.get(root)?.rowAt(target);
  if (!row) return;
  part(root, ".hand b").textContent = row.code;
  part(root, ".hand span").textContent = row.text;
  part(root, ".hand small").textContent = `${row.due} ${row.said}`;
  // What is pressed must not move away from below the finger.
  if (!target.matches(":focus-visible")) return;
  const foot = document.querySelector(".st-key-sheet-foot")?.clientHeight ?? 0;
  root.style.setProperty("--foot", `${foot + 8}px`);
  elementOf(root, row.id).scrollIntoView({ block: "nearest" });
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} target
 */
function leave(root, target) {
  edits.sendIn(0);
  const row = acts.get(root)?.rowAt(target);
  const { column = "" } = target.dataset;
  if (row && TYPED.includes(column)) setTimeout(() => showCell(elementOf(root, row.id), row, column));
}

/**
 * @param {HTMLElement} root
 * @param {string} words
 */
function sayWhatWaits(root, words) {
  const place = part(root, ".waiting");
  if (place.textContent !== words) place.textContent = words;
}

/**
 * @param {HTMLElement} root
 * @param {string} id
 */
function elementOf(root, id) {
  return part(root, `[data-row="${CSS.escape(id)}"]`);
}

// @ts-check
// One report of the sheet: drawn once, and shown anew whenever the server says something else of it.

import { TYPED } from "./data.js";
import { edits } from "./edits.js";

/** @typedef {import("./data.js").Row} Row */
/** @typedef {import("./data.js").Sheet} Sheet */

/**
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children texts are texts, whatever stands in them
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * @param {Row} row
 * @param {Sheet} sheet
 */
export function build(row, { statuses, names, words }) {
  const choices = statuses.map(({ code, label }, place) => choice(code, `${place + 1}`, label));
  return make(
    "div",
    { "class": "row", "role": "group", "data-row": row.id },
    make(
      "div",
      { class: "measure" },
      button("whole", "", make("b"), " ", make("span")),
      make("small", { class: "said" }),
    ),
    make("div", { class: "last" }, make("small"), button("take", words.take)),
    make(
      "div",
      { "class": "status", "role": "group", "tabindex": "0", "data-column": "status" },
      ...choices,
      choice("nothing", "0", words.nothing),
      make("small", { class: "chosen" }),
    ),
    ...TYPED.map((name) => field(name, names[name])),
    button("more", words.more, "⋯"),
    make("p", { class: "faults", role: "status" }),
  );
}

/**
 * @param {string} column
 * @param {string} label
 * @param {(Node | string)[]} children
 */
function button(column, label, ...children) {
  const made = make("button", { "type": "button", "class": column, "data-column": column }, ...children);
  if (label) made.title = label;
  return made;
}

/**
 * @param {string} code
 * @param {string} key
 * @param {string} label
 */
function choice(code, key, label) {
  const attributes = { "type": "button", "tabindex": "-1", "data-status": code, "aria-label": label, "title": label };
  return make("button", attributes, make("b", {}, key), make("span", {}, label));
}

/**
 * @param {string} name
 * @param {string} label
 */
function field(name, label) {
  const attributes = { "data-column": name, "aria-label": label, "autocomplete": "off" };
  const cell =
    name === "result"
      ? make("textarea", { ...attributes, rows: "2" })
      : make("input", { ...attributes, type: "text", inputmode: name === "done_on" ? "text" : "decimal" });
  return make("label", { class: name }, make("span", {}, label), cell);
}

/**
 * @param {HTMLElement} element
 * @param {Row} row
 * @param {Sheet} sheet
 */
export function show(element, row, sheet) {
  element.setAttribute("aria-label", `${row.code} ${row.text}`);
  for (const name of /** @type {const} */ (["is_entered", "is_faulty"])) element.classList.toggle(name, row[name]);
  put(element, ".whole b", row.code);
  put(element, ".whole span", row.text);
  put(element, ".said", row.said);
  put(element, ".last small", row.last.words);
  put(element, ".take", row.last.text);
  part(element, ".take").hidden = !row.last.text || row.is_locked;
  put(element, ".faults", row.faults.join(" "));
  showStatus(element, row, sheet);
  for (const name of TYPED) showCell(element, row, name);
}

/**
 * @param {HTMLElement} element
 * @param {Row} row
 * @param {Sheet} sheet
 */
export function showStatus(element, row, { statuses, names }) {
  const chosen = edits.of(row.id, "status") ?? row.values.status;
  const words = statuses.find(({ code }) => code === chosen)?.label ?? "";
  for (const each of element.querySelectorAll("[data-status]")) {
    each.setAttribute("aria-pressed", String(each.getAttribute("data-status") === chosen));
    each.toggleAttribute("disabled", row.is_locked);
  }
  part(element, "[data-status=nothing]").hidden = !row.nothing || row.is_locked;
  put(element, ".chosen", words);
  part(element, ".status").setAttribute("aria-label", `${names.status} ${row.code}: ${words}`);
}

/**
 * What somebody is typing is left alone: "5/10/25" is a day already, and she isn't done. It is shown as it was read
 * once she leaves it.
 * @param {HTMLElement} element
 * @param {Row} row
 * @param {string} name
 */
export function showCell(element, row, name) {
  const cell = /** @type {HTMLInputElement} */ (part(element, `[data-column=${name}]`));
  const value = edits.of(row.id, name) ?? row.values[name];
  cell.readOnly = row.is_locked;
  if (document.activeElement !== cell && cell.value !== value) cell.value = value;
}

/**
 * What is set anew is read aloud anew.
 * @param {HTMLElement} element
 * @param {string} place
 * @param {string} words
 */
function put(element, place, words) {
  const found = part(element, place);
  if (found.textContent !== words) found.textContent = words;
}

/**
 * @param {HTMLElement} element
 * @param {string} place
 */
export function part(element, place) {
  return /** @type {HTMLElement} */ (element.querySelector(place));
}

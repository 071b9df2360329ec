// @ts-check
// Streamlit's texts on the page, put into the reader's language; what our pages say is left alone.

import { isThai } from "./language.js";
import { inThai } from "./words.js";

/** The attributes that hold a text. */
export const ATTRIBUTES = ["aria-label", "title", "placeholder", "data-title"];

const OURS = ["Markdown", "Html", "Text", "Heading", "Metric", "Table", "Alert", "Code", "Json"]
  .map((name) => `[data-testid=st${name}]`)
  .concat("svg", "script", "style")
  .join();

/** @type {Map<string, string>} */
const english = new Map();
let shownInThai = isThai();

/** Where the address asks for the other language, the whole page is put into it. */
export function followTheAddress() {
  if (isThai() === shownInThai) return;
  shownInThai = isThai();
  document.documentElement.lang = shownInThai ? "th" : "en";
  translateTree(document.body);
}

/** @param {Node} root */
export function translateTree(root) {
  const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = /** @type {Node | null} */ (root); node; node = nodes.nextNode()) {
    if (node instanceof Text) translateText(node);
    else if (node instanceof Element) translateAttributes(node);
  }
}

/** @param {Node} node */
export function translateText(node) {
  if (node.nodeValue === null || node.parentElement?.closest(OURS)) return;
  const text = translated(node.nodeValue);
  if (text !== undefined) node.nodeValue = text;
}

/**
 * @param {Element} element
 * @param {string} name
 */
export function translateAttribute(element, name) {
  const value = element.getAttribute(name);
  const text = value === null ? undefined : translated(value);
  if (text !== undefined) element.setAttribute(name, text);
}

/** @param {Element} element */
function translateAttributes(element) {
  for (const name of ATTRIBUTES) translateAttribute(element, name);
}

/**
 * The text in the reader's language; undefined where it isn't one of Streamlit's.
 * @param {string} text
 * @returns {string | undefined}
 */
function translated(text) {
  const trimmed = text.trim();
  if (!shownInThai) return english.get(trimmed);
  const thai = inThai(trimmed);
  if (thai) english.set(thai, trimmed);
  return thai;
}

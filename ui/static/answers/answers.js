// @ts-check
// Blocks of figures as the server drew them: what is pressed goes back to it, and a grid is moved through by arrow keys.

import { Grid } from "./grid.js";
import { placeBelow } from "./menu.js";
import { comeBack, leave } from "./place.js";

/**
 * What each root shows, so that it is only drawn anew where that changed.
 * @type {WeakMap<HTMLElement, string>}
 */
const drawn = new WeakMap();

/** @typedef {(name: string, value: string) => void} Send */

/**
 * What Streamlit calls whenever Python has drawn something.
 * @param {{ data: Uint8Array, parentElement: HTMLElement | ShadowRoot, setTriggerValue: Send }} told
 */
export default function tell({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector("[data-answers]"));
  root.onclick = (event) => press(event, setTriggerValue);
  root.onchange = (event) => choose(event, setTriggerValue);
  root.onpointerover = showName;
  const html = new TextDecoder().decode(data);
  if (drawn.get(root) === html) return;
  const focused = nameOf(document.activeElement);
  replace(root, html);
  drawn.set(root, html);
  for (const menu of root.querySelectorAll("[popover]")) placeBelow(/** @type {HTMLElement} */ (menu));
  for (const table of root.querySelectorAll("[role=grid]")) new Grid(/** @type {HTMLElement} */ (table));
  // On a phone a grid is wider than the screen, and the newest month stands at its end.
  for (const part of root.querySelectorAll(".newest")) part.scrollLeft = part.scrollWidth;
  if (focused) find(root, focused)?.focus({ preventScroll: true });
  comeBack((name) => find(root, name));
}

/**
 * @param {MouseEvent} event
 * @param {Send} send
 */
function press(event, send) {
  const target = /** @type {Element} */ (event.target);
  const fold = target.closest("[data-fold]");
  if (fold) turn(/** @type {HTMLElement} */ (fold));
  const name = pressOf(target.closest("[data-press]"));
  if (!name) return;
  leave(name);
  send("pressed", name);
}

/**
 * @param {Event} event
 * @param {Send} send
 */
function choose({ target }, send) {
  if (target instanceof HTMLSelectElement) send("pressed", `${target.dataset.choose} ${target.value}`);
}

/**
 * Show the name of a mark to those who point at it; only once they do, so that no name is sent twice.
 * @param {PointerEvent} event
 */
function showName(event) {
  const mark = /** @type {Element} */ (event.target).closest("[data-press][aria-label]");
  if (mark instanceof HTMLElement) mark.title = mark.ariaLabel ?? "";
}

/**
 * Draw other blocks; what was unfolded stays so.
 * @param {HTMLElement} root
 * @param {string} html
 */
function replace(root, html) {
  const open = foldsOf(root).filter(isOpen).map(foldName);
  root.innerHTML = html;
  for (const fold of foldsOf(root)) if (open.includes(foldName(fold)) && !isOpen(fold)) turn(fold);
}

/**
 * Show what is folded away, or fold it away again.
 * @param {HTMLElement} fold
 */
function turn(fold) {
  const wasOpen = isOpen(fold);
  fold.setAttribute("aria-expanded", String(!wasOpen));
  const parts = fold.closest(".answers")?.querySelectorAll(`[data-folded="${CSS.escape(foldName(fold))}"]`) ?? [];
  for (const part of parts) part.toggleAttribute("hidden", wasOpen);
}

/**
 * @param {HTMLElement} root
 * @returns {HTMLElement[]}
 */
function foldsOf(root) {
  return [...root.querySelectorAll("[data-fold]")].filter((fold) => fold instanceof HTMLElement);
}

/** @param {HTMLElement} fold */
function foldName(fold) {
  return fold.dataset.fold ?? "";
}

/** @param {HTMLElement} fold */
function isOpen(fold) {
  return fold.getAttribute("aria-expanded") === "true";
}

/**
 * By what an element is known again once it was drawn anew; a switch leads somewhere else then.
 * @param {Element | null} element
 */
function nameOf(element) {
  return (element instanceof HTMLElement && element.dataset.name) || pressOf(element);
}

/** @param {Element | null} element */
function pressOf(element) {
  return element instanceof HTMLElement ? element.dataset.press : undefined;
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @returns {HTMLElement | null}
 */
function find(root, name) {
  return root.querySelector(`:is([data-name="${CSS.escape(name)}"], [data-press="${CSS.escape(name)}"])`);
}

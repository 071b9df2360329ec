// @ts-check
// Blocks of figures as the server drew them: what is pressed goes back to it, and a grid is moved through by arrow keys.

import { Grid } from "./grid.js";
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
  root.onpointerover = showName;
  const html = new TextDecoder().decode(data);
  if (drawn.get(root) === html) return;
  const focused = pressOf(document.activeElement);
  root.innerHTML = html;
  drawn.set(root, html);
  for (const table of root.querySelectorAll("[role=grid]")) new Grid(/** @type {HTMLElement} */ (table));
  if (focused) find(root, focused)?.focus({ preventScroll: true });
  comeBack((name) => find(root, name)?.focus({ preventScroll: true }));
}

/**
 * @param {MouseEvent} event
 * @param {Send} send
 */
function press(event, send) {
  const target = /** @type {Element} */ (event.target);
  const fold = target.closest("[data-fold]");
  if (fold) unfold(/** @type {HTMLElement} */ (fold));
  const name = pressOf(target.closest("[data-press]"));
  if (!name) return;
  leave(name);
  send("pressed", name);
}

/**
 * Show the name of a mark to those who point at it; only once they do, so that no name is sent twice.
 * @param {PointerEvent} event
 */
function showName(event) {
  const mark = /** @type {Element} */ (event.target).closest("[data-press][aria-label]");
  if (mark instanceof HTMLElement) mark.title = mark.ariaLabel ?? "";
}

/** @param {HTMLElement} fold */
function unfold(fold) {
  const isOpen = fold.getAttribute("aria-expanded") === "true";
  fold.setAttribute("aria-expanded", String(!isOpen));
  const parts =
    fold.closest(".answers")?.querySelectorAll(`[data-folded="${CSS.escape(fold.dataset.fold ?? "")}"]`) ?? [];
  for (const part of parts) part.toggleAttribute("hidden", isOpen);
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
  return root.querySelector(`[data-press="${CSS.escape(name)}"]`);
}

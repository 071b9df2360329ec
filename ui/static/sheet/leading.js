// @ts-check
// Where the keys go next when something was drawn anew: nobody who works without a mouse has to look for the place.

import { cellOf, leave } from "./moves.js";

/** @typedef {import("./data.js").Sheet} Sheet */

const OPENED = ".st-key-close-report button";
const REST = ".st-key-rest button";
/** How often something is looked for that Streamlit draws, and how long is waited in between, in milliseconds. */
const TRIES = 20;
const WAIT = 100;

/** Whether the button that sends is wanted, as soon as it can be pressed. */
let isSendWanted = false;

/** Behind the last report stands the button that sends. */
export function wantSend() {
  isSendWanted = true;
  leave(true);
}

// Whoever declared the rest has nothing more to enter.
addEventListener("click", ({ target }) => {
  if (target instanceof Element && target.closest(REST)) isSendWanted = true;
});
addEventListener("focusin", ({ target }) => {
  if (target instanceof Element && target.closest("[data-sheet]")) isSendWanted = false;
});

/**
 * @param {HTMLElement} root
 * @param {Sheet} now
 * @param {Sheet | undefined} before
 */
export function lead(root, now, before) {
  const { of, opened } = before ?? { of: "", opened: "" };
  if (now.opened && now.opened !== opened) focusOnce(() => document.querySelector(OPENED));
  else if (now.opened !== opened) focusIfLost(cellOf(elementOf(root, opened), "more"));
  else if (now.of !== of) focusIfLost(first(root, now));
  else if (isSendWanted) setTimeout(() => isSendWanted && isLost() && leave(true), WAIT);
}

/**
 * @param {() => Element | null} find
 * @param {number} tries
 */
function focusOnce(find, tries = TRIES) {
  const found = find();
  if (found instanceof HTMLElement) found.focus();
  else if (tries) setTimeout(() => focusOnce(find, tries - 1), WAIT);
}

/** @param {HTMLElement | null} element */
function focusIfLost(element) {
  setTimeout(() => isLost() && element?.focus({ preventScroll: true }), WAIT);
}

/** Nobody is anywhere: the page was opened just now, where one was is gone, or she has just said who she is. */
function isLost() {
  const active = document.activeElement;
  return !active || active === document.body || Boolean(active.closest(".st-key-who"));
}

/**
 * The first report that waits; on a phone, where nobody presses keys, the page stays where it is.
 * @param {HTMLElement} root
 * @param {Sheet} sheet
 */
function first(root, sheet) {
  const row = sheet.rows.find(({ waits }) => waits);
  const isTouched = matchMedia("(pointer: coarse)").matches;
  return row && !sheet.is_read_only && !isTouched ? cellOf(elementOf(root, row.id), "status") : null;
}

/**
 * @param {HTMLElement} root
 * @param {string} id
 * @returns {HTMLElement | null}
 */
function elementOf(root, id) {
  return root.querySelector(`[data-row="${CSS.escape(id)}"]`);
}

// @ts-check
// The way back: where a page was and what was pressed on it, by its address, for as long as the browser's tab lives.

const KEY = "ita-place ";
/** How long a page may take to become as long as it was, in milliseconds. */
const PATIENCE = 3000;
const ACTS = ["wheel", "touchstart", "pointerdown", "keydown"];

/** @param {string} pressed */
export function leave(pressed) {
  const top = scroller()?.scrollTop ?? 0;
  sessionStorage.setItem(KEY + location.href, JSON.stringify({ top, pressed }));
}

/**
 * Go back to the place, if this part of the page holds what was pressed.
 * @param {(pressed: string) => HTMLElement | null | undefined} find
 */
export function comeBack(find) {
  const key = KEY + location.href;
  const { top, pressed } = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  const element = pressed && find(pressed);
  if (!element) return;
  sessionStorage.removeItem(key);
  requestAnimationFrame(() => {
    element.focus({ preventScroll: true });
    scrollDown(top);
  });
}

/**
 * The parts of a page come one after the other: it is scrolled as far as it reaches, until somebody acts.
 * @param {number} top
 */
function scrollDown(top) {
  const page = scroller();
  const waiting = new AbortController();
  const end = performance.now() + PATIENCE;
  for (const act of ACTS) addEventListener(act, () => waiting.abort(), { signal: waiting.signal, capture: true });
  const step = () => {
    if (!page || waiting.signal.aborted) return;
    page.scrollTo({ top });
    if (Math.abs(page.scrollTop - top) < 1 || performance.now() > end) waiting.abort();
    else requestAnimationFrame(step);
  };
  step();
}

function scroller() {
  return document.querySelector("[data-testid=stMain]");
}

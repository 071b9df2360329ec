// @ts-check
// The way back: where a page was and what was pressed on it, by its address, for as long as the browser's tab lives.

const KEY = "ita-place ";

/** @param {string} pressed */
export function leave(pressed) {
  const top = scroller()?.scrollTop ?? 0;
  sessionStorage.setItem(KEY + location.href, JSON.stringify({ top, pressed }));
}

/** @param {(pressed: string) => void} focus */
export function comeBack(focus) {
  const kept = sessionStorage.getItem(KEY + location.href);
  if (!kept) return;
  sessionStorage.removeItem(KEY + location.href);
  const { top, pressed } = JSON.parse(kept);
  requestAnimationFrame(() => {
    focus(pressed);
    scroller()?.scrollTo({ top });
  });
}

function scroller() {
  return document.querySelector("[data-testid=stMain]");
}

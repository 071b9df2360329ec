// @ts-check
// A long list scrolls in a place of its own, which Streamlit makes without a way to it by keys.

/**
 * Makes those places within what appeared a stop of the Tab key.
 * @param {Node} root
 */
export function reachWhatScrolls(root) {
  if (!(root instanceof Element)) return;
  for (const place of root.querySelectorAll("[data-testid=stVerticalBlock][overflow=auto]")) {
    if (place instanceof HTMLElement) place.tabIndex = 0;
  }
}

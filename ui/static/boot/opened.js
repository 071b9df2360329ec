// @ts-check
// Tables that somebody opened, each with a key: the page draws them anew when their numbers change.

/** @type {Set<string>} */
const opened = new Set();

/** Remembers from now on which tables are open. */
export function rememberWhatIsOpened() {
  addEventListener("toggle", ({ target }) => target instanceof HTMLDetailsElement && remember(target), {
    capture: true,
  });
}

/**
 * Opens those of the tables drawn anew that were open.
 * @param {Node} root
 */
export function keepOpen(root) {
  if (!(root instanceof Element)) return;
  for (const table of root.querySelectorAll("details")) {
    const { key } = table.dataset;
    if (key !== undefined) table.open = opened.has(key);
  }
}

/** @param {HTMLDetailsElement} table */
function remember({ dataset: { key }, open }) {
  if (!key) return;
  if (open) opened.add(key);
  else opened.delete(key);
}

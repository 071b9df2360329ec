// @ts-check
// Elements in few words.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  const { ariaLabel, ariaPressed, ...own } = properties;
  Object.assign(element, own);
  if (ariaLabel) element.setAttribute("aria-label", ariaLabel);
  if (ariaPressed) element.setAttribute("aria-pressed", ariaPressed);
  element.append(...children);
  return element;
}

/**
 * @param {string} text
 * @param {() => void} onclick
 * @param {Partial<HTMLButtonElement>} [properties]
 */
export function button(text, onclick, properties = {}) {
  return make("button", { type: "button", textContent: text, onclick, ...properties });
}

/**
 * @param {string} name
 * @param {[value: string, text: string][]} options
 */
export function choice(name, options) {
  return make("select", { name }, ...options.map(([value, text]) => make("option", { value, textContent: text })));
}

/**
 * @param {"th" | "td"} tag
 * @param {string[]} cells
 */
export function rowOf(tag, cells) {
  return make("tr", {}, ...cells.map((cell) => make(tag, { textContent: cell })));
}

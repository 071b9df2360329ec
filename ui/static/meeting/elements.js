// Elements in few words.

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  const { ariaLabel, ariaPressed, ...own } = properties;
  Object.assign(element, own);
  if (ariaLabel) element.setAttribute("aria-label", ariaLabel);
  if (ariaPressed) element.setAttribute("aria-pressed", ariaPressed);
  element.append(...children);
  return element;
}

function button(text, onclick, properties = {}) {
  return make("button", { type: "button", textContent: text, onclick, ...properties });
}

function choice(name, options) {
  return make("select", { name }, ...options.map(([value, text]) => make("option", { value, textContent: text })));
}

function rowOf(tag, cells) {
  return make("tr", {}, ...cells.map((cell) => make(tag, { textContent: cell })));
}

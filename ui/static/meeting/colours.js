// @ts-check
// The colours of Streamlit's page, which the reader may have chosen dark.

const RED = 0.2126;
const GREEN = 0.7152;
const BLUE = 0.0722;
const HALF = 128;

/**
 * Whether the page around this element is dark.
 * @param {Element} element
 */
export function isDark(element) {
  const background = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const found = computed(background);
  if (!found) return false;
  const [red, green, blue] = (found.match(/[\d.]+/g) ?? []).map(Number);
  return RED * red + GREEN * green + BLUE * blue < HALF;
}

/**
 * A colour as the browser computes it, in red, green and blue; undefined where it is none.
 * @param {string} colour
 */
function computed(colour) {
  const probe = document.createElement("span");
  probe.style.color = colour;
  document.body.append(probe);
  const found = probe.style.color === "" ? undefined : getComputedStyle(probe).color;
  probe.remove();
  return found;
}

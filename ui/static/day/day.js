// @ts-check
// A field for a day, written as Thais write it: typed in any usual way, or chosen from a calendar of Buddhist years.

import { placeBelow } from "../answers/menu.js";

// After an update an open page asks for the newer file, and a name can be defined only once.
if (!customElements.get("calendar-date")) await import("../cally/cally.min.js");

let built = 0;

/** @typedef {{ title: string, value: string, words: string, hint: string, first: string, last: string, opens: string }} Told */
/** @typedef {{ fault: string, help: string, calendar: string, previous: string, next: string, lang: string }} Words */
/** @typedef {(name: "typed" | "chosen", value: string) => void} Send */

/**
 * What Streamlit calls whenever Python has drawn something.
 * @param {{ data: Told & Words, key: string, parentElement: HTMLElement | ShadowRoot, setTriggerValue: Send }} told
 */
export default function tell({ data, parentElement, setTriggerValue }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector("[data-day]"));
  if (!root.firstElementChild) build(root, setTriggerValue);
  show(root, data);
}

/**
 * @param {HTMLElement} root
 * @param {Send} send
 */
function build(root, send) {
  built += 1;
  const id = `day-${built}`;
  root.innerHTML = `
    <label for="${id}"></label>
    <div class="entry">
      <input id="${id}" type="text" autocomplete="off" aria-describedby="${id}-fault">
      <button type="button" popovertarget="${id}-calendar"><span aria-hidden="true">▾</span></button>
      <input class="native" type="date" tabindex="-1">
    </div>
    <p id="${id}-fault" role="status"></p>
    <div id="${id}-calendar" popover role="dialog">
      <calendar-date><span slot="previous"></span><span slot="next"></span><strong slot="heading"></strong><calendar-month></calendar-month></calendar-date>
    </div>`;
  const [typed, native] = root.querySelectorAll("input");
  const calendar = /** @type {HTMLInputElement} */ (root.querySelector("calendar-date"));
  const menu = /** @type {HTMLElement} */ (root.querySelector("[popover]"));
  placeBelow(menu);
  typed.onchange = () => send("typed", typed.value);
  native.onchange = () => send("chosen", native.value);
  native.onclick = () => native.showPicker?.();
  calendar.addEventListener("change", () => {
    menu.hidePopover();
    send("chosen", calendar.value);
  });
  calendar.addEventListener("focusday", (event) => head(root, /** @type {CustomEvent<Date>} */ (event).detail));
}

/**
 * @param {HTMLElement} root
 * @param {Told & Words} data
 */
function show(root, data) {
  const [typed, native] = root.querySelectorAll("input");
  const calendar = /** @type {HTMLElement} */ (root.querySelector("calendar-date"));
  part(root, "label").textContent = data.title;
  part(root, "button").setAttribute("aria-label", data.calendar);
  part(root, "[slot=previous]").textContent = data.previous;
  part(root, "[slot=next]").textContent = data.next;
  say(part(root, "p"), data.fault || data.help);
  root.classList.toggle("faulty", Boolean(data.fault));
  typed.placeholder = data.hint;
  typed.setAttribute("aria-invalid", String(Boolean(data.fault)));
  if (document.activeElement !== typed || typed.dataset.words !== data.words) typed.value = data.words;
  typed.dataset.words = data.words;
  Object.assign(native, { value: data.value, min: data.first, max: data.last });
  native.setAttribute("aria-label", data.calendar);
  part(root, "[popover]").setAttribute("aria-label", data.calendar);
  for (const [name, value] of Object.entries(calendarOf(data))) calendar.setAttribute(name, value);
  head(root, new Date(data.value || data.opens));
}

/**
 * What is set anew is read aloud anew.
 * @param {HTMLElement} place
 * @param {string} words
 */
function say(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

/** @param {Told & Words} data */
function calendarOf({ value, first, last, opens, lang }) {
  return {
    value,
    "min": first,
    "max": last,
    "focused-date": value || opens,
    "locale": lang,
    "first-day-of-week": "0",
  };
}

/**
 * Above the days stand their month and its year.
 * @param {HTMLElement} root
 * @param {Date} day
 */
function head(root, day) {
  const locale = part(root, "calendar-date").getAttribute("locale") ?? "th-TH";
  part(root, "strong").textContent = day.toLocaleDateString(locale, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 */
function part(root, name) {
  return /** @type {HTMLElement} */ (root.querySelector(name));
}

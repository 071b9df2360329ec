// @ts-check
// Streamlit sends what is typed into a field once the field is left. A draft has to be kept before that.

const FIELDS =
  "[class*=st-key-report-form] :is(textarea, [data-testid=stTextInput] input, [data-testid=stNumberInput] input)";
const PAUSE = 1000;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/** A field of a report is sent whenever its writer pauses, as if she had pressed the keys that send it. */
export function sendWhatIsTyped() {
  addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.matches(FIELDS)) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => send(target), PAUSE);
  });
}

/** @param {HTMLElement} field */
function send(field) {
  if (document.activeElement !== field) return; // It was left, which sent it.
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
}

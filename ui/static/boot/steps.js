// @ts-check
// The browser's history, of which Streamlit makes a step for every parameter that a page writes into its address.

const OPEN = "open";
const isOpen = (/** @type {URL} */ { searchParams }) => searchParams.has(OPEN);

/** Whether the next step back is one that the page shows already. */
let isUnnoticed = false;

/** One step of the history for each thing that a person does, so that going back once undoes it once. */
export function makeOneStepOfEachAct() {
  const push = history.pushState.bind(history);
  let somebodyActed = false;
  for (const action of ["pointerdown", "keydown", "change"]) {
    addEventListener(action, () => (somebodyActed = true), { capture: true });
  }
  // A window calls its listeners in the order in which they came, whatever they capture: this one comes before Streamlit's.
  addEventListener("popstate", hideWhatIsUnnoticed);
  history.pushState = (state, title, to) => {
    const next = new URL(to ?? "", location.href);
    const isNew = somebodyActed;
    somebodyActed = false;
    if (isOpen(new URL(location.href))) leaveWhatIsOpen(push, next);
    else if (isNew) push(isOpen(next) ? { under: location.href } : state, title, next);
    else history.replaceState(state, title, next);
  };
}

/**
 * What was open over a page and was closed is no step any more: back leads past it, forward shows it again.
 * @param {(...step: Parameters<History["pushState"]>) => void} push
 * @param {URL} next
 */
function leaveWhatIsOpen(push, next) {
  const under = history.state?.under;
  if (next.pathname !== location.pathname) push({}, "", next);
  else if (isOpen(next) || !under || !isSame(next, new URL(under))) history.replaceState({ under }, "", next);
  else goBackUnnoticed();
}

/** Streamlit shows the page already, and needn't run it again: a run could swallow what somebody presses meanwhile. */
function goBackUnnoticed() {
  isUnnoticed = true;
  history.back();
}

/** @param {Event} step */
function hideWhatIsUnnoticed(step) {
  if (isUnnoticed) step.stopImmediatePropagation();
  isUnnoticed = false;
}

/**
 * Whether two addresses show the same, however they are spelt.
 * @param {URL} one
 * @param {URL} other
 */
function isSame(one, other) {
  const [said, alsoSaid] = [one, other].map(({ pathname, searchParams }) => {
    searchParams.sort();
    return `${pathname}?${searchParams}`;
  });
  return said === alsoSaid;
}

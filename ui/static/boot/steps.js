// @ts-check
// The browser's history, of which Streamlit makes a step for every parameter that a page writes into its address.

/** One step of the history for each thing that a person does, so that going back once undoes it once. */
export function makeOneStepOfEachAct() {
  const push = history.pushState.bind(history);
  let somebodyActed = false;
  for (const action of ["pointerdown", "keydown", "change"]) {
    addEventListener(action, () => (somebodyActed = true), { capture: true });
  }
  history.pushState = (...step) => {
    if (somebodyActed) push(...step);
    else history.replaceState(...step);
    somebodyActed = false;
  };
}

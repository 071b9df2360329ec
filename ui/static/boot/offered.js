// @ts-check
// The short tours of the sample office, which are offered on the first visit and found under help on later ones.

const NAME = "ita-tours";

/** Marks the page where the tours were offered before, and remembers when somebody opens the offer. */
export function offerToursOnce() {
  if (localStorage.getItem(NAME)) document.documentElement.dataset.toured = "";
  addEventListener("click", remember, { capture: true });
}

/** @param {MouseEvent} click */
function remember({ target }) {
  if (target instanceof Element && target.closest("[data-menu=tours]")) localStorage.setItem(NAME, "offered");
}

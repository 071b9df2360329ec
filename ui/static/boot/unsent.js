// @ts-check
// What was entered on a page and not sent is marked there by `data-unsent`.

/** The browser asks whether to leave a page on which something was entered and not sent. */
export function askBeforeLosingWhatIsUnsent() {
  addEventListener("beforeunload", (event) => {
    if (document.querySelector("[data-unsent]")) event.preventDefault();
  });
}

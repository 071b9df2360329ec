// @ts-check
// What a button opens stands at the end of the page, far from the button.

/** Whoever opened it by keys is led into its first field, once all of them are there. */
export function enterWhatIsOpened() {
  const body = document.querySelector("[data-testid=stPopoverBody]");
  const isLoading = body?.querySelector("[data-testid=stSkeleton]");
  if (isLoading || !document.activeElement?.matches("[data-testid=stPopoverButton][aria-expanded=true]")) return;
  /** @type {HTMLInputElement | null | undefined} */
  const first = body?.querySelector("[data-testid=stForm] input");
  first?.focus();
}

// @ts-check
// A menu opens below the button that bears its name, and never beyond the window.

const GAP = 4;

/** @param {HTMLElement} menu */
export function placeBelow(menu) {
  menu.addEventListener("toggle", () => {
    const button = document.querySelector(`[popovertarget="${menu.id}"]`);
    if (!button || !menu.matches(":popover-open")) return;
    const { bottom, left } = button.getBoundingClientRect();
    const furthest = document.documentElement.clientWidth - menu.offsetWidth - GAP;
    menu.style.top = `${bottom + GAP}px`;
    menu.style.left = `${Math.max(GAP, Math.min(left, furthest))}px`;
  });
}

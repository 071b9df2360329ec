// @ts-check
// A menu opens below the button that bears its name, or above it where there is no room, and never beyond the window.

const GAP = 4;

/** @param {HTMLElement} menu */
export function placeBelow(menu) {
  menu.addEventListener("toggle", () => {
    const button = document.querySelector(`[popovertarget="${menu.id}"]`);
    if (!button || !menu.matches(":popover-open")) return;
    const { top, bottom, left } = button.getBoundingClientRect();
    const fits = bottom + GAP + menu.offsetHeight <= document.documentElement.clientHeight;
    const furthest = document.documentElement.clientWidth - menu.offsetWidth - GAP;
    menu.style.top = `${fits ? bottom + GAP : Math.max(GAP, top - GAP - menu.offsetHeight)}px`;
    menu.style.left = `${Math.max(GAP, Math.min(left, furthest))}px`;
  });
}

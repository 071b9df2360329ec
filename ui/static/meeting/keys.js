// @ts-check
// The keys that turn pages, which a clicker sends too.

export const NEXT = ["ArrowRight", "ArrowDown", "PageDown", "Space"];
export const BACK = ["ArrowLeft", "ArrowUp", "PageUp"];
export const TURNS = [...NEXT, ...BACK];

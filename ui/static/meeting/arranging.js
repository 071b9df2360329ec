// @ts-check
// How an arrangement of the agenda is changed. What isn't on this month's agenda keeps its pin and its place, and stays
// dropped.

/** @import { Arrangement } from "./data.js" */

/**
 * @param {Arrangement} kept
 * @param {"pinned" | "dropped"} kind
 * @param {string} name
 * @returns {Arrangement}
 */
export function toggled(kept, kind, name) {
  const names = kept[kind];
  return { ...kept, [kind]: names.includes(name) ? names.filter((each) => each !== name) : [...names, name] };
}

/**
 * The screen with which one changes places when it moves: pinned screens do so among themselves, and so do the others.
 * @param {Arrangement} kept
 * @param {string[]} shown the screens in the order in which they stand
 * @param {string} name
 * @param {number} by -1 is up, 1 is down
 * @returns {string | undefined}
 */
export function neighbour(kept, shown, name, by) {
  const beside = alike(kept, shown, name);
  return beside[beside.indexOf(name) + by];
}

/**
 * The arrangement when two screens have changed places. Of those that aren't pinned only the two are put in an order, so
 * that the rest comes next month as that month wants it.
 * @param {Arrangement} kept
 * @param {string[]} shown the screens in the order in which they stand now
 * @param {string} name
 * @param {string} other
 * @returns {Arrangement}
 */
export function moved(kept, shown, name, other) {
  const kind = kept.pinned.includes(name) ? "pinned" : "order";
  const beside = alike(kept, shown, name);
  const named = [...new Set([...kept[kind], name, other])];
  const ordered = beside.filter((each) => named.includes(each));
  return { ...kept, [kind]: named.map((each) => (beside.includes(each) ? (ordered.shift() ?? each) : each)) };
}

/**
 * What is named comes in the order of the names, and the rest after it.
 * @template {{ name: string }} Named
 * @param {Named[]} list
 * @param {string[]} names
 * @returns {Named[]}
 */
export function inOrder(list, names) {
  /** @param {Named} each */
  const place = ({ name }) => (names.includes(name) ? names.indexOf(name) : names.length);
  return [...list].sort((one, other) => place(one) - place(other));
}

/**
 * Whether two arrangements show the same; in which order screens were dropped doesn't matter.
 * @param {Arrangement} one
 * @param {Arrangement} other
 */
export function isSame(one, other) {
  const [first, second] = [one, other].map(({ pinned, order, dropped }) =>
    JSON.stringify([pinned, order, [...dropped].sort()]),
  );
  return first === second;
}

/**
 * @template Kind
 * @param {Kind[]} list
 * @param {number} one
 * @param {number} other
 * @returns {Kind[]}
 */
export function exchanged(list, one, other) {
  const changed = [...list];
  [changed[one], changed[other]] = [list[other], list[one]];
  return changed;
}

/**
 * @param {Arrangement} kept
 * @param {string[]} shown
 * @param {string} name
 */
function alike(kept, shown, name) {
  const isPinned = kept.pinned.includes(name);
  return shown.filter((each) => kept.pinned.includes(each) === isPinned);
}

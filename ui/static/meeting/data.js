// @ts-check
// What Python tells a stage, and what it is sent: types alone, which the browser never asks for.

/**
 * A screen of the meeting as finished HTML, with the lists behind its figures by the names that these bear.
 * @typedef {object} Screen
 * @property {string} name stays the same from month to month
 * @property {string} title
 * @property {string} section blank where it is about several
 * @property {unknown} topic what an order or remark made here is about
 * @property {string} proposal what an order given here may say
 * @property {string} html
 * @property {Record<string, List>} behind
 */

/**
 * The measures behind a figure; each word of a row is its place in the vocabulary.
 * @typedef {object} List
 * @property {string} title
 * @property {string[]} headers
 * @property {number[][]} rows
 */

/**
 * What the presenter made of the agenda, by the screens' names.
 * @typedef {object} Arrangement
 * @property {string[]} pinned
 * @property {string[]} order
 * @property {string[]} dropped
 */

/** @typedef {[value: string, text: string]} Choice */

/**
 * What came of the words that were sent with this id.
 * @typedef {object} Answer
 * @property {string} id
 * @property {boolean} is_kept
 * @property {string} words
 */

/**
 * @typedef {object} Screens
 * @property {string} style the address of the stage's own style
 * @property {Record<string, string>} texts the measures' texts, by their codes
 * @property {string[]} vocabulary
 * @property {Record<string, string>} words what stands on the stage's own buttons
 * @property {Screen[]} screens
 */

/**
 * What only a meeting is told.
 * @typedef {object} Talk
 * @property {false} is_wall
 * @property {string} stage
 * @property {string} memory under which the browser keeps the arrangement
 * @property {Arrangement} arrangement
 * @property {Choice[]} kinds
 * @property {Choice[]} sections
 * @property {Choice[]} months
 * @property {string} refusal why nothing can be written down now; blank where it can
 * @property {string} notice
 * @property {Answer | null} answer
 */

/**
 * What only a wall is told: how long each screen stays, and how old the figures are.
 * @typedef {object} Round
 * @property {true} is_wall
 * @property {number} seconds
 * @property {string} updated
 */

/** @typedef {Screens & Talk} MeetingData */
/** @typedef {Screens & Round} WallData */
/** @typedef {MeetingData | WallData} StageData */

/** @typedef {(name: string, value: unknown) => void} Send */
/** @typedef {() => void} Act */

export {};

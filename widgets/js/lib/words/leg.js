/** What the running leg says. */

/** A multiple of standing as a percent of it. @param {number} length */
const percent = (length) => Math.round(length * 100);
/** @param {number} speed */
const pace = (speed) => {
  const seconds = Math.round(1000 / speed);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} min/km`;
};

export const legWords = {
  play: "Play",
  pause: "Pause",
  slow: "Slow motion",
  back: "Step back",
  on: "Step on",
  moment: "Moment in the stride",
  speed: "Running speed",
  view: "Seen from",
  side: "Side",
  front: "Front",
  rear: "Back",
  turn: "Turn the runner",
  degrees: (/** @type {number} */ degrees) => `${degrees} degrees`,
  dragHint: "You can also drag the runner.",
  moved: (/** @type {number} */ at, /** @type {string} */ phase) => `${at} %: ${phase}`,
  paced: (/** @type {number} */ speed) => `${speed.toFixed(1)} m/s, ${pace(speed)}`,
  measured: "Measured at this speed.",
  mixed: (/** @type {number} */ low, /** @type {number} */ high) => `Between the measured speeds ${low} and ${high} m/s: worked out in proportion.`,
  figure: (/** @type {string} */ moment, /** @type {string} */ lengths) =>
    `A runner, seen with the bones of both legs, at ${moment}. Right leg: ${lengths}.`,
  length: (/** @type {number} */ length) => `${percent(length)} %`,
  lengthOf: (/** @type {string} */ name, /** @type {number} */ length) => `${name} ${percent(length)} % of standing`,
  switched: (/** @type {boolean | null} */ active) => (active === null ? "timing not known" : active ? "switched on" : "off"),
  whole: "All",
  muscles: "Muscles of the right leg, now",
  longest: (/** @type {number} */ length, /** @type {number} */ at, /** @type {string} */ phase) => `Longest: ${percent(length)} %, ${phase} (${at} % of the stride)`,
  shortest: (/** @type {number} */ length, /** @type {number} */ at, /** @type {string} */ phase) => `Shortest: ${percent(length)} %, ${phase} (${at} % of the stride)`,
  colour: "Colour: how long, compared with standing",
  thickness: "Thickness: whether it is switched on",
  off: "off",
  active: "on",
  unknown: "not known: drawn thin",
  two: "These are two different facts. A muscle can be on while it gets longer.",
  measuredTitle: "What is measured here, and what is drawn",
  limits: "These are lengths of whole muscle and tendon in a generic skeleton, not forces.",
  chart: "Length over one stride, in % of standing",
  chartOf: (/** @type {string} */ extremes) => `Curves of muscle length over one stride. ${extremes}`,
  axis: "% of the stride",
  contact: "foot down",
  table: "The same in a table",
  tableCaption: (/** @type {string} */ pace) => `Length in % of standing, at ${pace}`,
  muscle: "Muscle",
  longestHead: "Longest",
  shortestHead: "Shortest",
  activeHead: "Switched on, % of the stride",
  extreme: (/** @type {number} */ length, /** @type {number} */ at, /** @type {string} */ phase) => `${percent(length)} % at ${at} %, ${phase}`,
  spans: (/** @type {[number, number][] | null} */ active) => (active === null ? "not in our table" : active.map(([from, to]) => `${from} to ${to}`).join(", ")),
};

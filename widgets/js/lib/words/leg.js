/** What the running leg says. */
import { digits, say } from "./say.js";

/** A multiple of standing as a percent of it. @param {number} length */
const percent = (length) => Math.round(length * 100);
/** @param {number} speed */
const pace = (speed) => {
  const seconds = Math.round(1000 / speed);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

const legs = /* @__PURE__ */ say({
  play: "Play",
  sources: "Sources: ",
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
  degrees: "{degrees} degrees",
  dragHint: "You can also drag the runner.",
  moved: "{at} %: {phase}",
  paced: "{speed} m/s, {pace} min/km",
  measured: "Measured at this speed.",
  mixed: "Between the measured speeds {low} and {high} m/s: worked out in proportion.",
  figure: "A runner, seen with the bones of both legs, at {moment}. Right leg: {lengths}.",
  length: "{length} %",
  lengthOf: "{name} {length} % of standing",
  timingUnknown: "timing not known",
  switchedOn: "switched on",
  whole: "All",
  muscles: "Muscles of the right leg, now",
  longest: "Longest: {length} %, {phase} ({at} % of the stride)",
  shortest: "Shortest: {length} %, {phase} ({at} % of the stride)",
  colour: "Colour: how long, compared with standing",
  thickness: "Thickness: whether it is switched on",
  off: "off",
  active: "on",
  unknown: "not known: drawn thin",
  two: "These are two different facts. A muscle can be on while it gets longer.",
  measuredTitle: "What is measured here, and what is drawn",
  limits: "These are lengths of whole muscle and tendon in a generic skeleton, not forces.",
  chart: "Length over one stride, in % of standing",
  chartOf: "Curves of muscle length over one stride. {extremes}",
  axis: "% of the stride",
  contact: "foot down",
  table: "The same in a table",
  tableCaption: "Length in % of standing, at {pace}",
  muscle: "Muscle",
  longestHead: "Longest",
  shortestHead: "Shortest",
  activeHead: "Switched on, % of the stride",
  extreme: "{length} % at {at} %, {phase}",
  noSpan: "not in our table",
  span: "{from} to {to}",
});

export const legWords = /* @__PURE__ */ Object.assign({}, legs, {
  /** @param {number} speed */
  paced: (speed) => legs.paced(digits(speed, { minimumFractionDigits: 1, maximumFractionDigits: 1 }), pace(speed)),
  /** @param {number} length */
  length: (length) => legs.length(percent(length)),
  /** @param {string} name @param {number} length */
  lengthOf: (name, length) => legs.lengthOf(name, percent(length)),
  /** @param {boolean | null} active */
  switched: (active) => (active === null ? legs.timingUnknown : active ? legs.switchedOn : legs.off),
  /** @param {number} length @param {number} at @param {string} phase */
  longest: (length, at, phase) => legs.longest(percent(length), phase, at),
  /** @param {number} length @param {number} at @param {string} phase */
  shortest: (length, at, phase) => legs.shortest(percent(length), phase, at),
  /** @param {number} length @param {number} at @param {string} phase */
  extreme: (length, at, phase) => legs.extreme(percent(length), at, phase),
  /** @param {[number, number][] | null} active */
  spans: (active) => (active === null ? legs.noSpan : active.map(([from, to]) => legs.span(from, to)).join(", ")),
});

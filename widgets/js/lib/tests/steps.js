/**
 * Where a sequence of drills is, by the clock. A timed drill ends when its seconds are over,
 * whether or not anybody looks; a counted one waits to be counted.
 *
 * @typedef {{ name: string, how: string[], caution: string, unit: "s" | "reps", amount: number, side: "" | "left" | "right" | "both" }} Step
 */
import { LAST } from "../base/sound.js";

/** Time to get ready for a timed drill. */
export const READY_SECONDS = 8;
const BEGIN = { hertz: 660, seconds: 0.2 };
const GO = { hertz: 990, seconds: 0.2 };

/** How long a drill lasts by itself. @param {Step} step */
export function lastsSeconds({ unit, amount }) {
  return unit === "s" ? READY_SECONDS + amount : Infinity;
}

/**
 * The drill that goes on so many seconds after another one began, and how far it is.
 * @param {Step[]} steps @param {number} index @param {number} seconds
 * @returns {{ index: number, seconds: number }} an index past the end when all is done
 */
export function stepAfter(steps, index, seconds) {
  while (index < steps.length && seconds >= lastsSeconds(steps[index])) {
    seconds -= lastsSeconds(steps[index]);
    index += 1;
  }
  return { index, seconds };
}

/**
 * Every tone from the beginning of a drill until somebody has to do something, in seconds from
 * that beginning, so that all of them can be given to the audio clock at once.
 * @param {Step[]} steps @param {number} index
 * @returns {import("../base/sound.js").Cue[]}
 */
export function tonesAhead(steps, index) {
  const tones = [];
  let at = 0;
  for (; index < steps.length; index += 1) {
    tones.push({ at, ...BEGIN });
    const seconds = lastsSeconds(steps[index]);
    if (seconds === Infinity) return tones;
    tones.push({ at: at + READY_SECONDS, ...GO });
    at += seconds;
  }
  tones.push({ at, ...LAST });
  return tones;
}

/**
 * What taps say: a pulse, or the steps of a run. The limits of what is plausible are our own;
 * they catch lost and doubled taps and judge nobody's heart.
 *
 * @typedef {"" | "few" | "range" | "uneven"} Doubt
 * @typedef {{ value: number, doubt: Doubt }} Rhythm
 */

/** Fewer taps say nothing about a rhythm. */
const FEWEST = 6;
/** An interval is off when it is this far from the median one, as a share of it … */
const OFF = 0.3;
/** … and a rhythm is uneven when more than this share of its intervals are off. */
const UNEVEN = 0.2;

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {number[]} stamps Milliseconds, rising. */
export function intervals(stamps) {
  return stamps.slice(1).map((stamp, index) => stamp - stamps[index]);
}

/** @param {number[]} gaps */
export function uneven(gaps) {
  const typical = median(gaps);
  const off = gaps.filter((gap) => Math.abs(gap - typical) > OFF * typical).length;
  return off > UNEVEN * gaps.length;
}

/**
 * Beats a minute from the median interval, so that one lost tap changes nothing.
 * @param {number[]} stamps @param {{ least: number, most: number }} limits
 * @returns {Rhythm}
 */
export function pulseOf(stamps, limits) {
  const gaps = intervals(stamps);
  return judged(stamps, gaps, gaps.length > 0 ? 60_000 / median(gaps) : 0, limits);
}

/**
 * Steps a minute of two feet from taps on the landings of one, over the whole time tapped.
 * @param {number[]} stamps @param {{ least: number, most: number }} limits
 * @returns {Rhythm}
 */
export function stepsOf(stamps, limits) {
  const gaps = intervals(stamps);
  const span = stamps.length > 1 ? stamps[stamps.length - 1] - stamps[0] : 0;
  return judged(stamps, gaps, span > 0 ? (2 * 60_000 * gaps.length) / span : 0, limits);
}

/**
 * @param {number[]} stamps @param {number[]} gaps @param {number} rate
 * @param {{ least: number, most: number }} limits
 * @returns {Rhythm}
 */
function judged(stamps, gaps, rate, { least, most }) {
  const value = Math.round(rate);
  if (stamps.length < FEWEST) return { value, doubt: "few" };
  if (value < least || value > most) return { value, doubt: "range" };
  return { value, doubt: uneven(gaps) ? "uneven" : "" };
}

/**
 * A published linear equation: a constant, and a factor for each input.
 *
 * @typedef {object} Equation
 * @property {number} constant
 * @property {Record<string, number>} factors
 * @property {[number, number] | null} ages
 * @property {[number, number] | null} [shortest] the shortest minutes of women and of men in the study
 * @property {number | null} [highestPulse] the highest pulse in the study
 * @property {string} population
 * @property {number} n
 * @property {number | null} error
 * @property {string} unit
 * @property {{ text: string, url: string }} source
 *
 * @typedef {{ medicine: boolean, values: Record<string, number> }} Filled
 * @typedef {{ estimate: number, refused: "" | "medicine" | "age" | "tooFast" | "tooHard" | "implausible" }} Outcome
 */

export const KILOGRAMS_PER_POUND = 0.45359237;

/** Outside these nobody's VO2max lies; the limits only catch typing errors and are our own. */
const LEAST = 10;
const MOST = 95;

/** @param {Equation} equation @param {Filled} filled @returns {Outcome} */
export function workOut({ constant, factors, ages, shortest = null, highestPulse = null }, { medicine, values }) {
  if (medicine && "pulse" in factors) return { estimate: 0, refused: "medicine" };
  if (ages !== null && !(values.age >= ages[0] && values.age <= ages[1])) return { estimate: 0, refused: "age" };
  if (shortest !== null && values.minutes < shortest[values.male ? 1 : 0]) return { estimate: 0, refused: "tooFast" };
  if (highestPulse !== null && values.pulse > highestPulse) return { estimate: 0, refused: "tooHard" };
  const sum = Object.entries(factors).reduce((total, [name, factor]) => total + factor * values[name], constant);
  const estimate = Math.round(sum * 10) / 10;
  return { estimate, refused: estimate >= LEAST && estimate <= MOST ? "" : "implausible" };
}

/** Colours of the running leg. They come from the style sheet, so that light and dark are told apart in one place. */

/** @typedef {[number, number, number]} Rgb @typedef {"bone" | "shade" | "edge" | "skin" | "skindark" | "hair" | "shirt" | "shirtdark" | "ground" | "paper" | "short" | "same" | "long" | "text"} Name @typedef {Record<Name, Rgb>} Palette */

/** Lengths beyond this part of standing, up or down, are not told apart by colour. */
const FULL = 0.17;

/** @type {Name[]} */
const NAMES = ["bone", "shade", "edge", "skin", "skindark", "hair", "shirt", "shirtdark", "ground", "paper", "short", "same", "long", "text"];

/** @param {string} hex such as #a0b1c2 @returns {Rgb} */
export function rgb(hex) {
  const digits = hex.trim().replace("#", "");
  const whole = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  return /** @type {Rgb} */ ([0, 2, 4].map((at) => Number.parseInt(whole.slice(at, at + 2), 16)));
}

/** @param {Element} element @returns {Palette} */
export function palette(element) {
  const style = getComputedStyle(element);
  return /** @type {Palette} */ (Object.fromEntries(NAMES.map((name) => [name, rgb(style.getPropertyValue(`--rm-leg-${name}`))])));
}

/** @param {Rgb} from @param {Rgb} to @param {number} share @returns {Rgb} */
export const blend = (from, to, share) => /** @type {Rgb} */ (from.map((value, at) => Math.round(value + (to[at] - value) * share)));

/** @param {Rgb} colour @param {number} [alpha] */
export const css = ([red, green, blue], alpha = 1) => (alpha === 1 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${alpha})`);

/**
 * How far a length is towards the colours' ends: -1 short, 0 as in standing, 1 long.
 * Small differences matter here, so that they show sooner than in proportion.
 * @param {number} length as a multiple of standing
 */
export function tone(length) {
  const share = Math.min(Math.abs(length - 1) / FULL, 1);
  return Math.sign(length - 1) * share ** 0.55;
}

/** @param {Palette} colours @param {number} length */
export function lengthColour(colours, length) {
  const way = tone(length);
  return blend(colours.same, way < 0 ? colours.short : colours.long, Math.abs(way));
}

/**
 * Frames of a mechanism, as the kernel side worked them out: shapes stand once in a pool, and a frame names them.
 *
 * @typedef {import("../base/drawing.js").Drawing} Drawing
 * @typedef {{ label: string, stops: string[], start: number }} Slider
 * @typedef {{ shapes: number[], sentence: string, beat?: { seconds: number, squeeze: number } }} Frame
 * @typedef {{ width: number, height: number, label: string, pool: import("../base/drawing.js").Shape[], frames: Frame[] }} Scene
 */

/**
 * Where the frame of a position lies; the last slider runs fastest.
 * @param {Slider[]} sliders @param {number[]} positions One a slider.
 */
export function placeOf(sliders, positions) {
  return sliders.reduce((place, { stops }, at) => place * stops.length + within(stops.length, positions[at]), 0);
}

/** A position as near as there is a stop. @param {number} count @param {number} position */
function within(count, position) {
  return Math.min(Math.max(Math.round(position), 0), count - 1);
}

/** The drawing of a frame. @param {Scene} scene @param {Frame} frame @returns {Drawing} */
export function drawingOf({ width, height, label, pool }, { shapes, sentence }) {
  return { width, height, label: `${label} ${sentence}`, shapes: shapes.map((place) => pool[place]) };
}

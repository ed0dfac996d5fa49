/**
 * A movement without motion: its telling poses side by side, or one above the other when the
 * person lies. Printed pages and people who want no motion see this.
 *
 * @typedef {import("./body.js").Skeleton} Skeleton
 * @typedef {import("./motion.js").Movement} Movement
 * @typedef {{ viewBox: string, svg: string }} Picture
 */
import { units } from "./camera.js";
import { drawn } from "./draw.js";
import { lasts, loopOf } from "./motion.js";

/** Room round a picture and between two, in metres. */
const ROOM = 0.05;
/** Wider than high by this much: one above the other. */
const LYING = 1.25;

/** Props as they are at one moment. @param {Movement} movement @param {number} share of the loop, 0 to 1 */
export const propsAt = ({ props = [] }, share) => props.map((prop) => ({ ...prop, phase: share }));

/** @param {Skeleton} skeleton @param {Movement} movement @returns {Picture} */
export function stillOf(skeleton, movement) {
  const whole = lasts(loopOf(skeleton.angles, movement));
  return sideBySide(
    movement.still.map((key) => {
      const frame = movement.keys[key];
      return drawn(skeleton, movement.frames[frame], { ...movement, props: propsAt(movement, movement.times[frame] / whole) });
    }),
  );
}

/** @param {{ svg: string, box: [number, number, number, number] }[]} pictures @returns {Picture} */
export function sideBySide(pictures) {
  const boxes = pictures.map(({ box }) => box.map((metres) => Math.round(metres * units.metre)));
  const below = boxes.every(([left, top, right, bottom]) => right - left > (bottom - top) * LYING);
  const margin = Math.round(ROOM * units.metre);
  let [width, height] = [0, 0];
  // People stand on one floor; who lies is put one below the other.
  const [high, low] = [Math.min(...boxes.map(([, top]) => top)), Math.max(...boxes.map(([, , , bottom]) => bottom))];
  const svg = pictures
    .map((picture, index) => {
      const [left, top, right, bottom] = boxes[index];
      const [x, y] = below ? [-Math.min(...boxes.map(([each]) => each)), height - top] : [width - left, -high];
      if (below) [width, height] = [Math.max(width, right + x), height + bottom - top + 2 * margin];
      else [width, height] = [width + right - left + 2 * margin, low - high];
      return pictures.length > 1 ? `<g transform="translate(${x} ${y})">${picture.svg}</g>` : picture.svg;
    })
    .join("");
  const [left, top] = pictures.length > 1 ? [0, 0] : boxes[0];
  const [w, h] = [width - (below ? 0 : 2 * margin), height - (below ? 2 * margin : 0)];
  return { viewBox: [left - margin, top - margin, w + 2 * margin, h + 2 * margin].join(" "), svg };
}

/**
 * A movement without motion: its telling poses side by side, or one above the other when the
 * person lies. Printed pages and people who want no motion see this.
 *
 * @typedef {import("./body.js").Skeleton} Skeleton
 * @typedef {import("./body.js").Vector} Vector
 * @typedef {import("./motion.js").Movement} Movement
 * @typedef {import("./props.js").Prop} Prop
 * @typedef {{ viewBox: string, svg: string }} Picture
 */
import { placed, spot } from "./body.js";
import { units } from "./camera.js";
import { drawn } from "./draw.js";
import { lasts, loopOf, poseAt } from "./motion.js";

/** Room round a picture and between two, in metres. */
const ROOM = 0.05;
/** Wider than high by this much: one above the other. */
const LYING = 1.25;
/** How high a hop of a trail goes, in metres, and in how many points it is drawn. */
const HOP = 0.07;
const HOP_POINTS = 6;
/** In how many steps any other trail is drawn. */
const STEPS = 9;

/** Props as they are at one moment; what stands in for motion is left out. @param {Movement} movement @param {number} share of the loop, 0 to 1 */
export const propsAt = ({ props = [] }, share) => props.filter(({ keys }) => keys === undefined).map((prop) => ({ ...prop, phase: share }));

/** @param {Skeleton} skeleton @param {Movement} movement @returns {Picture} */
export function stillOf(skeleton, movement) {
  const whole = lasts(loopOf(skeleton.angles, movement));
  const { frames, keys, times, inset, behind } = movement;
  const pictures = movement.still.map((key) => {
    const props = [...propsAt(movement, times[keys[key]] / whole), ...signsAt(skeleton, movement, key)];
    return { pose: frames[keys[key]], scene: { ...movement, props, ghost: behind === undefined || behind === key ? undefined : frames[keys[behind]] } };
  });
  const shown = pictures.map(({ pose, scene }) => drawn(skeleton, pose, scene));
  const close = inset === undefined ? [] : pictures.slice(-1).map(({ pose, scene }) => drawn(skeleton, pose, { ...scene, near: inset }));
  return sideBySide(shown, close);
}

/** Arrows that a still picture needs in place of motion. @param {Skeleton} skeleton @param {Movement} movement @param {number} key @returns {Prop[]} */
export function signsAt(skeleton, { frames, times, keys, props = [] }, key) {
  const moments = frames.map((pose, index) => ({ at: times[index], pose }));
  return props.filter((prop) => prop.keys?.includes(key)).map((prop) => {
    if (prop.trail === undefined) return prop;
    const [segment, at] = skeleton.points[prop.trail];
    const [first, last] = [times[keys[prop.from ?? key - 1]], times[keys[key]]];
    const [x, y, z] = prop.off ?? [0, 0, 0];
    const through = Array.from({ length: STEPS + 1 }, (_, step) => {
      const pose = poseAt(moments, first + ((last - first) * step) / STEPS);
      const here = spot(placed(skeleton, pose)[segment], at);
      return /** @type {Vector} */ ([here[0] + x, here[1] + y, here[2] + z]);
    });
    return { ...prop, through: prop.hops === undefined ? through : hopping(through[0], through[STEPS], prop.hops) };
  });
}

/** A way in hops. @param {Vector} a @param {Vector} b @param {number} hops */
function hopping(a, b, hops) {
  return Array.from({ length: hops * HOP_POINTS + 1 }, (_, step) => {
    const share = step / (hops * HOP_POINTS);
    const [x, y, z] = a.map((value, axis) => value + (b[axis] - value) * share);
    return /** @type {Vector} */ ([x, y + Math.abs(Math.sin(share * hops * Math.PI)) * HOP, z]);
  });
}

/**
 * @param {{ svg: string, box: [number, number, number, number] }[]} pictures
 * @param {{ svg: string, box: [number, number, number, number] }[]} [close] to the right of them
 * @returns {Picture}
 */
export function sideBySide(pictures, close = []) {
  const all = [...pictures, ...close];
  const boxes = all.map(({ box }) => box.map((metres) => Math.round(metres * units.metre)));
  const below = close.length === 0 && boxes.every(([left, top, right, bottom]) => right - left > (bottom - top) * LYING);
  const margin = Math.round(ROOM * units.metre);
  let [width, height] = [0, 0];
  // People stand on one floor, and a close picture beside them; who lies is put one below the other.
  const standing = boxes.slice(0, pictures.length);
  const [high, low] = [Math.min(...standing.map(([, top]) => top)), Math.max(...standing.map(([, , , bottom]) => bottom))];
  const svg = all
    .map((picture, index) => {
      const [left, top, right, bottom] = boxes[index];
      const [x, y] = below ? [-Math.min(...boxes.map(([each]) => each)), height - top] : [width - left, index < pictures.length ? -high : low - high - bottom];
      if (below) [width, height] = [Math.max(width, right + x), height + bottom - top + 2 * margin];
      else [width, height] = [width + right - left + 2 * margin, low - high];
      return all.length > 1 ? `<g transform="translate(${x} ${y})">${picture.svg}</g>` : picture.svg;
    })
    .join("");
  const [left, top] = all.length > 1 ? [0, 0] : boxes[0];
  const [w, h] = [width - (below ? 0 : 2 * margin), height - (below ? 2 * margin : 0)];
  return { viewBox: [left - margin, top - margin, w + 2 * margin, h + 2 * margin].join(" "), svg };
}

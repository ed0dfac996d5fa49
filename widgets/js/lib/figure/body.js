/**
 * Where every part of the person is: forward kinematics from joint angles in degrees.
 * Axes are those of the International Society of Biomechanics: X forward, Y up, Z to the right.
 *
 * @typedef {[number, number, number]} Vector
 * @typedef {{ at: Vector, axes: number[] }} Place origin, and axes as nine numbers in rows
 * @typedef {Record<string, Place>} Placed
 * @typedef {[name: string, parent: string, offset: Vector, turns: [number, string, number][]]} Segment
 * @typedef {object} Skeleton
 * @property {string[]} angles
 * @property {Segment[]} segments
 * @property {Record<string, [string, Vector]>} points
 * @property {import("./shape.js").Shape} shape
 * @property {import("./zones.js").Zones} zones where muscles lie on the skin
 * @property {Record<string, [kind: string, foot: Vector, size: Vector][]>} furniture the boards it is made of
 */

const SAME = [1, 0, 0, 0, 1, 0, 0, 0, 1];

/** @param {number[]} a @param {number[]} b two rotations, one after the other */
function times(a, b) {
  const out = new Array(9);
  for (let row = 0; row < 3; row += 1) {
    for (let column = 0; column < 3; column += 1) {
      out[row * 3 + column] = a[row * 3] * b[column] + a[row * 3 + 1] * b[3 + column] + a[row * 3 + 2] * b[6 + column];
    }
  }
  return out;
}

/** @param {number} axis @param {number} degrees */
function rotation(axis, degrees) {
  const angle = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  const [first, second] = [(axis + 1) % 3, (axis + 2) % 3];
  const out = new Array(9).fill(0);
  out[axis * 4] = 1;
  out[first * 4] = out[second * 4] = cosine;
  out[first * 3 + second] = -sine;
  out[second * 3 + first] = sine;
  return out;
}

/** @param {number[]} axes @param {Vector} v @returns {Vector} */
export const turned = (axes, [x, y, z]) => [
  axes[0] * x + axes[1] * y + axes[2] * z,
  axes[3] * x + axes[4] * y + axes[5] * z,
  axes[6] * x + axes[7] * y + axes[8] * z,
];

/** @param {Place} place @param {Vector} v a spot in a part's own axes @returns {Vector} the same spot in the room */
export function spot(place, v) {
  const [x, y, z] = turned(place.axes, v);
  return [place.at[0] + x, place.at[1] + y, place.at[2] + z];
}

/** @param {Skeleton} skeleton @param {number[]} pose metres and degrees @returns {Placed} */
export function placed(skeleton, pose) {
  const value = new Map(skeleton.angles.map((name, index) => [name, pose[index]]));
  /** @type {Placed} */
  const found = {};
  for (const [name, parent, offset, turns] of skeleton.segments) {
    const from = found[parent];
    const at = from ? spot(from, offset) : /** @type {Vector} */ ([pose[0], pose[1], pose[2]]);
    let axes = from ? from.axes : SAME;
    for (const [axis, angle, sign] of turns) axes = times(axes, rotation(axis, sign * (value.get(angle) ?? 0)));
    found[name] = { at, axes };
  }
  return found;
}

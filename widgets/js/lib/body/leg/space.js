/**
 * Points in space: turned, and seen from a side.
 *
 * World: x forward, y up, z to the runner's right, in millimetres. The screen has x to the right,
 * y down, and a depth that grows towards the viewer. Seen from the runner's right (turn 0), forward
 * is to the right.
 *
 * @typedef {[number, number, number]} Point
 * @typedef {{ origin: Point, turn: [number, number, number, number] }} Place Origin and unit quaternion (w, x, y, z).
 * @typedef {{ turn: number, rise: number, scale: number, x: number, y: number }} View
 *   Degrees round the vertical and above the horizon; pixels per millimetre; where the world's origin is drawn.
 */

const RADIANS = Math.PI / 180;

/** Take a point of a body to where the body lies. @param {Place} place @param {Point} point @returns {Point} */
export function put({ origin, turn: [w, x, y, z] }, [px, py, pz]) {
  const tx = 2 * (y * pz - z * py);
  const ty = 2 * (z * px - x * pz);
  const tz = 2 * (x * py - y * px);
  return [
    origin[0] + px + w * tx + y * tz - z * ty,
    origin[1] + py + w * ty + z * tx - x * tz,
    origin[2] + pz + w * tz + x * ty - y * tx,
  ];
}

/** The other half of the body. @param {Point} point @returns {Point} */
export const mirrored = ([x, y, z]) => [x, y, -z];

/** Tip forward about the axis from left to right. @param {Point} point @param {number} degrees @returns {Point} */
export function tipped([x, y, z], degrees) {
  const sine = Math.sin(degrees * RADIANS);
  const cosine = Math.cos(degrees * RADIANS);
  return [x * cosine + y * sine, y * cosine - x * sine, z];
}

/** Turn about the vertical; the right side comes forward. @param {Point} point @param {number} degrees @returns {Point} */
export function turned([x, y, z], degrees) {
  const sine = Math.sin(degrees * RADIANS);
  const cosine = Math.cos(degrees * RADIANS);
  return [x * cosine + z * sine, y, z * cosine - x * sine];
}

/** See a point: screen x, screen y, depth. @param {Point} point @param {View} view @returns {Point} */
export function project(point, { turn, rise, scale, x, y }) {
  const [right, up, near] = turned(point, -turn);
  const sine = Math.sin(rise * RADIANS);
  const cosine = Math.cos(rise * RADIANS);
  return [x + right * scale, y - (up * cosine - near * sine) * scale, (near * cosine + up * sine) * scale];
}

/** Points of a smooth line through all given points (Catmull-Rom). @param {Point[]} points @param {number} parts Pieces between two points. */
export function smooth(points, parts) {
  /** @type {Point[]} */
  const line = [];
  for (let index = 0; index < points.length - 1; index += 1) {
    const [a, b, c, d] = [points[index - 1] ?? points[index], points[index], points[index + 1], points[index + 2] ?? points[index + 1]];
    for (let part = 0; part < parts; part += 1) {
      const t = part / parts;
      line.push(/** @type {Point} */ ([0, 1, 2].map((axis) => between(a[axis], b[axis], c[axis], d[axis], t))));
    }
  }
  line.push(/** @type {Point} */ (points.at(-1)));
  return line;
}

/** @param {number} a @param {number} b @param {number} c @param {number} d @param {number} t */
function between(a, b, c, d, t) {
  // Half the usual tension: muscles are nearly straight, and must not swing out.
  const [from, to] = [(c - a) / 4, (d - b) / 4];
  return b + t * (from + t * (3 * (c - b) - 2 * from - to + t * (2 * (b - c) + from + to)));
}

/** Outline of a set of points on the screen, without those inside. @param {[number, number][]} points @returns {[number, number][]} */
export function hull(points) {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  /** @param {[number, number][]} row */
  const half = (row) => {
    /** @type {[number, number][]} */
    const kept = [];
    for (const point of row) {
      while (kept.length > 1 && bend(kept[kept.length - 2], kept[kept.length - 1], point) <= 0) kept.pop();
      kept.push(point);
    }
    kept.pop();
    return kept;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** @param {[number, number]} a @param {[number, number]} b @param {[number, number]} c */
const bend = (a, b, c) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

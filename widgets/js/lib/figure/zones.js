/**
 * Muscles on the skin: patches of the body's surface that wrap round it as it turns.
 *
 * A band lies on the row of ellipsoids of its part: from where to where along the row, round which angle
 * (0 in front, 90 outside, 180 behind), how wide to each side. A cap lies on one ellipsoid.
 *
 * @typedef {import("./body.js").Vector} Vector
 * @typedef {import("./camera.js").Camera} Camera
 * @typedef {import("./camera.js").Ball} Ball
 * @typedef {{ part: string, from: number, to: number, round: number, wide: number }} Band
 * @typedef {Record<string, (Band | Cap)[]>} Zones one side each; `z` grows outward
 * @typedef {{ part: string, node: import("./shape.js").Node, towards: Vector, wide: number }} Cap
 */
import { dot, seen, smooth } from "./camera.js";

const RADIANS = Math.PI / 180;
const HEART = { part: "trunk", node: /** @type {import("./shape.js").Node} */ (["thorax", [0.02, 0.11, -0.03], [0.11, 0.1, 0.1]]), towards: /** @type {Vector} */ ([1, 0.05, -0.25]), wide: 34 };

/** The patches of a zone for one side. @param {Zones} zones @param {string} zone @param {string} side @returns {(Band | Cap)[]} */
export const patches = (zones, zone, side) => (zone === "heart" ? (side === "r" ? [HEART] : []) : (zones[zone] ?? []));

/** @param {number} degrees into -180 to 180 */
const wrapped = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** Points round a cap, and steps along a band. */
const STEPS = 24;
const ALONG = 10;

/**
 * @param {Camera} view @param {Band} band @param {Ball[]} row @param {number} side 1 right, -1 left
 * @returns {string} an SVG path, empty when the band looks away
 */
export function bandPath(view, band, row, side) {
  /** @type {[number, number][]} */
  const left = [];
  /** @type {[number, number][]} */
  const right = [];
  for (let step = 0; step <= ALONG; step += 1) {
    const share = step / ALONG;
    const { at, x, z } = ring(row, band.from + (band.to - band.from) * share);
    const [across, out] = [seen(view, x), seen(view, [z[0] * side, z[1] * side, z[2] * side])];
    const [rx, rz] = [Math.hypot(...x), Math.hypot(...z)];
    const facing = Math.atan2(out[2] / (rz * rz), across[2] / (rx * rx)) / RADIANS;
    const half = band.wide * Math.sqrt(Math.sin(Math.PI * Math.min(Math.max(share, 0.02), 0.98)));
    const from = wrapped(band.round - facing);
    const [low, high] = [Math.max(from - half, -88), Math.min(from + half, 88)];
    if (low >= high) continue;
    const centre = seen(view, at);
    /** @param {number} angle @returns {[number, number]} */
    const point = (angle) => {
      const [c, s] = [Math.cos((facing + angle) * RADIANS), Math.sin((facing + angle) * RADIANS)];
      return [centre[0] + across[0] * c + out[0] * s, centre[1] + across[1] * c + out[1] * s];
    };
    left.push(point(low));
    right.push(point(high));
  }
  return left.length < 2 ? "" : smooth([...left, ...right.reverse()]);
}

/** A cross-section between two ellipsoids of a row. @param {Ball[]} row @param {number} place */
function ring(row, place) {
  const index = Math.min(Math.max(Math.floor(place), 0), row.length - 2);
  const share = place - index;
  const [a, b] = [row[index], row[index + 1]];
  /** @param {(ball: Ball) => Vector} of @returns {Vector} */
  const between = (of) => {
    const [p, q] = [of(a), of(b)];
    return [p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share, p[2] + (q[2] - p[2]) * share];
  };
  return {
    at: between(({ at }) => at),
    x: between(({ axes, r }) => [axes[0] * r[0], axes[3] * r[0], axes[6] * r[0]]),
    z: between(({ axes, r }) => [axes[2] * r[2], axes[5] * r[2], axes[8] * r[2]]),
  };
}

/**
 * A cap on one ellipsoid. What looks away is pushed to the edge of what can be seen.
 * @param {Camera} view @param {Ball} ball @param {Vector} towards in the ball's axes @param {number} wide degrees from its middle
 */
export function capPath(view, ball, towards, wide) {
  const size = Math.hypot(...towards);
  const [x, y, z] = /** @type {Vector} */ (towards.map((value) => value / size));
  // Two directions across the first.
  const side = Math.hypot(x, z) > 1e-6 ? [-z / Math.hypot(x, z), 0, x / Math.hypot(x, z)] : [1, 0, 0];
  const other = [y * side[2] - z * side[1], z * side[0] - x * side[2], x * side[1] - y * side[0]];
  const [c, s] = [Math.cos(wide * RADIANS), Math.sin(wide * RADIANS)];
  const { axes, r } = ball;
  // The viewer's direction as the unit ball sees it.
  const eye = /** @type {Vector} */ ([0, 1, 2].map((axis) => dot(view.to, [axes[axis], axes[3 + axis], axes[6 + axis]]) * r[axis]));
  const length = Math.hypot(...eye);
  /** @param {number[]} unit @returns {[number, number]} */
  const project = (unit) => {
    const [ux, uy, uz] = [unit[0] * r[0], unit[1] * r[1], unit[2] * r[2]];
    const [sx, sy] = seen(view, [
      ball.at[0] + axes[0] * ux + axes[1] * uy + axes[2] * uz,
      ball.at[1] + axes[3] * ux + axes[4] * uy + axes[5] * uz,
      ball.at[2] + axes[6] * ux + axes[7] * uy + axes[8] * uz,
    ]);
    return [sx, sy];
  };
  const edge = Array.from({ length: STEPS }, (_, step) => {
    const angle = (step / STEPS) * 2 * Math.PI;
    const [p, q] = [Math.cos(angle) * s, Math.sin(angle) * s];
    return [0, 1, 2].map((axis) => [x, y, z][axis] * c + side[axis] * p + other[axis] * q);
  });
  const toEye = eye.map((value) => value / length);
  const visible = edge.map((unit) => unit[0] * toEye[0] + unit[1] * toEye[1] + unit[2] * toEye[2] > 0);
  if (visible.every(Boolean)) return smooth(edge.map(project));
  if (!visible.some(Boolean)) return "";
  const first = visible.findIndex((here, index) => here && !visible[(index + STEPS - 1) % STEPS]);
  const shown = Array.from({ length: STEPS }, (_, index) => (first + index) % STEPS).filter((index) => visible[index]).map((index) => edge[index]);
  return smooth([...shown, ...limb(shown[shown.length - 1], shown[0], toEye, [x, y, z])].map(project));
}

/** From the end of what is visible round the edge of the ball to its start, on the cap's side. @param {number[]} from @param {number[]} to @param {number[]} eye @param {number[]} middle */
function limb(from, to, eye, middle) {
  /** @param {number[]} a @param {number[]} b */
  const along = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  /** @param {number[]} unit */
  const flat = (unit) => {
    const away = along(unit, eye);
    const put = unit.map((value, axis) => value - eye[axis] * away);
    const size = Math.hypot(...put) || 1;
    return put.map((value) => value / size);
  };
  const u = flat(from);
  const v = [eye[1] * u[2] - eye[2] * u[1], eye[2] * u[0] - eye[0] * u[2], eye[0] * u[1] - eye[1] * u[0]];
  /** @param {number} angle */
  const at = (angle) => u.map((value, axis) => value * Math.cos(angle) + v[axis] * Math.sin(angle));
  const end = flat(to);
  const turn = (Math.atan2(along(end, v), along(end, u)) + 2 * Math.PI) % (2 * Math.PI);
  const way = along(at(turn / 2), middle) > along(at(turn / 2 - Math.PI), middle) ? turn : turn - 2 * Math.PI;
  return Array.from({ length: 9 }, (_, step) => at((way * step) / 8));
}

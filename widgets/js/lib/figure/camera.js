/**
 * Looking at the room: an ellipsoid becomes an ellipse, and a row of them becomes an outline.
 *
 * @typedef {import("./body.js").Vector} Vector
 * @typedef {[number, number, number]} Seen right, down (as on a screen) and towards the viewer, in metres
 * @typedef {{ right: Vector, up: Vector, to: Vector }} Camera
 * @typedef {{ at: Seen, xx: number, xy: number, yy: number, r: number, round: boolean }} Oval
 *   `xx xy yy` is the square of the ellipse; `r` its mean radius.
 * @typedef {{ at: Vector, axes: number[], r: Vector }} Ball
 */

/** Drawn units a metre: whole numbers are then fine enough. */
export const SCALE = 400;
const RADIANS = Math.PI / 180;

/** @param {[number, number]} view azimuth (0 from the person's right, 90 from the front) and height, in degrees @returns {Camera} */
export function camera([azimuth, height]) {
  const [a, e] = [azimuth * RADIANS, height * RADIANS];
  return {
    right: [Math.cos(a), 0, -Math.sin(a)],
    up: [-Math.sin(a) * Math.sin(e), Math.cos(e), -Math.cos(a) * Math.sin(e)],
    to: [Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)],
  };
}

/** @param {Vector} a @param {Vector} b */
export const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** @param {Camera} view @param {Vector} v @returns {Seen} */
export const seen = (view, v) => [dot(view.right, v), -dot(view.up, v), dot(view.to, v)];

/** @param {Camera} view @param {Ball} ball @returns {Oval} */
export function oval(view, { at, axes, r }) {
  let [xx, xy, yy] = [0, 0, 0];
  for (let axis = 0; axis < 3; axis += 1) {
    const [x, y] = seen(view, [axes[axis] * r[axis], axes[3 + axis] * r[axis], axes[6 + axis] * r[axis]]);
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const round = r[0] === r[1] && r[1] === r[2];
  return { at: seen(view, at), xx, xy, yy, r: Math.sqrt((xx + yy) / 2), round };
}

/** The same ellipse, smaller or larger, and moved. @param {Oval} o @param {number} by @param {number} x @param {number} y @returns {Oval} */
export function scaled(o, by, x = 0, y = 0) {
  const square = by * by;
  return { at: [o.at[0] + x, o.at[1] + y, o.at[2]], xx: o.xx * square, xy: o.xy * square, yy: o.yy * square, r: o.r * by, round: o.round };
}

/** Thicker by a layer of cloth. @param {Oval} o @param {number} by metres */
export const thicker = (o, by) => scaled(o, 1 + by / o.r);

/** @param {number} metres */
const n = (metres) => Math.round(metres * SCALE);
/** @param {number} x @param {number} y */
const pair = (x, y) => `${n(x)} ${n(y)}`;

const STEPS = 18;
const DIRECTIONS = Array.from({ length: STEPS }, (_, index) => {
  const angle = (index / STEPS) * 2 * Math.PI;
  return [Math.cos(angle), Math.sin(angle)];
});

/** A closed path through points. @param {[number, number][]} points */
export function polygon(points) {
  let [x, y] = [n(points[0][0]), n(points[0][1])];
  let path = `M${x} ${y}l`;
  let first = true;
  for (const point of points.slice(1)) {
    const [dx, dy] = [n(point[0]) - x, n(point[1]) - y];
    if (dx === 0 && dy === 0) continue;
    path += `${first || dx < 0 ? "" : " "}${dx}${dy < 0 ? "" : " "}${dy}`;
    first = false;
    x += dx;
    y += dy;
  }
  return first ? "" : `${path}z`;
}

/** A closed smooth path through the middles between points. @param {[number, number][]} points */
export function smooth(points) {
  const middles = points.map(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length];
    return pair((x + nextX) / 2, (y + nextY) / 2);
  });
  return `M${middles.at(-1)}${points.map(([x, y], index) => `Q${pair(x, y)} ${middles[index]}`).join("")}z`;
}

/** The outline round two ellipses. @param {Oval} a @param {Oval} b */
function hull(a, b) {
  if (a.round && b.round) return circles(a, b);
  /** @type {[number, number][]} */
  const points = DIRECTIONS.map(([x, y]) => {
    const reaches = [a, b].map((each) => {
      const size = Math.sqrt(Math.max(each.xx * x * x + 2 * each.xy * x * y + each.yy * y * y, 1e-9));
      return { size, each, far: each.at[0] * x + each.at[1] * y + size };
    });
    const { size, each } = reaches[0].far >= reaches[1].far ? reaches[0] : reaches[1];
    return [each.at[0] + (each.xx * x + each.xy * y) / size, each.at[1] + (each.xy * x + each.yy * y) / size];
  });
  return polygon(points);
}

/** The outline round two circles: two straight sides and two arcs. @param {Oval} a @param {Oval} b */
function circles(a, b) {
  const [dx, dy] = [b.at[0] - a.at[0], b.at[1] - a.at[1]];
  const apart = Math.hypot(dx, dy);
  if (apart <= Math.abs(a.r - b.r) + 1e-4) return circle(a.r > b.r ? a : b);
  const [ux, uy] = [dx / apart, dy / apart];
  const along = (a.r - b.r) / apart;
  const across = Math.sqrt(1 - along * along);
  /** @param {Oval} o @param {number} side */
  const touch = (o, side) => pair(o.at[0] + o.r * (ux * along - uy * across * side), o.at[1] + o.r * (uy * along + ux * across * side));
  const [large, small] = along > 0 ? [1, 0] : [0, 1];
  return `M${touch(a, 1)}A${n(a.r)} ${n(a.r)} 0 ${large} 1 ${touch(a, -1)}L${touch(b, -1)}A${n(b.r)} ${n(b.r)} 0 ${small} 1 ${touch(b, 1)}z`;
}

/** @param {Oval} o */
function circle(o) {
  const r = n(o.r);
  return `M${pair(o.at[0] - o.r, o.at[1])}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1${-2 * r} 0z`;
}

/** A straight row of circles as one outline; empty when one hides in another. @param {Oval[]} row */
function limb(row) {
  /** @type {string[]} */
  const left = [];
  /** @type {string[]} */
  const right = [];
  let [first, last] = [0, 0];
  for (let index = 1; index < row.length; index += 1) {
    const [a, b] = [row[index - 1], row[index]];
    const [dx, dy] = [b.at[0] - a.at[0], b.at[1] - a.at[1]];
    const apart = Math.hypot(dx, dy);
    const along = (a.r - b.r) / apart;
    if (apart < 1e-3 || Math.abs(along) > 0.8) return "";
    const across = Math.sqrt(1 - along * along);
    for (const each of [a, b]) {
      left.push(pair(each.at[0] + (each.r * (dx * along + dy * across)) / apart, each.at[1] + (each.r * (dy * along - dx * across)) / apart));
      right.unshift(pair(each.at[0] + (each.r * (dx * along - dy * across)) / apart, each.at[1] + (each.r * (dy * along + dx * across)) / apart));
    }
    if (index === 1) first = along > 0 ? 1 : 0;
    last = along > 0 ? 0 : 1;
  }
  const [start, end] = [n(row[0].r), n(row[row.length - 1].r)];
  return `M${left.join("L")}A${end} ${end} 0 ${last} 1 ${right.join("L")}A${start} ${start} 0 ${first} 1 ${left[0]}z`;
}

/** The outline round a row of ellipses, each joined to the next. @param {Oval[]} row */
export function outline(row) {
  if (row.length > 2 && row.every(({ round }) => round)) {
    const whole = limb(row);
    if (whole !== "") return whole;
  }
  if (row.length === 1) return row[0].round ? circle(row[0]) : hull(row[0], row[0]);
  return row.slice(1).map((each, index) => hull(row[index], each)).join("");
}

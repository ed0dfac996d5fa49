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

/** Drawn units a metre, in whole numbers: as few as a printed picture needs. The live figure draws finer. */
export const units = { metre: 280 };
/** How much finer the live figure is drawn; its lines are wider by the same (figure.css). */
export const FINE = 4;
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
const n = (metres) => Math.round(metres * units.metre);

/** @param {number} steps */
const directions = (steps) =>
  Array.from({ length: steps }, (_, index) => {
    const angle = (index / steps) * 2 * Math.PI;
    return [Math.cos(angle), Math.sin(angle)];
  });
/** A hand needs fewer corners than a chest, and a chest fewer than what is drawn large: drawn units, corners. */
const CORNERS = /** @type {const} */ ([[60, directions(26)], [17, directions(14)], [0, directions(10)]]);

/** Writes a path in whole steps from where it stands, which takes half the letters. */
class Pen {
  /** @param {number} x @param {number} y */
  constructor(x, y) {
    this.x = n(x);
    this.y = n(y);
    this.text = `M${this.x} ${this.y}`;
    this.last = "";
  }

  /** @param {string} command @param {[number, number][]} points the last is where it leads @param {string} [before] */
  to(command, points, before = "") {
    const steps = points.map(([x, y]) => `${n(x) - this.x}${n(y) < this.y ? "" : " "}${n(y) - this.y}`);
    const [x, y] = points[points.length - 1];
    if (command === "l" && n(x) === this.x && n(y) === this.y) return this;
    let words = before;
    for (const step of steps) words += (words === "" || step.startsWith("-") ? "" : " ") + step;
    this.text += command !== this.last ? command + words : words.startsWith("-") ? words : ` ${words}`;
    this.last = command;
    [this.x, this.y] = [n(x), n(y)];
    return this;
  }

  /** @param {number} r @param {number} large @param {[number, number]} point */
  arc(r, large, point) {
    return this.to("a", [point], `${n(r)} ${n(r)} 0 ${large} 1`);
  }
}

/** A closed path through points. @param {[number, number][]} points */
export function polygon([[x, y], ...rest]) {
  const pen = new Pen(x, y);
  for (const point of rest) pen.to("l", [point]);
  return `${pen.text}z`;
}

/** A closed smooth path through the middles between points. @param {[number, number][]} points */
export function smooth(points) {
  const middles = points.map(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length];
    return /** @type {[number, number]} */ ([(x + nextX) / 2, (y + nextY) / 2]);
  });
  const pen = new Pen(...middles[middles.length - 1]);
  points.forEach((point, index) => pen.to("q", [point, middles[index]]));
  return `${pen.text}z`;
}

/** The outline round two ellipses. @param {Oval} a @param {Oval} b */
function hull(a, b) {
  if (a.round && b.round) return circles(a, b);
  /** @type {[number, number][]} */
  const points = (CORNERS.find(([size]) => Math.max(a.r, b.r) * units.metre >= size) ?? CORNERS[2])[1].map(([x, y]) => {
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
  /** @param {Oval} o @param {number} side @returns {[number, number]} */
  const touch = (o, side) => [o.at[0] + o.r * (ux * along - uy * across * side), o.at[1] + o.r * (uy * along + ux * across * side)];
  const [large, small] = along > 0 ? [1, 0] : [0, 1];
  return `${new Pen(...touch(a, 1)).arc(a.r, large, touch(a, -1)).to("l", [touch(b, -1)]).arc(b.r, small, touch(b, 1)).text}z`;
}

/** @param {Oval} o */
function circle(o) {
  const [x, y] = o.at;
  return `${new Pen(x - o.r, y).arc(o.r, 1, [x + o.r, y]).arc(o.r, 1, [x - o.r, y]).text}z`;
}

/** A straight row of circles as one outline; empty when one hides in another. @param {Oval[]} row */
function limb(row) {
  /** @type {[number, number][]} */
  const left = [];
  /** @type {[number, number][]} */
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
      left.push([each.at[0] + (each.r * (dx * along + dy * across)) / apart, each.at[1] + (each.r * (dy * along - dx * across)) / apart]);
      right.unshift([each.at[0] + (each.r * (dx * along - dy * across)) / apart, each.at[1] + (each.r * (dy * along + dx * across)) / apart]);
    }
    if (index === 1) first = along > 0 ? 1 : 0;
    last = along > 0 ? 0 : 1;
  }
  const pen = new Pen(...left[0]);
  for (const point of left.slice(1)) pen.to("l", [point]);
  pen.arc(row[row.length - 1].r, last, right[0]);
  for (const point of right.slice(1)) pen.to("l", [point]);
  return `${pen.arc(row[0].r, first, left[0]).text}z`;
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

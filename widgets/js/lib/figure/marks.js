/**
 * Lines that point out what a picture is about, over the person: how far a foot is ahead of the hips,
 * how shoulders and hips turn, what touches the floor first. Nothing here needs a browser.
 *
 * @typedef {import("./body.js").Skeleton} Skeleton
 * @typedef {import("./body.js").Vector} Vector
 * @typedef {import("./motion.js").Movement & { marks?: Mark[], name?: string }} Marked
 * @typedef {object} Mark
 * @property {"bar" | "plumb" | "gap" | "lean" | "arrow" | "touch"} kind
 * @property {string[]} of points of the skin, or the origin of a segment
 * @property {[number, number][]} [when] shares of the loop in which it is seen; always by default
 * @property {Vector} [by] from where an arrow leads to its point, in metres
 * @typedef {{ svg: string, box: [number, number, number, number] }} Picture
 */
import { placed, spot } from "./body.js";
import { camera, seen, units } from "./camera.js";
import { ALONE, drawn } from "./draw.js";

/** How far a line through two points goes beyond them, as a share of its length and in metres. */
const BEYOND = { bar: 0.16, lean: 1.05 };
const ROOM = 0.03;
const HEAD = 0.05;
/** From higher up, the floor is no line, and the person's shadow tells where it is. */
const LINE_UP_TO = 10;
/** The other half of a mirrored loop is about the other side. @param {string} name */
const mirrored = (name) => name.replace(/_[rl]$/, (side) => (side === "_r" ? "_l" : "_r"));

/** @typedef {[number, number]} Flat right and down on the picture, in metres */

/** @param {Flat[][]} lines @param {string} [look] */
function strokes(lines, look = "") {
  const steps = lines.map((line) => line.map(([x, y], index) => `${index === 0 ? "M" : "L"}${Math.round(x * units.metre)} ${Math.round(y * units.metre)}`).join("")).join("");
  return `<g class="f-mark${look}"><path d="${steps}"/><path d="${steps}"/></g>`;
}

/** A line with a head at its end. @param {Flat} from @param {Flat} to @returns {Flat[][]} */
function arrow([x, y], [u, v]) {
  const size = Math.hypot(u - x, v - y) || 1;
  const [dx, dy] = [((u - x) / size) * HEAD, ((v - y) / size) * HEAD];
  return [[[x, y], [u, v]], [[u - dx - dy * 0.6, v - dy + dx * 0.6], [u, v], [u - dx + dy * 0.6, v - dy - dx * 0.6]]];
}

/** @type {Record<string, (points: Vector[], see: (at: Vector) => Flat, mark: Mark) => { lines: Flat[][], look?: string }>} */
const KINDS = {
  bar: ([a, b], see) => ({ lines: [[see(along(a, b, -BEYOND.bar)), see(along(a, b, 1 + BEYOND.bar))]], look: " f-thick" }),
  lean: ([a, b], see) => ({ lines: [[see([a[0], 0, a[2]]), see(along([a[0], 0, a[2]], b, 1 + BEYOND.lean))]], look: " f-dash" }),
  plumb: ([a], see) => ({ lines: [[see([a[0], a[1] + 0.1, a[2]]), see([a[0], 0, a[2]])]], look: " f-dash" }),
  gap: ([a, b], see) => ({ lines: arrow(below(see, a), below(see, b)) }),
  arrow: ([a], see, { by = [0, -0.3, 0] }) => ({ lines: arrow(see([a[0] + by[0], a[1] + by[1], a[2] + by[2]]), see(along(a, [a[0] + by[0], a[1] + by[1], a[2] + by[2]], 0.16))) }),
  touch: ([a], see) => {
    const [x, y] = see([a[0], 0, a[2]]);
    return { lines: arrow([x, y + 0.13], [x, y + 0.025]) };
  },
};

/** A place between two, or beyond them. @param {Vector} a @param {Vector} b @param {number} share @returns {Vector} */
const along = (a, b, share) => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];

/** A little below the floor. @param {(at: Vector) => Flat} see @param {Vector} at @returns {Flat} */
function below(see, [x, , z]) {
  const [right, down] = see([x, 0, z]);
  return [right, down + 0.06];
}

/**
 * A person on the floor with the marks of this moment.
 * @param {Skeleton} skeleton @param {number[]} pose @param {Marked} movement
 * @param {number} share of the loop, 0 to 1 @param {[number, number]} [floor] from where to where it is drawn, in metres
 * @returns {Picture}
 */
export function pointedOut(skeleton, pose, movement, share, floor) {
  const picture = drawn(skeleton, pose, { ...movement, props: [] });
  const view = camera(movement.view);
  const where = placed(skeleton, pose);
  const zoom = movement.near === undefined ? 1 : ALONE;
  const other = movement.mirrored === true && share >= 0.5;
  const here = other ? share - 0.5 : share;
  /** @param {Vector} at @returns {Flat} */
  const see = (at) => {
    const [x, y] = seen(view, at);
    return [x * zoom, y * zoom];
  };
  const found = (movement.marks ?? [])
    .filter(({ when }) => when === undefined || when.some(([from, to]) => here >= from && here <= to))
    .map((mark) => {
      const points = mark.of.map((said) => {
        const name = other ? mirrored(said) : said;
        const [segment, at] = skeleton.points[name] ?? [name, [0, 0, 0]];
        return spot(where[segment], at);
      });
      return KINDS[mark.kind](points, see, mark);
    });
  const flat = found.flatMap(({ lines }) => lines.flat());
  const [left, top, right, bottom] = picture.box;
  const ground = see([0, 0, 0])[1];
  const box = /** @type {Picture["box"]} */ ([
    Math.min(left, ...flat.map(([x]) => x - ROOM)),
    Math.min(top, ...flat.map(([, y]) => y - ROOM)),
    Math.max(right, ...flat.map(([x]) => x + ROOM)),
    Math.max(bottom, ground + ROOM, ...flat.map(([, y]) => y + ROOM)),
  ]);
  const [from, to] = (floor ?? [box[0], box[2]]).map((metres) => Math.round(metres * units.metre));
  const line = movement.view[1] > LINE_UP_TO ? "" : `<path class="f-floor" d="M${from} ${Math.round(ground * units.metre)}H${to}"/>`;
  return { svg: `${line}${picture.svg}${found.map(({ lines, look }) => strokes(lines, look)).join("")}`, box };
}

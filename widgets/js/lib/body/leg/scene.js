/**
 * Everything that is to be drawn at one moment, seen from one side: no canvas here, so that it can be
 * tested by itself.
 *
 * @typedef {import("./space.js").Point} Point
 * @typedef {import("./space.js").View} View
 * @typedef {import("./stride.js").Stride} Stride
 * @typedef {import("./stride.js").Muscle} Muscle
 * @typedef {{ x: number, y: number, depth: number, width: number }} Knot A point of a muscle; width in pixels, half.
 * @typedef {{ muscle: string, length: number, active: boolean | null, knots: Knot[] }} Strand
 */
import { look, solid } from "./bones.js";
import { hipVeil, upperBody, veil } from "./soft.js";
import { mirrored, project, put, smooth, tipped } from "./space.js";
import { isActive, lengthAt, pelvis, places, way } from "./stride.js";

const SIDES = /** @type {const} */ (["left", "right"]);
/** Where the lower back begins, in the pelvis's frame. */
const LOWER_BACK = /** @type {Point} */ ([-96, 58, 0]);
/** Half the width of a muscle's belly when it is off, in millimetres; how much of it when it is on. */
const BELLY = 13;
const ON = 1.75;
const TENDON = 0.34;

/** @param {Stride} stride */
export const solids = (stride) => Object.fromEntries(Object.entries(stride.bones).map(([body, bone]) => [body, solid(bone)]));

/**
 * @param {Stride} stride @param {ReturnType<typeof solids>} bones @param {Muscle[]} muscles
 * @param {{ speed: number, percent: number, view: View }} state
 */
export function scene(stride, bones, muscles, { speed, percent, view }) {
  const { tilt, height } = pelvis(stride, speed, percent);
  /** From the pelvis's frame into the world. @param {Point} point @returns {Point} */
  const stand = (point) => {
    const [x, y, z] = tipped(point, tilt);
    return [x, y + height, z];
  };
  const legs = SIDES.map((side) => leg(side, stride, bones, muscles, { speed, percent: side === "right" ? percent : percent + 50, view, stand }));
  const hips = joined(SIDES.map((side) => look(bones.pelvis, (point) => stand(side === "left" ? mirrored(point) : point), view, side === "left")));
  const upper = upperBody(percent, stand(LOWER_BACK)).map((part) => seenPart(part, view));
  const seat = seenPart(hipVeil(stand), view);
  return { scale: view.scale, seat, legs: legs.sort((a, b) => a.depth - b.depth), hips, upper };
}

/**
 * @param {"right" | "left"} side @param {Stride} stride @param {ReturnType<typeof solids>} bones @param {Muscle[]} muscles
 * @param {{ speed: number, percent: number, view: View, stand: (point: Point) => Point }} state
 */
function leg(side, stride, bones, muscles, { speed, percent, view, stand }) {
  const mirror = side === "left";
  const lying = places(stride, speed, percent);
  /** From the pelvis's frame of the right leg into the world of this one. @param {Point} point */
  const world = (point) => stand(mirror ? mirrored(point) : point);
  const found = joined(Object.keys(stride.poses).map((body) => look(bones[body], (point) => world(put(lying[body], point)), view, mirror)));
  const within = ((percent % 100) + 100) % 100;
  const strands = muscles.flatMap((muscle) =>
    muscle.paths.map((path) => {
      const length = lengthAt(stride, path, speed, percent);
      const active = isActive(muscle, within);
      const points = smooth(way(stride, path, speed, percent, lying, put), 5).map(world);
      // Several strands of one muscle share its width.
      const share = muscle.paths.length > 1 ? 0.8 : 1;
      const belly = BELLY * (active ? ON : 1) * share * view.scale;
      return { muscle: muscle.muscle, length, active, knots: knots(points, view, belly) };
    }),
  );
  const flesh = veil((body, point) => world(put(lying[body], point))).map((part) => seenPart(part, view));
  const [hip, thigh] = [0, -150].map((along) => project(world(put(lying.femur, [0, along, 0])), view)[2]);
  const [x, y, z] = world(put(lying.foot, [110, 0, 0]));
  return { side, depth: thigh, hip, seen: found, strands, veil: flesh, shadow: { x, z, above: y - stride.ground } };
}

/** @param {import("./bones.js").Seen[]} seen @returns {import("./bones.js").Seen} */
const joined = (seen) => ({ facets: seen.flatMap(({ facets }) => facets), rim: seen.flatMap(({ rim }) => rim) });

/** Points along a muscle, thick in the middle and thin at both ends. @param {Point[]} points @param {View} view @param {number} belly */
function knots(points, view, belly) {
  const steps = points.map((point, at) => (at === 0 ? 0 : Math.hypot(...point.map((value, axis) => value - points[at - 1][axis]))));
  const whole = steps.reduce((sum, step) => sum + step, 0);
  let gone = 0;
  return points.map((point, at) => {
    gone += steps[at];
    const [x, y, depth] = project(point, view);
    const swell = Math.sin(Math.PI * Math.min(Math.max((gone / whole) * 1.06 - 0.03, 0), 1)) ** 0.85;
    return { x, y, depth, width: belly * (TENDON + (1 - TENDON) * swell) };
  });
}

/** @param {import("./soft.js").Part} part @param {View} view */
function seenPart(part, view) {
  const rows = part.rows.map((row) =>
    row.map(({ at, radius }) => {
      const [x, y, depth] = project(at, view);
      return { x, y, depth, radius: radius * view.scale };
    }),
  );
  const depths = rows.flat().map(({ depth }) => depth);
  return { ...part, rows, depth: depths.reduce((sum, depth) => sum + depth, 0) / depths.length };
}

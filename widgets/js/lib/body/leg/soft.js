/**
 * The soft parts of the runner: trunk, head, arms, and a veil of flesh round the bones of the legs.
 * They are drawn to make the bones a person; nothing about them was measured. A part is a row of
 * groups of balls; neighbouring groups are spanned by a skin.
 *
 * @typedef {import("./space.js").Point} Point
 * @typedef {{ at: Point, radius: number }} Ball
 * @typedef {{ name: string, look: "shirt" | "skin" | "hair" | "veil", rows: Ball[][] }} Part
 */
import { turned } from "./space.js";

const RADIANS = Math.PI / 180;
const LEAN = 9;
const TWIST = 11;
/** Percent of the stride at which the right knee is furthest forward; the right arm is back then. */
const KNEE_FORWARD = 86;

const UPPER_ARM = 285;
const FOREARM = 250;

/** @param {Point} at @param {number} radius @returns {Ball} */
const ball = (at, radius) => ({ at, radius });

/** A pair of balls, left and right. @param {number} x @param {number} y @param {number} half @param {number} radius @returns {Ball[]} */
const pair = (x, y, half, radius) => [ball([x, y, half], radius), ball([x, y, -half], radius)];

/** How far the right arm is forward: -1 back, 1 forward. @param {number} percent */
const swing = (percent) => -Math.cos(((percent - KNEE_FORWARD) / 50) * Math.PI);

/** Lean a point of the trunk forward over the lower back. @param {Point} point @param {number} degrees @returns {Point} */
function leant([x, y, z], degrees) {
  const sine = Math.sin(degrees * RADIANS);
  const cosine = Math.cos(degrees * RADIANS);
  return [x * cosine + y * sine, y * cosine - x * sine, z];
}

/**
 * Trunk, head and arms above the pelvis.
 * @param {number} percent of the right leg's stride @param {Point} back Where the lower back begins.
 * @returns {Part[]}
 */
export function upperBody(percent, back) {
  const forward = swing(percent);
  /** Height above the lower back decides how much of the shoulders' turn a part takes. @param {Ball} part @returns {Ball} */
  const place = ({ at, radius }) => {
    const share = Math.min(Math.max(at[1] / 330, 0), 1);
    const [x, y, z] = leant(turned(at, forward * TWIST * share), LEAN);
    return ball([back[0] + x, back[1] + y, back[2] + z], radius);
  };
  const head = (/** @type {Ball} */ { at: [x, y, z], radius }) => {
    const [hx, hy, hz] = leant([x, y, z], LEAN);
    return ball([back[0] + hx, back[1] + hy, back[2] + hz], radius);
  };
  /** @type {Part[]} */
  const parts = [
    {
      name: "trunk",
      look: "shirt",
      rows: [
        pair(26, 12, 76, 86),
        pair(26, 110, 62, 80),
        pair(26, 235, 70, 94),
        pair(16, 330, 90, 92),
        [...pair(4, 396, 126, 54), ball([2, 418, 0], 64)],
      ].map((row) => row.map(place)),
    },
    { name: "neck", look: "skin", rows: [[ball([2, 432, 0], 56)], [ball([14, 530, 0], 47)]].map((row) => row.map(head)) },
    {
      name: "head",
      look: "skin",
      rows: [
        [ball([26, 618, 0], 80), ball([4, 606, 0], 74)],
        [ball([48, 560, 0], 50), ball([40, 600, 0], 74)],
        [ball([74, 530, 0], 24), ball([84, 566, 0], 26)],
        [ball([98, 572, 0], 15), ball([104, 566, 0], 12)],
      ].map((row) => row.map(head)),
    },
    { name: "hair", look: "hair", rows: [[ball([8, 634, 0], 80), ball([-8, 604, 0], 73), ball([40, 652, 0], 60)]].map((row) => row.map(head)) },
  ];
  for (const [side, way] of /** @type {const} */ ([[1, forward], [-1, -forward]])) parts.push(arm(side, way, place));
  return parts;
}

/** @param {1 | -1} side 1 for the right @param {number} forward @param {(part: Ball) => Ball} place @returns {Part} */
function arm(side, forward, place) {
  const shoulder = /** @type {Point} */ ([4, 398, side * 172]);
  // Hanging arms swing about the shoulder; the elbow opens a little behind the body.
  const upper = (-14 + forward * 33) * RADIANS;
  const bend = (113 + forward * 6) * RADIANS;
  const lift = 0.16 * side;
  const elbow = /** @type {Point} */ ([
    shoulder[0] + Math.sin(upper) * UPPER_ARM,
    shoulder[1] - Math.cos(upper) * UPPER_ARM,
    shoulder[2] + lift * 260,
  ]);
  // In front, the hand comes towards the middle.
  const inward = side * (-40 - Math.max(forward, 0) * 95);
  const along = upper + bend;
  const wrist = /** @type {Point} */ ([elbow[0] + Math.sin(along) * FOREARM, elbow[1] - Math.cos(along) * FOREARM, elbow[2] + inward]);
  const hand = /** @type {Point} */ ([elbow[0] + Math.sin(along) * (FOREARM + 62), elbow[1] - Math.cos(along) * (FOREARM + 62), elbow[2] + inward * 1.2]);
  const middle = (/** @type {Point} */ a, /** @type {Point} */ b, /** @type {number} */ share) =>
    /** @type {Point} */ (a.map((value, at) => value + (b[at] - value) * share));
  return {
    name: side === 1 ? "arm-right" : "arm-left",
    look: "skin",
    rows: [
      [ball(shoulder, 58)],
      [ball(middle(shoulder, elbow, 0.45), 47)],
      [ball(elbow, 38)],
      [ball(middle(elbow, wrist, 0.28), 41)],
      [ball(wrist, 27)],
      [ball(hand, 35)],
    ].map((row) => row.map(place)),
  };
}

/**
 * The same veil round the pelvis.
 * @param {(point: Point) => Point} stand From the pelvis's frame into the world.
 * @returns {Part}
 */
export function hipVeil(stand) {
  const rows = [pair(-66, 50, 62, 92), pair(-74, -40, 72, 104), pair(-58, -96, 78, 92)];
  return { name: "seat", look: "veil", rows: rows.map((row) => row.map(({ at, radius }) => ball(stand(at), radius))) };
}

/**
 * A veil of flesh round one leg.
 * @param {(body: string, point: Point) => Point} at From a bone's frame into the world.
 * @returns {Part[]}
 */
export function veil(at) {
  return [
    {
      name: "veil",
      look: "veil",
      rows: [
        [ball(at("femur", [-26, 20, 12]), 100)],
        [ball(at("femur", [2, -140, 8]), 88)],
        [ball(at("femur", [0, -300, 0]), 68)],
        [ball(at("tibia", [4, 0, 0]), 59)],
        [ball(at("tibia", [-22, -120, 2]), 61)],
        [ball(at("tibia", [-14, -260, 0]), 45)],
        [ball(at("tibia", [-2, -392, 0]), 40)],
      ],
    },
    {
      name: "veil-foot",
      look: "veil",
      rows: [
        [ball(at("tibia", [-2, -392, 0]), 40)],
        [ball(at("foot", [22, 24, -2]), 38), ball(at("foot", [60, 40, -8]), 38)],
        [ball(at("foot", [130, 22, 0]), 34), ball(at("foot", [170, 8, 8]), 28)],
        [ball(at("foot", [205, 4, -4]), 22), ball(at("foot", [232, 0, -12]), 16)],
      ],
    },
  ];
}

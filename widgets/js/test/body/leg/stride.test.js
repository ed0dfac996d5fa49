import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { around, curve, extremes, isActive, lengthAt, mixed, phase, placeOf, places } from "../../../lib/body/leg/stride.js";
import { FILE, text } from "../../../legdata.mjs";

/** Three speeds, four samples: small enough to work out by hand. */
const LENGTHS = [
  [1, 1.1, 1, 0.9],
  [1, 1.2, 1, 0.8],
  [1, 1.4, 1, 0.6],
];
const turn = (/** @type {number} */ degrees) => {
  const half = (degrees * Math.PI) / 360;
  return [100, 0, 0, Math.cos(half) * 10000, 0, 0, Math.sin(half) * 10000];
};
/** @type {any} */
const STRIDE = {
  speeds: [2.5, 3.5, 4.5],
  samples: 4,
  seconds: [0.75, 0.7, 0.66],
  contact: [40, 34, 32],
  poses: { femur: Array.from({ length: 12 }, (_, row) => turn(row % 4 === 1 ? 40 : 0)) },
  phases: { contact: [[0.5, "early"], [1, "late"]], swing: [[1, "in the air"]] },
};
/** @type {any} */
const PATH = { main: true, slots: [], lengths: LENGTHS };
const near = (/** @type {number} */ found, /** @type {number} */ wanted) => assert.ok(Math.abs(found - wanted) < 1e-9, `${found} is not ${wanted}`);

test("speeds between the measured ones are mixed in proportion", () => {
  assert.deepEqual(placeOf(STRIDE.speeds, 2.5), { below: 0, share: 0 });
  assert.deepEqual(placeOf(STRIDE.speeds, 4.5), { below: 1, share: 1 });
  near(mixed(STRIDE, STRIDE.seconds, 3), 0.725);
  near(mixed(STRIDE, STRIDE.seconds, 4.5), 0.66);
});

test("weights of the samples around a moment add up to one, and wrap round the stride", () => {
  for (const speed of [2.5, 2.9, 3.5, 4.4, 4.5]) {
    for (const percent of [0, 12.5, 24.9, 87.5, 99.9, 100, -10, 260]) {
      near(around(STRIDE, speed, percent).reduce((sum, { weight }) => sum + weight, 0), 1);
    }
  }
  assert.deepEqual(around(STRIDE, 2.5, 87.5).map(({ row }) => row), [3, 0]);
});

test("lengths are those measured, and lie between them elsewhere", () => {
  near(lengthAt(STRIDE, PATH, 3.5, 25), 1.2);
  near(lengthAt(STRIDE, PATH, 3, 25), 1.15);
  near(lengthAt(STRIDE, PATH, 3.5, 12.5), 1.1);
  near(lengthAt(STRIDE, PATH, 4, 87.5), 0.85);
  near(lengthAt(STRIDE, PATH, 3.5, 125), 1.2);
});

test("the longest and the shortest moment are found at any speed", () => {
  const { longest, shortest } = extremes(STRIDE, PATH, 4);
  assert.equal(longest.percent, 25);
  near(longest.length, 1.3);
  assert.equal(shortest.percent, 75);
  near(shortest.length, 0.7);
  assert.equal(curve(STRIDE, PATH, 4).length, 5);
  assert.equal(curve(STRIDE, PATH, 4)[4].percent, 100);
});

test("turns between two samples are turns, of unit size", () => {
  const { femur, pelvis } = places(STRIDE, 3.5, 12.5);
  near(Math.hypot(...femur.turn), 1);
  near(2 * Math.atan2(femur.turn[3], femur.turn[0]), (20 * Math.PI) / 180);
  assert.deepEqual(pelvis.turn, [1, 0, 0, 0]);
  assert.deepEqual(femur.origin, [10, 0, 0]);
});

test("a moment is named by its part of contact or swing, which changes with speed", () => {
  assert.equal(phase(STRIDE, 0, 2.5), "early");
  assert.equal(phase(STRIDE, 38, 2.5), "late");
  assert.equal(phase(STRIDE, 38, 3.5), "in the air");
  assert.equal(phase(STRIDE, 99.99, 4.5), "in the air");
});

test("not in the table of timing is not the same as off", () => {
  const muscle = /** @type {any} */ ({ active: [[0, 25], [86, 100]] });
  assert.deepEqual([0, 25, 26, 90].map((percent) => isActive(muscle, percent)), [true, true, false, true]);
  assert.equal(isActive(/** @type {any} */ ({ active: null }), 10), null);
});

test("the soft parts of the stills are those of the script", async () => {
  assert.equal(await readFile(FILE, "utf8"), text(), "Run: node legdata.mjs");
});

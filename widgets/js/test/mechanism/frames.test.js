import assert from "node:assert/strict";
import { test } from "node:test";
import { drawingOf, placeOf } from "../../lib/mechanism/frames.js";

/** @param {number} count */
const slider = (count) => ({ label: "Move", stops: Array.from({ length: count }, (_, at) => `stop ${at}`), start: 0 });

test("the frames of one slider stand in its order", () => {
  assert.deepEqual([0, 1, 2, 3].map((at) => placeOf([slider(4)], [at])), [0, 1, 2, 3]);
});

test("of two sliders the last runs fastest, and every position has a frame of its own", () => {
  const sliders = [slider(3), slider(5)];
  const places = [0, 1, 2].flatMap((first) => [0, 1, 2, 3, 4].map((second) => placeOf(sliders, [first, second])));
  assert.deepEqual(places, Array.from({ length: 15 }, (_, at) => at));
});

test("a position without a stop is the nearest that there is", () => {
  const sliders = [slider(3), slider(5)];
  assert.equal(placeOf(sliders, [-1, 9]), placeOf(sliders, [0, 4]));
  assert.equal(placeOf(sliders, [1.2, 1.8]), placeOf(sliders, [1, 2]));
});

test("a frame is drawn with the shapes that it names, in its order, and says its sentence", () => {
  /** @param {string} kind */
  const shape = (kind) => ({ tag: "circle", kind, of: "", words: "", at: { cx: 1, cy: 2, r: 3 } });
  const pool = ["skin", "bone", "muscle"].map(shape);
  const scene = { width: 300, height: 200, label: "A leg.", pool, frames: [{ shapes: [2, 0], sentence: "It pulls." }] };
  const drawing = drawingOf(scene, scene.frames[0]);
  assert.deepEqual(drawing.shapes.map(({ kind }) => kind), ["muscle", "skin"]);
  assert.equal(drawing.label, "A leg. It pulls.");
  assert.deepEqual([drawing.width, drawing.height], [300, 200]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { Stopwatch, clockText, secondsText, stampOf } from "../../lib/base/stopwatch.js";

test("elapsed time is a difference of stamps", () => {
  const watch = new Stopwatch(1_000);
  assert.equal(watch.secondsAt(61_000), 60);
  assert.equal(watch.secondsAt(500), -0.5);
});

test("the ceiling is exact, however late it is noticed", () => {
  const watch = new Stopwatch(0, 45);
  assert.equal(watch.reachedCeiling(44_999), false);
  assert.equal(watch.reachedCeiling(47_321), true);
  assert.equal(watch.secondsAt(47_321), 45);
});

test("a clock reads as people read it", () => {
  for (const [seconds, text] of [[0, "0.0"], [9.96, "9.9"], [38.2, "38.2"], [60, "1:00.0"], [65.04, "1:05.0"], [-3, "0.0"]]) {
    assert.equal(clockText(seconds), text);
  }
});

test("a result is rounded as the sentences about it are", () => {
  for (const [seconds, text] of [[18.78, "18.8 s"], [9.96, "10.0 s"], [59.96, "1:00.0"], [65.04, "1:05.0"]]) {
    assert.equal(secondsText(seconds), text);
  }
});

test("an event without a stamp falls back to now", () => {
  const now = stampOf({ timeStamp: 0 });
  assert.ok(now > 0);
  assert.equal(stampOf({ timeStamp: 12.5 }), 12.5);
});

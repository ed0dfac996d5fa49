import assert from "node:assert/strict";
import { test } from "node:test";
import { PausableWatch } from "../../lib/tests/pausable.js";

test("pauses do not count, however long or many", () => {
  const watch = new PausableWatch(1000);
  assert.equal(watch.secondsAt(4000), 3);
  watch.pause(4000);
  assert.equal(watch.paused, true);
  assert.equal(watch.secondsAt(90_000), 3);
  watch.goOn(90_000);
  assert.equal(watch.secondsAt(91_500), 4.5);
  watch.pause(92_000);
  watch.goOn(93_000);
  assert.equal(watch.secondsAt(94_000), 6);
});

test("a second press of the same kind changes nothing", () => {
  const watch = new PausableWatch(0);
  watch.pause(2000);
  watch.pause(9000);
  assert.equal(watch.secondsAt(9000), 2);
  watch.goOn(10_000);
  watch.goOn(12_000);
  assert.equal(watch.secondsAt(13_000), 5);
});

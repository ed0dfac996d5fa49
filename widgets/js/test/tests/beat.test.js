import assert from "node:assert/strict";
import { test } from "node:test";
import { Pace, Taps } from "../../lib/tests/beat.js";

const BEAT = { beats_per_minute: 60, beats_per_rep: 2, missed_in_a_row: 2 };

test("sixty beats a minute make thirty repetitions", () => {
  const pace = new Pace(BEAT);
  assert.equal(pace.repSeconds, 2);
  assert.equal(pace.repAt(59.99), 29);
});

test("a repetition that is tapped anywhere in its two beats is not missed", () => {
  const pace = new Pace(BEAT);
  for (const tap of [0.1, 1, 1.99]) assert.equal(pace.missed(tap, 2 + tap), 0);
});

test("two repetitions without a tap end the test, one does not", () => {
  const pace = new Pace(BEAT);
  const last = 5; // in the repetition from 4 to 6
  assert.equal(pace.missed(last, 7.99), 0);
  assert.equal(pace.missed(last, 8), 1);
  assert.equal(pace.lost(last, 9.99), false);
  assert.equal(pace.lost(last, 10), true);
});

test("nothing is missed before the first tap", () => {
  assert.equal(new Pace(BEAT).lost(null, 60), false);
});

test("a slower beat leaves more time", () => {
  const pace = new Pace({ ...BEAT, beats_per_minute: 30 });
  assert.equal(pace.lost(1, 11.9), false);
  assert.equal(pace.lost(1, 12), true);
});

test("a touch that bounces counts once, and the last tap can be taken back", () => {
  const taps = new Taps();
  assert.equal(taps.add(1), true);
  assert.equal(taps.add(1.2), false);
  assert.equal(taps.add(1.3), true);
  assert.equal(taps.count, 2);
  assert.equal(taps.undo(), true);
  assert.deepEqual(taps.times, [1]);
  assert.equal(taps.undo(), true);
  assert.equal(taps.undo(), false);
  assert.equal(taps.last, null);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { linesOf, resultOf, talliesOf } from "../../../lib/own/session/done.js";
import { tonesAhead } from "../../../lib/own/session/cues.js";
import { again, begin, hasEasier, leadLeft, react, secondsLeft, stepOf, upcoming, workSeconds } from "../../../lib/own/session/machine.js";

/** @typedef {import("../../../lib/own/session/machine.js").Kind} Kind */

/** @param {number} sets @param {"s" | "reps"} unit @param {number} amount @param {string[]} sides @param {number} rest */
function steps(sets, unit, amount, sides, rest) {
  const all = [];
  for (let set = 1; set <= sets; set += 1) {
    for (const side of sides) all.push({ kind: /** @type {const} */ ("work"), set, of: sets, side, unit, amount });
    if (set < sets) all.push({ kind: /** @type {const} */ ("rest"), set, of: sets, side: "", unit: /** @type {const} */ ("s"), amount: rest });
  }
  return all;
}

/** @param {string} exercise @param {ReturnType<typeof steps>} list */
const form = (exercise, list) => ({ exercise, dose: `dose of ${exercise}`, amount: list[0].amount, steps: list });

const SCRIPT = {
  countIn: 5,
  items: [
    { change: 0, forms: [form("", steps(1, "s", 60, [""], 0))] },
    { change: 50, forms: [form("side_plank", steps(2, "s", 20, ["left", "right"], 15)), form("side_plank_knees", steps(2, "s", 15, ["left", "right"], 15))] },
    { change: 0, forms: [form("bridge", steps(2, "reps", 10, [""], 30))] },
  ],
};

/** A session whose clock stands still until it is told to move. */
function session() {
  let stamp = 1000;
  let state = begin(SCRIPT, stamp);
  const self = {
    get state() {
      return state;
    },
    get stamp() {
      return stamp;
    },
    /** @param {number} seconds */
    wait(seconds) {
      stamp += seconds * 1000;
      state = react(SCRIPT, state, { kind: "tick", stamp, epoch: 0 });
      return self;
    },
    /** @param {...Kind} kinds */
    press(...kinds) {
      for (const kind of kinds) state = react(SCRIPT, state, { kind, stamp, epoch: 0 });
      return self;
    },
    /** Past the warm-up, at the work of the first exercise. */
    atWork() {
      return self.press("skip").wait(5);
    },
    place() {
      const { kind, set, side } = stepOf(SCRIPT, state);
      return [state.item, kind, set, side].join(" ");
    },
  };
  return self;
}

test("from the first second to the end by the clock, and by Done where repetitions are counted", () => {
  const led = session();
  assert.equal(leadLeft(led.state, led.stamp), 5);
  led.wait(64.9);
  assert.equal(led.place(), "0 work 1 ");
  led.wait(0.1);
  assert.equal(led.place(), "1 work 1 left");
  led.wait(5 + 20);
  assert.equal(led.place(), "1 work 1 right");
  assert.equal(leadLeft(led.state, led.stamp), 5, "time to turn round");
  led.wait(25);
  assert.equal(led.place(), "1 rest 1 ");
  assert.deepEqual(talliesOf(led.state).map(({ sets }) => sets), [1]);
  led.wait(15);
  assert.equal(led.place(), "1 work 2 left");
  assert.equal(leadLeft(led.state, led.stamp), 0, "the rest was there to get ready");
  led.wait(20 + 25);
  assert.equal(led.place(), "1 rest 2 ");
  assert.deepEqual(upcoming(SCRIPT, led.state), { item: 2, step: 0, set: 1, change: true });
  led.wait(50 + 500);
  assert.equal(led.place(), "2 work 1 ", "a counted set waits");
  led.press("done").wait(30).press("done");
  assert.equal(led.state.phase, "over");
  assert.equal(led.state.why, "end");
  assert.deepEqual(linesOf(SCRIPT, led.state).map(({ sets, of }) => [sets, of]), [[2, 2], [2, 2]]);
});

test("one late tick is worth all those that a hidden page has missed, each at its own time", () => {
  const awake = session().atWork();
  const asleep = session().atWork();
  for (let tick = 0; tick < 1000; tick += 1) awake.wait(0.1);
  asleep.wait(100);
  assert.equal(asleep.place(), awake.place());
  assert.ok(Math.abs(secondsLeft(SCRIPT, asleep.state, asleep.stamp) - secondsLeft(SCRIPT, awake.state, awake.stamp)) < 1e-6);
  // Set 1 ended 45 s after the work began at stamp 6000, however late anybody looked.
  assert.equal(talliesOf(asleep.state)[0].at, talliesOf(awake.state)[0].at);
  const once = session().atWork().wait(45 + 15 + 10);
  assert.equal(talliesOf(once.state)[0].at, 6000 + 45_000);
});

test("a pause counts for nothing, and the set goes on after time to get ready", () => {
  const led = session().atWork().wait(8).press("pause").wait(3600);
  assert.equal(led.place(), "1 work 1 left");
  assert.equal(workSeconds(led.state, led.stamp), 8);
  led.press("goOn");
  assert.equal(leadLeft(led.state, led.stamp), 5);
  led.wait(5 + 11.9);
  assert.equal(led.place(), "1 work 1 left");
  led.wait(0.1);
  assert.equal(led.place(), "1 work 1 right");
});

test("a second pause, and a press that means nothing now, change nothing", () => {
  const led = session().atWork().wait(8).press("pause");
  const before = led.state;
  led.wait(5).press("pause", "done", "ready", "tick");
  assert.deepEqual(led.state, before);
});

test("who is ready early has the rest cut to the time to get ready, and then begins at once", () => {
  const led = session().atWork().wait(45);
  assert.equal(led.place(), "1 rest 1 ");
  led.press("ready");
  assert.equal(secondsLeft(SCRIPT, led.state, led.stamp), 5);
  led.press("ready");
  assert.equal(led.place(), "1 work 2 left");
  led.wait(20).press("ready");
  assert.equal(led.place(), "1 work 2 right");
  assert.equal(leadLeft(led.state, led.stamp), 0);
  led.wait(3).press("ready");
  assert.equal(workSeconds(led.state, led.stamp), 3, "work is not hastened");
});

test("a rest is never shorter than the time to get ready", () => {
  const script = { ...SCRIPT, countIn: 20 };
  let state = begin(script, 0);
  state = react(script, state, { kind: "skip", stamp: 0, epoch: 0 });
  state = react(script, state, { kind: "tick", stamp: 80_000, epoch: 0 });
  assert.equal(stepOf(script, state).kind, "rest");
  assert.equal(secondsLeft(script, state, 80_000), 20);
});

test("Done counts only once the work has begun, and only where repetitions are counted", () => {
  const led = session().atWork().press("done");
  assert.equal(led.place(), "1 work 1 left");
  led.press("skip");
  assert.equal(led.place(), "2 work 1 ");
  led.press("done");
  assert.equal(led.place(), "2 work 1 ", "in the count-in");
  led.wait(5).press("done");
  assert.equal(led.place(), "2 rest 1 ");
});

test("skipping keeps the whole sets and no half one", () => {
  const led = session().atWork().wait(45 + 15 + 20 + 7).press("skip");
  assert.equal(led.place(), "2 work 1 ");
  led.press("skip");
  assert.equal(led.state.phase, "over");
  assert.deepEqual(
    linesOf(SCRIPT, led.state).map(({ exercise, sets }) => [exercise, sets]),
    [["side_plank", 1], ["bridge", 0]],
  );
});

test("in the rest before an exercise, skip and easier are about that exercise", () => {
  const change = session().atWork().wait(45 + 15 + 45);
  assert.equal(change.place(), "1 rest 2 ");
  assert.equal(hasEasier(SCRIPT, change.state), false, "the next one has none");
  const script = { ...SCRIPT, items: SCRIPT.items.map((item, at) => (at === 2 ? { ...item, forms: [...item.forms, form("hinge", steps(2, "reps", 5, [""], 30))] } : item)) };
  const state = { ...change.state, forms: [0, 0, 0] };
  const eased = react(script, state, { kind: "easier", stamp: change.stamp, epoch: 0 });
  assert.deepEqual([eased.item, eased.step, eased.forms], [1, state.step, [0, 0, 1]], "the rest goes on");
  change.press("skip");
  assert.equal(change.state.phase, "over", "it was the last");
});

test("an easier form begins the same set anew, at once; there is none below the last", () => {
  const led = session().atWork().wait(45 + 15 + 20 + 5 + 3).press("easier");
  assert.equal(led.place(), "1 work 2 left");
  assert.equal(stepOf(SCRIPT, led.state).amount, 15);
  assert.equal(leadLeft(led.state, led.stamp), 5);
  const once = led.state;
  led.press("easier");
  assert.deepEqual(led.state, once);
  led.wait(5 + 15 + 5 + 15);
  assert.deepEqual(
    linesOf(SCRIPT, led.state).map(({ exercise, sets, eased }) => [exercise, sets, eased]),
    [["side_plank", 1, false], ["side_plank_knees", 1, true], ["bridge", 0, false]],
  );
});

test("the question about stopping holds the clock, and pain ends with its reason", () => {
  const led = session().atWork().wait(45 + 5).press("ask").wait(600);
  assert.equal(led.state.phase, "asking");
  assert.equal(led.place(), "1 rest 1 ");
  led.press("goOn");
  assert.equal(secondsLeft(SCRIPT, led.state, led.stamp), 10, "a rest goes on where it was");
  led.press("ask", "hurts", "stop");
  assert.deepEqual([led.state.phase, led.state.why], ["over", "pain"]);
  led.press("goOn", "done", "skip");
  assert.equal(led.state.phase, "over", "over is over");
});

test("a page that comes back begins the set anew and counts nothing twice", () => {
  const led = session().atWork().wait(45 + 15 + 20 + 5 + 3);
  const noted = JSON.parse(JSON.stringify(led.state));
  const back = again(SCRIPT, noted, 9_000_000);
  assert.equal(leadLeft(back, 9_000_000), 5);
  assert.equal(stepOf(SCRIPT, back).side, "right");
  const on = react(SCRIPT, back, { kind: "tick", stamp: 9_000_000 + 25_000, epoch: 0 });
  assert.deepEqual(talliesOf(on).map(({ sets }) => sets), [2]);
});

test("a result has an id of its session, whole sets, and the day of the plan", () => {
  const led = session().atWork().wait(45).press("ask", "hurts", "stop");
  const exercises = { side_plank: { name: "Side plank", how: [], care: "", equipment: [], each_side: true, unit: "s", loop: 1, tempo: 1 } };
  const made = { run: "r", date: "2026-11-30", script: SCRIPT, exercises };
  const [tally] = talliesOf(led.state);
  const result = resultOf(made, led.state, tally, 6);
  assert.equal(result.id, "r-1-0");
  assert.deepEqual([result.test, result.value, result.unit, result.effort, result.reason], ["exercise:side_plank", 1, "sets", 6, "pain"]);
  assert.deepEqual(result.details, { amount: 20, unit: "s", each_side: true, of: 2, plan_day: "2026-11-30" });
});

test("tones reach to the next thing that the learner has to do", () => {
  const led = session().atWork().wait(12);
  const tones = tonesAhead(SCRIPT, led.state, led.stamp, () => 3).map(({ at }) => at);
  // 8 s are left of the left side; 5 to turn and 20 to hold; 15 of rest; 20, 5 and 20; 50 to change; 10 of 3 s.
  assert.deepEqual(tones, [8, 10, 11, 12, 13, 33, 45, 46, 47, 48, 68, 70, 71, 72, 73, 93, 140, 141, 142, 143, 173]);
  led.press("pause");
  assert.deepEqual(tonesAhead(SCRIPT, led.state, led.stamp, () => 3), []);
});

import assert from "node:assert/strict";
import test from "node:test";
import { askWhileRead } from "../src/asking.js";

/** A lesson in a page, with a clock of its own. */
function reading() {
  const lesson = new EventTarget();
  const page = new EventTarget();
  const clock = { ms: 0 };
  const asked = [];
  const end = askWhileRead(lesson, () => asked.push(clock.ms), { page, now: () => clock.ms });
  return {
    asked,
    end,
    /** @param {string} name @param {number} ms */
    act: (name, ms) => {
      clock.ms = ms;
      (name === "focus" ? page : lesson).dispatchEvent(new Event(name));
    },
  };
}

for (const name of ["pointerdown", "keydown", "scroll"]) {
  test(`whoever reads on by ${name} is told at once, and the kernel is asked now and then`, () => {
    const { asked, act } = reading();
    for (let ms = 0; ms <= 10000; ms += 100) act(name, ms);
    assert.deepEqual(asked, [0, 5000, 10000]);
  });
}

test("whoever comes back is told at once", () => {
  const { asked, act } = reading();
  act("scroll", 0);
  act("focus", 100);
  act("scroll", 200);
  assert.deepEqual(asked, [0, 100]);
});

test("a page that is left alone asks nothing, and one that is closed neither", () => {
  const { asked, act, end } = reading();
  assert.deepEqual(asked, []);
  end();
  act("scroll", 0);
  act("focus", 1);
  assert.deepEqual(asked, []);
});

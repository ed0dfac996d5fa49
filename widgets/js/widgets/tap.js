/** Tap along: resting pulse, the fall of the pulse after effort, steps of a run. */
import { assessment } from "../lib/tests/assessment.js";
import { button, fill, h } from "../lib/base/dom.js";
import { pulseOf, stepsOf } from "../lib/tests/rhythm.js";
import { LAST, audio, close, cuesAhead } from "../lib/base/sound.js";
import { Stopwatch, stampOf } from "../lib/base/stopwatch.js";
import { measure, tappedSoFar } from "../lib/tests/tapping.js";
import { tapWords as words, words as common } from "../lib/words/index.js";

const PAINT_MS = 200;
const RECOVERY_SECONDS = 60;
const PULSE_LIMITS = { least: 30, most: 220 };
const STEP_LIMITS = { least: 100, most: 260 };

/** @param {number} seconds @returns {import("../lib/tests/tapping.js").Kind} */
function pulse(seconds) {
  const { button, hint, range, text, typed, typedHint, typedBad } = words.pulse;
  return {
    seconds,
    countIn: 0,
    read: (stamps) => pulseOf(stamps, PULSE_LIMITS),
    button,
    hint,
    range,
    text,
    typed: { label: typed, hint: typedHint, ...PULSE_LIMITS, bad: typedBad, value: (number) => number },
  };
}

/** @param {number} countIn @returns {import("../lib/tests/tapping.js").Kind} */
function steps(countIn) {
  const { button, hint, range, text, typed, typedHint, typedBad } = words.steps;
  const limits = { least: STEP_LIMITS.least / 4, most: STEP_LIMITS.most / 4 };
  return {
    seconds: 30,
    countIn,
    read: (stamps) => stepsOf(stamps, STEP_LIMITS),
    button,
    hint,
    range,
    text,
    typed: { label: typed, hint: typedHint, ...limits, bad: typedBad, value: (number) => number * 4 },
  };
}

/**
 * One measurement is the result.
 * @param {import("../lib/tests/assessment.js").Stage} stage @param {import("../lib/tests/tapping.js").Kind} kind
 */
function once(stage, kind) {
  return measure(
    stage,
    kind,
    stage.startedBy,
    ({ value, how, uneven, taps }) => stage.finish({ value, text: kind.text(value), details: { how, uneven, taps } }),
    (stamps) => tappedSoFar(kind, stamps),
  );
}

/** A pulse at once, another a minute later: the difference is the result. @param {import("../lib/tests/assessment.js").Stage} stage */
function recovery(stage) {
  const kind = pulse(15);
  const minute = new Stopwatch(stampOf(stage.startedBy));
  const sound = stage.sound ? audio() : null;
  let tidy = () => {};
  /** @param {() => () => void} show */
  const turnTo = (show) => {
    tidy();
    tidy = show();
  };

  // Half of it is no result: the minute cannot be stopped.
  /** @param {string} short @returns {import("../lib/tests/interrupted.js").Doing} */
  const half = (short) => ({ value: null, short, lost: words.recovery.lost });

  turnTo(() =>
    measure(
      stage,
      kind,
      stage.startedBy,
      (first) => turnTo(() => walk(first.value)),
      (stamps) => half(words.taps(stamps.length)),
    ),
  );

  /** @param {number} first */
  const walk = (first) => {
    const big = h("span", { class: "rm-clock-time" });
    const face = h("div", { class: "rm-dial-face", "aria-hidden": "true" }, h("span", { class: "rm-clock-label" }, words.recovery.walk), big);
    const dial = h("div", { class: "rm-dial" }, face);
    const hint = h("p", { class: "rm-hint", tabindex: "-1" }, words.recovery.next(first));
    fill(stage.root, dial, hint, h("div", { class: "rm-row rm-centre" }, button(common.hold.cancel, stage.cancel)));
    hint.focus();
    stage.note(() => half(words.recovery.first(first)));
    const left = () => RECOVERY_SECONDS - minute.secondsAt(performance.now());
    const paint = () => {
      big.textContent = String(Math.max(0, Math.ceil(left())));
      dial.style.setProperty("--rm-turn", String(Math.min(1, 1 - left() / RECOVERY_SECONDS)));
    };
    const ticker = setInterval(() => (left() > 0 ? paint() : turnTo(() => again(first))), PAINT_MS);
    // Scheduled ahead: a phone that goes dark must still hear that the minute is over.
    const unplanned = cuesAhead(sound, [{ at: Math.max(0, left()), ...LAST }]);
    paint();
    return () => {
      clearInterval(ticker);
      if (left() > 0) unplanned();
    };
  };

  /** @param {number} first */
  const again = (first) => {
    stage.say(words.recovery.now);
    return measure(
      stage,
      { ...kind, hint: `${words.recovery.now} ${kind.hint}` },
      stage.startedBy,
      (second) => give(first, second.value),
      () => half(words.recovery.first(first)),
    );
  };

  /** @param {number} first @param {number} second */
  const give = (first, second) => {
    if (second > first) {
      stage.note(() => null);
      const sentence = words.recovery.rose(first, second);
      const back = button(words.recovery.back, stage.cancel);
      turnTo(() => {
        fill(stage.root, h("p", { class: "rm-note", role: "alert" }, sentence), back);
        back.focus();
        return () => {};
      });
      return;
    }
    const text = `${words.recovery.text(first - second)}. ${words.recovery.coolDown}`;
    stage.finish({ value: first - second, text, details: { first, second } });
  };

  return () => {
    tidy();
    close(sound);
  };
}

/** @type {Record<string, { run: (stage: import("../lib/tests/assessment.js").Stage) => () => void, start?: string, lead?: string }>} */
const TESTS = {
  resting_hr: { run: (stage) => once(stage, pulse(30)) },
  hr_recovery_1min: { run: recovery, start: words.recovery.start, lead: words.recovery.lead },
  cadence: { run: (stage) => once(stage, steps(stage.countIn)) },
};

/** @type {import("../lib/tests/assessment.js").Task} */
export const tap = {
  run: (stage) => TESTS[stage.protocol.test].run(stage),
  start: (protocol) => TESTS[protocol.test].start ?? common.ready.start,
  extras: ({ protocol }) => {
    const { lead } = TESTS[protocol.test];
    return lead === undefined ? null : h("p", {}, lead);
  },
  enough: words.enough,
};

export default assessment(tap);

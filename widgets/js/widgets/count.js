/** Count repetitions: the value is how many. */
import { assessment } from "../lib/tests/assessment.js";
import { metronome, Pace, Taps } from "../lib/tests/beat.js";
import { button, fill, h } from "../lib/base/dom.js";
import { onPress } from "../lib/base/press.js";
import { audio, close, countIn } from "../lib/base/sound.js";
import { Stopwatch, clockText, stampOf } from "../lib/base/stopwatch.js";
import { countWords as words, words as common } from "../lib/words/index.js";

export { metronome };

const PAINT_MS = 50;
const MOST = 999;

/** @type {import("../lib/tests/assessment.js").Task} */
export const count = {
  // To a beat at the beat, otherwise at the movement's own time.
  beside({ options }, done) {
    if (options?.beat === undefined) return {};
    const { repSeconds } = new Pace(options.beat);
    return { share: () => (Math.max(done(), 0) % repSeconds) / repSeconds };
  },
  run(stage) {
    /** @type {import("../lib/tests/beat.js").Beat | undefined} */
    const beat = stage.protocol.options?.beat;
    const pace = beat === undefined ? null : new Pace(beat);
    const taps = new Taps();
    const watch = new Stopwatch(stampOf(stage.startedBy) + stage.countIn * 1000);
    const sound = stage.sound ? audio() : null;
    if (sound !== null) {
      countIn(sound, stage.countIn);
      if (beat !== undefined) metronome(sound, sound.currentTime + stage.countIn, beat);
    }

    const small = h("span", { class: "rm-clock-label" });
    const big = h("span", { class: "rm-clock-time" });
    const time = h("span", { class: "rm-clock-label" });
    const counter = h("button", { type: "button", class: "rm-clock", "aria-label": words.tap, "aria-disabled": "true" });
    const dial = h("div", { class: "rm-dial" }, h("div", { "aria-hidden": "true", class: "rm-dial-face" }, small, big, time), counter);
    const hint = h("p", { class: "rm-hint" }, beat === undefined ? words.hint : words.hintBeat);
    const undo = button(words.undo, () => takeBack(), { disabled: true });
    const form = button(words.form, (event) => finish(event, "form"), { disabled: true });
    const end = button(words.finish, (event) => finish(event, "chose"), { class: "rm-button rm-primary", disabled: true });
    const cancel = button(common.hold.cancel, stage.cancel);
    fill(stage.root, dial, hint, h("div", { class: "rm-row rm-centre" }, undo, form, end, cancel));
    // The focus waits where it will be needed: a Space in the count-in does nothing.
    counter.focus();
    stage.say(common.hold.getReady);

    let running = false;
    let over = false;

    const start = () => {
      running = true;
      dial.classList.add("rm-running");
      for (const each of [form, end]) each.disabled = false;
      counter.removeAttribute("aria-disabled");
      counter.focus();
      stage.note(() => (taps.count > 0 ? attempt("chose", watch.secondsAt(performance.now())) : null));
      stage.say(common.hold.go);
    };

    const paint = () => {
      const seconds = watch.secondsAt(performance.now());
      if (seconds < 0) {
        small.textContent = common.hold.getReady;
        big.textContent = String(Math.ceil(-seconds));
        return;
      }
      if (!running) start();
      big.textContent = String(taps.count);
      time.textContent = clockText(seconds);
      if (beat === undefined || pace === null) {
        small.textContent = "";
        return;
      }
      const inRep = (seconds % pace.repSeconds) / pace.repSeconds;
      small.textContent = inRep < 1 / beat.beats_per_rep ? words.up : words.down;
      dial.style.setProperty("--rm-turn", String(inRep));
      if (pace.lost(taps.last, seconds)) {
        stage.say(words.lost);
        give("beat", seconds);
      }
    };

    /** @param {Event} event */
    const tap = (event) => {
      const seconds = watch.secondsAt(stampOf(event));
      if (!running || seconds < 0 || taps.count >= MOST || !taps.add(seconds)) return;
      undo.disabled = false;
      paint();
      if (taps.count % 5 === 0) stage.say(words.reps(taps.count));
    };

    const takeBack = () => {
      taps.undo();
      undo.disabled = taps.count === 0;
      counter.focus();
      paint();
      stage.say(words.undone(taps.count));
    };

    /** @param {Event} event @param {string} reason */
    const finish = (event, reason) => give(reason, watch.secondsAt(stampOf(event)));

    /** @param {string} reason @param {number} seconds */
    const attempt = (reason, seconds) => {
      const details = { seconds: Math.round(seconds * 10) / 10, taps: taps.times.map((each) => Math.round(each * 100) / 100) };
      const short = words.reps(taps.count);
      const correction = { label: words.correct, most: MOST, bad: words.bad };
      return { value: taps.count, short, text: words.done(short), reason, details, correction };
    };

    /** @param {string} reason @param {number} seconds */
    const give = (reason, seconds) => {
      if (over) return;
      over = true;
      stage.finish(attempt(reason, seconds));
    };

    const unpress = onPress(counter, tap, { everywhere: true });
    const ticker = setInterval(paint, PAINT_MS);
    paint();

    return () => {
      clearInterval(ticker);
      unpress();
      close(sound);
    };
  },
};

export default assessment(count);

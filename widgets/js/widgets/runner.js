/** Lead through a sequence of drills, step by step; nothing is measured. */
import { button, fill, h, list } from "../lib/base/dom.js";
import { Frame, widget } from "../lib/base/frame.js";
import { NOBODY_DOES, interruptedPanel, noteDoing } from "../lib/tests/interrupted.js";
import { PausableWatch } from "../lib/tests/pausable.js";
import { READY_SECONDS, stepAfter, tonesAhead } from "../lib/tests/steps.js";
import { onPress } from "../lib/base/press.js";
import { audio, beep, close, cuesAhead } from "../lib/base/sound.js";
import { stampOf } from "../lib/base/stopwatch.js";
import { keepAwake } from "../lib/base/wake.js";
import { runnerWords as words } from "../lib/words/index.js";

const PAINT_MS = 100;
const BOUNCE_MS = 200;
/** A step that is shown later than this after it began was missed by a page that slept. */
const LATE_SECONDS = 0.5;
/** After so long the muscles are cold again, and one begins anew. */
const COLD_MS = 60 * 60 * 1000;

/** @typedef {import("../lib/tests/steps.js").Step} Step */

/** @param {Step} step */
const sideOf = (step) => (step.side === "" ? "" : words[step.side]);
/** @param {Step} step */
const amountOf = (step) => (step.unit === "s" ? words.seconds(step.amount) : words.reps(step.amount));

class RunnerView extends Frame {
  /** @param {any} model @param {HTMLElement} el @param {import("../lib/base/frame.js").Link} link */
  constructor(model, el, link) {
    super(model, el, link, model.get("title"));
    /** @type {Step[]} */
    this.steps = model.get("steps");
    this.tidyStep = () => {};
    this.silence = () => {};
    /** @type {AudioContext | null} */
    this.sound = null;
    this.wake = () => {};
    this.doing = NOBODY_DOES;
    this.at = 0;
    this.stage = "";
    this.undo.push(
      this.watch("screening", () => this.stage !== "running" && this.open()),
      this.watch("done", () => this.stage === "ready" && this.ready(false)),
    );
    this.open();
  }

  close() {
    this.doing.broken();
    this.doing = NOBODY_DOES;
    this.over();
    super.close();
  }

  open() {
    if (this.screened()) this.ready(false);
    else {
      this.stage = "screening";
      this.askHealth(() => this.ready(true), this.overview());
    }
  }

  overview() {
    // One line a drill: its sides belong together. A drill may come back later.
    const drills = this.steps.filter((step, index) => step.name !== this.steps[index - 1]?.name);
    const lines = drills.map((step) => {
      const sides = step.side === "left" || step.side === "right" ? ` ${words.eachSide}` : "";
      return `${step.name}: ${amountOf(step)}${sides}`;
    });
    return h("details", { class: "rm-details" }, h("summary", {}, words.overview), list(lines, "ol"));
  }

  /** @param {boolean} focus @param {string} [say] */
  ready(focus, say = "") {
    this.stage = "ready";
    const start = button(words.start, (event) => this.run(stampOf(event)), { class: "rm-button rm-primary rm-start" });
    const done = this.model.get("done");
    fill(
      this.body,
      this.interrupted(),
      h("p", {}, this.model.get("lead")),
      h("p", { class: "rm-note" }, words.safety),
      this.overview(),
      h("div", { class: "rm-row" }, start, done && h("span", { class: "rm-hint" }, words.last, " ", done)),
    );
    if (focus) start.focus();
    if (say) this.say(say);
  }

  /** Where somebody was when the page went, with a way to go on from there. */
  interrupted() {
    return interruptedPanel(this.outbox.owner, this.model.get("runner"), ({ attempt: { value, short }, seen }) => {
      // The drills may be others by now.
      if (value === null || this.steps[value]?.name !== short || Date.now() - seen > COLD_MS) return null;
      const ways = [
        { label: words.goOnHere, go: () => this.run(performance.now(), value) },
        { label: words.fromStart, go: () => this.ready(true) },
      ];
      return { lead: words.interrupted(value + 1, this.steps.length, short), how: words.interruptedHow, ways };
    });
  }

  /** @param {number} stamp @param {number} [from] the step to begin with */
  run(stamp, from = 0) {
    this.stage = "running";
    this.sound = audio();
    this.wake = keepAwake();
    this.doing = noteDoing({
      owner: this.outbox.owner,
      task: this.model.get("runner"),
      // The first step is where one begins anyway.
      doing: () => (this.at > 0 ? { value: this.at, short: this.steps[this.at].name } : null),
    });
    this.show(from, stamp);
  }

  over() {
    this.doing.done();
    this.doing = NOBODY_DOES;
    this.tidyStep();
    this.tidyStep = () => {};
    this.wake();
    this.wake = () => {};
    this.silence();
    this.silence = () => {};
    const { sound } = this;
    this.sound = null;
    // The last tone may still sound.
    setTimeout(() => close(sound), 600);
  }

  /**
   * Give the tones to come to the audio clock, which goes on where a timer sleeps.
   * @param {number} index @param {number} gone Seconds since the step began.
   */
  planTones(index, gone) {
    this.silence();
    this.silence = cuesAhead(this.sound, tonesAhead(this.steps, index).map((tone) => ({ ...tone, at: tone.at - gone })));
  }

  /**
   * @param {number} index @param {number} stamp When the step began.
   * @param {{ byClock?: boolean, late?: boolean }} [how] `byClock`: its tones have been planned with
   *   an earlier step; `late`: the page slept when it began.
   */
  show(index, stamp, { byClock = false, late = false } = {}) {
    this.tidyStep();
    if (index >= this.steps.length) {
      this.finish();
      return;
    }
    this.at = index;
    const step = this.steps[index];
    const timed = step.unit === "s";
    const watch = new PausableWatch(stamp);
    let counted = 0;
    let lastTap = stamp;
    let begun = !timed;

    const small = h("span", { class: "rm-clock-label" });
    const big = h("span", { class: "rm-clock-time" });
    const face = h("div", { class: "rm-dial-face", "aria-hidden": "true" }, small, big);
    const counter = timed ? null : h("button", { type: "button", class: "rm-clock", "aria-label": words.count });
    const dial = h("div", { class: timed ? "rm-dial rm-dial-small" : "rm-dial rm-dial-small rm-running" }, face, counter);
    const pause = button(words.pause, (event) => turn(stampOf(event)));
    const heading = h("h4", { tabindex: "-1" }, step.name);
    fill(
      this.body,
      h("p", { class: "rm-hint" }, words.step(index + 1, this.steps.length)),
      h("progress", { class: "rm-progress", max: this.steps.length, value: index, "aria-label": words.step(index + 1, this.steps.length) }),
      heading,
      late && h("p", { class: "rm-note" }, words.caughtUp),
      h("p", { class: "rm-side-line" }, [amountOf(step), sideOf(step)].filter(Boolean).join(" · ")),
      list(step.how),
      h("p", { class: "rm-hint" }, step.caution),
      dial,
      h("p", { class: "rm-hint rm-middle" }, timed ? words.hintSeconds : words.hintReps),
      h(
        "div",
        { class: "rm-row rm-centre" },
        button(words.back, (event) => this.show(index - 1, stampOf(event)), { disabled: index === 0 }),
        pause,
        button(words.next, (event) => this.show(index + 1, stampOf(event)), { class: "rm-button rm-primary" }),
        button(words.stop, () => {
          this.over();
          this.ready(true, words.stopped);
        }),
      ),
    );
    (counter ?? heading).focus();
    this.press.turned({ keys: false });
    this.say([step.name, amountOf(step), sideOf(step)].filter(Boolean).join(", "));
    if (!byClock) this.planTones(index, 0);

    const paint = () => {
      const now = performance.now();
      pause.textContent = watch.paused ? words.goOn : words.pause;
      if (!timed) {
        small.textContent = watch.paused ? words.paused : "";
        big.textContent = `${counted}/${step.amount}`;
        dial.style.setProperty("--rm-turn", String(counted / step.amount));
        return;
      }
      const gone = watch.secondsAt(now);
      const seconds = gone - READY_SECONDS;
      if (seconds >= step.amount) {
        this.catchUp(index, gone, now);
        return;
      }
      if (!begun && seconds >= 0) {
        begun = true;
        dial.classList.add("rm-running");
        this.say(words.go);
      }
      const label = seconds < 0 ? words.ready : words.go;
      small.textContent = watch.paused ? words.paused : label;
      big.textContent = String(Math.ceil(seconds < 0 ? -seconds : step.amount - seconds));
      dial.style.setProperty("--rm-turn", String(Math.max(0, seconds / step.amount)));
    };

    /** @param {number} at */
    const turn = (at) => {
      if (watch.paused) {
        watch.goOn(at);
        if (timed) this.planTones(index, watch.secondsAt(at));
      } else {
        watch.pause(at);
        this.silence();
      }
      this.say(watch.paused ? words.paused : words.goOn);
      paint();
    };

    /** @param {Event} event */
    const tap = (event) => {
      const at = stampOf(event);
      if (watch.paused || at - lastTap < BOUNCE_MS) return;
      lastTap = at;
      counted += 1;
      if (counted >= step.amount) this.show(index + 1, at);
      else paint();
    };

    /** @param {KeyboardEvent} event */
    const key = (event) => {
      if (event.key.toLowerCase() === "p" && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey) turn(stampOf(event));
    };
    const unpress = counter === null ? () => {} : onPress(counter, tap, { everywhere: true });
    this.body.addEventListener("keydown", key);
    document.addEventListener("visibilitychange", paint);
    const ticker = setInterval(paint, PAINT_MS);
    this.tidyStep = () => {
      clearInterval(ticker);
      unpress();
      this.body.removeEventListener("keydown", key);
      document.removeEventListener("visibilitychange", paint);
    };
    paint();
  }

  /**
   * A timed step is over; a page that slept may have missed the ends of more.
   * @param {number} index @param {number} gone Seconds since that step began. @param {number} now
   */
  catchUp(index, gone, now) {
    const { index: next, seconds } = stepAfter(this.steps, index, gone);
    const late = seconds > LATE_SECONDS || next > index + 1;
    this.show(next, now - seconds * 1000, { byClock: true, late });
    if (!late || this.stage !== "running") return;
    if (this.sound !== null) beep(this.sound, this.sound.currentTime, { hertz: 660, seconds: 0.2 });
    this.say(`${words.caughtUp} ${this.steps[next].name}`);
  }

  finish() {
    this.over();
    this.stage = "finished";
    const at = new Date();
    const body = { at: at.toISOString(), utc_offset_minutes: -at.getTimezoneOffset() };
    this.outbox.keep(`done:${this.model.get("runner")}`, "done", body);
    const heading = h("h4", { tabindex: "-1", class: "rm-big" }, words.done);
    fill(this.body, heading, button(words.again, () => this.ready(true)));
    heading.focus();
    this.press.turned({ strict: true });
    this.say(words.done);
  }
}

export default widget(["screening", "done"], (model, el, link) => new RunnerView(model, el, link));

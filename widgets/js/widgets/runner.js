/** Lead through a sequence of drills, step by step; nothing is measured. */
import { button, fill, h, list } from "../lib/base/dom.js";
import { Frame, widget } from "../lib/base/frame.js";
import { PausableWatch } from "../lib/tests/pausable.js";
import { audio, beep } from "../lib/base/sound.js";
import { stampOf } from "../lib/base/stopwatch.js";
import { keepAwake } from "../lib/base/wake.js";
import { runnerWords as words } from "../lib/words/index.js";

const PAINT_MS = 100;
const READY_SECONDS = 8;
const BOUNCE_MS = 200;

/** @typedef {{ name: string, how: string[], caution: string, unit: "s" | "reps", amount: number, side: "" | "left" | "right" | "both" }} Step */

/** @param {Step} step */
const sideOf = (step) => (step.side === "" ? "" : words[step.side]);
/** @param {Step} step */
const amountOf = (step) => (step.unit === "s" ? words.seconds(step.amount) : words.reps(step.amount));

class RunnerView extends Frame {
  /** @param {any} model @param {HTMLElement} el @param {import("../lib/base/outbox.js").Outbox} outbox */
  constructor(model, el, outbox) {
    super(model, el, outbox, model.get("title"));
    /** @type {Step[]} */
    this.steps = model.get("steps");
    this.tidyStep = () => {};
    /** @type {AudioContext | null} */
    this.sound = null;
    this.wake = () => {};
    this.stage = "";
    this.undo.push(
      this.watch("screening", () => this.stage !== "running" && this.open()),
      this.watch("done", () => this.stage === "ready" && this.ready(false)),
    );
    this.open();
  }

  close() {
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
    const start = button(words.start, (event) => this.run(event), { class: "rm-button rm-primary rm-start" });
    const done = this.model.get("done");
    fill(
      this.body,
      h("p", {}, this.model.get("lead")),
      h("p", { class: "rm-note" }, words.safety),
      this.overview(),
      h("div", { class: "rm-row" }, start, done && h("span", { class: "rm-hint" }, words.last, " ", done)),
    );
    if (focus) start.focus();
    if (say) this.say(say);
  }

  /** @param {Event} event */
  run(event) {
    this.stage = "running";
    this.sound = audio();
    this.wake = keepAwake();
    this.show(0, stampOf(event));
  }

  over() {
    this.tidyStep();
    this.tidyStep = () => {};
    this.wake();
    this.wake = () => {};
    void this.sound?.close();
    this.sound = null;
  }

  /** @param {number} hertz */
  cue(hertz) {
    if (this.sound !== null) beep(this.sound, this.sound.currentTime, { hertz, seconds: 0.2 });
  }

  /** @param {number} index @param {number} stamp When the step began. */
  show(index, stamp) {
    this.tidyStep();
    if (index >= this.steps.length) {
      this.finish();
      return;
    }
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
    const dial = h("div", { class: timed ? "rm-dial" : "rm-dial rm-running" }, face, counter);
    const pause = button(words.pause, (event) => turn(stampOf(event)));
    const heading = h("h4", { tabindex: "-1" }, step.name);
    fill(
      this.body,
      h("p", { class: "rm-hint" }, words.step(index + 1, this.steps.length)),
      h("progress", { class: "rm-progress", max: this.steps.length, value: index, "aria-label": words.step(index + 1, this.steps.length) }),
      heading,
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
    this.say([step.name, amountOf(step), sideOf(step)].filter(Boolean).join(", "));
    this.cue(660);

    const paint = () => {
      const now = performance.now();
      pause.textContent = watch.paused ? words.goOn : words.pause;
      if (!timed) {
        small.textContent = watch.paused ? words.paused : "";
        big.textContent = `${counted}/${step.amount}`;
        dial.style.setProperty("--rm-turn", String(counted / step.amount));
        return;
      }
      const seconds = watch.secondsAt(now) - READY_SECONDS;
      if (seconds >= step.amount) {
        this.show(index + 1, now);
        return;
      }
      if (!begun && seconds >= 0) {
        begun = true;
        dial.classList.add("rm-running");
        this.cue(990);
        this.say(words.go);
      }
      const label = seconds < 0 ? words.ready : words.go;
      small.textContent = watch.paused ? words.paused : label;
      big.textContent = String(Math.ceil(seconds < 0 ? -seconds : step.amount - seconds));
      dial.style.setProperty("--rm-turn", String(Math.max(0, seconds / step.amount)));
    };

    /** @param {number} at */
    const turn = (at) => {
      if (watch.paused) watch.goOn(at);
      else watch.pause(at);
      this.say(watch.paused ? words.paused : words.goOn);
      paint();
    };

    /** @param {Event} event */
    const tap = (event) => {
      event.preventDefault();
      const at = stampOf(event);
      if (watch.paused || at - lastTap < BOUNCE_MS) return;
      lastTap = at;
      counted += 1;
      if (counted >= step.amount) this.show(index + 1, at);
      else paint();
    };

    /** @param {KeyboardEvent} event */
    const key = (event) => {
      if (event.key.toLowerCase() === "p" && !event.repeat && !event.ctrlKey && !event.metaKey) turn(stampOf(event));
      if (event.target !== counter || (event.key !== " " && event.key !== "Enter")) return;
      if (event.repeat) event.preventDefault();
      else tap(event);
    };
    let pressed = false;
    counter?.addEventListener("pointerdown", (event) => {
      pressed = true;
      tap(event);
    });
    // Assistive software clicks without a pointer or a key.
    counter?.addEventListener("click", (event) => {
      if (!pressed) tap(event);
      pressed = false;
    });
    this.body.addEventListener("keydown", key);
    const ticker = setInterval(paint, PAINT_MS);
    this.tidyStep = () => {
      clearInterval(ticker);
      this.body.removeEventListener("keydown", key);
    };
    paint();
  }

  finish() {
    this.over();
    this.stage = "finished";
    const at = new Date();
    const body = { at: at.toISOString(), utc_offset_minutes: -at.getTimezoneOffset() };
    this.outbox.put({ id: `done:${this.model.get("runner")}`, rev: at.getTime(), kind: "done", body });
    const heading = h("h4", { tabindex: "-1", class: "rm-big" }, words.done);
    fill(this.body, heading, button(words.again, () => this.ready(true)));
    heading.focus();
    this.say(words.done);
  }
}

export default widget(["screening", "done"], (model, el, outbox) => new RunnerView(model, el, outbox));

/**
 * The session while it goes on. The parts stay where they are and change their words, so that
 * whoever stands on a button keeps standing there.
 *
 * @typedef {import("./machine.js").State} State @typedef {import("./machine.js").Script} Script
 * @typedef {import("./done.js").Session} Session
 * @typedef {(kind: import("./machine.js").Kind, event: Event) => void} Act
 */
import { button, CONTENT, fill, h, list } from "../../base/dom.js";
import { onPress } from "../../base/press.js";
import { stampOf } from "../../base/stopwatch.js";
import { LANG } from "../../words/catalogue.js";
import { sessionWords as say } from "../../words/index.js";
import { elapsed, formOf, hasEasier, isCounted, leadLeft, lengthOf, secondsLeft, stepOf, upcoming, workSeconds } from "./machine.js";

/** So long after the clock has turned the page, a press was meant for what stood there before. */
const LATE_MS = 600;

/** Seconds as a countdown shows them: `45`, `2:30`. @param {number} seconds */
export function countdown(seconds) {
  const whole = Math.max(0, Math.ceil(seconds - 1e-6));
  return whole < 60 ? String(whole) : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** The exercise that is done now or comes next. @param {Session} session @param {State} state */
export function shown({ script, exercises }, state) {
  const { item, step } = upcoming(script, state);
  const form = formOf(script, state, item);
  const row = exercises[form.exercise];
  return { item, form, row, step: form.steps[step], name: row?.name ?? say.warmUp };
}

/** Which repetition the counter shows. @param {Session} session @param {State} state @param {number} stamp */
export function repetition(session, state, stamp) {
  const { row } = shown(session, state);
  const { amount } = stepOf(session.script, state);
  return Math.min(amount, 1 + Math.floor(workSeconds(state, stamp) / row.tempo));
}

/** What is to be done, in words. @param {import("./machine.js").Step} step */
export function task({ set, of, side, unit, amount }) {
  return [say.set(set, of), say.sides[side], unit === "s" ? say.seconds(amount) : say.times(amount)].filter(Boolean);
}

export class Stage {
  /** @param {Session} session @param {Act} act */
  constructor(session, act) {
    this.session = session;
    this.place = h("p", { class: "rm-hint rm-session-place" });
    this.bar = h("progress", { class: "rm-progress" });
    this.heading = h("h4", { tabindex: "-1" });
    this.what = h("p", { class: "rm-side-line" });
    this.note = h("p", { class: "rm-hint", role: "status" });
    this.figure = h("div", { class: "rm-session-figure" });
    this.small = h("span", { class: "rm-clock-label" });
    this.big = h("span", { class: "rm-clock-time" });
    this.dial = h("div", { class: "rm-dial rm-dial-small" }, h("div", { class: "rm-dial-face", "aria-hidden": "true" }, this.small, this.big));
    this.hint = h("p", { class: "rm-hint rm-middle" });
    this.main = h("button", { type: "button", class: "rm-button rm-primary rm-start" });
    this.pause = button(say.pause, (event) => act(this.paused ? "goOn" : "pause", event));
    this.easier = button(say.easier, (event) => act("easier", event));
    this.how = h("div", CONTENT);
    this.steps = h("details", { class: "rm-details" }, h("summary", {}, say.how), this.how);
    this.paused = false;
    this.drawn = "";
    this.turnedAt = -Infinity;
    /** @type {"done" | "ready"} */
    this.means = "ready";
    const skip = button(say.skip, (event) => act("skip", event));
    const stop = button(say.stop, (event) => act("ask", event));
    this.root = h(
      "div",
      { class: "rm-session" },
      this.place,
      this.bar,
      this.heading,
      this.what,
      h("div", { class: "rm-session-now" }, this.figure, h("div", {}, this.dial, this.hint)),
      h("div", { class: "rm-row rm-centre" }, this.main),
      h("div", { class: "rm-row rm-centre rm-session-ways" }, this.pause, this.easier, skip, stop),
      this.note,
      this.steps,
    );
    this.close = onPress(this.main, (event) => stampOf(event) - this.turnedAt > LATE_MS && act(this.means, event), { everywhere: true });
  }

  /** Show it from its head where it fits, and in any case the button that carries it on. */
  comeIntoView() {
    this.place.scrollIntoView({ block: "nearest" });
    this.main.scrollIntoView({ block: "nearest" });
  }

  /** @param {State} state @param {number} stamp @param {boolean} [byClock] nobody has pressed for what is new */
  paint(state, stamp, byClock = true) {
    const before = `${this.main.hidden} ${this.main.textContent}`;
    this.#draw(state, stamp);
    if (!byClock) this.turnedAt = -Infinity;
    else if (before !== `${this.main.hidden} ${this.main.textContent}`) this.turnedAt = stamp;
  }

  /** @param {State} state @param {number} stamp */
  #draw(state, stamp) {
    const { script } = this.session;
    this.#words(state);
    const now = stepOf(script, state);
    const lead = leadLeft(state, stamp);
    const left = secondsLeft(script, state, stamp);
    const paused = state.phase === "paused";
    this.paused = paused;
    this.pause.textContent = paused ? say.goOn : say.pause;
    const counts = isCounted(script, state);
    const rests = now.kind === "rest";
    const works = !rests && lead === 0;
    this.dial.classList.toggle("rm-running", works);
    this.#means(paused || (works && !counts) ? null : works ? "done" : "ready", works ? say.setDone : rests ? say.ready : say.now);
    if (paused) this.small.textContent = say.paused;
    else if (rests) this.small.textContent = left > script.countIn ? say.rest : say.getReady;
    else this.small.textContent = works ? (counts ? "" : say.hold) : say.getReady;
    if (works && counts) {
      const at = repetition(this.session, state, stamp);
      this.big.textContent = say.counter(at, now.amount);
      this.#turn(at / now.amount);
    } else {
      this.big.textContent = countdown(lead > 0 ? lead : left);
      this.#turn(lead > 0 ? 0 : elapsed(state, stamp) / lengthOf(script, state));
    }
    this.hint.textContent = works && counts ? say.hintCount : say.hintTime;
  }

  /** @param {number} share */
  #turn(share) {
    this.dial.style.setProperty("--rm-turn", String(Math.min(1, share)));
  }

  /** What the large button does now, or that it has nothing to do. @param {"done" | "ready" | null} means @param {string} label */
  #means(means, label) {
    const had = document.activeElement === this.main;
    const gone = means === null;
    if (means !== null) this.means = means;
    if (!gone && this.main.textContent !== label) this.main.textContent = label;
    if (this.main.hidden === gone) return;
    this.main.hidden = gone;
    if (had && gone) this.pause.focus();
  }

  /** What changes with a step alone. @param {State} state */
  #words(state) {
    const { script } = this.session;
    const drawn = JSON.stringify([state.item, state.step, state.forms]);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    const { item, name, row, step } = shown(this.session, state);
    const rests = stepOf(script, state).kind === "rest";
    const of = script.items.length - 1;
    this.place.textContent = item === 0 ? say.warmUp : say.place(item, of);
    for (const [key, value] of Object.entries({ max: of + 1, value: item, "aria-label": this.place.textContent })) this.bar.setAttribute(key, String(value));
    this.heading.textContent = rests ? say.next(name) : name;
    this.heading.lang = rests || row === undefined ? LANG : CONTENT.lang;
    this.what.textContent = item === 0 ? say.seconds(step.amount) : task(step).join(" · ");
    this.easier.classList.toggle("rm-none-easier", !hasEasier(script, state));
    this.note.textContent = "";
    this.steps.hidden = row === undefined;
    if (row !== undefined) fill(this.how, list(row.how, "ol"), row.care !== "" && h("p", { class: "rm-hint" }, row.care));
  }
}

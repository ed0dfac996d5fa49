/** The guided session: one day of the learner's plan, from the list to the log. */
import { asking } from "../lib/base/ask.js";
import { localDay } from "../lib/base/clock.js";
import { button, fill, h } from "../lib/base/dom.js";
import { Frame, widget } from "../lib/base/frame.js";
import { moving } from "../lib/base/moving.js";
import { newId } from "../lib/base/outbox.js";
import { audio, close, cuesAhead } from "../lib/base/sound.js";
import { stampOf } from "../lib/base/stopwatch.js";
import { keepAwake } from "../lib/base/wake.js";
import { askingPanel, hurtsPanel } from "../lib/own/session/asking.js";
import { tonesAhead } from "../lib/own/session/cues.js";
import { resultOf, talliesOf } from "../lib/own/session/done.js";
import { finishPanel } from "../lib/own/session/finish.js";
import { again, begin, hasEasier, isCounted, leadLeft, react, stepOf, workSeconds } from "../lib/own/session/machine.js";
import { dayPicker, outline, stopRules } from "../lib/own/session/ready.js";
import { Stage, shown, task } from "../lib/own/session/stage.js";
import { Voice } from "../lib/own/session/voice.js";
import { countInField, countInSeconds } from "../lib/tests/countin.js";
import { NOBODY_DOES, interruptedPanel, noteDoing } from "../lib/tests/interrupted.js";
import { sessionWords as say, words } from "../lib/words/index.js";

const PAINT_MS = 100;
/** Seconds to get ready, where a learner has not chosen. */
const USUAL_COUNT_IN = 10;
const TASK = "session";
/** What is shown later than this after it was due was missed by a page that slept. */
const LATE_MS = 1500;
const EXERCISE = "exercise:";

/** @typedef {import("../lib/own/session/done.js").Session} Session @typedef {import("../lib/own/session/machine.js").State} State */
/** @typedef {import("../lib/own/session/machine.js").Kind} Kind @typedef {import("../lib/own/session/ready.js").Day} Day */

class SessionView extends Frame {
  /** @param {any} model @param {HTMLElement} el @param {import("../lib/base/frame.js").Link} link */
  constructor(model, el, link) {
    super(model, el, link, say.title);
    this.line = asking(model, link.kernel);
    this.voice = new Voice();
    this.sound = true;
    this.view = "";
    this.day = "";
    this.drawn = "";
    /** @type {Session | null} */
    this.session = null;
    /** @type {State | null} */
    this.state = null;
    /** @type {Stage | null} */
    this.stage = null;
    /** @type {AudioContext | null} */
    this.context = null;
    this.doing = NOBODY_DOES;
    this.tidy = () => {};
    this.silence = () => {};
    this.closeFigure = () => {};
    this.figureOf = "";
    this.lastTick = 0;
    /** What has been said of this step: to get ready, or to work. */
    this.prompted = "";
    this.undo.push(
      this.line.close,
      ...["days", "chosen", "note"].map((name) => this.watch(name, () => this.view === "ready" && this.ready())),
      this.watch("screening", () => this.view !== "going" && this.view !== "over" && this.open()),
      this.voice.onChange(() => this.view === "ready" && this.ready()),
    );
    this.open();
  }

  close() {
    this.doing.broken();
    this.doing = NOBODY_DOES;
    this.end();
    super.close();
  }

  /** @param {import("../lib/base/outbox.js").Entry} entry */
  concerns({ kind, body }) {
    return kind !== "result" || String(/** @type {any} */ (body)?.test).startsWith(EXERCISE);
  }

  /** @param {import("../lib/base/outbox.js").Entry} entry */
  describe(entry) {
    const { test, value } = /** @type {any} */ (entry.body ?? {});
    if (test === undefined) return super.describe(entry);
    const id = String(test).slice(EXERCISE.length);
    const names = /** @type {Day[]} */ (this.model.get("days")).map(({ exercises }) => exercises[id]?.name);
    return words.refused.value(names.find(Boolean) ?? id.replaceAll("_", " "), say.sets(value));
  }

  open() {
    if (this.screened()) this.ready();
    else if (this.view !== "screening") {
      this.view = "screening";
      this.drawn = "";
      this.askHealth(() => this.ready({ focus: true }));
    }
  }

  /** @param {{ focus?: boolean, told?: string }} [how] */
  ready({ focus = false, told = "" } = {}) {
    this.view = "ready";
    /** @type {Day[]} */
    const days = this.model.get("days");
    const chosen = days.find(({ date }) => date === this.day) ?? days.find(({ date }) => date === this.model.get("chosen"));
    const drawn = JSON.stringify([days, chosen?.date, this.model.get("note"), this.voice.there]);
    // Drawn again only when something changed: whoever stands on a control keeps standing there.
    if (drawn === this.drawn && !focus) return;
    this.drawn = drawn;
    const note = this.model.get("note");
    const start = button(say.start, (event) => chosen && this.start(chosen, event), { class: "rm-button rm-primary rm-start" });
    const pick = dayPicker(days, chosen?.date ?? "", localDay(), (date) => {
      this.day = date;
      this.ready({ focus: true });
    });
    fill(
      this.body,
      this.interrupted(),
      note && h("p", { class: "rm-note" }, note),
      days.length > 0 && chosen === undefined && !note && h("p", { class: "rm-note" }, say.noToday),
      (days.length > 1 || (days.length > 0 && chosen === undefined)) && pick,
      chosen && outline(chosen, this.model.get("warm_up")),
      chosen && stopRules(this.model.get("screening").stop_rules),
      chosen && this.settings(),
      chosen && h("div", { class: "rm-row" }, start),
    );
    if (focus) (chosen ? start : this.root.querySelector("input"))?.focus();
    this.press.turned();
    if (told) this.say(told);
  }

  settings() {
    return h(
      "div",
      { class: "rm-settings" },
      countInField(USUAL_COUNT_IN),
      tick(words.ready.beeps, this.sound, (on) => (this.sound = on)),
      this.voice.there && tick(say.voice, this.voice.on, (on) => this.voice.turn(on)),
    );
  }

  /** Where somebody was when the page went; whole sets are in the outbox since then. */
  interrupted() {
    return interruptedPanel(this.outbox.owner, TASK, ({ attempt: { short, details }, seen }) => {
      const { session, state } = /** @type {{ session?: Session, state?: State }} */ (details ?? {});
      if (session === undefined || state === undefined || localDay(new Date(seen)) !== localDay()) return null;
      const { item, step, row } = shown(session, state);
      const lead = row === undefined || item === 0 ? say.interrupted(short, 1, 1) : say.interrupted(short, step.set, step.of);
      const ways = [
        { label: say.onward, go: () => this.run(session, again(session.script, state, performance.now())) },
        {
          label: say.endHere,
          go: () => {
            this.session = session;
            this.state = { ...state, since: null, phase: /** @type {const} */ ("over"), why: /** @type {const} */ ("chose") };
            this.showEnd();
          },
        },
      ];
      return { lead, how: say.interruptedHow, ways };
    });
  }

  /** @param {Day} day @param {Event} event */
  start(day, event) {
    const { seconds } = this.model.get("warm_up");
    const warm = { exercise: "", dose: "", amount: seconds, steps: [{ kind: /** @type {const} */ ("work"), set: 1, of: 1, side: "", unit: /** @type {const} */ ("s"), amount: seconds }] };
    const script = { countIn: countInSeconds(USUAL_COUNT_IN), items: [{ change: 0, forms: [warm] }, ...day.items] };
    /** @type {Session} */
    const session = { run: newId().slice(0, 16), date: day.date, script, exercises: day.exercises };
    this.run(session, begin(script, stampOf(event)));
  }

  /** @param {Session} session @param {State} state */
  run(session, state) {
    this.view = "going";
    this.session = session;
    this.state = state;
    this.context = this.sound ? audio() : null;
    this.stage = new Stage(session, (kind, event) => this.act(kind, event));
    const wake = keepAwake();
    const tick = () => this.dispatch("tick", performance.now());
    const ticker = setInterval(tick, PAINT_MS);
    document.addEventListener("visibilitychange", tick);
    /** @param {KeyboardEvent} event */
    const key = (event) => {
      const plain = !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (plain && event.key.toLowerCase() === "p") this.act(this.state?.phase === "paused" ? "goOn" : "pause", event);
    };
    this.stage.root.addEventListener("keydown", key);
    this.tidy = () => {
      clearInterval(ticker);
      document.removeEventListener("visibilitychange", tick);
      this.stage?.close();
      wake();
    };
    this.doing = noteDoing({ owner: this.outbox.owner, task: TASK, doing: () => this.noted() });
    this.lastTick = performance.now();
    fill(this.body, this.stage.root);
    this.turned(null, performance.now());
    this.stage.main.focus();
    this.stage.comeIntoView();
    this.press.turned({ keys: false });
  }

  /** What to offer back if the page goes. @returns {import("../lib/tests/interrupted.js").Doing | null} */
  noted() {
    const { session, state } = this;
    if (session === null || state === null || state.phase === "over") return null;
    return { value: state.item, short: shown(session, state).name, details: { session, state: { ...state, since: null } } };
  }

  /** @param {Kind} kind @param {Event} event */
  act(kind, event) {
    const { session, state, stage } = this;
    if (session === null || state === null) return;
    if (kind === "easier" && !hasEasier(session.script, state)) {
      if (stage !== null) stage.note.textContent = say.noEasier;
      return;
    }
    const name = shown(session, state).name;
    this.dispatch(kind, stampOf(event));
    if (stage === null || this.view !== "going") return;
    if (kind === "skip") stage.note.textContent = say.skipped(name);
    if (kind === "easier" && this.state !== null) stage.note.textContent = say.easierNow(shown(session, this.state).name);
  }

  /** @param {Kind} kind @param {number} stamp */
  dispatch(kind, stamp) {
    const { session, state: before } = this;
    if (session === null || before === null) return;
    const now = performance.now();
    const late = kind === "tick" && now - this.lastTick > LATE_MS;
    this.lastTick = now;
    this.state = react(session.script, before, { kind, stamp, epoch: Date.now() - now });
    if (this.state.tallies !== before.tallies) this.keep(before);
    if (this.state.phase === "over") this.showEnd();
    else if (this.state !== before) this.turned(before, now, kind === "tick", late);
    else this.paint(now);
  }

  /** @param {number} stamp */
  paint(stamp) {
    if (this.state === null || this.stage === null) return;
    this.stage.paint(this.state, stamp);
    this.prompt(stamp);
  }

  /** Something else is to be done, or the clock stands still. @param {State | null} before @param {number} stamp @param {boolean} [byClock] @param {boolean} [late] */
  turned(before, stamp, byClock = false, late = false) {
    const { session, state, stage } = this;
    if (session === null || state === null || stage === null) return;
    this.silence();
    this.silence = cuesAhead(this.context, tonesAhead(session.script, state, stamp, (each) => shown(session, each).row.tempo));
    if (state.phase === "asking" || state.phase === "hurts") {
      const { root, heading } = state.phase === "asking" ? askingPanel((kind, event) => this.act(kind, event)) : hurtsPanel((kind, event) => this.act(kind, event), this.model.get("screening").stop_rules);
      this.voice.hush();
      fill(this.body, root);
      heading.focus();
      this.press.turned();
      return;
    }
    const back = !this.body.contains(stage.root);
    if (back) fill(this.body, stage.root);
    stage.paint(state, stamp, byClock);
    if (!byClock && before !== null) this.press.turned({ keys: false });
    if (back) stage.pause.focus();
    if (late) stage.note.textContent = say.caughtUp;
    this.prompted = "";
    this.showFigure();
    if (state.phase === "paused") this.tell(say.paused);
    else this.announce(late ? say.caughtUp : "");
    this.prompt(stamp, true);
  }

  /** Say what comes. @param {string} first */
  announce(first) {
    const { session, state } = this;
    if (session === null || state === null) return;
    const { item, name, step } = shown(session, state);
    const rests = stepOf(session.script, state).kind === "rest";
    const what = item === 0 ? [name] : [name, ...task(step)];
    this.tell([first, rests && `${say.rest}.`, rests ? say.next(what.join(", ")) : what.join(", ")].filter(Boolean).join(" "));
  }

  /** Say Go when the work begins. @param {number} stamp @param {boolean} [quiet] it has just been announced */
  prompt(stamp, quiet = false) {
    const { session, state } = this;
    if (session === null || state === null || state.phase !== "going") return;
    const works = stepOf(session.script, state).kind === "work" && leadLeft(state, stamp) === 0;
    const prompted = works ? "work" : "wait";
    if (prompted === this.prompted) return;
    this.prompted = prompted;
    if (works && !quiet) this.tell(say.go);
  }

  /** On the screen for those who read it, and aloud. @param {string} text */
  tell(text) {
    this.say(text);
    this.voice.say(text);
  }

  /** The person of what is done now or comes next; where none can be had, the words stand alone. */
  showFigure() {
    const { session, state, stage } = this;
    if (session === null || state === null || stage === null) return;
    const { form, row } = shown(session, state);
    const name = row === undefined ? this.model.get("warm_up").movement : form.exercise;
    if (name === this.figureOf) return;
    this.closeFigure();
    this.figureOf = name;
    stage.figure.replaceChildren();
    moving(this.line.ask, name, { small: true, share: row === undefined ? undefined : () => this.share(row) }).then(
      ({ root, close: shut }) => {
        if (this.figureOf !== name || this.stage !== stage) return shut();
        this.closeFigure = shut;
        return stage.figure.append(root);
      },
      () => {},
    );
  }

  /** With the counter while it counts, otherwise in the movement's own time. @param {import("../lib/own/session/done.js").Exercise} row */
  share({ loop }) {
    const { session, state } = this;
    const now = performance.now();
    const counts = session !== null && state !== null && isCounted(session.script, state) && leadLeft(state, now) === 0;
    return ((counts ? workSeconds(state, now) : now / 1000) % loop) / loop;
  }

  /** Each whole set goes into the outbox when it is done. @param {State} before */
  keep(before) {
    const { session, state } = this;
    if (session === null || state === null) return;
    for (const tally of talliesOf(state)) {
      if (!before.tallies.includes(tally)) this.put(resultOf(session, state, tally, null));
    }
  }

  /** @param {ReturnType<typeof resultOf>} result */
  put(result) {
    this.outbox.keep(result.id, "result", result);
  }

  /** The clock, the tones and the lights go out. */
  end() {
    this.tidy();
    this.tidy = () => {};
    this.silence();
    this.silence = () => {};
    this.closeFigure();
    this.closeFigure = () => {};
    this.figureOf = "";
    this.stage = null;
    const { context } = this;
    this.context = null;
    // The last tone may still sound.
    setTimeout(() => close(context), 600);
  }

  showEnd() {
    const { session, state } = this;
    if (session === null || state === null) return;
    this.end();
    this.doing.done();
    this.doing = NOBODY_DOES;
    this.view = "over";
    const tallies = talliesOf(state);
    if (state.why === "pain") for (const tally of tallies) if (tally.item === state.item) this.put(resultOf(session, state, tally, null));
    const leave = (/** @type {string} */ told) => {
      this.session = null;
      this.state = null;
      this.drawn = "";
      this.ready({ focus: true, told });
    };
    const { root, heading } = finishPanel(session, state, {
      onsave: (effort) => {
        if (effort !== null) for (const tally of tallies) this.put(resultOf(session, state, tally, effort));
        leave(say.saved);
      },
      onback: () => leave(""),
    });
    fill(this.body, root);
    heading.focus();
    this.press.turned({ strict: true });
    this.tell(heading.textContent ?? "");
  }
}

/** @param {string} label @param {boolean} on @param {(on: boolean) => void} react */
function tick(label, on, react) {
  const box = h("input", { type: "checkbox", checked: on, onchange: () => react(box.checked) });
  return h("label", { class: "rm-check" }, box, h("span", {}, label));
}

export default widget(["result", "screening"], (model, el, link) => new SessionView(model, el, link));

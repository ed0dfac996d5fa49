/**
 * The life of a self-assessment, the same for every family of tests:
 * screening, how-to, do, review, read. A family brings only the middle: a task.
 */
import { asking } from "../base/ask.js";
import { button, fill, h, pills } from "../base/dom.js";
import { Frame, widget } from "../base/frame.js";
import { learnersClock } from "../base/clock.js";
import { drawnStill, movable } from "../base/moving.js";
import { newId } from "../base/outbox.js";
import { keepAwake } from "../base/wake.js";
import { personBeside } from "./beside.js";
import { countInField, countInSeconds } from "./countin.js";
import { NOBODY_DOES, interruptedPanel, noteDoing } from "./interrupted.js";
import { howTo, reviewPanel, sideName } from "./panel.js";
import { Rest } from "./rest.js";
import { Results } from "./results.js";
import { trialsOf } from "./trials.js";
import { words } from "../words/index.js";
import { digits } from "../words/say.js";

/**
 * @typedef {object} Stage What a task may use.
 * @property {HTMLElement} root
 * @property {import("./panel.js").Protocol} protocol
 * @property {string} side
 * @property {boolean} sound
 * @property {number} countIn Seconds before the clock begins.
 * @property {import("./panel.js").About} about What the learner told about themselves.
 * @property {Event} startedBy
 * @property {(words: string) => void} say
 * @property {(attempt: Attempt) => void} finish
 * @property {() => void} cancel
 * @property {() => void} turned The task shows something else: whoever was pressing may press once too often.
 * @property {(doing: () => import("./interrupted.js").Doing | null) => void} note What to offer if the
 *   page goes before the end, in place of what was noted before.
 *
 * @typedef {object} Attempt
 * @property {number} value
 * @property {string} text
 * @property {string} [short] The value by itself, as people read it.
 * @property {string} [reason]
 * @property {Record<string, unknown>} [details]
 * @property {import("./panel.js").Correction} [correction] The learner may mend the value before saving.
 *
 * @typedef {object} Task
 * @property {(stage: Stage) => () => void} run Draw into the stage; return what tidies up.
 * @property {(stage: { protocol: import("./panel.js").Protocol, side: string }) => Node | null} [extras] Shown above Start.
 * @property {(protocol: import("./panel.js").Protocol) => string} [start] Label of the start button.
 * @property {string} [enough] What to say after the last trial of a day.
 * @property {boolean} [quiet] The test makes no sound.
 * @property {(protocol: import("./panel.js").Protocol, done: () => number) => import("../base/moving.js").How} [beside]
 *   How the person beside the running test shows it; `done` is its seconds so far, below zero in the count-in.
 * @property {(results: { history: import("./panel.js").History, protocol: import("./panel.js").Protocol }) => Node} [results]
 *   Results in the family's own way, in place of the common table.
 */

const KINDS = ["result", "edit", "delete", "screening", "about"];

/** @param {Task} task */
export function assessment(task) {
  return widget(KINDS, (model, el, link) => new AssessmentView(model, el, link, task));
}

class AssessmentView extends Frame {
  /**
   * @param {any} model @param {HTMLElement} el
   * @param {import("../base/frame.js").Link} link @param {Task} task
   */
  constructor(model, el, link, task) {
    super(model, el, link, model.get("protocol").name);
    this.task = task;
    this.line = asking(model, link.kernel);
    this.picture = movable(this.line.ask, model.get("protocol").test, drawnStill(model.get("picture")));
    /** @type {import("./panel.js").Protocol} */
    this.protocol = model.get("protocol");
    /** Practice is no test: as often as one likes. */
    this.practice = Boolean(this.protocol.options?.practice);
    this.trials = trialsOf(this.outbox, this.protocol.test);
    this.side = "";
    this.sound = true;
    this.rest = new Rest(this.protocol.rest_s);
    this.tidyTask = () => {};
    this.tidyBeside = () => {};
    this.doing = NOBODY_DOES;
    this.wake = () => {};
    this.drawnTrials = "";
    this.results = new Results({
      model,
      outbox: this.outbox,
      trials: this.trials,
      own: task.results,
      announce: (text) => this.say(text),
    });
    this.body.after(this.results.root);
    this.undo.push(
      this.watch("history", () => this.showResults()),
      this.watch("reading", () => this.showResults()),
      this.watch("card", () => this.showResults()),
      this.watch("about", () => this.showResults()),
      this.watch("screening", () => this.stage === "screening" && this.open()),
      this.outbox.onChange(() => this.showResults()),
    );
    this.stage = "";
    this.open();
    this.showResults();
  }

  close() {
    this.rest.hide();
    this.doing.broken();
    this.wake();
    this.tidyTask();
    this.tidyBeside();
    this.picture.close();
    this.line.close();
    super.close();
  }

  /** @param {import("../base/outbox.js").Entry} entry */
  concerns({ kind, body }) {
    return kind !== "result" || /** @type {any} */ (body).test === this.model.get("protocol").test;
  }

  /** @param {import("../base/outbox.js").Entry} entry */
  describe(entry) {
    const { value, unit, side } = /** @type {any} */ (entry.body ?? {});
    if (value === undefined) return super.describe(entry);
    // The frame asks while it is being built.
    const protocol = this.model.get("protocol");
    const what = [protocol.name, sideName(side)].filter(Boolean).join(", ");
    const sign = unit ?? protocol.unit;
    return words.refused.value(what, `${digits(value)} ${words.refused.signs[sign] ?? sign}`);
  }

  open() {
    if (this.screened()) this.showReady({ first: true });
    else this.showScreening();
  }

  showScreening() {
    this.stage = "screening";
    this.askHealth(() => this.showReady({ first: true, focus: true }), howTo(this.protocol, false, this.picture.root));
  }

  /** @param {{ first?: boolean, focus?: boolean, say?: string }} [how] */
  showReady({ first = false, focus = false, say = "" } = {}) {
    this.stage = "ready";
    const { protocol } = this;
    if (protocol.sides.length > 0 && this.side === "") this.side = protocol.sides[Math.floor(Math.random() * protocol.sides.length)];
    const used = this.trialsToday(this.side);
    const over = !this.practice && used >= protocol.trials;
    const others = protocol.sides.filter((side) => side !== this.side && this.trialsToday(side) < protocol.trials);
    if (over && others.length > 0) {
      this.side = others[0];
      this.showReady({ first, focus, say });
      return;
    }
    this.drawnTrials = this.trialsDrawn();
    const start = button(this.task.start?.(protocol) ?? words.ready.start, (event) => this.begin(event), {
      class: "rm-button rm-primary rm-start",
    });
    if (protocol.hard && this.outcome() === "clear for gentle exercise") {
      fill(this.body, howTo(protocol, false, this.picture.root), h("p", { class: "rm-note" }, words.ready.tooHard));
      return;
    }
    fill(
      this.body,
      this.interrupted(),
      howTo(protocol, first && used === 0 && this.model.get("history").recent.length === 0, this.picture.root),
      over
        ? h("p", { class: "rm-note" }, this.task.enough ?? words.ready.enough)
        : h(
            "div",
            { class: "rm-panel" },
            protocol.sides.length > 0 && this.sidePicker(used === 0),
            this.task.extras?.({ protocol, side: this.side }),
            h(
              "div",
              { class: "rm-settings" },
              countInField(protocol.count_in_s),
              !this.task.quiet && h(
                "label",
                { class: "rm-check" },
                h("input", { type: "checkbox", checked: this.sound, onchange: (/** @type {Event} */ e) => (this.sound = /** @type {HTMLInputElement} */ (e.target).checked) }),
                h("span", {}, words.ready.beeps),
              ),
            ),
            h("div", { class: "rm-row" }, start, h("span", { class: "rm-hint" }, this.trialLine(used + 1))),
            this.rest.line(() => this.stage === "ready" && this.say(words.ready.rested)),
          ),
    );
    if (focus) (over ? /** @type {HTMLElement} */ (this.body.querySelector("summary")) : start).focus();
    this.press.turned();
    if (say) this.say(say);
  }

  /** @param {number} next */
  trialLine(next) {
    return this.practice ? words.ready.another(next) : words.ready.trial(next, this.protocol.trials);
  }

  /** What the number of trials looks like, to know when it must be drawn again. */
  trialsDrawn() {
    const sides = this.protocol.sides.length > 0 ? this.protocol.sides : [""];
    return JSON.stringify(sides.map((side) => this.trialsToday(side)));
  }

  /** An attempt that the learner did not end, offered back as what it was. */
  interrupted() {
    return interruptedPanel(this.outbox.owner, this.protocol.test, ({ side, attempt, seen }) => {
      const { value, short, text = short, lost } = attempt;
      const lead = words.interrupted.lead([short, sideName(side)].filter(Boolean).join(", "));
      const on = () => this.showReady({ focus: true });
      if (value === null) return { lead, how: lost ?? words.interrupted.lost, ways: [{ label: words.interrupted.noted, go: on }] };
      const keep = () => {
        this.side = side;
        const kept = { ...attempt, value, text, reason: "interrupted", details: { ...attempt.details, interrupted: true } };
        this.showReview(kept, new Date(seen));
      };
      const leaveOut = () => this.showReady({ focus: true, say: words.interrupted.left });
      const ways = [
        { label: words.interrupted.keep, go: keep },
        { label: words.interrupted.discard, go: leaveOut },
      ];
      return { lead, how: words.interrupted.how, ways };
    });
  }

  /** @param {boolean} first */
  sidePicker(first) {
    const choices = this.protocol.sides.map((side) => ({ value: side, label: sideName(side) }));
    return pills(
      first ? words.ready.side : words.ready.sideAgain,
      [...choices, { value: "random", label: words.ready.random }],
      (value) => {
        const { sides } = this.protocol;
        this.side = value === "random" ? sides[Math.floor(Math.random() * sides.length)] : value;
        this.showReady({ focus: true, say: sideName(this.side) });
      },
      this.side,
    );
  }

  /** @param {string} side */
  trialsToday(side) {
    return this.trials.count(this.model.get("history").today, side);
  }

  /** @param {Event} event */
  begin(event) {
    this.stage = "doing";
    this.rest.hide();
    const root = h("div", { class: "rm-stage" });
    const { task, protocol, side, model, line } = this;
    const beside = personBeside({ task, protocol, picture: model.get("picture"), ask: line.ask, startedBy: event });
    this.tidyBeside = beside.close;
    fill(this.body, side !== "" && h("p", { class: "rm-side" }, sideName(side)), h("div", { class: "rm-doing" }, root, beside.root));
    this.wake = keepAwake();
    const over = () => {
      this.wake();
      beside.close();
      this.doing.done();
      this.doing = NOBODY_DOES;
      this.tidyTask();
      this.tidyTask = () => {};
    };
    const { owner } = this.outbox;
    this.tidyTask = task.run({
      root,
      protocol,
      side,
      sound: this.sound,
      countIn: countInSeconds(protocol.count_in_s),
      about: model.get("about"),
      startedBy: event,
      say: (text) => this.say(text),
      turned: () => this.press.turned({ strict: true }),
      note: (doing) => {
        this.doing.done();
        this.doing = noteDoing({ owner, task: protocol.test, side, doing });
      },
      finish: (attempt) => {
        over();
        this.showReview(attempt);
      },
      cancel: () => {
        over();
        this.showReady({ focus: true, say: words.hold.cancelled });
      },
    });
    this.press.turned({ keys: false });
  }

  /**
   * The attempt is kept from this moment on; the review only adds to it.
   * @param {Attempt} attempt @param {Date} [moment] when it ended
   */
  showReview(attempt, moment = new Date()) {
    this.stage = "review";
    const { protocol, side } = this;
    const interrupted = attempt.reason === "interrupted" ? [{ value: "interrupted", label: words.interrupted.reason }] : [];
    const result = {
      id: newId(),
      test: protocol.test,
      side,
      value: attempt.value,
      unit: protocol.unit,
      trial: this.trialsToday(side) + 1,
      effort: /** @type {number | null} */ (null),
      reason: attempt.reason ?? "",
      note: "",
      protocol_version: protocol.version,
      recorded_at: moment.toISOString(),
      utc_offset_minutes: learnersClock(moment).utc_offset_minutes,
      details: attempt.details ?? {},
      discarded: false,
    };
    /** @param {Partial<typeof result>} [more] */
    const put = (more = {}) => this.outbox.keep(result.id, "result", { ...result, ...more });

    this.trials.add(result.id, side, moment);
    this.rest.begin();
    put();
    const { root, heading } = reviewPanel({
      title: attempt.text,
      reasons: [...interrupted, ...protocol.reasons],
      reason: result.reason,
      effort: !protocol.options?.easy,
      correction: attempt.correction && { ...attempt.correction, value: attempt.value },
      onsave: ({ value, ...review }) => {
        const mended = value !== null && value !== attempt.value;
        put(mended ? { ...review, value, details: { ...result.details, recorded: attempt.value } } : review);
        this.afterReview(words.review.saved);
      },
      ondiscard: () => {
        this.trials.drop(result.id);
        put({ discarded: true });
        this.afterReview(words.review.discarded);
      },
    });
    fill(this.body, root);
    heading.focus();
    this.press.turned({ strict: true });
    this.say(attempt.text);
  }

  /** @param {string} say */
  afterReview(say) {
    const { sides } = this.protocol;
    const other = sides.find((side) => side !== this.side);
    if (other !== undefined && this.trialsToday(other) < this.trialsToday(this.side)) this.side = other;
    this.showReady({ focus: true, say });
  }

  showResults() {
    this.results.show();
    // Another copy of this test, or another page, may have taken a trial or given one back.
    if (this.stage === "ready" && this.drawnTrials !== this.trialsDrawn()) {
      this.showReady({ focus: this.body.contains(document.activeElement) });
    }
  }
}

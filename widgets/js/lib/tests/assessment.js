/**
 * The life of a self-assessment, the same for every family of tests:
 * screening, how-to, do, review, read. A family brings only the middle: a task.
 */
import { button, fill, h, radios } from "../base/dom.js";
import { Frame, widget } from "../base/frame.js";
import { newId } from "../base/outbox.js";
import { aboutPanel, howTo, readingPanel, resultsTable, reviewPanel, sideName } from "./panel.js";
import { Stopwatch } from "../base/stopwatch.js";
import { words } from "../words/index.js";

/**
 * @typedef {object} Stage What a task may use.
 * @property {HTMLElement} root
 * @property {import("./panel.js").Protocol} protocol
 * @property {string} side
 * @property {boolean} sound
 * @property {import("./panel.js").About} about What the learner told about themselves.
 * @property {Event} startedBy
 * @property {(words: string) => void} say
 * @property {(attempt: Attempt) => void} finish
 * @property {() => void} cancel
 *
 * @typedef {object} Attempt
 * @property {number} value
 * @property {string} text
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
 * @property {(results: { history: import("./panel.js").History, protocol: import("./panel.js").Protocol }) => Node} [results]
 *   Results in the family's own way, in place of the common table.
 */

const KINDS = ["result", "screening", "about"];

/** @param {Task} task */
export function assessment(task) {
  return widget(KINDS, (model, el, outbox) => new AssessmentView(model, el, outbox, task));
}

class AssessmentView extends Frame {
  /**
   * @param {any} model @param {HTMLElement} el
   * @param {import("../base/outbox.js").Outbox} outbox @param {Task} task
   */
  constructor(model, el, outbox, task) {
    super(model, el, outbox, model.get("protocol").name);
    this.task = task;
    /** @type {import("./panel.js").Protocol} */
    this.protocol = model.get("protocol");
    this.side = "";
    this.sound = true;
    /** Trials of this page that the kernel may not have counted yet: id -> side. @type {Map<string, string>} */
    this.ownTrials = new Map();
    /** @type {Stopwatch | null} */
    this.restWatch = null;
    this.tidyTask = () => {};

    this.results = h("section", { class: "rm-results", "aria-label": words.results.title });
    this.body.after(this.results);
    this.undo.push(
      this.watch("history", () => this.showResults()),
      this.watch("reading", () => this.showResults()),
      this.watch("about", () => this.showResults()),
      this.watch("screening", () => this.stage === "screening" && this.open()),
    );
    this.stage = "";
    this.open();
    this.showResults();
  }

  close() {
    clearInterval(this.restTimer);
    this.tidyTask();
    super.close();
  }

  open() {
    if (this.screened()) this.showReady({ first: true });
    else this.showScreening();
  }

  showScreening() {
    this.stage = "screening";
    this.askHealth(() => this.showReady({ first: true, focus: true }), howTo(this.protocol, false));
  }

  /** @param {{ first?: boolean, focus?: boolean, say?: string }} [how] */
  showReady({ first = false, focus = false, say = "" } = {}) {
    this.stage = "ready";
    const { protocol } = this;
    if (protocol.sides.length > 0 && this.side === "") this.side = protocol.sides[Math.floor(Math.random() * protocol.sides.length)];
    const used = this.trialsToday(this.side);
    const over = used >= protocol.trials;
    const others = protocol.sides.filter((side) => side !== this.side && this.trialsToday(side) < protocol.trials);
    if (over && others.length > 0) {
      this.side = others[0];
      this.showReady({ first, focus, say });
      return;
    }
    const start = button(this.task.start?.(protocol) ?? words.ready.start, (event) => this.begin(event), {
      class: "rm-button rm-primary rm-start",
    });
    this.restLine = h("p", { class: "rm-hint" });
    if (protocol.hard && this.outcome() === "clear for gentle exercise") {
      fill(this.body, howTo(protocol, false), h("p", { class: "rm-note" }, words.ready.tooHard));
      return;
    }
    fill(
      this.body,
      howTo(protocol, first && used === 0 && this.model.get("history").recent.length === 0),
      over
        ? h("p", { class: "rm-note" }, this.task.enough ?? words.ready.enough)
        : h(
            "div",
            { class: "rm-panel" },
            protocol.sides.length > 0 && this.sidePicker(used === 0),
            this.task.extras?.({ protocol, side: this.side }),
            !this.task.quiet && h(
              "label",
              { class: "rm-check" },
              h("input", { type: "checkbox", checked: this.sound, onchange: (/** @type {Event} */ e) => (this.sound = /** @type {HTMLInputElement} */ (e.target).checked) }),
              h("span", {}, words.ready.beeps),
            ),
            h("div", { class: "rm-row" }, start, h("span", { class: "rm-hint" }, words.ready.trial(used + 1, protocol.trials))),
            this.restLine,
          ),
    );
    this.showRest();
    if (focus && !over) start.focus();
    if (say) this.say(say);
  }

  /** @param {boolean} first */
  sidePicker(first) {
    const choices = this.protocol.sides.map((side) => ({ value: side, label: sideName(side) }));
    return radios(
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
    const stored = this.model.get("history").today;
    const ids = new Set(stored[side] ?? []);
    for (const [id, own] of this.ownTrials) if (own === side) ids.add(id);
    return ids.size;
  }

  showRest() {
    clearInterval(this.restTimer);
    if (this.restWatch === null || this.restLine === undefined) return;
    const line = this.restLine;
    const watch = this.restWatch;
    const paint = () => {
      const left = Math.ceil(this.protocol.rest_s - watch.secondsAt(performance.now()));
      line.textContent = left > 0 ? words.ready.rest(left) : words.ready.rested;
      if (left <= 0) {
        clearInterval(this.restTimer);
        if (this.stage === "ready") this.say(words.ready.rested);
      }
    };
    this.restTimer = setInterval(paint, 500);
    paint();
  }

  /** @param {Event} event */
  begin(event) {
    this.stage = "doing";
    clearInterval(this.restTimer);
    const root = h("div", { class: "rm-stage" });
    fill(this.body, this.side !== "" && h("p", { class: "rm-side" }, sideName(this.side)), root);
    const over = () => {
      this.tidyTask();
      this.tidyTask = () => {};
    };
    this.tidyTask = this.task.run({
      root,
      protocol: this.protocol,
      side: this.side,
      sound: this.sound,
      about: this.model.get("about"),
      startedBy: event,
      say: (text) => this.say(text),
      finish: (attempt) => {
        over();
        this.showReview(attempt);
      },
      cancel: () => {
        over();
        this.showReady({ focus: true, say: words.hold.cancelled });
      },
    });
  }

  /** The attempt is kept from this moment on; the review only adds to it. @param {Attempt} attempt */
  showReview(attempt) {
    this.stage = "review";
    const { protocol, side } = this;
    const now = new Date();
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
      recorded_at: now.toISOString(),
      utc_offset_minutes: -now.getTimezoneOffset(),
      details: attempt.details ?? {},
      discarded: false,
    };
    /** @param {number} rev @param {Partial<typeof result>} [more] */
    const put = (rev, more = {}) =>
      this.outbox.put({ id: result.id, rev, kind: "result", body: { ...result, ...more } });

    this.ownTrials.set(result.id, side);
    this.restWatch = new Stopwatch(performance.now());
    put(1);
    const { root, heading } = reviewPanel({
      title: attempt.text,
      reasons: protocol.reasons,
      reason: result.reason,
      effort: !protocol.options?.easy,
      correction: attempt.correction && { ...attempt.correction, value: attempt.value },
      onsave: ({ value, ...review }) => {
        const mended = value !== null && value !== attempt.value;
        put(2, mended ? { ...review, value, details: { ...result.details, recorded: attempt.value } } : review);
        this.afterReview(words.review.saved);
      },
      ondiscard: () => {
        this.ownTrials.delete(result.id);
        put(2, { discarded: true });
        this.afterReview(words.review.discarded);
      },
    });
    fill(this.body, root);
    heading.focus();
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
    const history = this.model.get("history");
    /** @type {import("./panel.js").Sentence[]} */
    const reading = this.model.get("reading");
    const about = this.model.get("about");
    const opened = this.results.querySelector("details.rm-about[open]") !== null;
    const aboutYou = aboutPanel(about, (chosen) =>
      this.outbox.put({ id: "about", rev: Date.now(), kind: "about", body: chosen }),
    );
    aboutYou.classList.add("rm-about");
    aboutYou.toggleAttribute("open", opened);
    fill(
      this.results,
      h("h4", {}, words.results.title),
      this.task.results?.({ history, protocol: this.protocol }) ?? resultsTable(history, this.protocol.sides.length > 0),
      reading.length > 0 && readingPanel(reading),
      this.protocol.scored && aboutYou,
    );
  }
}

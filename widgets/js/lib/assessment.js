/**
 * The life of a self-assessment, the same for every family of tests:
 * screening, how-to, do, review, read. A family brings only the middle: a task.
 */
import { connect } from "./link.js";
import { Announcer, button, fill, guardKeys, h, radios } from "./dom.js";
import { newId } from "./outbox.js";
import { aboutPanel, howTo, readingPanel, resultsTable, reviewPanel, screeningPanel, sideName } from "./panel.js";
import { Stopwatch } from "./stopwatch.js";
import { words } from "./words.js";

/**
 * @typedef {object} Stage What a task may use.
 * @property {HTMLElement} root
 * @property {import("./panel.js").Protocol} protocol
 * @property {string} side
 * @property {boolean} sound
 * @property {Event} startedBy
 * @property {(words: string) => void} say
 * @property {(attempt: Attempt) => void} finish
 * @property {() => void} cancel
 *
 * @typedef {{ value: number, text: string, reason?: string, details?: Record<string, unknown> }} Attempt
 *
 * @typedef {object} Task
 * @property {(stage: Stage) => () => void} run Draw into the stage; return what tidies up.
 * @property {(stage: { protocol: import("./panel.js").Protocol }) => Node | null} [extras] Choices shown beside Start.
 * @property {string} [start] Label of the start button.
 */

const KINDS = ["result", "screening", "about"];

/** @param {Task} task */
export function assessment(task) {
  return () => {
    /** @type {ReturnType<typeof connect>} */
    let link;
    return {
      /** @param {{ model: any }} context */
      initialize({ model }) {
        link = connect(model, KINDS);
        return link.close;
      },
      /** @param {{ model: any, el: HTMLElement }} context */
      render({ model, el }) {
        const view = new AssessmentView(model, el, link.outbox, task);
        return () => view.close();
      },
    };
  };
}

class AssessmentView {
  /**
   * @param {any} model @param {HTMLElement} el
   * @param {import("./outbox.js").Outbox} outbox @param {Task} task
   */
  constructor(model, el, outbox, task) {
    this.model = model;
    this.outbox = outbox;
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
    this.announcer = new Announcer();

    this.status = h("p", { class: "rm-status", role: "status" });
    this.body = h("div", { class: "rm-body" });
    this.results = h("section", { class: "rm-results", "aria-label": words.results.title });
    this.root = h(
      "section",
      { class: "rm", "aria-label": this.protocol.name },
      h("h3", { class: "rm-title" }, this.protocol.name),
      this.status,
      this.body,
      this.results,
      this.announcer.element,
    );
    el.append(this.root);

    this.undo = [
      guardKeys(this.root),
      outbox.onChange(() => this.showStatus()),
      this.watch("history", () => this.showResults()),
      this.watch("reading", () => this.showResults()),
      this.watch("about", () => this.showResults()),
      this.watch("problem", () => this.showStatus()),
      this.watch("screening", () => this.stage === "screening" && this.open()),
    ];
    this.stage = "";
    this.open();
    this.showResults();
    this.showStatus();
  }

  /** @param {string} name @param {() => void} react */
  watch(name, react) {
    this.model.on(`change:${name}`, react);
    return () => this.model.off(`change:${name}`, react);
  }

  close() {
    clearInterval(this.restTimer);
    this.tidyTask();
    for (const undo of this.undo) undo();
    this.root.remove();
  }

  open() {
    if (this.screened()) this.showReady({ first: true });
    else this.showScreening();
  }

  /** Screening counts when the kernel has stored it or this browser is about to. */
  screened() {
    const waits = this.outbox.waiting().some((entry) => entry.kind === "screening");
    return this.model.get("screening").outcome !== "" || waits;
  }

  showScreening() {
    this.stage = "screening";
    fill(
      this.body,
      screeningPanel(this.model.get("screening"), (outcome) => {
        this.outbox.put({ id: "screening", rev: Date.now(), kind: "screening", body: { outcome } });
        this.showReady({ first: true, focus: true });
      }),
      howTo(this.protocol, false),
    );
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
    const start = button(this.task.start ?? words.ready.start, (event) => this.begin(event), {
      class: "rm-button rm-primary rm-start",
    });
    this.restLine = h("p", { class: "rm-hint" });
    fill(
      this.body,
      howTo(protocol, first && used === 0 && this.model.get("history").recent.length === 0),
      over
        ? h("p", { class: "rm-note" }, words.ready.enough)
        : h(
            "div",
            { class: "rm-panel" },
            protocol.sides.length > 0 && this.sidePicker(used === 0),
            this.task.extras?.({ protocol }),
            h(
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
    if (say) this.announcer.say(say);
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
        if (this.stage === "ready") this.announcer.say(words.ready.rested);
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
    fill(this.body, root);
    const over = () => {
      this.tidyTask();
      this.tidyTask = () => {};
    };
    this.tidyTask = this.task.run({
      root,
      protocol: this.protocol,
      side: this.side,
      sound: this.sound,
      startedBy: event,
      say: (text) => this.announcer.say(text),
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
      onsave: (review) => {
        put(2, review);
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
    this.announcer.say(attempt.text);
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
      resultsTable(history, this.protocol.sides.length > 0),
      reading.length > 0 && readingPanel(reading),
      this.protocol.scored && aboutYou,
    );
  }

  showStatus() {
    const waiting = this.outbox.waiting();
    const refused = [...this.outbox.problems.values()][0];
    const problem = refused ?? this.model.get("problem");
    this.status.classList.toggle("rm-problem", Boolean(problem));
    if (problem) this.status.textContent = problem;
    else if (waiting.length === 0) this.status.textContent = this.everWaited ? words.waiting.stored : "";
    else if (this.outbox.fragile) this.status.textContent = words.waiting.fragile;
    else this.status.textContent = this.patience(waiting);
    this.wasWaiting = waiting.length > 0;
    this.everWaited ||= this.wasWaiting;
  }

  /** @param {import("./outbox.js").Entry[]} waiting */
  patience(waiting) {
    this.waitingSince = this.wasWaiting ? this.waitingSince : performance.now();
    const seconds = (performance.now() - (this.waitingSince ?? 0)) / 1000;
    if (waiting.length === 0 || seconds < 1) {
      clearTimeout(this.patienceTimer);
      this.patienceTimer = setTimeout(() => this.showStatus(), 1200);
      return words.waiting.sending;
    }
    return seconds < 20 ? words.waiting.busy : `${words.waiting.busy} ${words.waiting.stuck}`;
  }
}


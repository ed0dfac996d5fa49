/**
 * The frame round every widget that keeps results: title, what waits to be stored,
 * the health questions as a gate, a live region, and keys that stay inside.
 */
import { wakeButton } from "./awaken.js";
import { Announcer, fill, guardKeys, h } from "./dom.js";
import { connect } from "./link.js";
import { PressGuard } from "./press.js";
import { refusedPanel } from "./refused.js";
import { screeningPanel } from "./screening.js";
import { LANG } from "../words/catalogue.js";
import * as words from "../words/shared.js";

const PATIENCE_S = 1;
const STUCK_S = 20;

/**
 * @typedef {import("./outbox.js").Outbox} Outbox
 * @typedef {import("./link.js").Link} Link
 *
 * What anywidget asks of a script: one link a model, one view a place where it is shown.
 * @param {string[]} kinds Kinds of entries that the kernel side keeps.
 * @param {(model: any, el: HTMLElement, link: Link) => { close: () => void }} open
 */
export function widget(kinds, open) {
  return () => {
    /** @type {ReturnType<typeof connect>} */
    let link;
    return {
      /** @param {{ model: any }} context */
      initialize({ model }) {
        link = connect(model, kinds);
        return link.close;
      },
      /** @param {{ model: any, el: HTMLElement }} context */
      render({ model, el }) {
        const view = open(model, el, link);
        return () => view.close();
      },
    };
  };
}

export class Frame {
  /** @param {any} model @param {HTMLElement} el @param {Link} link @param {string} title */
  constructor(model, el, link, title) {
    this.model = model;
    this.outbox = link.outbox;
    this.kernel = link.kernel;
    this.wasWaiting = false;
    this.drawnNews = "";
    this.announcer = new Announcer();
    this.status = h("p", { class: "rm-status", role: "status" });
    this.news = h("div", {});
    this.body = h("div", { class: "rm-body" });
    this.root = h(
      "section",
      { class: "rm", lang: LANG, "aria-label": title },
      h("h3", { class: "rm-title" }, title),
      this.status,
      this.news,
      this.body,
      this.announcer.element,
    );
    el.append(this.root);
    /** @type {(() => void)[]} */
    this.undo = [
      guardKeys(this.root),
      this.outbox.onChange(() => this.showStatus()),
      this.kernel.onChange(() => this.showStatus()),
      this.watch("problem", () => this.showStatus()),
    ];
    this.press = new PressGuard(this.root);
    this.showStatus();
  }

  /** @param {string} name @param {() => void} react */
  watch(name, react) {
    this.model.on(`change:${name}`, react);
    return () => this.model.off(`change:${name}`, react);
  }

  close() {
    clearTimeout(this.patienceTimer);
    for (const undo of this.undo) undo();
    this.press.close();
    this.root.remove();
  }

  /** @param {string} text */
  say(text) {
    this.announcer.say(text);
  }

  /** What came of the health questions: stored by the kernel, or on its way from this browser. */
  outcome() {
    const entry = this.outbox.waiting().find((each) => each.kind === "screening");
    const body = /** @type {{ outcome: string } | undefined} */ (entry?.body);
    return body?.outcome ?? this.model.get("screening").outcome;
  }

  screened() {
    return this.outcome() !== "";
  }

  /** Ask the health questions first. @param {() => void} then @param {...import("./dom.js").Child} below */
  askHealth(then, ...below) {
    /** @param {string} outcome */
    const keep = (outcome) => {
      this.outbox.keep("screening", "screening", { outcome });
    };
    fill(
      this.body,
      screeningPanel(
        this.model.get("screening"),
        (outcome) => {
          keep(outcome);
          then();
        },
        // Someone who was clear before and now is not: the tests close again, a kept plan empties.
        () => (this.model.get("screening").outcome !== "" || this.model.get("screening").again) && keep(""),
      ),
      ...below,
    );
  }

  showStatus() {
    const waiting = this.outbox.waiting();
    const problem = [...this.outbox.problems.values()][0] ?? this.model.get("problem");
    this.status.classList.toggle("rm-problem", Boolean(problem));
    if (problem) this.status.textContent = problem;
    else if (waiting.length === 0) this.status.textContent = this.settled();
    else if (this.outbox.fragile) this.status.textContent = words.waiting.fragile;
    else this.status.textContent = this.patience(waiting);
    this.wasWaiting = waiting.length > 0;
    this.showNews(waiting.length > 0 && !problem);
  }

  /** Nothing waits any more: what the last of it was. */
  settled() {
    const { stored } = this.outbox;
    if (stored === null || !this.concerns(stored)) return "";
    return isRemoval(stored) ? words.waiting.removed : words.waiting.stored;
  }

  /** Whether an entry of this results file is a matter of this widget. @param {import("./outbox.js").Entry} _entry */
  concerns(_entry) {
    return true;
  }

  /** An entry in words, with what the learner typed or did. @param {import("./outbox.js").Entry} entry */
  describe({ kind }) {
    return words.refused.kinds[kind] ?? words.refused.kinds.entry;
  }

  /** What was refused for good, and a way to wake the page. @param {boolean} waits */
  showNews(waits) {
    const refused = this.outbox.refused().filter(({ entry }) => this.concerns(entry));
    const wake = waits && this.wakes();
    const drawn = JSON.stringify([wake, refused]);
    if (drawn === this.drawnNews) return; // whoever stands on a button keeps standing there
    this.drawnNews = drawn;
    fill(
      this.news,
      wake && wakeButton(),
      refused.length > 0 && refusedPanel(refused, (entry) => this.describe(entry), (id) => this.outbox.dismiss(id)),
    );
  }

  /** Whether running the cells again is what helps. */
  wakes() {
    const { reach } = this.kernel;
    return reach === "gone" || reach === "restarted" || (reach === "here" && this.waited() >= STUCK_S);
  }

  /** Seconds since something began to wait. */
  waited() {
    return this.wasWaiting ? (performance.now() - (this.waitingSince ?? 0)) / 1000 : 0;
  }

  /** @param {import("./outbox.js").Entry[]} _waiting */
  patience(_waiting) {
    if (!this.wasWaiting) this.waitingSince = performance.now();
    const waited = this.waited();
    const { reach } = this.kernel;
    if (reach !== "here") return words.reach[reach].waiting;
    clearTimeout(this.patienceTimer);
    const next = waited < PATIENCE_S ? PATIENCE_S : STUCK_S;
    if (waited < STUCK_S) this.patienceTimer = setTimeout(() => this.showStatus(), (next - waited) * 1000 + 100);
    if (waited < PATIENCE_S) return this.sayings().sending;
    return waited < STUCK_S ? this.sayings().busy : `${this.sayings().busy} ${this.sayings().stuck}`;
  }

  /** Words for something that waits for a kernel that is there. */
  sayings() {
    return /** @type {{ sending: string, busy: string, stuck: string }} */ (words.waiting);
  }
}

/** @param {import("./outbox.js").Entry} entry */
function isRemoval({ kind, body }) {
  const { discarded, deleted } = /** @type {{ discarded?: boolean, deleted?: boolean }} */ (body ?? {});
  return (kind === "result" && discarded === true) || (kind === "delete" && deleted === true);
}

/**
 * The frame round every widget that keeps results: title, what waits to be stored,
 * the health questions as a gate, a live region, and keys that stay inside.
 */
import { Announcer, fill, guardKeys, h } from "./dom.js";
import { connect } from "./link.js";
import { screeningPanel } from "./screening.js";
import { words } from "../words/index.js";

/**
 * @typedef {import("./outbox.js").Outbox} Outbox
 *
 * What anywidget asks of a script: one link a model, one view a place where it is shown.
 * @param {string[]} kinds Kinds of entries that the kernel side keeps.
 * @param {(model: any, el: HTMLElement, outbox: Outbox) => { close: () => void }} open
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
        const view = open(model, el, link.outbox);
        return () => view.close();
      },
    };
  };
}

export class Frame {
  /** @param {any} model @param {HTMLElement} el @param {Outbox} outbox @param {string} title */
  constructor(model, el, outbox, title) {
    this.model = model;
    this.outbox = outbox;
    this.everWaited = false;
    this.wasWaiting = false;
    this.announcer = new Announcer();
    this.status = h("p", { class: "rm-status", role: "status" });
    this.body = h("div", { class: "rm-body" });
    this.root = h(
      "section",
      { class: "rm", "aria-label": title },
      h("h3", { class: "rm-title" }, title),
      this.status,
      this.body,
      this.announcer.element,
    );
    el.append(this.root);
    /** @type {(() => void)[]} */
    this.undo = [guardKeys(this.root), outbox.onChange(() => this.showStatus()), this.watch("problem", () => this.showStatus())];
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
      this.outbox.put({ id: "screening", rev: Date.now(), kind: "screening", body: { outcome } });
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

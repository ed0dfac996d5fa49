/** The plan builder: health questions, wishes, then weeks of strength training to take along. */
import { Announcer, button, fill, guardKeys, h } from "../lib/dom.js";
import { connect } from "../lib/link.js";
import { screeningPanel } from "../lib/panel.js";
import { planForm } from "../lib/plan/form.js";
import { advice, remarks, weekView } from "../lib/plan/weeks.js";
import { planWords as say, words } from "../lib/words.js";

const KINDS = ["plan", "screening"];
const PATIENCE_MS = 1000;
const STUCK_MS = 20_000;
/** What can be taken along: trait key, file name, type of its content. */
const FILES = /** @type {const} */ ([
  ["ics", "strength-plan.ics", "text/calendar"],
  ["csv", "strength-plan.csv", "text/csv"],
  ["html", "strength-plan.html", "text/html"],
]);

class PlanView {
  /** @param {any} model @param {HTMLElement} el @param {import("../lib/outbox.js").Outbox} outbox */
  constructor(model, el, outbox) {
    this.model = model;
    this.outbox = outbox;
    /** Revision of the wishes that this view has sent and not seen answered. */
    this.asked = 0;
    this.waitingSince = -1;
    this.announcer = new Announcer();
    this.status = h("p", { class: "rm-status", role: "status" });
    this.body = h("div", {});
    this.root = h(
      "section",
      { class: "rm rm-plan", "aria-label": say.title },
      h("h3", { class: "rm-title" }, say.title),
      this.body,
      this.announcer.element,
    );
    el.append(this.root);
    this.undo = [
      guardKeys(this.root),
      outbox.onChange(() => this.showStatus()),
      this.watch("plan", () => this.showPlan()),
      this.watch("problem", () => this.showStatus()),
      this.watch("screening", () => this.screened() !== this.open && this.show()),
    ];
    this.show();
  }

  /** @param {string} name @param {() => void} react */
  watch(name, react) {
    this.model.on(`change:${name}`, react);
    return () => this.model.off(`change:${name}`, react);
  }

  close() {
    clearTimeout(this.patience);
    for (const undo of this.undo) undo();
    this.root.remove();
  }

  /** The health questions count when the kernel has stored them or this browser is about to. */
  screened() {
    const waits = this.outbox.waiting().some((entry) => entry.kind === "screening");
    return this.model.get("screening").outcome !== "" || waits;
  }

  show() {
    this.open = this.screened();
    if (this.open) this.showForm();
    else {
      const panel = screeningPanel(this.model.get("screening"), (outcome) => {
        this.outbox.put({ id: "screening", rev: Date.now(), kind: "screening", body: { outcome } });
        this.show();
        this.summary?.focus();
      });
      fill(this.body, this.status, panel);
    }
    this.showStatus();
  }

  showForm() {
    const waiting = this.outbox.waiting().find((entry) => entry.kind === "plan");
    const wishes = /** @type {import("../lib/plan/wishes.js").Wishes} */ (waiting?.body ?? this.model.get("wishes"));
    this.summary = h("summary", {}, say.questions);
    this.form = h("details", { class: "rm-details" }, this.summary, planForm(this.model.get("choices"), wishes, (asked) => this.ask(asked)));
    this.result = h("div", {});
    fill(this.body, this.form, this.status, this.result);
    this.form.open = !this.hasPlan();
    this.showPlan();
  }

  hasPlan() {
    return (this.model.get("plan").weeks ?? []).length > 0;
  }

  /** @param {import("../lib/plan/wishes.js").Wishes} wishes */
  ask(wishes) {
    // A clock set back must not make the newer wishes look older.
    const rev = Math.max(Date.now(), (this.model.get("plan").rev ?? 0) + 1, this.asked + 1);
    this.asked = rev;
    this.outbox.put({ id: "plan", rev, kind: "plan", body: wishes });
    this.announcer.say(say.making);
  }

  showPlan() {
    if (this.result === undefined) return;
    if (!this.hasPlan()) {
      fill(this.result);
      return;
    }
    /** @type {import("../lib/plan/weeks.js").Plan} */
    const plan = this.model.get("plan");
    const trains = plan.sessions > 0;
    const heading = h("h4", { tabindex: "-1", class: "rm-big" }, say.plan(plan.weeks.length));
    fill(
      this.result,
      heading,
      remarks(plan),
      trains && h("p", { class: "rm-hint" }, `${plan.advice} ${say.howTo}`),
      trains && weekView(plan, (text) => this.announcer.say(text)),
      trains && this.downloads(),
      advice(plan),
    );
    if (this.asked > 0 && plan.rev >= this.asked) {
      this.asked = 0;
      if (this.form !== undefined) this.form.open = false;
      heading.focus();
      this.announcer.say(trains ? say.ready(plan.weeks.length, plan.sessions) : say.empty);
    }
  }

  downloads() {
    return h(
      "div",
      { class: "rm-row", role: "group", "aria-label": say.take },
      ...FILES.map(([key, name, type]) =>
        button(say.files[key], () => {
          save(this.model.get("files")[key] ?? "", name, type);
          this.announcer.say(say.saved(name));
        }),
      ),
    );
  }

  showStatus() {
    clearTimeout(this.patience);
    const waits = this.outbox.waiting().length > 0;
    if (!waits) this.waitingSince = -1;
    else if (this.waitingSince < 0) this.waitingSince = performance.now();
    const waited = performance.now() - this.waitingSince;
    if (waits && waited < STUCK_MS) {
      this.patience = setTimeout(() => this.showStatus(), waited < PATIENCE_MS ? PATIENCE_MS : STUCK_MS - waited);
    }
    const problem = [...this.outbox.problems.values()][0] ?? this.model.get("problem");
    const text = problem || (waits ? this.patient(waited) : "");
    if (this.status.textContent !== text) this.status.textContent = text;
    this.status.classList.toggle("rm-problem", Boolean(problem));
  }

  /** @param {number} waited in ms */
  patient(waited) {
    if (this.outbox.fragile) return words.waiting.fragile;
    if (waited < PATIENCE_MS) return say.making;
    return waited < STUCK_MS ? say.busy : `${say.busy} ${say.stuck}`;
  }
}

/** Let the browser save a text as a file. @param {string} text @param {string} name @param {string} type */
function save(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = h("a", { href: address, download: name });
  link.click();
  // The browser has taken the content by the next turn of its loop, slow ones a little later.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export default () => {
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
      const view = new PlanView(model, el, link.outbox);
      return () => view.close();
    },
  };
};

/** The plan builder: health questions, wishes, then weeks of strength training to take along. */
import { button, fill, h } from "../lib/base/dom.js";
import { saveFile } from "../lib/own/files.js";
import { Frame, widget } from "../lib/base/frame.js";
import { planForm } from "../lib/own/plan_form.js";
import { advice, remarks, weekView } from "../lib/own/plan_weeks.js";
import { planWords as say } from "../lib/words/index.js";

const KINDS = ["plan", "screening"];
const PATIENCE_MS = 1000;
const STUCK_MS = 20_000;
/** What can be taken along: trait key, file name, type of its content. */
const FILES = /** @type {const} */ ([
  ["ics", "strength-plan.ics", "text/calendar"],
  ["csv", "strength-plan.csv", "text/csv"],
  ["html", "strength-plan.html", "text/html"],
]);

class PlanView extends Frame {
  /** @param {any} model @param {HTMLElement} el @param {import("../lib/base/outbox.js").Outbox} outbox */
  constructor(model, el, outbox) {
    super(model, el, outbox, say.title);
    /** Revision of the wishes that this view has sent and not seen answered. */
    this.asked = 0;
    this.undo.push(
      this.watch("plan", () => this.showPlan()),
      this.watch("screening", () => this.screened() !== this.open && this.show()),
    );
    this.show();
  }

  show() {
    this.open = this.screened();
    if (this.open) this.showForm();
    else
      this.askHealth(() => {
        this.show();
        this.summary?.focus();
      });
  }

  showForm() {
    const waiting = this.outbox.waiting().find((entry) => entry.kind === "plan");
    const wishes = /** @type {import("../lib/own/plan_wishes.js").Wishes} */ (waiting?.body ?? this.model.get("wishes"));
    this.summary = h("summary", {}, say.questions);
    this.form = h("details", { class: "rm-details" }, this.summary, planForm(this.model.get("choices"), wishes, (asked) => this.ask(asked)));
    this.result = h("div", {});
    fill(this.body, this.form, this.result);
    this.showPlan();
  }

  hasPlan() {
    return this.model.get("plan").weeks !== undefined;
  }

  /** @param {import("../lib/own/plan_wishes.js").Wishes} wishes */
  ask(wishes) {
    // A clock set back must not make the newer wishes look older.
    const rev = Math.max(Date.now(), (this.model.get("plan").rev ?? 0) + 1, this.asked + 1);
    this.asked = rev;
    this.outbox.put({ id: "plan", rev, kind: "plan", body: wishes });
    this.say(say.making);
  }

  showPlan() {
    if (this.result === undefined) return;
    if (!this.hasPlan()) {
      fill(this.result);
      if (this.form !== undefined) this.form.open = true;
      return;
    }
    /** @type {import("../lib/own/plan_weeks.js").Plan} */
    const plan = this.model.get("plan");
    const trains = plan.sessions > 0;
    const heading = h("h4", { tabindex: "-1", class: "rm-big" }, say.plan(plan.weeks.length));
    fill(
      this.result,
      heading,
      remarks(plan),
      trains && h("p", { class: "rm-hint" }, `${plan.advice} ${say.howTo}`),
      trains && weekView(plan, (text) => this.say(text)),
      trains && this.downloads(),
      plan.weeks.length > 0 && advice(plan),
    );
    if (this.asked > 0 && plan.rev >= this.asked) {
      this.asked = 0;
      if (this.form !== undefined) this.form.open = false;
      heading.focus();
      this.say(trains ? say.ready(plan.weeks.length, plan.sessions) : say.empty);
    }
  }

  downloads() {
    return h(
      "div",
      { class: "rm-row", role: "group", "aria-label": say.take },
      ...FILES.map(([key, name, type]) =>
        button(say.files[key], () => {
          saveFile({ text: this.model.get("files")[key] ?? "", name, mime: type });
          this.say(say.saved(name));
        }),
      ),
    );
  }

  /** A plan is waited for in words of its own. @param {import("../lib/base/outbox.js").Entry[]} waiting */
  patience(waiting) {
    if (!waiting.some((entry) => entry.kind === "plan")) return super.patience(waiting);
    this.since = this.wasWaiting ? this.since : performance.now();
    const waited = performance.now() - (this.since ?? 0);
    if (waited >= STUCK_MS) return `${say.busy} ${say.stuck}`;
    clearTimeout(this.patienceTimer);
    this.patienceTimer = setTimeout(() => this.showStatus(), waited < PATIENCE_MS ? PATIENCE_MS : STUCK_MS - waited);
    return waited < PATIENCE_MS ? say.making : say.busy;
  }
}

export default widget(KINDS, (model, el, outbox) => new PlanView(model, el, outbox));

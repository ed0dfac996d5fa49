/** The plan builder: health questions, wishes, then weeks of strength training to take along. */
import { asking } from "../lib/base/ask.js";
import { button, fill, h } from "../lib/base/dom.js";
import { figuresOf } from "../lib/base/moving.js";
import { saveFile } from "../lib/own/files.js";
import { Frame, widget } from "../lib/base/frame.js";
import { planForm } from "../lib/own/plan_form.js";
import { advice, remarks, weekView } from "../lib/own/plan_weeks.js";
import { planWords as say } from "../lib/words/index.js";

const KINDS = ["plan", "screening"];
/** What can be taken along: trait key, file name, type of its content. */
const FILES = /** @type {const} */ ([
  ["ics", "strength-plan.ics", "text/calendar"],
  ["csv", "strength-plan.csv", "text/csv"],
  ["html", "strength-plan.html", "text/html"],
]);

class PlanView extends Frame {
  /** @param {any} model @param {HTMLElement} el @param {import("../lib/base/frame.js").Link} link */
  constructor(model, el, link) {
    super(model, el, link, say.title);
    /** Revision of the wishes that this view has sent and not seen answered. */
    this.asked = 0;
    const line = asking(model, link.kernel);
    this.figures = figuresOf(line.ask);
    this.line = line;
    this.undo.push(
      line.close,
      () => this.figures.clear(),
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
    this.asked = this.outbox.keep("plan", "plan", wishes, this.model.get("plan").rev ?? 0);
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
      trains && weekView(plan, (text) => this.say(text), this.figures),
      trains && this.downloads(),
      plan.weeks.length > 0 && advice(plan),
    );
    if (this.asked > 0 && plan.rev >= this.asked) {
      this.asked = 0;
      if (this.form !== undefined) this.form.open = false;
      heading.focus();
      this.say(trains ? say.ready(plan.sessions, plan.weeks.length) : say.empty);
    }
  }

  downloads() {
    return h(
      "div",
      { class: "rm-row", role: "group", "aria-label": say.take },
      ...FILES.map(([key, name, type]) =>
        button(say.files[key], async () => {
          const text = this.model.get("files")[key] ?? "";
          const drawn = key === "html" ? await this.drawnPage() : text;
          saveFile({ text: drawn ?? text, name, mime: type });
          this.say(drawn === null ? say.undrawn(name) : say.saved(name));
        }),
      ),
    );
  }

  /** The page to print with its pictures, which are too heavy to lie in the widget; null where nobody can draw them. @returns {Promise<string | null>} */
  async drawnPage() {
    this.say(say.drawing);
    try {
      return (await this.line.ask("page")).html;
    } catch {
      return null;
    }
  }

  /** A plan is waited for in words of its own. */
  sayings() {
    const plans = this.outbox.waiting().some((entry) => entry.kind === "plan");
    return plans ? { sending: say.making, busy: say.busy, stuck: say.stuck } : super.sayings();
  }
}

export default widget(KINDS, (model, el, link) => new PlanView(model, el, link));

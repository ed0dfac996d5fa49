/**
 * One question inside a lesson: a guess before the text that answers it, or a check after it.
 * Nothing here counts, so the answer is in the page, and it is there when the kernel is not.
 *
 * @typedef {{ id: string, text: string, correct: boolean, reason: string }} Option
 * @typedef {{ id: string, type: "single", stem: string, options: Option[], lesson: string, objective: string }} StepQuestion
 * @typedef {{ value: string, opened: boolean }} Kept The chosen option; whether its answer was looked at.
 */
import { learnersClock } from "../base/clock.js";
import { Frame } from "../base/frame.js";
import { button, fill, h, uniqueId } from "../base/dom.js";
import { paragraphs, sentence } from "../base/markup.js";
import { newId } from "../base/outbox.js";
import { single } from "../questions/choices.js";
import { feedbackPanel } from "../questions/verdict.js";
import { step as words } from "../words/lesson.js";

export class StepView extends Frame {
  /** @param {any} model @param {HTMLElement} el @param {import("../base/frame.js").Link} link */
  constructor(model, el, link) {
    const guess = model.get("mode") === "predict";
    super(model, el, link, guess ? words.predict.title : words.check.title);
    this.guess = guess;
    /** @type {StepQuestion} */
    this.question = model.get("question");
    this.root.classList.add("rm-step");
    /** @type {HTMLElement} */
    this.stem = h("div", { class: "rm-stem", id: uniqueId("stem"), dir: "auto" }, ...paragraphs(this.question.stem));
    this.drawn = "";
    this.undo.push(this.watch("kept", () => this.open()));
    this.open();
  }

  /** What this learner said, here or in another copy of the lesson. @returns {Kept | null} */
  kept() {
    const waiting = this.outbox.waiting().find((entry) => this.concerns(entry));
    const kept = waiting?.body ?? this.model.get("kept");
    const known = this.question.options.some(({ id }) => id === kept?.value);
    // No more than is drawn: what waits knows more, and drawn anew the page would lose the focus.
    return known ? { value: kept.value, opened: kept.opened } : null;
  }

  /** @param {import("../base/outbox.js").Entry} entry */
  concerns({ id }) {
    return id === this.entry;
  }

  get entry() {
    return `step:${this.question?.id}`;
  }

  /** It is not worth a word that a guess was stored. */
  settled() {
    return "";
  }

  /** Draw what was kept, unless it is drawn. */
  open() {
    const kept = this.kept();
    if (JSON.stringify(kept) === this.drawn) return;
    if (kept === null) this.ask();
    else if (kept.opened) this.answer(kept.value, false);
    else this.wait(kept.value, false);
  }

  ask() {
    this.drawn = "null";
    const said = this.guess ? words.predict : words.check;
    /** @type {string | null} */
    let value = null;
    const hint = h("p", { class: "rm-hint", role: "status" });
    const control = single(/** @type {any} */ (this.question), {
      labelId: this.stem.id,
      say: (sentence) => this.say(sentence),
      change: (next) => (value = /** @type {string | null} */ (next)),
    });
    const take = button(
      said.keep,
      () => {
        if (value === null) hint.textContent = said.first;
        else if (this.guess) this.wait(value, true);
        else this.answer(value, true);
      },
      { class: "rm-button rm-primary" },
    );
    fill(this.body, this.stem, control.root, h("div", { class: "rm-row" }, take, hint));
  }

  /** The guess is kept; the text below answers it. @param {string} value @param {boolean} news */
  wait(value, news) {
    if (news) this.keep({ value, opened: false });
    const lead = h("p", { class: "rm-guess", tabindex: "-1" }, ...sentence(words.predict.yours(this.option(value).text)));
    fill(
      this.body,
      this.stem,
      lead,
      h("p", { class: "rm-hint" }, words.predict.kept),
      h(
        "div",
        { class: "rm-row" },
        button(words.predict.compare, () => this.answer(value, true), { class: "rm-button rm-primary" }),
        button(words.predict.change, () => {
          this.ask();
          this.body.querySelector("input")?.focus();
        }),
      ),
    );
    if (news) lead.focus();
  }

  /** What is known, and why. @param {string} value @param {boolean} news */
  answer(value, news) {
    const chosen = this.option(value);
    if (news) this.keep({ value, opened: true });
    if (news && !this.guess) this.tell(chosen.correct);
    const right = this.question.options.filter(({ correct }) => correct);
    const verdict = chosen.correct ? "right" : "wrong";
    const tell = this.guess && !chosen.correct ? right : [];
    const { root, heading } = feedbackPanel(
      { kind: "checked", id: "", verdict, given: [{ ...chosen, right: chosen.correct }], more: false, ordered: false, answer: tell },
      "single",
      this.guess && !chosen.correct ? { title: words.predict.wrong } : {},
    );
    const again = () => {
      this.ask();
      this.body.querySelector("input")?.focus();
    };
    fill(this.body, this.stem, root, !this.guess && !chosen.correct && button(words.check.again, again));
    if (news) heading.focus();
  }

  /** @param {Kept} kept */
  keep(kept) {
    this.drawn = JSON.stringify(kept);
    const right = this.option(kept.value).correct;
    this.outbox.keep(this.entry, "step", { question: this.question.id, ...kept, right });
  }

  /** Each try is an event of its own: reviews are worked out from all of them. @param {boolean} right */
  tell(right) {
    const { id: question, lesson, objective } = this.question;
    const { utc_offset_minutes } = learnersClock();
    const id = newId();
    this.outbox.keep(`answered:${id}`, "answered", { id, question, lesson, objective, right, at: new Date().toISOString(), utc_offset_minutes });
  }

  /** @param {string} value */
  option(value) {
    return /** @type {Option} */ (this.question.options.find(({ id }) => id === value));
  }
}

/**
 * A sitting: what is due, one question after the other, until all were answered or put off.
 * The key stays in the kernel, which also decides what is due.
 *
 * @typedef {import("./kinds.js").Question & { lesson: string }} Due
 */
import { Announcer, button, fill, guardKeys, h } from "../base/dom.js";
import { PressGuard } from "../base/press.js";
import { asked } from "./asked.js";
import { checked } from "./checked.js";
import { LANG } from "../words/catalogue.js";
import { review as words } from "../words/review.js";

export class ReviewView {
  /** @param {any} model @param {HTMLElement} el @param {import("../base/kernel.js").KernelSide} kernel */
  constructor(model, el, kernel) {
    this.model = model;
    this.kernel = kernel;
    /** @type {Due[]} what is still to come in this sitting */
    this.left = [];
    this.sitting = false;
    this.of = this.answered = this.right = 0;
    this.done = "";
    this.drawn = "";
    this.leave = () => {};
    this.announcer = new Announcer();
    this.problem = h("p", { class: "rm-status rm-problem", role: "alert" });
    this.body = h("div", { class: "rm-body" });
    this.root = h(
      "section",
      { lang: LANG, class: "rm rm-question rm-review", "aria-label": words.title },
      h("h3", { class: "rm-title" }, words.title),
      this.problem,
      this.body,
      this.announcer.element,
    );
    el.append(this.root);
    const names = ["line", "questions", "problem"].map((trait) => `change:${trait}`);
    const show = () => this.show();
    for (const each of names) model.on(each, show);
    const press = new PressGuard(this.root);
    this.undo = [guardKeys(this.root), () => press.close(), () => names.forEach((each) => model.off(each, show))];
    this.show();
  }

  close() {
    this.leave();
    for (const undo of this.undo) undo();
    this.root.remove();
  }

  /** What the kernel says; a sitting that has begun goes on as it is. */
  show() {
    this.problem.textContent = this.model.get("problem");
    if (!this.sitting) this.rest();
  }

  /** Nothing is being asked: what came of the last sitting, and what is due now. */
  rest() {
    /** @type {Due[]} */
    const due = this.model.get("questions");
    const line = this.model.get("line");
    const drawn = JSON.stringify([this.done, line, due.length]);
    if (drawn === this.drawn) return; // whoever stands on the button keeps standing there
    this.drawn = drawn;
    const open = () => this.start(this.model.get("questions"));
    fill(
      this.body,
      this.done !== "" && h("p", { class: "rm-review-done", tabindex: "-1" }, this.done),
      h("p", { class: "rm-review-line" }, line),
      due.length > 0 && h("p", { class: "rm-hint" }, words.what),
      due.length > 0 && button(this.done === "" ? words.start : words.more, open, { class: "rm-button rm-primary" }),
    );
  }

  /** @param {Due[]} due */
  start(due) {
    this.sitting = true;
    this.drawn = "";
    this.left = [...due];
    this.of = due.length;
    this.answered = 0;
    this.right = 0;
    this.next();
  }

  next() {
    this.leave();
    const question = this.left.shift();
    if (question === undefined) this.end();
    else this.ask(question);
  }

  /** @param {Due} question */
  ask(question) {
    const place = h("p", { class: "rm-review-place", tabindex: "-1" }, words.place(this.of - this.left.length, this.of, question.lesson));
    const next = button(this.left.length > 0 ? words.next : words.finish, () => this.next(), { class: "rm-button rm-primary" });
    const later = button(words.later, () => this.next());
    const shown = asked(question, (sentence) => this.announcer.say(sentence), ({ focus, rest }) =>
      checked({
        model: this.model,
        kernel: this.kernel,
        question,
        focus,
        once: { later, next },
        told: (verdict) => {
          rest();
          this.answered += 1;
          if (verdict === "right") this.right += 1;
        },
      }),
    );
    this.leave = () => {
      shown.close();
      this.leave = () => {};
    };
    fill(this.body, place, ...shown.parts);
    shown.start(this.body);
    place.focus();
  }

  end() {
    this.sitting = false;
    this.done = words.done(this.right, this.answered);
    this.rest();
    this.body.querySelector("p")?.focus();
  }
}

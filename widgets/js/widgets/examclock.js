/** The time that is left of an exam, by the learner's own clock. It never keeps anybody from handing in. */
import { Announcer, button, guardKeys, h } from "../lib/base/dom.js";
import { connect } from "../lib/base/link.js";
import { PressGuard } from "../lib/base/press.js";
import { span, standing } from "../lib/questions/countdown.js";
import { LANG } from "../lib/words/catalogue.js";
import { exam as words } from "../lib/words/exam.js";

/** English has many ways to write a day: the browser knows the learner's. */
const LOCALE = LANG === "en" ? [] : LANG;

const BEGUN = "begun";
const LOOK_MS = 1000;

export default () => {
  /** @type {ReturnType<typeof connect>} */
  let link;
  return {
    /** @param {{ model: any }} context */
    initialize({ model }) {
      link = connect(model, [BEGUN]);
      return link.close;
    },
    /** @param {{ model: any, el: HTMLElement }} context */
    render({ model, el }) {
      return show(model, el, link);
    },
  };
};

/** @param {any} model @param {HTMLElement} el @param {import("../lib/base/link.js").Link} link */
function show(model, el, { outbox }) {
  const announcer = new Announcer();
  const large = h("p", { class: "rm-left", role: "timer", "aria-live": "off" });
  const line = h("p", { class: "rm-hint" });
  const problem = h("p", { class: "rm-problem", role: "alert" });
  const toggle = button(words.hide, () => {
    hidden = !hidden;
    toggle.textContent = hidden ? words.show : words.hide;
    look();
  });
  const root = h("section", { lang: LANG, class: "rm rm-examclock", "aria-label": words.name }, large, line, problem, toggle, announcer.element);
  let hidden = false;
  let before = "";
  let own = "";

  /** When this learner first saw the exam: what the file holds, or what is on its way there. */
  const begun = () => {
    const waits = outbox.waiting().find(({ id }) => id === BEGUN);
    return model.get("begun") || /** @type {{ at: string } | undefined} */ (waits?.body)?.at || own;
  };

  const look = () => {
    const now = Date.now();
    const told = { opens: model.get("opens"), closes: model.get("closes"), minutes: model.get("minutes"), begun: begun() };
    const first = standing(told, now);
    if (told.minutes > 0 && !told.begun && first.phase !== "before" && first.phase !== "up") {
      // Kept once, whatever becomes of it: the file holds the first moment that it was told.
      own = told.begun = new Date(now).toISOString();
      outbox.keep(BEGUN, BEGUN, { at: own });
    }
    put(standing(told, now));
  };

  /** @param {import("../lib/questions/countdown.js").Standing} now */
  const put = ({ phase, left, end }) => {
    const shown = { before: words.before(span(left)), open: words.left(span(left)), soon: words.left(span(left)), up: words.up, free: words.free }[phase];
    const told = { before: words.beginsAt(clock(end)), open: words.endsAt(clock(end)), soon: words.endsAt(clock(end)), up: words.still, free: "" }[phase];
    // What is over cannot be hidden: nobody should wonder.
    const away = hidden && phase !== "up";
    write(large, away ? "" : shown);
    write(line, away ? words.hidden : told);
    root.dataset.phase = phase;
    toggle.hidden = phase === "up" || phase === "free";
    if (phase === before) return;
    if (phase === "soon") announcer.say(before === "open" ? words.soon : words.lessThan);
    if (phase === "up") announcer.say(words.upSaid);
    before = phase;
  };

  const sayProblem = () => write(problem, model.get("problem") || (outbox.problems.get(BEGUN) ?? ""));
  const names = ["begun", "opens", "closes", "minutes"].map((trait) => `change:${trait}`);
  for (const each of names) model.on(each, look);
  const undo = [outbox.onChange(sayProblem), guardKeys(root)];
  const press = new PressGuard(root);
  const seen = () => look();
  document.addEventListener("visibilitychange", seen);
  const timer = setInterval(look, LOOK_MS);
  el.append(root);
  look();
  sayProblem();
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", seen);
    for (const each of names) model.off(each, look);
    for (const one of undo) one();
    press.close();
    root.remove();
  };
}

/** @param {HTMLElement} element @param {string} text */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** The time of day, with the day when that is another one. @param {number} moment */
function clock(moment) {
  const when = new Date(moment);
  const time = when.toLocaleTimeString(LOCALE, { hour: "2-digit", minute: "2-digit" });
  if (when.toDateString() === new Date().toDateString()) return time;
  return `${time}, ${when.toLocaleDateString(LOCALE, { weekday: "long", day: "numeric", month: "long" })}`;
}

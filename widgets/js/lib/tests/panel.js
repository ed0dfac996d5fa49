/**
 * The parts around a test that every family shares: health screening, how-to,
 * review of an attempt, results and what they mean.
 */
import { button, CONTENT, field, fill, h, list, radios, withContent } from "../base/dom.js";
import { numberBox } from "../base/number_box.js";
import { words } from "../words/index.js";

/**
 * @typedef {object} Protocol
 * @property {string} test
 * @property {string} name
 * @property {string[]} sides
 * @property {string} unit
 * @property {number} trials
 * @property {number} rest_s
 * @property {number} count_in_s
 * @property {number | null} max_value
 * @property {string[]} steps
 * @property {string[]} stop_criteria
 * @property {string[]} equipment
 * @property {string[]} skip_if
 * @property {boolean} [hard] not for those who are asked to begin gently
 * @property {string} what_it_tells
 * @property {string} version
 * @property {boolean} scored
 * @property {{ value: string, label: string }[]} reasons
 * @property {Record<string, any>} [options] what one family alone needs
 *
 * @typedef {{ id: string, value: number, side: string, text: string, at: string, when: string, trial: number, effort: number | null, note: string, unit: string, details?: Record<string, unknown> }} Shown
 * @typedef {{ latest: Shown[], best: Shown[], recent: Shown[], today: Record<string, string[]> }} History
 * @typedef {{ text: string, links: { text: string, url: string }[] }} Said
 * @typedef {Said & { kind: string, more?: Said[] }} Sentence `more` belongs to it.
 * @typedef {{ age: number | null, sex: string }} About
 */

/** @param {Protocol} protocol @param {boolean} open @param {Node} picture of where it starts and ends */
export function howTo(protocol, open, picture) {
  return h(
    "details",
    { class: "rm-details", open },
    h("summary", {}, words.ready.howTo),
    picture,
    h("div", CONTENT, list(protocol.steps, "ol")),
    protocol.equipment.length > 0 && h("p", {}, h("strong", {}, `${words.ready.equipment}: `), h("span", CONTENT, protocol.equipment.join(", "))),
    h("p", { class: "rm-label" }, words.ready.stop),
    h("div", CONTENT, list(protocol.stop_criteria)),
    protocol.skip_if.length > 0 && h("p", { class: "rm-label" }, words.ready.skip),
    protocol.skip_if.length > 0 && h("div", CONTENT, list(protocol.skip_if)),
    h("p", {}, h("strong", {}, `${words.ready.tells}: `), h("span", CONTENT, protocol.what_it_tells)),
  );
}

/**
 * @typedef {{ reason: string, effort: number | null, note: string, value: number | null }} Review
 * @typedef {{ label: string, most: number, bad: string }} Correction A whole number from 0 to `most`.
 * @param {object} options
 * @param {string} options.title
 * @param {{ value: string, label: string }[]} options.reasons
 * @param {string} options.reason
 * @param {boolean} [options.effort] Ask how hard it was.
 * @param {{ value: number } & Correction} [options.correction]
 * @param {(review: Review) => void} options.onsave
 * @param {() => void} options.ondiscard
 */
export function reviewPanel({ title, reasons, reason, effort = true, correction, onsave, ondiscard }) {
  /** @type {Review} */
  const review = { reason, effort: null, note: "", value: null };
  const heading = h("h4", { tabindex: "-1", class: "rm-big" }, title);
  const advice = h("p", { class: "rm-problem", role: "alert" });
  const note = h("textarea", { rows: "2", maxlength: "500" });
  const scale = radios(
    words.review.effort,
    Array.from({ length: 11 }, (_, effort) => ({ value: String(effort), label: String(effort) })),
    (value) => (review.effort = Number(value)),
  );
  scale.classList.add("rm-scale");
  const mend =
    correction === undefined
      ? null
      : numberBox(correction.label, { least: 0, most: correction.most, whole: true, value: correction.value, bad: correction.bad });
  const wrong = h("p", { class: "rm-problem", role: "alert" });
  const save = () => {
    const typed = mend?.read() ?? { number: null, problem: "" };
    wrong.textContent = typed.problem;
    if (typed.problem !== "") {
      mend?.box.focus();
      return;
    }
    onsave({ ...review, value: typed.number, note: note.value.trim() });
  };
  const root = h(
    "section",
    { class: "rm-panel" },
    heading,
    reasons.length > 0 &&
      radios(
        words.review.reason,
        reasons,
        (value) => {
          review.reason = value;
          advice.textContent = value === "pain" ? words.review.pain : "";
        },
        reason,
      ),
    advice,
    effort && scale,
    mend?.root,
    wrong,
    field(words.review.note, note),
    h(
      "div",
      { class: "rm-row" },
      button(words.review.save, save, { class: "rm-button rm-primary" }),
      button(words.review.discard, ondiscard),
    ),
  );
  return { root, heading };
}

/** @param {string} side */
export function sideName(side) {
  return side === "left" ? words.ready.left : side === "right" ? words.ready.right : "";
}

/** What the result means, sentence by sentence, each with its source. @param {Sentence[]} sentences */
export function readingPanel(sentences) {
  return h(
    "div",
    { class: "rm-reading" },
    ...sentences.flatMap((sentence, at) => [
      sentence.kind !== sentences[at - 1]?.kind && h("p", { class: "rm-label" }, words.results.kinds[sentence.kind]),
      sentenceLine(sentence, `rm-sentence rm-${sentence.kind}`),
      ...(sentence.more ?? []).map((each) => sentenceLine(each, "rm-sentence")),
    ]),
  );
}

/** @param {Said} sentence @param {string} kind */
export function sentenceLine({ text, links }, kind) {
  return h("p", { class: kind }, ...withContent(text), ...links.flatMap((link) => [" ", sourceLink(link)]));
}

/** @param {{ text: string, url: string }} link */
export function sourceLink(link) {
  if (!/^https:\/\//.test(link.url)) return h("cite", {}, `(${link.text})`);
  return h("a", { href: link.url, target: "_blank", rel: "noopener noreferrer" }, link.text);
}

/** @param {About} about @param {(about: About) => void} onsave */
export function aboutPanel(about, onsave) {
  const age = numberBox(words.about.age, { least: 10, most: 110, whole: true, value: about.age, bad: words.about.bad });
  const sex = h(
    "select",
    {},
    ...[
      ["", words.about.none],
      ["F", words.about.female],
      ["M", words.about.male],
    ].map(([value, label]) => h("option", { value, selected: value === about.sex }, label)),
  );
  const problem = h("p", { class: "rm-problem", role: "alert" });
  const save = () => {
    const { number, empty, problem: wrong } = age.read();
    problem.textContent = empty ? "" : wrong;
    if (empty || wrong === "") onsave({ age: number, sex: sex.value });
    else age.box.focus();
  };
  return h(
    "details",
    { class: "rm-details" },
    h("summary", {}, words.about.title),
    h("p", {}, words.about.lead),
    h("div", { class: "rm-row" }, age.root, field(words.about.sex, sex)),
    problem,
    button(words.about.save, save),
  );
}

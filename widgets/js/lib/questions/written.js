/** Write an answer in one's own words. */
import { field, fill, h, uniqueId } from "../base/dom.js";
import { inline } from "../base/markup.js";
import { countWords, countsCharacters } from "../base/numbers.js";
import * as words from "../words/quiz.js";

// What grading reads; a longer answer would not count at all.
const MOST_CHARACTERS = 20_000;

/** @type {import("./kinds.js").MakeControl} */
export function written(question, site) {
  const most = question.max_words ?? 0;
  const counterId = uniqueId("words");
  const box = h("textarea", { rows: "6", dir: "auto", maxlength: MOST_CHARACTERS, spellcheck: "true", "aria-describedby": `${site.labelId} ${counterId}` });
  const counter = h("p", { class: "rm-hint rm-words", id: counterId });
  const count = () => {
    const used = countWords(box.value);
    const over = used > most;
    counter.classList.toggle("rm-problem", over);
    const told = over ? words.question.wordsOver(used, used - most) : words.question.words(used, most);
    fill(counter, countsCharacters(box.value) ? `${told}. ${words.question.characters}` : told);
  };
  /** @param {boolean} settled */
  const change = (settled) => {
    count();
    site.change(box.value.trim() === "" ? null : box.value, settled);
  };
  box.addEventListener("input", () => change(false));
  box.addEventListener("change", () => change(true));
  count();
  const criteria = question.criteria ?? [];
  const root = h(
    "div",
    {},
    field(words.question.text, box),
    counter,
    criteria.length > 0 && h("details", { class: "rm-details" }, h("summary", {}, words.question.criteria), h("ul", { class: "rm-list", dir: "auto" }, ...criteria.map((line) => h("li", {}, ...inline(line))))),
  );
  return {
    root,
    set(value) {
      box.value = value ?? "";
      count();
    },
  };
}

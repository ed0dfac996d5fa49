/** Give a number, with a unit. */
import { field, h } from "../base/dom.js";
import { remark } from "../base/number_box.js";
import { readNumber } from "../base/numbers.js";
import * as words from "../words/quiz.js";

const PROBLEMS = { unclear: words.number.unclear, wrong: words.number.wrong };
// No unit of a bank has this name; the unit of a plain share is "".
const NONE = "\u0000none";

/** @type {import("./kinds.js").MakeControl} */
export function numeric(question, site) {
  const units = question.units ?? [];
  const box = h("input", { type: "text", inputmode: "decimal", autocomplete: "off", "aria-describedby": site.labelId });
  const unit = h(
    "select",
    {},
    units.length !== 1 && h("option", { value: NONE }, words.question.chooseUnit),
    ...units.map((each) => h("option", { value: each }, each === "" ? words.question.noUnit : each)),
  );
  const problem = h("p", { class: "rm-problem", role: "alert" });
  const read = h("p", { class: "rm-hint rm-read", "aria-live": "polite" });

  /** @param {boolean} settled Typing is over: only now a half-typed number is worth a remark. */
  const change = (settled) => {
    const reading = readNumber(box.value, { units });
    const { number, why } = reading;
    // Whoever writes 50 % has chosen the unit.
    if (reading.number !== null && reading.unit !== "") unit.value = reading.unit;
    const whole = number !== null && (units.length < 2 || unit.value !== NONE);
    box.toggleAttribute("aria-invalid", false);
    if (why === "unclear" || why === "wrong") {
      read.textContent = "";
      if (settled) {
        problem.textContent = PROBLEMS[why];
        box.setAttribute("aria-invalid", "true");
      }
    } else {
      problem.textContent = settled && number !== null && !whole ? words.question.unitOpen : "";
      // Whoever writes 12,5 sees that it was understood.
      read.textContent = remark(box.value, { units });
    }
    site.change(whole ? { number, unit: unit.value } : null, settled);
  };
  box.addEventListener("input", () => change(false));
  box.addEventListener("change", () => change(true));
  unit.addEventListener("change", () => {
    const { number, ...reading } = readNumber(box.value, { units });
    // A unit chosen from the list takes the place of one that was typed.
    if (number !== null && "unit" in reading && reading.unit !== "") box.value = String(number);
    change(true);
  });

  const [only] = units;
  const root = h(
    "div",
    {},
    h(
      "div",
      { class: "rm-row rm-number" },
      field(words.question.number, box),
      units.length > 1
        ? field(words.question.unit, unit)
        : only && h("span", { class: "rm-unit" }, only),
    ),
    h("p", { class: "rm-hint" }, words.number.hint),
    read,
    problem,
  );
  return {
    root,
    set(value) {
      box.value = value === null ? "" : String(value.number);
      unit.value = value === null ? (units.length === 1 ? units[0] : NONE) : value.unit;
      box.removeAttribute("aria-invalid");
      problem.textContent = "";
      read.textContent = "";
    },
  };
}

/** Choose one option, or every option that fits. */
import { fill, h, uniqueId } from "../base/dom.js";
import { inline } from "../base/markup.js";
import * as words from "../words/quiz.js";

/**
 * @param {"radio" | "checkbox"} type
 * @returns {import("./kinds.js").MakeControl}
 */
const choices = (type) => (question, site) => {
  const name = uniqueId("option");
  const options = question.options ?? [];
  const inputs = options.map(({ id }) => h("input", { type, name, value: id }));
  const hint = type === "radio" ? words.question.chooseOne : words.question.chooseSeveral;
  const picked = () => inputs.filter((input) => input.checked).map((input) => input.value);
  const root = h("div", { class: "rm-options", role: type === "radio" ? "radiogroup" : "group", "aria-labelledby": site.labelId });
  root.addEventListener("change", () => {
    const ids = picked();
    if (type === "radio") site.change(ids[0] ?? null, true);
    else site.change(ids.length > 0 ? ids : null, true);
  });
  fill(
    root,
    // Many questions say it themselves.
    !question.stem.includes(hint) && h("p", { class: "rm-hint" }, hint),
    ...options.map((option, index) =>
      h("label", { class: "rm-option" }, inputs[index], h("span", { dir: "auto" }, ...inline(option.text))),
    ),
  );
  return {
    root,
    set(value) {
      const ids = new Set(Array.isArray(value) ? value : [value]);
      for (const input of inputs) input.checked = ids.has(input.value);
    },
  };
};

export const single = choices("radio");
export const multiple = choices("checkbox");

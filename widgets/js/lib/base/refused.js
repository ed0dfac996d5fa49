/** What will never be stored, with its value, so that the learner can write it down. */
import { button, h } from "./dom.js";
import * as words from "../words/shared.js";

/**
 * @param {import("./outbox.js").Refused[]} refused
 * @param {(entry: import("./outbox.js").Entry) => string} describe
 * @param {(id: string) => void} ondismiss
 */
export function refusedPanel(refused, describe, ondismiss) {
  return h(
    "div",
    { class: "rm-panel rm-refused", role: "alert" },
    h("p", { class: "rm-label" }, words.refused.title),
    ...refused.map(({ entry, sentence }) =>
      h(
        "div",
        { class: "rm-refused-entry", "data-refused": entry.id },
        h("p", { class: "rm-refused-value" }, describe(entry)),
        h("p", {}, sentence),
        button(words.refused.noted, () => ondismiss(entry.id), { "aria-label": words.refused.notedOf(describe(entry)) }),
      ),
    ),
    h("p", { class: "rm-hint" }, words.refused.how),
  );
}

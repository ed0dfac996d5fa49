/** Look and describe: no norm, no score, left and right side by side. */
import { assessment } from "../lib/tests/assessment.js";
import { button, fill, h, radios } from "../lib/base/dom.js";
import { drawings } from "../lib/tests/drawings.js";
import { sideName } from "../lib/tests/panel.js";
import { observeWords as words, words as common } from "../lib/words/index.js";

/**
 * @typedef {{ value: string, label: string, text: string }} Level
 * @typedef {{ id: string, label: string, drawing: string, drawn: [string, string], levels: Level[] }} Criterion
 */

/** @param {import("../lib/tests/panel.js").Protocol} protocol @returns {Criterion[]} */
const criteriaOf = (protocol) => protocol.options?.criteria ?? [];

/** @type {import("../lib/tests/assessment.js").Task} */
export const observe = {
  run(stage) {
    const criteria = criteriaOf(stage.protocol);
    /** @type {Map<string, Level>} */
    const seen = new Map();
    const problem = h("p", { class: "rm-problem", role: "alert" });
    const lead = h("p", { tabindex: "-1" }, words.lead);

    /** @param {Event} event */
    const save = (event) => {
      event.preventDefault();
      const open = criteria.filter(({ id }) => !seen.has(id));
      if (open.length > 0) {
        problem.textContent = words.open(open.map(({ label }) => label).join(", "));
        return;
      }
      const ratings = Object.fromEntries(criteria.map(({ id }) => [id, seen.get(id)?.value]));
      const said = criteria.map(({ id, label }) => `${label}: ${seen.get(id)?.label}`);
      // A result needs a number. It counts what was looked at, never how it went, and is not shown.
      stage.finish({ value: criteria.length, text: words.done, details: { ratings, seen: said } });
    };

    fill(
      stage.root,
      h(
        "form",
        { class: "rm-form", onsubmit: save },
        lead,
        ...criteria.map(({ id, label, drawing, drawn, levels }) => {
          const [first, second] = drawings(drawing, stage.side);
          const choices = levels.map(({ value, label: name, text }) => ({ value, label: `${name}: ${text}` }));
          const group = radios(label, choices, (value) => {
            const level = levels.find((each) => each.value === value);
            if (level !== undefined) seen.set(id, level);
            problem.textContent = "";
          });
          return h(
            "div",
            { class: "rm-panel rm-criterion" },
            group,
            h(
              "div",
              { class: "rm-pair" },
              h("figure", {}, first, h("figcaption", {}, drawn[0])),
              h("figure", {}, second, h("figcaption", {}, drawn[1])),
            ),
          );
        }),
        problem,
        h("div", { class: "rm-row" }, h("button", { type: "submit", class: "rm-button rm-primary" }, words.save), button(common.hold.cancel, stage.cancel)),
      ),
    );
    lead.focus();
    return () => {};
  },
  start: () => words.start,
  extras: () => h("p", { class: "rm-note" }, words.only),
  enough: words.enough,
  quiet: true,
  results: ({ history, protocol }) => sideBySide(history.latest, criteriaOf(protocol), protocol.sides),
};

/** @param {import("../lib/tests/panel.js").Shown[]} latest @param {Criterion[]} criteria @param {string[]} sides */
function sideBySide(latest, criteria, sides) {
  if (latest.length === 0) return h("p", { class: "rm-hint" }, common.results.none);
  const columns = sides.length > 0 ? sides : [""];
  /** @param {string} side @param {Criterion} criterion */
  const cell = (side, { id, levels }) => {
    const shown = latest.find((each) => each.side === side);
    const ratings = /** @type {Record<string, string>} */ (shown?.details?.ratings ?? {});
    const level = levels.find((each) => each.value === ratings[id]);
    return h("td", {}, level === undefined ? "–" : level.label);
  };
  return h(
    "table",
    { class: "rm-table" },
    h("caption", { class: "rm-hint" }, words.caption),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words.looked), ...columns.map((side) => h("th", { scope: "col" }, sideName(side) || common.results.latest)))),
    h(
      "tbody",
      {},
      ...criteria.map((criterion) => h("tr", {}, h("th", { scope: "row" }, criterion.label), ...columns.map((side) => cell(side, criterion)))),
    ),
  );
}

export default assessment(observe);

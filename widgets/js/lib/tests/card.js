/** The card of a result: the number, a number line, one sentence. What else there is to say is folded below it. */
import { svg } from "../base/drawing.js";
import { h } from "../base/dom.js";
import { sentenceLine, sideName } from "./panel.js";
import { words } from "../words/index.js";

/**
 * @typedef {{ drawing: import("../base/drawing.js").Drawing, trend: import("../base/drawing.js").Drawing | null, sentence: string, group: import("./panel.js").Said | null }} Card
 */

/** The latest result of each side, large. @param {import("./panel.js").Shown[]} latest */
export function numbers(latest) {
  return h(
    "dl",
    { class: "rm-tiles" },
    ...latest.map((one) => h("div", {}, h("dt", {}, sideName(one.side) || words.results.latest), h("dd", {}, ...large(one.text)))),
  );
}

/** A value with its unit smaller. @param {string} text such as "24 repetitions" or "1:05.0" */
function large(text) {
  const [number, ...unit] = text.split(" ");
  return unit.length === 0 ? [number] : [number, h("small", {}, ` ${unit.join(" ")}`)];
}

/**
 * @param {Partial<Card>} card What the kernel made of the results; empty without one.
 * @param {import("./panel.js").History} history
 * @param {(id: string) => boolean} keeps Whether a result is still there.
 */
export function resultCard(card, history, keeps) {
  // A card whose latest result was taken away a moment ago tells of something that is gone.
  const whole = card.drawing?.shapes.every(({ kind, of }) => kind !== "now" || keeps(of)) ?? false;
  return h(
    "div",
    { class: "rm-card rm-result" },
    history.latest.length > 0 && numbers(history.latest),
    whole && card.drawing && h("figure", { class: "rm-strip-frame" }, svg(card.drawing, keeps)),
    whole && h("p", { class: "rm-verdict-line" }, card.sentence ?? ""),
    whole && card.group && sentenceLine(card.group, "rm-hint"),
  );
}

/** The results over time, for the fold. @param {Partial<Card>} card @param {(id: string) => boolean} keeps */
export function trendFigure({ trend }, keeps) {
  return trend ? h("figure", { class: "rm-strip-frame" }, svg(trend, keeps)) : null;
}

/** The best result of each side, in a line. @param {import("./panel.js").Shown[]} best */
export function bestLine(best) {
  if (best.length === 0) return null;
  const each = best.map(({ side, text }) => [sideName(side), text].filter(Boolean).join(" "));
  return h("p", { class: "rm-hint" }, `${words.results.best}: ${each.join(", ")}`);
}

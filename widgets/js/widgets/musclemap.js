/** The muscles of the course on the body: pick one, read about it. */
import { bodyMap, swatch } from "../lib/body/map.js";
import { KernelSide } from "../lib/base/kernel.js";
import { Announcer, CONTENT, field, fill, guardKeys, h } from "../lib/base/dom.js";
import { PressGuard } from "../lib/base/press.js";
import { LANG } from "../lib/words/catalogue.js";
import { mapWords } from "../lib/words/index.js";

/**
 * @typedef {{ name: string, text: string }} Phase
 * @typedef {{ text: string, url: string }} Source
 * @typedef {object} Muscle
 * @property {string} muscle
 * @property {string} name
 * @property {string} group
 * @property {string} origin
 * @property {string} insertion
 * @property {string} actions
 * @property {string} running_role
 * @property {Phase[]} phases
 * @property {string[]} regions
 * @property {Source[]} sources
 */

/** @param {Phase[]} phases The same at each moment is said once. */
function phaseTable(phases) {
  if (phases.length > 1 && new Set(phases.map(({ text }) => text)).size === 1) {
    return h("dl", {}, h("dt", {}, mapWords.phases), h("dd", CONTENT, phases[0].text));
  }
  return h(
    "table",
    { class: "rm-table" },
    h("caption", {}, mapWords.phases),
    h("tbody", {}, ...phases.map(({ name, text }) => h("tr", {}, h("th", { scope: "row" }, name), h("td", CONTENT, text)))),
  );
}

/** @param {Muscle} muscle @param {boolean} open @param {boolean} drawn There is a body beside it. */
function card(muscle, open, drawn) {
  /** @type {[string, string][]} */
  const facts = [
    [mapWords.origin, muscle.origin],
    [mapWords.insertion, muscle.insertion],
    [mapWords.actions, muscle.actions],
    [mapWords.role, muscle.running_role],
  ];
  return h(
    "details",
    { class: "rm-muscle", open },
    h("summary", CONTENT, muscle.name),
    drawn && muscle.regions.length === 0 && h("p", { class: "rm-hint" }, mapWords.inside),
    h("dl", {}, ...facts.filter(([, text]) => text !== "").flatMap(([term, text]) => [h("dt", {}, term), h("dd", CONTENT, text)])),
    muscle.phases.length > 0 && phaseTable(muscle.phases),
    muscle.sources.length > 0 &&
      h("p", { class: "rm-hint" }, `${mapWords.sources}: `, ...muscle.sources.flatMap((source, index) => [index > 0 ? ", " : "", link(source)])),
  );
}

/** @param {Source} source */
function link({ text, url }) {
  if (!/^https?:\/\//.test(url)) return h("cite", {}, text);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text);
}

/** @param {Muscle[]} muscles @param {(muscle: string) => void} onpick */
function nameList(muscles, onpick) {
  const groups = [...new Set(muscles.map(({ group }) => group))];
  const select = h(
    "select",
    { onchange: (/** @type {Event} */ event) => onpick(/** @type {HTMLSelectElement} */ (event.target).value) },
    h("option", { value: "" }, mapWords.none),
    ...groups.map((group) =>
      h(
        "optgroup",
        { label: group },
        ...muscles.filter((muscle) => muscle.group === group).map(({ muscle, name }) => h("option", { ...CONTENT, value: muscle }, name)),
      ),
    ),
  );
  return select;
}

export default {
  /** @param {{ model: any, el: HTMLElement }} context */
  render({ model, el }) {
    /** @type {Muscle[]} */
    const muscles = model.get("muscles");
    const known = new Map(muscles.map((muscle) => [muscle.muscle, muscle]));
    const mapped = new Set(muscles.flatMap(({ regions }) => regions));

    /** @param {string} region @param {string[]} selected */
    const choose = (region, selected) => {
      model.set("region", region);
      model.set("selected", selected);
      kernel.saveChanges();
      announcer.say(mapWords.chosen(selected.map((id) => known.get(id)?.name ?? id).join(", ")));
    };
    // What lies inside, such as the heart, has no place on the drawing: a blank body would say nothing.
    const bare = model.get("note") !== "" && Object.keys(model.get("highlights")).length === 0;
    const announcer = new Announcer();
    const kernel = new KernelSide(model);
    const map = bodyMap({
      view: "both",
      highlights: model.get("highlights"),
      pickable: (id) => mapped.has(id),
      onpick: (id) => choose(id, muscles.filter(({ regions }) => regions.includes(id)).map(({ muscle }) => muscle)),
    });
    const select = nameList(muscles, (muscle) => choose("", muscle === "" ? [] : [muscle]));
    const cards = h("div", { class: "rm-muscles" });

    const show = () => {
      /** @type {string} */
      const region = model.get("region");
      const chosen = /** @type {string[]} */ (model.get("selected")).flatMap((id) => known.get(id) ?? []);
      map.set({ highlights: model.get("highlights"), selected: region ? [region] : [...new Set(chosen.flatMap(({ regions }) => regions))] });
      select.value = chosen.length === 1 ? (chosen[0]?.muscle ?? "") : "";
      fill(
        cards,
        chosen.length === 0 && h("p", { class: "rm-hint" }, mapWords.empty),
        chosen.length > 1 && h("p", { class: "rm-hint" }, mapWords.several(chosen.length)),
        ...chosen.map((muscle, index) => card(muscle, index === 0, !bare)),
      );
    };

    const root = h("section", { lang: LANG, class: "rm rm-map", "aria-label": model.get("title") });
    const legend = /** @type {{ tone: import("../lib/body/map.js").Tone, label: string }[]} */ (model.get("legend"));
    fill(
      root,
      h("h3", {}, model.get("title")),
      legend.length > 0 &&
        h("ul", { class: "rm-legend" }, ...legend.map(({ tone, label }) => h("li", {}, swatch(tone), h("span", {}, label)))),
      !bare && model.get("note") && h("p", { class: "rm-hint" }, model.get("note")),
      bare
        ? cards
        : h("div", { class: "rm-map-sides" }, h("div", { class: "rm-map-body" }, map.root), h("div", { class: "rm-map-text" }, field(mapWords.choose, select), cards)),
      announcer.element,
    );
    el.append(root);
    const unguard = guardKeys(root);
    const press = new PressGuard(root);
    const traits = ["selected", "region", "highlights"];
    for (const trait of traits) model.on(`change:${trait}`, show);
    show();
    return () => {
      unguard();
      press.close();
      kernel.close();
      for (const trait of traits) model.off(`change:${trait}`, show);
    };
  },
};

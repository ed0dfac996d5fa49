/** Choose a place on the body: on the map, or from a list of the same places. */
import { REGIONS, bodyMap, regionName } from "../body/map.js";
import { field, h } from "../base/dom.js";
import * as words from "../words/quiz.js";

/** Where it is, without the muscle's name: that would often be the answer. @param {string} id */
export const placeName = (id) => regionName(id).replace(/ \([^)]*\)/, "");

/** @type {import("./kinds.js").MakeControl} */
export function hotspot(question, site) {
  const view = question.view ?? "front";
  const names = Object.fromEntries(REGIONS[view].map(({ id }) => [id, placeName(id)]));
  const list = h(
    "select",
    { "aria-describedby": site.labelId },
    h("option", { value: "" }, words.question.mapNone),
    ...Object.entries(names).map(([id, name]) => h("option", { value: id }, name)),
  );
  const map = bodyMap({
    view,
    names,
    onpick(id) {
      choose(id);
      site.say(words.question.mapPicked(names[id]));
    },
  });
  /** @param {string} id */
  const choose = (id) => {
    show(id);
    site.change(id || null, true);
  };
  /** @param {string} id */
  const show = (id) => {
    list.value = id;
    map.set({ selected: id ? [id] : [] });
  };
  list.addEventListener("change", () => choose(list.value));
  return {
    root: h("div", { class: "rm-place" }, h("p", { class: "rm-hint" }, words.question.mapHint), map.root, field(words.question.mapList, list)),
    set(value) {
      show(value in names ? value : "");
    },
  };
}

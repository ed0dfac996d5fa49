/** Exercise cards: each has a picture, which moves when a learner asks for it. */
import { asking } from "../lib/base/ask.js";
import { guardKeys, h } from "../lib/base/dom.js";
import { KernelSide } from "../lib/base/kernel.js";
import { movable } from "../lib/base/moving.js";
import { LANG } from "../lib/words/catalogue.js";

export default {
  /** @param {{ model: any, el: HTMLElement }} context */
  render({ model, el }) {
    const kernel = new KernelSide(model);
    const line = asking(model, kernel);
    const root = h("div", { lang: LANG, class: "rm rm-cards" });
    root.innerHTML = model.get("html");
    const undo = [...root.querySelectorAll("[data-movement]")].map((place) => {
      const still = place.firstElementChild;
      if (still === null) return () => {};
      const { root: picture, close } = movable(line.ask, place.getAttribute("data-movement") ?? "", still);
      place.append(picture);
      return close;
    });
    el.append(root);
    undo.push(guardKeys(root), line.close, () => kernel.close());
    return () => {
      for (const each of undo) each();
      root.remove();
    };
  },
};

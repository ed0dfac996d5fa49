/** Which language the tools of the course speak, and a button for each. */
import { asking } from "../lib/base/ask.js";
import { button, fill, guardKeys, h } from "../lib/base/dom.js";
import { KernelSide } from "../lib/base/kernel.js";

/** The course door speaks the same language (`door/src/language.js`). */
const KEPT = "running-muscles:language";

/** @typedef {{ code: string, name: string }} Language Its name in its own words. */

/** @param {{ model: any, el: HTMLElement }} context */
function render({ model, el }) {
  const kernel = new KernelSide(model);
  const line = asking(model, kernel);
  const said = h("p", { role: "status" });
  const problem = h("p", { class: "rm-problem", role: "alert" });
  const names = h("div", { class: "rm-row" });
  const root = h("section", { class: "rm rm-language" }, said, names, problem);

  /** @param {string} code */
  const choose = async (code) => {
    problem.textContent = "";
    try {
      await line.ask("language", { language: code });
      tellTheDoor(code);
    } catch (error) {
      problem.textContent = /** @type {Error} */ (error).message;
    }
  };
  const show = () => {
    const spoken = model.get("spoken");
    /** @type {Language[]} */
    const languages = model.get("languages");
    root.lang = spoken;
    root.setAttribute("aria-label", model.get("title"));
    said.textContent = model.get("sentence");
    // Whoever has pressed a button keeps standing on it.
    if (names.childElementCount === 0) fill(names, ...languages.map(({ code, name }) => button(name, () => choose(code), { lang: code })));
    languages.forEach(({ code }, at) => names.children[at].setAttribute("aria-pressed", String(code === spoken)));
  };

  model.on("change:sentence", show);
  model.on("change:spoken", show);
  show();
  el.append(root);
  const undo = guardKeys(root);
  return () => {
    model.off("change:sentence", show);
    model.off("change:spoken", show);
    undo();
    line.close();
    kernel.close();
    root.remove();
  };
}

/** @param {string} code */
function tellTheDoor(code) {
  try {
    localStorage.setItem(KEPT, code);
  } catch {
    // A private window keeps nothing; the next script tells it.
  }
}

export default { render };

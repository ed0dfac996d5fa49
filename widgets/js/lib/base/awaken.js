/** One button that wakes the page up: it asks whoever can run the cells, or names the menu. */
import { button, h } from "./dom.js";
import * as words from "../words/shared.js";

/** Dispatched on the document. Whoever runs the cells for it calls `preventDefault()`. */
export const WAKE = "running-muscles:wake";

export function wakeButton() {
  const told = h("span", { class: "rm-hint", role: "status" });
  const wake = button(words.wake.button, () => {
    const nobody = document.dispatchEvent(new CustomEvent(WAKE, { cancelable: true }));
    told.textContent = nobody ? words.wake.menu : words.wake.waking;
  }, { class: "rm-button rm-primary" });
  return h("div", { class: "rm-row rm-wake" }, wake, told);
}

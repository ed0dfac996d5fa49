/** What observing shows. */
import { say } from "./say.js";

export const observeWords = /* @__PURE__ */ say({
  only: "Observation only. This test has no norm and gives no score. It names no weak or tight muscle and no risk.",
  start: "Say what you see",
  lead: "Choose what comes closest. Look at your film as often as you like.",
  save: "Save what I saw",
  open: "Please choose for: {labels}.",
  done: "What you saw is noted",
  caption: "What you saw last. An observation, not a score.",
  looked: "You looked at",
  enough: "You have looked at this today. Look again in some weeks.",
});

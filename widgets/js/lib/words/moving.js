/** What stands in for a moving figure until somebody asks for it. */
import { say } from "./say.js";

export const movingWords = /* @__PURE__ */ say({
  move: "Show it moving",
  fetching: "The picture is on its way…",
});

/** What a mechanism says besides its own sentences. */
import { say } from "./say.js";

export const mechanismWords = /* @__PURE__ */ say({
  examples: "Made-up examples",
  beat: "Let it beat",
  still: "Hold it still",
  table: "The same in a table",
  basis: "Where this comes from",
  sources: "Sources: ",
});

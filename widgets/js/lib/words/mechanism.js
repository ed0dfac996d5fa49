/** What a mechanism says besides its own sentences. */
export const mechanismWords = {
  examples: "Made-up examples",
  beat: "Let it beat",
  still: "Hold it still",
  table: "The same in a table",
  basis: "Where this comes from",
  sources: "Sources: ",
};

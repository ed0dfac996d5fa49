/** What stands in for a moving figure until somebody asks for it. */
export const movingWords = {
  move: "Show it moving",
  fetching: "The picture is on its way…",
};

/** The moving figure. */
export const figureWords = {
  /** What it stands beside has the name itself, such as a test. */
  drawing: (/** @type {string} */ name) => `Drawing: ${name}`,
  picture: (/** @type {string} */ name) => `A drawn person: ${name}`,
  play: "Play",
  pause: "Pause",
  place: "Where in the movement",
  percent: (/** @type {number} */ share) => `${Math.round(share * 100)} %`,
  turn: "Turn the person",
  degrees: (/** @type {number} */ angle) => `${angle} degrees from best`,
  best: "Best view",
  fault: "A usual mistake",
  right: "How it should look",
  main: "works most",
  helper: "helps",
};

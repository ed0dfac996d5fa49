/** Figures side by side, moved by one slider. */
export const compareWords = {
  picture: (/** @type {string} */ name) => `Drawing: ${name}`,
  slider: "Move through the step",
  at: (/** @type {string} */ name, /** @type {number} */ share) => `${name}, ${Math.round(share * 100)} %`,
  stops: "Go to",
  play: "Play slowly",
  pause: "Pause",
  made: "How this was drawn",
};

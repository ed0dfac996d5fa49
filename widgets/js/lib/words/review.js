/** What a review shows, beside what every question shows. How much is due, the kernel says. */

export const review = {
  title: "Review",
  what: "Questions that you have met, from all lessons. What you missed comes back soon, what you know comes back later.",
  start: "Start",
  more: "Go on",
  place: (/** @type {number} */ n, /** @type {number} */ of, /** @type {string} */ lesson) => `${n} of ${of} · ${lesson}`,
  later: "Later",
  next: "Next",
  finish: "Finish",
  done: (/** @type {number} */ right, /** @type {number} */ answered) => {
    if (answered === 0) return "All left for later. They keep.";
    if (right === answered) return `Done. You had ${answered === 1 ? "it" : `all ${answered}`} right.`;
    return right === 0 ? "Done. What you missed will come back." : `Done. You had ${right} of ${answered} right.`;
  },
};

/** What the clock of an exam says. */

export const exam = {
  name: "The time of this exam",
  before: (/** @type {string} */ span) => `Opens in ${span}`,
  beginsAt: (/** @type {string} */ when) => `The exam opens at ${when}, by your clock.`,
  left: (/** @type {string} */ span) => `${span} left`,
  endsAt: (/** @type {string} */ when) => `It ends at ${when}, by your clock. Extra time that you were granted is not on it, and counts.`,
  free: "This exam has no end yet.",
  hidden: "The time is hidden. You are told when 5 minutes are left.",
  up: "The time is up",
  still: "You can still hand in: Nbgrader menu, Assignment List, Submit. When your hand-in arrives is noted, and your instructor decides what that means. With extra time, go on.",
  soon: "5 minutes left. Hand in before the time is up: Nbgrader menu, Assignment List, Submit.",
  lessThan: "Less than 5 minutes left. Hand in before the time is up.",
  upSaid: "The time is up. You can still hand in.",
  hide: "Hide the time",
  show: "Show the time",
};

/** What the clock of an exam says. */
import { say } from "./say.js";

export const exam = /* @__PURE__ */ say({
  name: "The time of this exam",
  before: "Opens in {span}",
  beginsAt: "The exam opens at {when}, by your clock.",
  left: "{span} left",
  endsAt: "It ends at {when}, by your clock. Extra time that you were granted is not on it, and counts.",
  free: "This exam has no end yet.",
  hidden: "The time is hidden. You are told when 5 minutes are left.",
  up: "The time is up",
  still: "You can still hand in: Nbgrader menu, Assignment List, Submit. When your hand-in arrives is noted, and your instructor decides what that means. With extra time, go on.",
  soon: "5 minutes left. Hand in before the time is up: Nbgrader menu, Assignment List, Submit.",
  lessThan: "Less than 5 minutes left. Hand in before the time is up.",
  upSaid: "The time is up. You can still hand in.",
  hide: "Hide the time",
  show: "Show the time",
});

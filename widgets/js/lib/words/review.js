/** What a review shows, beside what every question shows. How much is due, the kernel says. */
import { say } from "./say.js";

const said = /* @__PURE__ */ say({
  title: "Review",
  what: "Questions that you have met, from all lessons. What you missed comes back soon, what you know comes back later.",
  start: "Start",
  more: "Go on",
  place: "{n} of {of} · {lesson}",
  later: "Later",
  next: "Next",
  finish: "Finish",
  noneDone: "All left for later. They keep.",
  oneRight: "Done. You had it right.",
  allRight: "Done. You had all {answered} right.",
  noneRight: "Done. What you missed will come back.",
  someRight: "Done. You had {right} of {answered} right.",
});

export const review = /* @__PURE__ */ Object.assign({}, said, {
  /** @param {number} right @param {number} answered */
  done: (right, answered) => {
    if (answered === 0) return said.noneDone;
    if (right === answered) return answered === 1 ? said.oneRight : said.allRight(answered);
    return right === 0 ? said.noneRight : said.someRight(right, answered);
  },
});

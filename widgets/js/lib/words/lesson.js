/** What a lesson asks between its paragraphs: guesses, quick checks, claims. */
import { say } from "./say.js";

export const step = /* @__PURE__ */ say({
  predict: {
    title: "Your guess first",
    keep: "This is my guess",
    first: "Choose one first. A guess is enough.",
    kept: "Kept. Read on and find out, then come back and compare.",
    compare: "Compare",
    change: "Change my guess",
    wrong: "Not this time. That is how it sticks.",
    yours: "Your guess: {text}",
  },
  check: {
    title: "Quick check",
    keep: "Check",
    first: "Choose one first.",
    again: "Try again",
  },
});

const claim = /* @__PURE__ */ say({
  title: "Claim check",
  place: "Claim {n} of {of}",
  lead: "What would studies say?",
  sure: "How sure are you?",
  verdicts: {
    holds: "It holds",
    partly: "Partly, or it depends",
    fails: "It does not hold",
    untested: "Nobody has tested it",
  },
  certainty: { sure: "Sure", fairly: "Fairly sure", guess: "A guess" },
  show: "Show the evidence",
  first: "Say first what you think, and how sure you are.",
  next: "Next claim",
  back: "Previous claim",
  all: "How I did",
  yours: "You said: {verdict} ({sure}).",
  hit: "You see it as the studies do.",
  miss: "The studies see it otherwise.",
  sources: "Sources: ",
  score: "You saw {n} of {of} claims as the studies do.",
  oneHeld: "Of the one you were sure of, it was so.",
  oneFailed: "Of the one you were sure of, it was not so.",
  calibration: "Of the {of} you were sure of, {n} were so.",
  humble: "Being sure and being right are two skills. Both grow.",
  again: "Look at the claims again",
});

export const claims = /* @__PURE__ */ Object.assign({}, claim, {
  /** @param {number} n @param {number} of */
  calibration: (n, of) => (of > 1 ? claim.calibration(of, n) : n === 1 ? claim.oneHeld : claim.oneFailed),
});

/** What a lesson asks between its paragraphs: guesses, quick checks, claims. */

export const step = {
  predict: {
    title: "Your guess first",
    keep: "This is my guess",
    first: "Choose one first. A guess is enough.",
    kept: "Kept. Read on and find out, then come back and compare.",
    compare: "Compare",
    change: "Change my guess",
    wrong: "Not this time. That is how it sticks.",
    yours: (/** @type {string} */ text) => `Your guess: ${text}`,
  },
  check: {
    title: "Quick check",
    keep: "Check",
    first: "Choose one first.",
    again: "Try again",
  },
};

export const claims = {
  title: "Claim check",
  place: (/** @type {number} */ n, /** @type {number} */ of) => `Claim ${n} of ${of}`,
  lead: "What would studies say?",
  sure: "How sure are you?",
  verdicts: [
    { value: "holds", label: "It holds" },
    { value: "partly", label: "Partly, or it depends" },
    { value: "fails", label: "It does not hold" },
    { value: "untested", label: "Nobody has tested it" },
  ],
  certainty: [
    { value: "sure", label: "Sure" },
    { value: "fairly", label: "Fairly sure" },
    { value: "guess", label: "A guess" },
  ],
  show: "Show the evidence",
  first: "Say first what you think, and how sure you are.",
  next: "Next claim",
  back: "Previous claim",
  all: "How I did",
  yours: (/** @type {string} */ verdict, /** @type {string} */ sure) => `You said: ${verdict} (${sure}).`,
  hit: "You see it as the studies do.",
  miss: "The studies see it otherwise.",
  sources: "Sources: ",
  score: (/** @type {number} */ n, /** @type {number} */ of) => `You saw ${n} of ${of} claims as the studies do.`,
  calibration: (/** @type {number} */ n, /** @type {number} */ of) =>
    of === 1 ? `Of the one you were sure of, ${n === 1 ? "it was" : "it was not"} so.` : `Of the ${of} you were sure of, ${n} were so.`,
  humble: "Being sure and being right are two skills. Both grow.",
  again: "Look at the claims again",
};

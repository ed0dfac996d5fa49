/** Every word that the door shows. */

export const bar = {
  name: "This lesson",
  /** @param {string} title */
  previous: (title) => `Previous lesson: ${title}`,
  /** @param {string} title */
  next: (title) => `Next lesson: ${title}`,
  noPrevious: "No lesson before this one",
  noNext: "No lesson after this one",
  /** @param {number} step @param {number} steps */
  step: (step, steps) => `Step ${step} of ${steps}`,
  /** @param {number} step @param {number} steps */
  stepShort: (step, steps) => `${step}/${steps}`,
  showCode: "Show code",
  hideCode: "Hide code",
  code: "Code",
  keepMine: "Keep mine",
};

/**
 * What the bar says of the kernel, by state; a button where the reader can do something about it.
 * @type {Record<import("./door.js").State, { says: string, button?: string }>}
 */
export const states = {
  opening: { says: "Waking up …" },
  waking: { says: "Waking up …" },
  awake: { says: "" },
  changed: { says: "This lesson was changed.", button: "Run it" },
  programs: { says: "Other programs lie beside it.", button: "Run it" },
  foreign: { says: "This needs a Python kernel.", button: "Run it" },
  gone: { says: "The course has stopped.", button: "Bring it back" },
  restarted: { says: "The course was restarted.", button: "Bring it back" },
  stuck: { says: "A part did not wake up.", button: "Try again" },
  newer: { says: "A newer lesson is out.", button: "Take it" },
  away: { says: "No connection. What you do waits here." },
};

/** Why a lesson is not run by itself, or what to do: read under the pointer, and aloud. */
export const why = {
  changed: "Somebody has changed its code, or it is of another edition. Run it if you know where it comes from. “Show code” shows what it runs.",
  programs: "The lesson would use what lies beside it. Run it if you know where this folder comes from.",
  foreign: "Choose Kernel › Change Kernel and take Python 3, then run it.",
  gone: "What you did is kept. One press starts everything again.",
  restarted: "What you did is kept. One press starts everything again.",
  stuck: "The page says what is missing, where that part should be.",
  newer: "You changed this lesson, so it is as you left it. Take the newer one, and yours stays beside it under its own name.",
};

/** Where the learner's results are. */
export const kept = {
  saved: "All saved",
  /** @param {string} name */
  beside: (name) => `Yours is kept: ${name}`,
  /** @param {number} count */
  waiting: (count) => `${count} waiting`,
  waitingWhy: "Kept in this browser. It will be saved by itself when the lesson is awake.",
  /** @param {number} count */
  refused: (count) => `${count} not saved`,
  refusedWhy: "The page says why, where you did it.",
};

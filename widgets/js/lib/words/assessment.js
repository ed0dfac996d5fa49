/** What every self-assessment shows, and what the plank family adds. */

export const screening = {
  title: "Before you start",
  lead: "A few short questions about your health. Only the outcome is kept, and it stays on your computer.",
  above: "The health questions come first. They stand further up on this page; answered once, they open every test.",
  here: "Answer them here",
  count: (/** @type {number} */ done, /** @type {number} */ of) => `${done} of ${of} answered`,
  yes: "Yes",
  no: "No",
  stopTitle: "Stop at once if you notice any of these",
  agree: "I have read when to stop",
  done: "Continue",
  open: (/** @type {string} */ question) => `Please answer every question. Still open: “${question}”`,
  untick: "Please tick the box about stopping.",
  adviceTitle: "Please talk to a health professional first",
  advice:
    "One of your answers was yes. That does not mean that something is wrong. It means that a doctor or physiotherapist should say which tests suit you. You can read everything here in the meantime.",
  cleared: "A health professional has told me that I can do tests like these",
  again: "Answer again",
};

export const ready = {
  howTo: "How to do it",
  equipment: "You need",
  skip: "When to leave this test out",
  stop: "The test ends when",
  tells: "What it tells you",
  side: "Which side first?",
  sideAgain: "Which side?",
  left: "Left",
  right: "Right",
  random: "Choose for me",
  beeps: "Sound",
  start: "Start",
  trial: (/** @type {number} */ n, /** @type {number} */ of) => `Trial ${n} of ${of} today`,
  enough: "That was the last trial for today. Muscles need rest before a new try tells you anything. Come back another day.",
  rest: (/** @type {number} */ s) => `Rest: ${s} s left. You can start sooner if you feel ready.`,
  rested: "You have rested. Start when you like.",
};

export const hold = {
  getReady: "Get into position",
  countIn: (/** @type {number} */ s) => `Starting in ${s}`,
  go: "Hold",
  stop: "Stop",
  stopHint: "Tap the clock, or press Space or Enter, to stop.",
  cancel: "Cancel",
  cancelled: "Cancelled. Nothing was recorded.",
  passed: (/** @type {number} */ s) => `${s} seconds`,
  ceiling: "You reached the time limit of this test.",
  noWake: "Your screen may dim during a long hold. That does not change the time.",
};

export const review = {
  done: (/** @type {string} */ text) => `You held for ${text}`,
  reason: "Why did it end?",
  effort: "How hard was it? 0 is no effort, 10 is all you had.",
  note: "Note for yourself (optional)",
  save: "Save",
  discard: "Discard",
  saved: "Saved.",
  discarded: "Discarded. It does not count.",
  pain: "Thank you for stopping. Rest today. If the pain stays, comes back or worries you, ask a doctor or physiotherapist before the next try.",
};

export const waiting = {
  sending: "Saving …",
  busy: "Not stored yet: the notebook is busy. Your result waits safely in this browser and will be stored by itself.",
  fragile: "Not stored yet, and this browser keeps no copy. Leave this page open until the result is stored.",
  stuck: "If this takes long, choose Run › Run All Cells. Your result will be stored then.",
  stored: "Stored.",
};

export const results = {
  title: "Your results",
  none: "No result yet. Your first one will appear here.",
  latest: "Latest",
  best: "Best",
  when: "When",
  value: "Result",
  effort: "Effort",
  side: "Side",
  recent: "Earlier results",
  compared: "What published studies say",
  source: "Source",
};

export const about = {
  title: "Compare with people more like me (optional)",
  lead: "Age and sex choose the group you are compared with. Leave them empty if you like. They stay on your computer.",
  age: "Age in years",
  sex: "Sex",
  female: "Female",
  male: "Male",
  none: "Rather not say",
  save: "Use these",
  bad: "Please give an age from 10 to 110, or leave it empty.",
};

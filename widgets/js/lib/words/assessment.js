/** What every self-assessment shows, and what the plank family adds. */
import { digits, say } from "./say.js";

export const ready = /* @__PURE__ */ say({
  howTo: "How to do it",
  equipment: "You need",
  skip: "When to leave this test out",
  stop: "The test ends when",
  tells: "What it tells you",
  tooHard:
    "This is a hard test, and your health questions ask you to begin gently. Build up first, or ask a physiotherapist or a running coach. The other tests of this lesson are open to you.",
  side: "Which side first?",
  sideAgain: "Which side?",
  left: "Left",
  right: "Right",
  random: "Choose for me",
  beeps: "Sound",
  start: "Start",
  trial: "Trial {n} of {of} today",
  another: "Try {n} today",
  countIn: "Time to get into position",
  countInSeconds: "{s} seconds",
  enough: "That was the last trial for today. Rest makes the next try tell you more, so come back another day.",
  rest: "Rest: {s} s left. You can start sooner if you feel ready.",
  rested: "You have rested. Start when you like.",
});

const held = /* @__PURE__ */ say({
  getReady: "Get into position",
  byItself: "The clock starts by itself when this reaches zero.",
  countIn: "Starting in {s}",
  go: "Hold",
  stop: "Stop",
  stopHint: "Tap the clock, or press Space or Enter, to stop.",
  cancel: "Cancel",
  exact: "That is {target} seconds, to the tenth.",
  early: "That is {off} s before {target} seconds.",
  late: "That is {off} s after {target} seconds.",
  cancelled: "Cancelled. Nothing was recorded.",
  passed: "{s} seconds",
  ceiling: "You reached the time limit of this test.",
  noWake: "Your screen may dim during a long hold. That does not change the time.",
});

export const hold = /* @__PURE__ */ Object.assign({}, held, {
  /** @param {number} target @param {number} off Seconds, rounded to a tenth. */
  blind: (target, off) =>
    off === 0 ? held.exact(target) : (off < 0 ? held.early : held.late)(digits(Math.abs(off), { minimumFractionDigits: 1 }), target),
});

export const review = /* @__PURE__ */ say({
  done: "You held for {text}",
  reason: "Why did it end?",
  effort: "How hard was it? 0 is no effort, 10 is all you had.",
  note: "Note for yourself (optional)",
  save: "Save",
  discard: "Discard",
  saved: "Saved.",
  discarded: "Discarded. It does not count.",
  pain: "Thank you for stopping. Rest today. If the pain stays, comes back or worries you, ask a doctor or physiotherapist before the next try.",
});

export const waiting = /* @__PURE__ */ say({
  sending: "Saving …",
  busy: "Not stored yet: the notebook is busy. Your result waits safely in this browser and will be stored by itself.",
  fragile: "Not stored yet, and this browser keeps no copy. Leave this page open until the result is stored.",
  stuck: "If this takes long, choose Run › Run All Cells. Your result will be stored then.",
  stored: "Stored.",
  removed: "Removed. This change is stored.",
});

/** When nobody is at the other end. */
export const reach = /* @__PURE__ */ say({
  gone: {
    waiting: "Not stored yet: the notebook has stopped. Saved in this browser. It will be stored when this page is awake again.",
    check: "The notebook has stopped, so nobody can check this now. Your answer stays here. Wake this page up, then press Check again.",
    ask: "The notebook has stopped, so this cannot be done now. Choose Run › Run All Cells, then try again.",
  },
  restarted: {
    waiting: "Not stored yet: the notebook was restarted. Saved in this browser. It will be stored when this page is awake again.",
    check: "The notebook was restarted, so nobody can check this now. Your answer stays here. Wake this page up, then press Check again.",
    ask: "The notebook was restarted, so this cannot be done now. Choose Run › Run All Cells, then try again.",
  },
  away: {
    waiting: "Not stored yet: the connection to the notebook is lost. Saved in this browser. It will be stored by itself when the connection is back.",
    check: "The connection to the notebook is lost. Your answer will be checked when it is back.",
    ask: "The connection to the notebook is lost. This will go on by itself when it is back.",
  },
});

export const wake = /* @__PURE__ */ say({
  button: "Wake this page up",
  menu: "Choose Run › Run All Cells in the menu at the top.",
  waking: "Waking up …",
});

export const refused = /* @__PURE__ */ say({
  title: "This could not be kept",
  how: "Write the value down if you want to keep it.",
  noted: "I have read this",
  notedOf: "I have read this: {what}",
  kinds: /** @type {Record<string, string>} */ ({
    result: "A result",
    edit: "A change to a result",
    delete: "A deletion",
    about: "Your age and sex",
    screening: "Your health answers",
    plan: "Your wishes for the plan",
    done: "That you did the drills",
    entry: "An entry",
  }),
  value: "{what}: {value}",
  signs: /** @type {Record<string, string>} */ ({ reps: "reps", bpm: "bpm", "steps/min": "steps/min" }),
});

export const interrupted = /* @__PURE__ */ say({
  lead: "Your last try was interrupted after {what}.",
  how: "The page was closed, reloaded or restarted while the clock ran. You may keep it as what it was.",
  keep: "Keep it as interrupted",
  discard: "Leave it out",
  left: "Left out. It does not count.",
  lost: "What there was of it tells nothing by itself. Start again when you like.",
  noted: "All right",
  reason: "It was interrupted",
});

export const results = /* @__PURE__ */ say({
  title: "Your results",
  none: "No result yet. Your first one will appear here.",
  latest: "Latest",
  best: "Best",
  when: "When",
  test: "Test",
  note: "Note",
  change: "Change",
  value: "Result",
  effort: "Effort",
  side: "Side",
  kinds: /** @type {Record<string, string>} */ ({ own: "You, before and now", sides: "Left and right", norm: "You and other people" }),
  more: "More: earlier results, what studies say",
  source: "Source",
});

export const about = /* @__PURE__ */ say({
  title: "Compare with people more like me (optional)",
  lead: "Age and sex choose the group you are compared with. Leave them empty if you like. They stay on your computer.",
  age: "Age in years",
  sex: "Sex",
  female: "Female",
  male: "Male",
  none: "Rather not say",
  save: "Use these",
  bad: "Please give an age from 10 to 110, or leave it empty.",
});

/**
 * The health questions and what comes of them. Words of safety: a language has all of this file and
 * of the questions themselves, or shows all of it in English (`data/make/words`).
 */
import { say } from "./say.js";

export const screening = /* @__PURE__ */ say({
  title: "Before you start",
  lead: "A few short questions about your health. Only the outcome is kept, and it stays on your computer.",
  above: "The health questions come first. They stand further up on this page; answered once, they open every test.",
  here: "Answer them here",
  count: "{done} of {of} answered",
  more: "You have answered such questions before. They cover more now, so please answer once again.",
  yes: "Yes",
  no: "No",
  stopTitle: "Stop at once if you notice any of these",
  agree: "I have read when to stop",
  done: "Continue",
  open: "Please answer every question. Still open: “{question}”",
  untick: "Please tick the box about stopping.",
  adviceTitle: "Please talk to a health professional first",
  advice:
    "You answered yes. That does not mean that something is wrong. It means that somebody who knows you should say what suits you. Here is what to do next.",
  cleared: "A health professional has told me that I can do tests like these",
  again: "Answer again",
  gentleTitle: "Begin gently",
  gentle: "I will begin gently",
  who: "Whom to see",
  say: "What to tell or ask",
  fine: "What is still fine today",
});

export const healthWords = /* @__PURE__ */ say({
  title: "Health questions and stop rules",
  clear: "You answered no to every health question. The tests of every lesson are open to you.",
  "clear for gentle exercise": "You are asked to begin gently. All tests but the hard ones are open to you.",
  "cleared by a professional": "A health professional has told you that you can do tests like these. The tests of every lesson are open to you.",
  again: "My health has changed: answer again",
  how: "How you feel today still counts. Leave a test out on a day when you are ill or something hurts.",
});

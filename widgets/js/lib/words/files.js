/** What the results file, the log and the health questions show. */
import { say } from "./say.js";

const file = /* @__PURE__ */ say({
  title: "Your results file",
  holds: { one: "It holds 1 result.", other: "It holds {n} results." },
  place: "It is kept here:",
  /** Where results may go away by themselves. */
  leaving: {
    visit: {
      one: "All of this goes when you leave. 1 result is in no file of yours yet. Download a copy first.",
      other: "All of this goes when you leave. {n} results are in no file of yours yet. Download a copy first.",
    },
    browser: {
      one: "A browser may clear what it keeps. 1 result is in no file of yours yet. Download a copy.",
      other: "A browser may clear what it keeps. {n} results are in no file of yours yet. Download a copy.",
    },
  },
  csv: "Download for a spreadsheet (CSV)",
  json: "Download for another computer (JSON)",
  answers: "Download my answers to questions (CSV)",
  copies: "Keep a copy",
  back: "Bring a copy back",
  upload: "Choose a CSV or JSON file that you downloaded here",
  tooLarge: "This file is too large to hold results from this course. Nothing was changed.",
  unread: "Your browser could not read this file. Choose it again, or copy it to another folder first.",
  working: "One moment …",
  busy: "The notebook is busy. This will go on by itself when it is free.",
  erase: "Delete all my results …",
  eraseTitle: "Delete everything?",
  results: { one: "1 result", other: "{n} results" },
  eraseLead:
    "This deletes {results}, your answers to questions, the outcome of your health questions and what you told about yourself. It cannot be undone. Download a copy first if you may want it back.",
  eraseNext: "Yes, go on",
  eraseLast: "Last question: delete everything now?",
  eraseNow: "Delete everything",
  keep: "Keep everything",
  kept: "Nothing was deleted.",
});

/** @param {number} n */
const eraseLead = (n) => file.eraseLead(file.results(n));
export const fileWords = /* @__PURE__ */ Object.assign({}, file, { eraseLead });

export const logWords = /* @__PURE__ */ say({
  title: "Your results",
  none: "No result yet. Take a test in any lesson and it will appear here.",
  filter: "Show",
  all: "All tests",
  chartHint: "Choose one test to see its chart below.",
  note: "Note",
  edit: "Edit",
  editOf: "Edit: {name}",
  delete: "Delete",
  deleteOf: "Delete: {name}",
  deleted: "Deleted: {name}.",
  undo: "Undo",
  restored: "Back again: {name}.",
  valueIn: "Result in {unit}",
  units: /** @type {Record<string, string>} */ ({ s: "seconds", reps: "repetitions", bpm: "beats a minute", "steps/min": "steps a minute", m: "metres" }),
  values: { s: "{n} seconds", reps: "{n} repetitions", bpm: "{n} beats a minute", "steps/min": "{n} steps a minute", m: "{n} metres" },
  badValue: "Please give a number from 0 to {most}, such as 12.5 or 12,5. Leave out commas between thousands.",
  badWhole: "Please give a whole number from 0 to {most}, such as 12. Leave out commas between thousands.",
  effort: "Effort, 0 to 10",
  noEffort: "Not given",
  save: "Save",
  cancel: "Cancel",
  saved: "Saved.",
  more: "Show {n} older",
  files: "Download or upload",
});

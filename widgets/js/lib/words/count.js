/** What counting shows. */

export const countWords = {
  tap: "Count one",
  reps: (/** @type {number} */ n) => (n === 1 ? "1 repetition" : `${n} repetitions`),
  hint: "Press the big button for each full repetition. Space and Enter work too.",
  hintBeat: "Up on the high click, down on the low click. Press the big button at the top. Space and Enter work too.",
  up: "Up",
  down: "Down",
  undo: "Take back the last one",
  undone: (/** @type {number} */ n) => `Taken back. ${n} so far.`,
  form: "Form broke: stop",
  finish: "Finish",
  lost: "You missed the beat two times in a row, so the test is over.",
  done: (/** @type {string} */ reps) => `You did ${reps}`,
  correct: "Repetitions that count. Change the number if you lost count.",
  bad: "Please give a whole number from 0 to 999.",
};

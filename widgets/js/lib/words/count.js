/** What counting shows. */
import { say } from "./say.js";

export const countWords = /* @__PURE__ */ say({
  tap: "Count one",
  reps: { one: "1 repetition", other: "{n} repetitions" },
  hint: "Press the big button for each full repetition. Space and Enter work too.",
  hintBeat: "Up on the high click, down on the low click. Press the big button at the top. Space and Enter work too.",
  up: "Up",
  down: "Down",
  undo: "Take back the last one",
  undone: "Taken back. {n} so far.",
  form: "Form broke: stop",
  finish: "Finish",
  lost: "You missed the beat two times in a row, so the test is over.",
  done: "You did {reps}",
  correct: "Repetitions that count. Change the number if you lost count.",
  bad: "Please give a whole number from 0 to 999.",
});

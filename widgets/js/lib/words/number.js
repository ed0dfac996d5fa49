/** What every field says in which people type a number. */
import { say } from "./say.js";

export const number = /* @__PURE__ */ say({
  hint: "Write digits, such as 12.5 or 12,5.",
  read: "Read as {n}.",
  doubt: "Read as {n}, with a decimal point. If you mean thousands, write {large}.",
  wrong: "This is not a number yet. Write digits only, such as 12.5 or 12,5.",
  unclear: "This may mean two numbers. Leave the comma out for a large number, or write a point for a small one.",
  range: "Please give a number from {least} to {most}.",
  whole: "Please give a whole number from {least} to {most}.",
});

/** What every field says in which people type a number. */

export const number = {
  hint: "Write digits, such as 12.5 or 12,5.",
  read: (/** @type {number} */ n) => `Read as ${n}.`,
  doubt: (/** @type {number} */ n, /** @type {string} */ large) => `Read as ${n}, with a decimal point. If you mean thousands, write ${large}.`,
  wrong: "This is not a number yet. Write digits only, such as 12.5 or 12,5.",
  unclear: "This may mean two numbers. Leave the comma out for a large number, or write a point for a small one.",
  range: (/** @type {number} */ least, /** @type {number} */ most) => `Please give a number from ${least} to ${most}.`,
  whole: (/** @type {number} */ least, /** @type {number} */ most) => `Please give a whole number from ${least} to ${most}.`,
};

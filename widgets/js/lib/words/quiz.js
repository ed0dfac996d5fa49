/** What questions show, beside what several widgets show. */

export * from "./assessment.js";
export * from "./number.js";
export * from "./question.js";

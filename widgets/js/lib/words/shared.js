/** What several widgets show: one name for each part. */

export * from "./assessment.js";
export * from "./number.js";
export { screening } from "./screening.js";

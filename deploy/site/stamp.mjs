/**
 * Write into lessons which edition they are, so that a site can tell a browser's old copy from one
 * that somebody wrote in. `node stamp.mjs NOTEBOOK...`
 */
import { readFileSync, writeFileSync } from "node:fs";
import { stamped } from "../../widgets/door/src/edition.js";

for (const path of process.argv.slice(2)) {
  writeFileSync(path, `${JSON.stringify(stamped(JSON.parse(readFileSync(path, "utf8"))), null, 1)}\n`);
}

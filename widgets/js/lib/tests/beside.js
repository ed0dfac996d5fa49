/** The person who shows what to do beside a test that runs. */
import { h, fill } from "../base/dom.js";
import { drawnStill, moving, onPage } from "../base/moving.js";
import { Stopwatch, stampOf } from "../base/stopwatch.js";
import { countInSeconds } from "./countin.js";

/**
 * The picture of start and end, and a person who moves where the learner has asked for that
 * before. Nothing else is sent while a test runs.
 * @param {object} test
 * @param {import("./assessment.js").Task} test.task
 * @param {import("./panel.js").Protocol} test.protocol
 * @param {any} test.picture The still one, as the kernel side drew it.
 * @param {Parameters<typeof moving>[0]} test.ask
 * @param {Event} test.startedBy
 */
export function personBeside({ task, protocol, picture, ask, startedBy }) {
  const watch = new Stopwatch(stampOf(startedBy) + countInSeconds(protocol.count_in_s) * 1000);
  const root = h("div", { class: "rm-beside" });
  const how = task.beside?.(protocol, () => watch.secondsAt(performance.now()));
  let close = () => {};
  let over = false;
  if (how !== undefined) root.append(drawnStill(picture));
  if (how !== undefined && onPage()) {
    moving(ask, protocol.test, { ...how, small: true }).then(
      (shown) => {
        close = shown.close;
        if (over) close();
        else fill(root, shown.root);
      },
      () => {},
    );
  }
  return {
    root,
    close: () => {
      over = true;
      close();
    },
  };
}

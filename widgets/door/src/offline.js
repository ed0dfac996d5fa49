/**
 * Once a lesson is awake, the site's service worker may keep the whole site in the browser: it then
 * opens without a network. Before that, it would take the line from the lesson.
 */
const KEEP = "running-muscles:keep";

/**
 * @param {import("./door.js").Door} door
 * @param {{ controller: { postMessage(message: string): void } | null } | undefined} worker
 */
export function keepOnceAwake(door, worker) {
  let asked = false;
  door.onChange(() => {
    if (asked || door.state !== "awake" || !worker?.controller) return;
    asked = true;
    worker.controller.postMessage(KEEP);
  });
}

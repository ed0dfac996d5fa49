/** The kernel behind a notebook: whether it is there, and how to have one again. */

/**
 * @typedef {import("@jupyterlab/notebook").SessionContext} SessionContext
 * @typedef {import("@jupyterlab/notebook").Kernel} Kernel
 * @typedef {"here" | "coming" | "away" | "gone"} Reach
 */

/** JupyterLab's word for a kernel → what it means to a reader. Any other word means it is here. */
const MEANS = /** @type {Record<string, Reach>} */ ({
  restarting: "coming",
  autorestarting: "coming",
  connecting: "away",
  disconnected: "away",
  terminating: "gone",
  dead: "gone",
});
/** Said before there is a kernel. One that is there may say "starting" until it is asked something. */
const ON_ITS_WAY = new Set(["initializing", "starting", "restarting"]);
const ANEW = new Set(["restarting", "autorestarting", "terminating", "dead"]);

/** @param {SessionContext} context @returns {Reach} */
export function reachOf(context) {
  const status = context.kernelDisplayStatus;
  if (kernelOf(context) === null) return ON_ITS_WAY.has(status) ? "coming" : "gone";
  return MEANS[status] ?? "here";
}

/** @param {SessionContext} context @returns {Kernel | null} */
export function kernelOf(context) {
  return context.session?.kernel ?? null;
}

/** Whether what ran in the kernel until now is lost. @param {SessionContext} context */
export function isAnew(context) {
  return ANEW.has(context.kernelDisplayStatus);
}

/**
 * A kernel that answers, started when there is none.
 * @param {SessionContext} context @returns {Promise<Kernel>}
 * @throws {Error} when none can be had
 */
export async function kernelThatAnswers(context) {
  if (reachOf(context) === "gone") {
    // What was stopped from elsewhere is only then known to be gone, and not asked to change.
    await context.sessionManager.refreshRunning();
    if (reachOf(context) === "gone") await context.startKernel();
  }
  await context.ready;
  const kernel = kernelOf(context);
  if (kernel === null) throw new Error("no kernel");
  await kernel.info;
  return kernel;
}

/** How many of these widgets live in the kernel: all, some or none. @param {Kernel} kernel @param {string[]} ids */
export async function living(kernel, ids) {
  if (ids.length === 0) return "none to ask for";
  const { content } = await kernel.requestCommInfo({ target_name: "jupyter.widget" });
  const known = ids.filter((id) => id in (content.comms ?? {})).length;
  return known === ids.length ? "all" : known === 0 ? "none" : "some";
}

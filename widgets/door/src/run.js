/**
 * Running a notebook's cells where they stand. JupyterLab's own "Run All" goes to the last cell,
 * and its "Run Selected" to the active one; a reader stays where they are.
 */
import { runCell } from "@jupyterlab/notebook";

/**
 * @typedef {import("@jupyterlab/notebook").NotebookPanel} NotebookPanel
 * @typedef {import("@jupyterlab/notebook").Cell} Cell
 * @typedef {(options: import("@jupyterlab/notebook").RunOptions) => Promise<boolean>} Run
 */

/** JupyterLab's way to run one cell, or what somebody installed instead of it.
 * @param {import("@jupyterlab/notebook").CellExecutor | null} executor @returns {Run} */
export function runnerOf(executor) {
  return executor === null ? runCell : (options) => executor.runCell(options);
}

/** @param {NotebookPanel} panel @returns {Cell[]} */
export function codeCells(panel) {
  return panel.content.widgets.filter(({ model }) => model.type === "code");
}

/** @param {Cell} cell */
export function sourceOf(cell) {
  return cell.model.sharedModel.getSource();
}

/** Ids of the widgets that a notebook shows. @param {NotebookPanel} panel */
export function widgetsIn(panel) {
  return codeCells(panel).flatMap(({ model: { outputs } }) =>
    Array.from({ length: outputs?.length ?? 0 }, (_, at) => outputs?.get(at).data[WIDGET]?.model_id).filter(Boolean),
  );
}

const WIDGET = "application/vnd.jupyter.widget-view+json";

/** How many cells are sent before the first of them has ended: Python works while the page draws. */
const AHEAD = 2;

/**
 * Run the code cells from first to last, until one fails or may not run.
 * @param {NotebookPanel} panel @param {Run} run
 * @param {() => boolean} mayRun Asked before each cell.
 * @returns {Promise<boolean>} whether all of them ran
 */
export async function runInPlace(panel, run, mayRun = () => true) {
  const notebook = panel.content.model;
  /** @type {Promise<boolean>[]} */
  const sent = [];
  for (const cell of codeCells(panel)) {
    if (notebook === null || !mayRun()) break;
    sent.push(runOne(panel, notebook, cell, run));
    if (sent.length >= AHEAD && !(await sent[sent.length - AHEAD])) break;
  }
  const ran = await Promise.all(sent);
  return ran.length === codeCells(panel).length && ran.every(Boolean);
}

/**
 * @param {NotebookPanel} panel @param {import("@jupyterlab/notebook").NotebookModel} notebook
 * @param {Cell} cell @param {Run} run @returns {Promise<boolean>} whether it ran without an error
 */
async function runOne(panel, notebook, cell, run) {
  let success = true;
  const ran = await run({
    cell,
    notebook,
    notebookConfig: panel.content.notebookConfig,
    sessionContext: panel.sessionContext,
    onCellExecutionScheduled: () => {},
    onCellExecuted: (done) => {
      success = done.success;
    },
  });
  return ran && success;
}

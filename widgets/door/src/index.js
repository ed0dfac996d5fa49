/** The plugin: a door for every lesson of ours that opens, and for nothing else. */
import { ILabShell } from "@jupyterlab/application";
import { ITranslator } from "@jupyterlab/translation";
import { INotebookCellExecutor, INotebookTracker, NotebookActions } from "@jupyterlab/notebook";
import { browserStorage } from "../../js/lib/base/storage.js";
import { Bar } from "./bar.js";
import { drawChartsLater } from "./charts.js";
import { Door } from "./door.js";
import { kernelThatAnswers } from "./kernel.js";
import { roomOnPhones } from "./narrow.js";
import { decline, lookForNewer, shippedBy, takeBeside } from "./newer.js";
import { MARK, lessonOf } from "./recognise.js";
import { keepOnceAwake } from "./offline.js";
import { keepPlace } from "./place.js";
import { runInPlace, runnerOf } from "./run.js";

/** Sent by a widget whose kernel is gone: see `lib/base/awaken.js` of the widgets. */
const WAKE = "running-muscles:wake";
/**
 * JupyterLab sends what a widget says through a line that a kernel restarted from elsewhere no
 * longer has, and would go on doing so. A lesson's widgets use the kernel's main line.
 */
const MAIN_LINE = "disabled";

/**
 * @typedef {import("@jupyterlab/notebook").NotebookPanel} NotebookPanel
 * @param {import("@jupyterlab/application").JupyterFrontEnd} app
 * @param {import("@jupyterlab/notebook").NotebookTracker} tracker
 * @param {import("@jupyterlab/application").LabShell | null} lab
 * @param {import("@jupyterlab/notebook").CellExecutor | null} executor
 * @param {import("@jupyterlab/translation").Translator | null} translator
 */
function activate(app, tracker, lab, executor, translator) {
  const { kernels, contents, serverSettings } = app.serviceManager;
  const shipped = shippedBy(document, serverSettings.baseUrl);
  const run = runnerOf(executor);
  /** @param {string} path */
  const list = async (path) => (await contents.get(path, { content: true })).content;
  /** @type {WeakMap<NotebookPanel, Door>} */
  const doors = new WeakMap();
  const makeRoom = roomOnPhones(app.shell, lab);
  const lookAtFront = () => {
    const panel = tracker.currentWidget;
    makeRoom(panel !== null && doors.has(panel) && panel === app.shell.currentWidget);
  };

  /** @param {NotebookPanel} panel */
  const welcome = async (panel) => {
    await panel.context.ready;
    const lesson = panel.isDisposed ? null : lessonOf(panel.content.model?.getMetadata(MARK));
    if (lesson === null) return;
    const { id } = lesson;
    const door = new Door(panel, lesson, {
      run,
      list,
      newer: async () => shipped && lookForNewer(panel, id, shipped, browserStorage()),
      take: (newer) => takeBeside(panel, newer, contents),
      decline: (newer) => decline(id, newer, browserStorage()),
    });
    doors.set(panel, door);
    keepPlace(panel, door);
    drawChartsLater(panel.content, door);
    if (shipped !== null) keepOnceAwake(door, navigator.serviceWorker);
    const folder = panel.context.path.slice(0, panel.context.path.lastIndexOf("/") + 1);
    panel.contentHeader.addWidget(
      new Bar(door, ({ id }) => void app.commands.execute("docmanager:open", { path: `${folder}${id}.ipynb` }), translator?.languageCode ?? "en"),
    );
    lookAtFront();
  };

  const useMainLine = () => {
    kernels.commsOverSubshells = MAIN_LINE;
  };
  useMainLine();
  void app.restored.then(useMainLine); // after JupyterLab has read its settings

  // A site without a server asks for a setting twice before it opens what its address names, and
  // waits for half a second each time. What cannot be opened now, it tries again and tells.
  const named = new URLSearchParams(location.search).get("path");
  if (shipped !== null && named !== null) {
    const open = () => app.commands.execute("docmanager:open", { path: named, options: { ref: "_noref" } });
    void app.started.then(open).catch(() => {});
  }

  tracker.widgetAdded.connect((_, panel) => void welcome(panel));
  tracker.forEach((panel) => void welcome(panel));
  tracker.currentChanged.connect(lookAtFront);
  app.shell.currentChanged?.connect(lookAtFront);
  NotebookActions.selectionExecuted.connect((_, { notebook }) => {
    tracker.forEach((panel) => panel.content === notebook && void doors.get(panel)?.lookAgain());
  });
  document.addEventListener(WAKE, (event) => {
    const panel = tracker.currentWidget;
    if (panel === null) return;
    event.preventDefault();
    void (doors.get(panel)?.wake() ?? wakeAny(panel));
  });

  /** A notebook of somebody's own that uses our widgets. @param {NotebookPanel} panel */
  async function wakeAny(panel) {
    await kernelThatAnswers(panel.sessionContext);
    await runInPlace(panel, run);
  }
}

export default {
  id: "running-muscles-door:plugin",
  description: "Opens a lesson of Running Muscles awake, and keeps it so.",
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ILabShell, INotebookCellExecutor, ITranslator],
  activate,
};

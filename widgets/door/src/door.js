/**
 * The door of one lesson: what state it is in, and what brings it to life.
 *
 * A lesson runs by itself only where its code is what the course ships and nothing beside it could
 * take the course's place. Everything else runs when the reader asks.
 */
import { lookBeside } from "./folder.js";
import { isAnew, kernelOf, kernelThatAnswers, living, reachOf } from "./kernel.js";
import { isAsShipped, neighbours } from "./recognise.js";
import { codeCells, runInPlace, sourceOf, widgetsIn } from "./run.js";

/**
 * @typedef {import("@jupyterlab/notebook").NotebookPanel} NotebookPanel
 * @typedef {import("./recognise.js").Lesson} Lesson
 * @typedef {import("./edition.js").Notebook} Edition
 * @typedef {"opening" | "waking" | "awake" | "changed" | "programs" | "foreign" | "gone" | "restarted" | "stuck" | "away" | "newer"} State
 * @typedef {"changed" | "programs" | "foreign"} Hold Why a lesson waits to be asked.
 * @typedef {object} Services
 * @property {import("./run.js").Run} run
 * @property {(path: string) => Promise<import("./folder.js").Entry[]>} list
 * @property {() => Promise<Edition | null>} newer An edition that the learner is to be asked about.
 * @property {(newer: Edition) => Promise<string>} take Take it; returns where the learner's own is kept.
 * @property {(newer: Edition) => void} decline
 */
export class Door {
  /**
   * @param {NotebookPanel} panel @param {Lesson} lesson
   * @param {Services} services
   */
  constructor(panel, lesson, services) {
    this.panel = panel;
    this.lesson = lesson;
    this.services = services;
    /** What the learner is asked about. @type {Edition | null} */
    this.newer = null;
    /** Where the learner's own lesson is kept, once they took a newer one. */
    this.beside = "";
    /** @type {{ previous: Lesson | null, next: Lesson | null }} */
    this.around = { previous: null, next: null };
    /** @type {Hold | null} */
    this.hold = null;
    this.waking = false;
    this.stuck = false;
    this.opened = false;
    /** The kernel in which the lesson lives; null while it lives in none. @type {string | null} */
    this.home = null;
    this.everLived = false;
    /** What the kernel's process calls itself in all that it says. */
    this.process = "";
    /** Ends a run whose kernel was started anew: nobody would answer it. @type {() => void} */
    this.giveUp = () => {};
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    const context = panel.sessionContext;
    for (const signal of [context.statusChanged, context.connectionStatusChanged, context.kernelChanged, context.sessionChanged]) {
      signal.connect(() => this.#look());
    }
    context.iopubMessage.connect((_, message) => this.#overhear(message));
  }

  /** @returns {State} */
  get state() {
    const reach = reachOf(this.panel.sessionContext);
    if (this.waking) return "waking";
    if (reach === "gone") return "gone";
    if (reach === "away" && this.everLived) return "away";
    if (this.newer !== null) return "newer";
    if (reach !== "here") return "opening";
    if (this.stuck) return "stuck";
    if (this.home !== null && this.home === this.#kernelId()) return "awake";
    if (this.everLived) return "restarted";
    return this.hold ?? "opening";
  }

  /** The notebook is in sight for the first time: bring it to life, if it may by itself. */
  async open() {
    if (this.opened) return;
    this.opened = true;
    const { sessionContext, context } = this.panel;
    const beside = await lookBeside(this.services.list, context.path).catch(() => null);
    this.around = neighbours(this.lesson, beside?.files ?? []);
    this.changed();
    this.newer = await this.services.newer();
    this.changed();
    await sessionContext.ready;
    const info = await kernelOf(sessionContext)?.info;
    if (info === undefined || (await this.lookAgain())) return;
    if (!this.#isAsShipped()) this.hold = "changed";
    else if (beside?.programs !== false) this.hold = "programs";
    else if (info.language_info.name !== "python") this.hold = "foreign";
    if (this.hold === null) await this.#wake(() => this.#isAsShipped());
    this.changed();
  }

  /** The reader takes the newer edition; what they wrote stays beside it. */
  async take() {
    const { newer } = this;
    if (newer === null) return;
    this.newer = null;
    try {
      this.beside = await this.services.take(newer);
      this.hold = null;
      await this.wake();
    } catch {
      this.newer = newer; // the browser could not keep theirs: nothing was taken
    }
    this.changed();
  }

  /** The reader stays with what they wrote. */
  keepMine() {
    if (this.newer !== null) this.services.decline(this.newer);
    this.newer = null;
    this.changed();
  }

  /** The reader asks for it. */
  wake() {
    return this.#wake(() => true);
  }

  /**
   * Ask the kernel whether the lesson lives: somebody may have chosen "Run All", or started the
   * kernel anew, while nobody here was looking.
   */
  async lookAgain() {
    const kernel = kernelOf(this.panel.sessionContext);
    if (kernel === null || this.waking) return false;
    // Asked each time: a question that came while the kernel was started anew is never answered.
    const there = await living(kernel, widgetsIn(this.panel)).catch(() => "unknown");
    if (this.waking) return false;
    if (there === "all") this.#livesIn(kernel.id);
    if (there === "none") this.#lose();
    this.changed();
    return there === "all";
  }

  /** @param {() => void} listener @returns {() => void} undo */
  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed() {
    for (const listener of [...this.listeners]) listener();
  }

  /** @param {() => boolean} mayRun */
  async #wake(mayRun) {
    if (this.waking) return;
    this.waking = true;
    this.stuck = false;
    this.process = "";
    this.changed();
    try {
      const { id } = await kernelThatAnswers(this.panel.sessionContext);
      const anew = new Promise((_, reject) => {
        this.giveUp = () => reject(new Error("started anew"));
      });
      this.stuck = !(await Promise.race([runInPlace(this.panel, this.services.run, mayRun), anew]));
      this.#livesIn(id);
    } catch {
      this.stuck = true; // the page shows what a cell said, JupyterLab what the server said
    } finally {
      this.waking = false;
      this.giveUp = () => {};
      this.#look();
    }
  }

  /** @param {string} id */
  #livesIn(id) {
    this.home = id;
    this.everLived = true;
  }

  #isAsShipped() {
    return isAsShipped(this.lesson, codeCells(this.panel).map(sourceOf));
  }

  #kernelId() {
    return kernelOf(this.panel.sessionContext)?.id ?? null;
  }

  #look() {
    if (isAnew(this.panel.sessionContext)) this.#lose();
    this.changed();
  }

  /**
   * A kernel that another page started anew does not say so; it only speaks under another name.
   * One that runs inside the page has no name, and repeats that of whoever asked.
   * @param {import("@jupyterlab/notebook").Message} message
   */
  #overhear({ header, parent_header: parent }) {
    if (!header.session || header.session === parent?.session || header.session === this.process) return;
    if (this.process !== "") this.#lose();
    this.process = header.session;
    this.changed();
  }

  /** What ran in the kernel is gone. */
  #lose() {
    this.home = null;
    if (!this.waking) this.stuck = false;
    this.giveUp();
  }
}

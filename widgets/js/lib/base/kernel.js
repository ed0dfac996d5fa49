/**
 * Whether anybody is at the other end. A busy kernel answers later; one that is gone, or that
 * was started anew, never answers this widget again.
 *
 * @typedef {"here" | "gone" | "restarted" | "away"} Reach
 *   `here`: the kernel lives, perhaps busy; `gone`: it has ended; `restarted`: it lives, but knows
 *   nothing of this widget; `away`: the connection to the server is lost.
 * @typedef {{ connect: (slot: () => void) => unknown, disconnect: (slot: () => void) => unknown }} Signal
 * @typedef {{ header: { session: string }, parent_header?: { session?: string } }} Message
 * @typedef {{ connect: (slot: (_: unknown, message: Message) => void) => unknown, disconnect: (slot: (_: unknown, message: Message) => void) => unknown }} Messages
 * @typedef {{ id?: string, status?: string, connectionStatus?: string, isDisposed?: boolean, statusChanged?: Signal, connectionStatusChanged?: Signal, iopubMessage?: Messages }} Kernel
 */

const OVER = new Set(["dead", "terminating"]);
const ANEW = new Set(["restarting", "autorestarting"]);

export class KernelSide {
  /** @param {any} model */
  constructor(model) {
    this.model = model;
    this.kernel = this.#current();
    this.restarted = false;
    this.unsendable = false;
    /** @type {Set<() => void>} */
    this.listeners = new Set();
    /** @type {Reach} */
    this.told = "here";
    this.look = () => {
      if (ANEW.has(this.kernel?.status ?? "")) this.restarted = true;
      this.#changed();
    };
    /** Every process of a kernel has a session of its own, and names it in whatever it sends. */
    this.session = "";
    /** @param {unknown} _ @param {Message} message */
    this.overhear = (_, { header, parent_header: parent }) => {
      // A kernel inside the page has none, and repeats that of whoever asked.
      if (!header.session || header.session === parent?.session) return;
      // Started anew from another page, it does not say so: it only speaks in another session.
      if (this.session !== "" && header.session !== this.session) this.restarted = true;
      this.session = header.session;
      this.#changed();
    };
    // ipywidgets says so when it lets go of a widget whose kernel was started anew.
    this.letGo = () => {
      this.restarted = true;
      this.#changed();
    };
    this.heard = () => {
      this.restarted = false;
      this.unsendable = false;
      this.#changed();
    };
    for (const signal of this.#signals()) signal?.connect(this.look);
    this.kernel?.iopubMessage?.connect(this.overhear);
    model.on("comm_live_update", this.letGo);
    model.on("msg:custom", this.heard);
  }

  /** @returns {Reach} */
  get reach() {
    const now = this.#current();
    if (this.kernel !== null && (now !== this.kernel || now.isDisposed || OVER.has(now.status ?? ""))) return "gone";
    if (this.restarted) return "restarted";
    if (this.kernel !== null && (this.kernel.connectionStatus ?? "connected") !== "connected") return "away";
    return this.unsendable ? "gone" : "here";
  }

  /** Which kernel it is, to tell copies of a widget in one kernel from those in another. */
  get id() {
    return this.kernel?.id ?? "";
  }

  /** Send to the kernel side. Never throws. @param {unknown} content @returns {boolean} whether it went out */
  send(content) {
    return this.#try(() => this.model.send(content));
  }

  /** Tell the kernel side what was set on the model. Never throws. @returns {boolean} */
  saveChanges() {
    return this.#try(() => this.model.save_changes());
  }

  /** @param {() => void} listener @returns {() => void} undo */
  onChange(listener) {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  close() {
    for (const signal of this.#signals()) signal?.disconnect(this.look);
    this.kernel?.iopubMessage?.disconnect(this.overhear);
    this.model.off("comm_live_update", this.letGo);
    this.model.off("msg:custom", this.heard);
  }

  /** @param {() => void} act */
  #try(act) {
    try {
      act();
      this.unsendable = false;
    } catch {
      this.unsendable = true; // the line is closed: nobody will answer
    }
    this.#changed();
    return !this.unsendable;
  }

  /** The kernel that the page now has, where the page tells. @returns {Kernel | null} */
  #current() {
    try {
      return this.model.widget_manager?.kernel ?? null;
    } catch {
      return null;
    }
  }

  #signals() {
    return [this.kernel?.statusChanged, this.kernel?.connectionStatusChanged];
  }

  /** A kernel turns busy and idle all the time; only its reach is news. */
  #changed() {
    const { reach } = this;
    if (reach === this.told) return;
    this.told = reach;
    for (const listener of [...this.listeners]) listener();
  }
}

/**
 * The line between a widget and its kernel side: an outbox, what the kernel answers, whether the
 * kernel is there, the learner's day, and word to and from other copies of the same widget.
 */
import { localDay, learnersClock, onNewDay } from "./clock.js";
import { KernelSide } from "./kernel.js";
import { NOBODY, Outbox, newId } from "./outbox.js";

/** Other pages and notebooks of this browser hear here when something was stored. */
const CHANNEL = "running-muscles";
const GATHER_MS = 300;

/**
 * @typedef {{ outbox: Outbox, kernel: KernelSide, close: () => void }} Link
 * @param {any} model
 * @param {string[]} kinds
 * @returns {Link}
 */
export function connect(model, kinds) {
  const kernel = new KernelSide(model);
  const outbox = new Outbox({
    owner: model.get("owner") || NOBODY,
    kinds,
    send: (entry) => kernel.send(entry),
    known: () => model.get("revision") ?? 0,
  });
  const others = neighbours(() => outbox.owner, kernel.id, () => kernel.send({ id: newId(), rev: 0, kind: "look", body: {}, ...learnersClock() }));
  /** @param {{ kind: string, id: string, rev: number, sentence: string, for_good?: boolean }} message */
  const receive = (message) => {
    if (message.kind === "stored") {
      outbox.acknowledge(message.id, message.rev);
      others.tell();
    }
    if (message.kind === "refused") outbox.refuse(message.id, message.sentence, message.for_good === true, message.rev);
  };
  const rename = () => outbox.belongTo(model.get("owner") || NOBODY);
  const back = () => kernel.reach === "here" && outbox.flush();
  const sayDay = () => {
    // Widgets that know no day are not told one.
    if (model.get("today") === undefined || model.get("today") === localDay()) return;
    for (const [name, value] of Object.entries(learnersClock())) model.set(name, value);
    kernel.saveChanges();
  };
  model.on("msg:custom", receive);
  model.on("change:owner", rename);
  const undo = [kernel.onChange(back), onNewDay(sayDay), others.close];
  outbox.flush();
  const close = () => {
    outbox.stop();
    model.off("msg:custom", receive);
    model.off("change:owner", rename);
    for (const one of undo) one();
    kernel.close();
  };
  return { outbox, kernel, close };
}

/**
 * Other widgets over the same results file, in this page and in others: one that has stored
 * something says so, and the others look again. Those of the same kernel have heard it there.
 * @param {() => string} owner @param {string} kernel @param {() => void} look
 */
function neighbours(owner, kernel, look) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);
  channel?.addEventListener("message", ({ data }) => {
    const same = kernel !== "" && data.kernel === kernel;
    if (same || data.owner !== owner() || data.owner === NOBODY) return;
    clearTimeout(soon);
    soon = setTimeout(look, GATHER_MS);
  });
  return {
    tell: () => channel?.postMessage({ owner: owner(), kernel }),
    close: () => {
      clearTimeout(soon);
      channel?.close();
    },
  };
}

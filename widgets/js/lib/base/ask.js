/**
 * Ask the kernel side for something and wait for its answer. Unlike an entry of the
 * outbox, a request is of no use later and is not kept.
 */
import { learnersClock } from "./clock.js";
import { newId } from "./outbox.js";
import * as words from "../words/shared.js";

/**
 * @param {any} model
 * @param {import("./kernel.js").KernelSide} kernel
 * @returns {{ ask: (kind: string, body?: unknown) => Promise<Record<string, any>>, close: () => void }}
 *   A request that is refused, or that nobody can answer, rejects with a sentence.
 */
export function asking(model, kernel) {
  /** @type {Map<string, { resolve: (answer: any) => void, reject: (error: Error) => void }>} */
  const open = new Map();
  /** @param {{ kind: string, id: string, sentence?: string }} message */
  const receive = (message) => {
    const asked = open.get(message.id);
    if (asked === undefined) return;
    open.delete(message.id);
    if (message.kind === "answered") asked.resolve(message);
    else asked.reject(new Error(message.sentence));
  };
  const look = () => {
    const { reach } = kernel;
    if (reach !== "gone" && reach !== "restarted") return;
    for (const { reject } of open.values()) reject(new Error(words.reach[reach].ask));
    open.clear();
  };
  model.on("msg:custom", receive);
  const undo = kernel.onChange(look);
  return {
    ask(kind, body = {}) {
      const id = newId();
      return new Promise((resolve, reject) => {
        open.set(id, { resolve, reject });
        kernel.send({ id, rev: 0, kind, body, ...learnersClock() });
        look();
      });
    },
    close: () => {
      model.off("msg:custom", receive);
      undo();
    },
  };
}

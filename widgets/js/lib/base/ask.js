/**
 * Ask the kernel side for something and wait for its answer. Unlike an entry of the
 * outbox, a request is of no use later and is not kept.
 */
import { newId } from "./outbox.js";

/**
 * @param {any} model
 * @returns {{ ask: (kind: string, body?: unknown) => Promise<Record<string, any>>, close: () => void }}
 *   A refused request rejects with the kernel's sentence.
 */
export function asking(model) {
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
  model.on("msg:custom", receive);
  return {
    ask(kind, body = {}) {
      const id = newId();
      return new Promise((resolve, reject) => {
        open.set(id, { resolve, reject });
        model.send({ id, rev: 0, kind, body });
      });
    },
    close: () => model.off("msg:custom", receive),
  };
}

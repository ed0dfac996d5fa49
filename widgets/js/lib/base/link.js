/**
 * The line between a widget and its kernel side: an outbox, and what the kernel answers.
 */
import { NOBODY, Outbox } from "./outbox.js";

/**
 * @param {import("@anywidget/types").AnyModel} model
 * @param {string[]} kinds
 */
export function connect(model, kinds) {
  const outbox = new Outbox({
    owner: model.get("owner") || NOBODY,
    kinds,
    send: (entry) => model.send(entry),
  });
  /** @param {{ kind: string, id: string, rev: number, sentence: string }} message */
  const receive = (message) => {
    if (message.kind === "stored") outbox.acknowledge(message.id, message.rev);
    if (message.kind === "refused") outbox.refuse(message.id, message.sentence);
  };
  const rename = () => outbox.belongTo(model.get("owner") || NOBODY);
  model.on("msg:custom", receive);
  model.on("change:owner", rename);
  outbox.flush();
  const close = () => {
    outbox.stop();
    model.off("msg:custom", receive);
    model.off("change:owner", rename);
  };
  return { outbox, close };
}

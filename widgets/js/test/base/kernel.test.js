import assert from "node:assert/strict";
import { test } from "node:test";
import { KernelSide } from "../../lib/base/kernel.js";

class Signal {
  slots = new Set();
  connect(slot) { this.slots.add(slot); }
  disconnect(slot) { this.slots.delete(slot); }
  emit(...told) { for (const slot of [...this.slots]) slot(this, ...told); }
}

function makeModel(kernel) {
  const reacts = new Map();
  return {
    sent: [],
    widget_manager: kernel === undefined ? undefined : { kernel },
    send(content) { this.sent.push(content); },
    save_changes() {},
    on(name, react) { reacts.set(name, react); },
    off(name) { reacts.delete(name); },
    emit(name) { reacts.get(name)?.(); },
    reacts,
  };
}

const makeKernel = () => ({ id: "k", status: "idle", connectionStatus: "connected", isDisposed: false, statusChanged: new Signal(), connectionStatusChanged: new Signal(), iopubMessage: new Signal() });
const says = (kernel, session, parent = "page") => kernel.iopubMessage.emit({ header: { session }, parent_header: { session: parent } });

test("a kernel that is busy is there", () => {
  const kernel = makeKernel();
  const side = new KernelSide(makeModel(kernel));
  kernel.status = "busy";
  kernel.statusChanged.emit();
  assert.equal(side.reach, "here");
});

test("a page that tells nothing of its kernel is believed to have one", () => {
  assert.equal(new KernelSide(makeModel()).reach, "here");
});

const ENDS = {
  "a kernel that died": ({ kernel }) => (kernel.status = "dead"),
  "a kernel that was shut down": ({ kernel }) => (kernel.isDisposed = true),
  "another kernel in its place": ({ model }) => (model.widget_manager.kernel = makeKernel()),
  "no kernel any more": ({ model }) => (model.widget_manager.kernel = null),
};
for (const [name, end] of Object.entries(ENDS)) {
  test(`${name} is gone`, () => {
    const kernel = makeKernel();
    const model = makeModel(kernel);
    const side = new KernelSide(model);
    end({ kernel, model });
    assert.equal(side.reach, "gone");
  });
}

test("a kernel that was started anew stays a stranger until it speaks to this widget", () => {
  const kernel = makeKernel();
  const model = makeModel(kernel);
  const side = new KernelSide(model);
  let told = 0;
  side.onChange(() => (told += 1));
  for (const status of ["autorestarting", "starting", "idle", "busy", "idle"]) {
    kernel.status = status;
    kernel.statusChanged.emit();
  }
  assert.equal(side.reach, "restarted");
  assert.equal(told, 1);
  model.emit("msg:custom");
  assert.equal(side.reach, "here");
  assert.equal(told, 2);
});

test("a widget that was let go of is one of a kernel started anew", () => {
  const model = makeModel();
  const side = new KernelSide(model);
  model.emit("comm_live_update");
  assert.equal(side.reach, "restarted");
});

test("a kernel that another page started anew gives itself away by its session", () => {
  const kernel = makeKernel();
  const model = makeModel(kernel);
  const side = new KernelSide(model);
  for (const session of ["first", "first", "first"]) says(kernel, session);
  assert.equal(side.reach, "here");
  says(kernel, "second");
  assert.equal(side.reach, "restarted");
  says(kernel, "second");
  assert.equal(side.reach, "restarted");
  model.emit("msg:custom");
  assert.equal(side.reach, "here");
});

test("a kernel inside the page, which repeats the session of whoever asks, was not started anew", () => {
  const kernel = makeKernel();
  const side = new KernelSide(makeModel(kernel));
  for (const asks of ["page", "console", "", "page"]) says(kernel, asks, asks);
  assert.equal(side.reach, "here");
});

test("a lost connection is no lost kernel", () => {
  const kernel = makeKernel();
  const side = new KernelSide(makeModel(kernel));
  kernel.connectionStatus = "connecting";
  kernel.connectionStatusChanged.emit();
  assert.equal(side.reach, "away");
  kernel.connectionStatus = "connected";
  assert.equal(side.reach, "here");
});

test("sending never throws, whatever the line does", () => {
  const model = makeModel();
  const side = new KernelSide(model);
  model.send = () => { throw new Error("Cannot send"); };
  model.save_changes = () => { throw new Error("no comm channel defined"); };
  assert.equal(side.send({}), false);
  assert.equal(side.saveChanges(), false);
  assert.equal(side.reach, "gone");
  model.send = () => {};
  assert.equal(side.send({}), true);
  assert.equal(side.reach, "here");
});

test("closed, it listens to nothing", () => {
  const kernel = makeKernel();
  const model = makeModel(kernel);
  new KernelSide(model).close();
  const signals = [kernel.statusChanged, kernel.connectionStatusChanged, kernel.iopubMessage];
  assert.deepEqual([model.reacts.size, ...signals.map(({ slots }) => slots.size)], [0, 0, 0, 0]);
});

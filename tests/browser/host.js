// A fake kernel side: traits with change events, and a record of every message.
class Model {
  constructor(state) {
    this.state = state;
    this.sent = [];
    this.listeners = new Map();
  }
  // A test may say what the page knows of its kernel.
  get widget_manager() { return window.widgetManager; }
  get(name) { return this.state[name]; }
  set(name, value) {
    this.state = { ...this.state, [name]: value };
    this.emit(`change:${name}`);
  }
  save_changes() {}
  send(content) {
    this.sent.push(structuredClone(content));
    const answer = window.answers?.(content);
    if (answer) queueMicrotask(() => this.emit("msg:custom", answer));
  }
  on(event, react) {
    if (!this.listeners.has(event)) this.listeners.set(event, new Set());
    this.listeners.get(event).add(react);
  }
  off(event, react) { this.listeners.get(event)?.delete(react); }
  emit(event, ...values) { for (const react of [...(this.listeners.get(event) ?? [])]) react(...values); }
}

// Show a widget: one model, as many views as asked for.
window.show = async (script, state, views = 1) => {
  const module = await import(`/static/${script}.js`);
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = `/static/${script}.css`;
  const styled = new Promise((resolve) => style.addEventListener("load", resolve));
  document.head.append(style);
  await styled;
  const widget = typeof module.default === "function" ? await module.default() : module.default;
  const model = new Model(state);
  const undo = [widget.initialize?.({ model })];
  for (let view = 0; view < views; view += 1) {
    const el = document.createElement("div");
    document.querySelector("#views").append(el);
    undo.push(widget.render({ model, el }));
  }
  window.model = model;
  window.closeWidget = () => undo.reverse().forEach((close) => close?.());
};
window.acknowledgeAll = () => {
  window.answers = (entry) => ({ kind: "stored", id: entry.id, rev: entry.rev });
};
window.hostReady = true;

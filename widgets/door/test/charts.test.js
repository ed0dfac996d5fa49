import assert from "node:assert/strict";
import test from "node:test";
import { drawChartsLater } from "../src/charts.js";

const CHART = "application/vnd.plotly.v1+json";
const MODEL = { data: { [CHART]: { layout: { height: 360 } } } };

/** What is watched, until it comes into sight. */
const watched = new Set();
globalThis.IntersectionObserver = class {
  constructor(seen) {
    this.seen = seen;
  }
  observe(node) {
    watched.add(this);
    if (node.inSight) this.come(true);
  }
  come(isIntersecting) {
    this.seen([{ isIntersecting }]);
  }
  disconnect() {
    watched.delete(this);
  }
};

/** A lesson in a state, and what draws its charts. @param {string} state */
function lesson(state, inSight = true) {
  const listeners = new Set();
  const door = {
    state,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const drawn = [];
  const made = [];
  const factories = new Map();
  const rendermime = {
    getFactory: (kind) => factories.get(kind),
    addFactory: (factory) => factories.set(CHART, factory),
  };
  rendermime.addFactory({
    createRenderer: () => {
      const chart = { node: { style: {}, inSight }, isDisposed: false, renderModel: async (model) => void drawn.push(model) };
      made.push(chart);
      return chart;
    },
  });
  drawChartsLater({ rendermime, node: {} }, door);
  return {
    drawn,
    listeners,
    chart: () => factories.get(CHART).createRenderer({}),
    become: (next) => {
      door.state = next;
      for (const listener of [...listeners]) listener();
    },
  };
}

test("a chart waits for the tools, in room of its own, and is then drawn once", async () => {
  const { chart, drawn, become, listeners } = lesson("opening");
  const one = chart();
  const rendering = one.renderModel(MODEL);
  become("waking");
  await Promise.resolve();
  assert.deepEqual(drawn, []);
  assert.equal(one.node.style.minHeight, "360px");
  become("awake");
  await rendering;
  assert.deepEqual(drawn, [MODEL]);
  assert.equal(one.node.style.minHeight, "");
  assert.equal(listeners.size, 0);
});

for (const state of ["awake", "changed", "stuck", "gone", "restarted"]) {
  test(`a lesson that is ${state} draws at once`, async () => {
    const { chart, drawn } = lesson(state);
    await chart().renderModel(MODEL);
    assert.deepEqual(drawn, [MODEL]);
  });
}

test("a chart out of sight waits for the reader", async () => {
  const { chart, drawn } = lesson("awake", false);
  const rendering = chart().renderModel(MODEL);
  await Promise.resolve();
  const [watch] = watched;
  watch.come(false);
  await Promise.resolve();
  assert.deepEqual(drawn, []);
  watch.come(true);
  await rendering;
  assert.deepEqual(drawn, [MODEL]);
  assert.equal(watched.size, 0);
});

test("a chart that was taken away meanwhile is not drawn", async () => {
  const { chart, drawn, become } = lesson("waking");
  const one = chart();
  const rendering = one.renderModel(MODEL);
  one.isDisposed = true;
  become("awake");
  await rendering;
  assert.deepEqual(drawn, []);
});

test("a page that draws no charts is left alone", () => {
  drawChartsLater({ rendermime: { getFactory: () => undefined, addFactory: () => assert.fail() } }, {});
});

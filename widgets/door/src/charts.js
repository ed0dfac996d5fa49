/**
 * Lets charts wait until a lesson's tools are awake. What draws them takes a second of the page's
 * time before the first one, and tools that somebody can use come first.
 */

/** @typedef {import("@jupyterlab/notebook").Rendermime} Rendermime */

const CHART = "application/vnd.plotly.v1+json";
/** As what JupyterLab has of its own for a chart: before its picture or its words. */
const RANK = 0;
const LONGEST_MS = 1000;

/** @param {Rendermime} rendermime One lesson's own. @param {import("./door.js").Door} door */
export function drawChartsLater(rendermime, door) {
  const now = rendermime.getFactory(CHART);
  if (now === undefined) return;
  /** @param {object} options */
  const createRenderer = (options) => {
    const chart = now.createRenderer(options);
    const draw = chart.renderModel.bind(chart);
    chart.renderModel = async (model) => {
      chart.node.style.minHeight = `${model.data[CHART]?.layout?.height ?? 0}px`; // nothing jumps later
      await settled(door);
      await idle();
      if (chart.isDisposed) return;
      await draw(model);
      chart.node.style.minHeight = "";
    };
    return chart;
  };
  rendermime.addFactory({ ...now, createRenderer }, RANK);
}

/** Until the lesson no longer wakes up. @param {import("./door.js").Door} door @returns {Promise<void>} */
function settled(door) {
  return new Promise((done) => {
    const look = () => {
      if (door.state === "opening" || door.state === "waking") return;
      forget();
      done();
    };
    const forget = door.onChange(look);
    look();
  });
}

/** Until the page has shown what it has. @returns {Promise<void>} */
function idle() {
  return new Promise((done) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => done(), { timeout: LONGEST_MS });
    else setTimeout(done);
  });
}

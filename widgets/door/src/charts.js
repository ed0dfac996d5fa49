/**
 * Lets a chart wait until the lesson's tools are awake and the reader comes to it. What draws charts
 * holds the page still for a second before the first one, and tools that somebody uses come first.
 */

/** @typedef {import("@jupyterlab/notebook").Notebook} Notebook */

const CHART = "application/vnd.plotly.v1+json";
/** As what JupyterLab has of its own for a chart: before its picture or its words. */
const RANK = 0;
const NEAR = "25% 0px";

/** @param {Notebook} content One lesson. @param {import("./door.js").Door} door */
export function drawChartsLater(content, door) {
  const { rendermime } = content;
  const now = rendermime.getFactory(CHART);
  if (now === undefined) return;
  /** @param {object} options */
  const createRenderer = (options) => {
    const chart = now.createRenderer(options);
    const draw = chart.renderModel.bind(chart);
    chart.renderModel = async (model) => {
      chart.node.style.minHeight = `${model.data[CHART]?.layout?.height ?? 1}px`; // nothing jumps later
      await settled(door);
      await near(chart.node, content.outerNode ?? content.node);
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

/** Until something is in sight, or almost. @param {Element} node @param {Element} root What scrolls. @returns {Promise<void>} */
function near(node, root) {
  return new Promise((done) => {
    const seen = (/** @type {IntersectionObserverEntry[]} */ entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      done();
    };
    const watch = new IntersectionObserver(seen, { root, rootMargin: NEAR });
    watch.observe(node);
  });
}

/**
 * Starts Python while JupyterLite still loads: the two use two processors, one after the other
 * costs a learner three seconds. `early.py` puts this into the head of each page that runs lessons.
 *
 * The worker that the kernel would make is made at once; the kernel is handed it when it asks.
 */
((address) => {
  // A page that shares memory takes another worker, and none of ours.
  if (crossOriginIsolated) return;
  const place = new URL(address, location.href).href;
  let early = new Worker(place, { type: "module" });
  const Made = Worker;
  window.Worker = class extends Made {
    constructor(url, options) {
      if (early === null || String(url) !== place) return super(url, options);
      const made = early;
      early = null;
      window.Worker = Made;
      return made;
    }
  };
})(WORKER);

/**
 * How long something was on the screen, by the stamps of what the browser tells: no tick is counted.
 * On the screen is what shows at least half of itself, or fills half of the window, on a visible page.
 */

/** @returns {{ watch: (element: Element) => void, seconds: () => number, close: () => void }} */
export function onScreen() {
  let sum = 0;
  let since = -1;
  let near = false;
  /** @param {number} stamp Milliseconds, as events count them. */
  const look = (stamp) => {
    const seen = near && document.visibilityState === "visible";
    if (since >= 0) sum += Math.max(0, stamp - since);
    since = seen ? stamp : -1;
  };
  const turned = (/** @type {Event} */ event) => look(event.timeStamp);
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { time, intersectionRatio, intersectionRect } of entries) {
        near = intersectionRatio >= 0.5 || intersectionRect.height >= innerHeight / 2;
        look(time);
      }
    },
    { threshold: [0, 0.1, 0.2, 0.3, 0.4, 0.5] },
  );
  document.addEventListener("visibilitychange", turned);
  return {
    watch: (element) => observer.observe(element),
    seconds() {
      look(performance.now());
      return sum / 1000;
    },
    close() {
      observer.disconnect();
      document.removeEventListener("visibilitychange", turned);
    },
  };
}

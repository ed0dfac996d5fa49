/**
 * Shows what a lesson says while JupyterLite loads, and hands over where the reader is.
 *
 * `reading.py` puts this into the page of lessons, and writes the texts beside it.
 */
((lessons) => {
  const name = new URLSearchParams(location.search).get("path");
  if (!lessons.includes(name)) return;
  const headings = "h1, h2, h3";
  const PATIENCE_MS = 5000;
  const watch = new MutationObserver(handOver);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let giveUp;
  const shown = document.createElement("main");
  shown.id = "rm-text";
  shown.tabIndex = -1;
  const state = document.createElement("p");
  state.className = "rm-text-state";
  state.role = "status";
  state.lang = "en";
  state.textContent = "You can read already. The tools are waking up.";
  const there = fetch(new URL(`../texts/${name.replace(/ipynb$/, "html")}`, location.href)).then((answer) => (answer.ok ? answer.text() : ""));
  document.addEventListener("DOMContentLoaded", async () => {
    const text = await there.catch(() => "");
    if (text === "" || headingOf(document.querySelector(".jp-Notebook"), 0)) return;
    shown.innerHTML = text;
    shown.prepend(state);
    document.body.append(shown);
    watch.observe(document.body, { childList: true, subtree: true });
    handOver();
  });

  /** The heading of that number, once the notebook has drawn it. */
  function headingOf(notebook, number) {
    const found = [...(notebook?.querySelectorAll(`.jp-RenderedMarkdown :is(${headings})`) ?? [])][number];
    return found?.getClientRects().length ? found : undefined;
  }

  /** The number of the heading that the reader is at, and how far down it stands; null at the top. */
  function place() {
    if (shown.scrollTop < 10) return null;
    const found = [...shown.querySelectorAll(headings)].map((each) => each.getBoundingClientRect().top);
    const next = found.findIndex((top) => top >= state.offsetHeight);
    const number = next !== -1 && found[next] < innerHeight / 2 ? next : Math.max((next === -1 ? found.length : next) - 1, 0);
    return { number, top: found[number] ?? 0 };
  }

  /** Let the lesson itself take the text's place, once the same heading stands there. */
  function handOver() {
    const notebook = document.querySelector(".jp-Notebook");
    if (notebook === null && !document.querySelector(".jp-Dialog")) return; // measure nothing while the page builds
    const reader = place();
    const heading = headingOf(notebook, reader?.number ?? 0);
    // A learner's own copy may have lost the heading, and JupyterLite may have something to ask.
    const asks = document.querySelector(".jp-Dialog") !== null;
    if (asks || (heading && (reader === null || reach(heading, notebook, reader.top)))) close();
    else if (notebook?.querySelector(".jp-Cell")) giveUp ??= setTimeout(close, PATIENCE_MS);
  }

  /** Scroll a heading to where the reader had it; false while too little of the lesson is drawn below it. */
  function reach(heading, notebook, top) {
    const scrolls = heading.closest(".jp-WindowedPanel-outer") ?? notebook;
    // What is in sight stays in sight: JupyterLite's bars take more room than ours.
    const wanted = top < 0 ? top : Math.max(top, scrolls.getBoundingClientRect().top + 8);
    scrolls.scrollTop += heading.getBoundingClientRect().top - wanted;
    return Math.abs(heading.getBoundingClientRect().top - wanted) < 2;
  }

  function close() {
    clearTimeout(giveUp);
    watch.disconnect();
    shown.remove();
  }
})(LESSONS);

/**
 * Room for the lesson on a phone: below 700 px the side panels fold away, and the strips of icons
 * beside them with it. A panel that the reader opens from the menu comes back.
 */

export const PHONE = matchMedia("(max-width: 700px)");
const CLASS = "rm-door-narrow";
/** The panels of JupyterLab that share the width out anew. */
const SHARERS = new Set(["jp-main-content-panel", "jp-main-vsplit-panel", "jp-main-split-panel"]);

/**
 * @param {import("@jupyterlab/application").JupyterFrontEnd["shell"]} shell
 * @param {import("@jupyterlab/application").LabShell | null} lab
 * @returns {(lessonInFront: boolean) => void} to be told whenever another page comes to the front
 */
export function roomOnPhones(shell, lab) {
  let inFront = false;
  const look = () => {
    const narrow = inFront && PHONE.matches;
    if (document.body.classList.contains(CLASS) === narrow) return;
    document.body.classList.toggle(CLASS, narrow);
    if (lab === null) return;
    if (narrow) {
      lab.collapseLeft();
      lab.collapseRight();
    }
    shareWidthOut(shell);
  };
  PHONE.addEventListener("change", look);
  return (lessonInFront) => {
    inFront = lessonInFront;
    look();
  };
}

/** @param {import("@lumino/widgets").Widget} widget */
function shareWidthOut(widget) {
  if (SHARERS.has(widget.id)) widget.fit();
  for (const child of widget.children()) shareWidthOut(child);
}

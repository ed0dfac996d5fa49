/**
 * A small drawing that the kernel side worked out, as SVG; `widgets/drawing.py` draws the same for exported pages.
 *
 * @typedef {{ tag: string, kind: string, of: string, words: string, at: Record<string, number | string> }} Shape
 * @typedef {{ width: number, height: number, label: string, shapes: Shape[] }} Drawing
 */

const SVG = "http://www.w3.org/2000/svg";

/** @param {Drawing} drawing @param {(id: string) => boolean} keeps Whether the result of a shape is still there. */
export function svg({ width, height, label, shapes }, keeps) {
  const root = made("svg", { class: "rm-strip", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label });
  for (const { tag, kind, of, words, at } of shapes) {
    if (of !== "" && !keeps(of)) continue;
    const element = made(tag, { class: `rm-strip-${kind}`, ...at });
    // A dot tells its value to a pointer; letters are the words themselves.
    const told = tag === "text" || words === "" ? element : element.appendChild(made("title", {}));
    told.textContent = words;
    root.append(element);
  }
  return root;
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
function made(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

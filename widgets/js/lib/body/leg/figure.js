/** The runner on a canvas: its size, its colours, and the side from which it is seen. */
import { h } from "../../base/dom.js";
import { palette } from "./colours.js";
import { Painter } from "./paint.js";
import { scene, solids } from "./scene.js";
import { mixed } from "./stride.js";

/** The runner and a little air, in millimetres, from the top of the head to below the ground. */
const TOP = 860;
const BOTTOM = 1030;
const WIDTH = 1440;
const RISE = 7;
/** The foot of our generic leg moves a little slower than the belt that was measured: so does the ground. */
const GROUND_SHARE = 0.88;
const MARK_MM = 420;

export class Figure {
  /**
   * @param {import("./stride.js").Stride} stride @param {import("./stride.js").Muscle[]} muscles
   * @param {(degrees: number) => void} onturn
   */
  constructor(stride, muscles, onturn) {
    this.stride = stride;
    this.muscles = muscles;
    this.bones = solids(stride);
    this.canvas = h("canvas", { class: "rm-leg-canvas", role: "img" });
    this.root = h("div", { class: "rm-leg-figure" }, this.canvas);
    this.pen = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"));
    this.dots = 1;
    this.state = { percent: 0, speed: stride.speeds[0], turn: 0, chosen: "" };
    this.draggable(onturn);
    this.observer = new ResizeObserver(() => this.fit());
    this.observer.observe(this.root);
    // A theme is a change of an attribute of the page.
    this.themes = new MutationObserver(() => this.show({}));
    this.themes.observe(document.body, { attributes: true });
  }

  close() {
    this.observer.disconnect();
    this.themes.disconnect();
  }

  fit() {
    const width = this.root.clientWidth;
    if (width === 0) return;
    const height = Math.round(Math.min(Math.max(width * 1.08, 340), 540));
    this.dots = Math.min(window.devicePixelRatio || 1, 2);
    this.canvas.style.height = `${height}px`;
    this.canvas.width = Math.round(width * this.dots);
    this.canvas.height = Math.round(height * this.dots);
    this.show({});
  }

  /** @param {Partial<{ percent: number, speed: number, turn: number, chosen: string }>} change */
  show(change) {
    Object.assign(this.state, change);
    const { canvas, pen, state } = this;
    if (canvas.width === 0) return;
    const scale = Math.min(canvas.height / (TOP + BOTTOM), canvas.width / WIDTH);
    const middle = (canvas.height - (TOP + BOTTOM) * scale) / 2;
    /** @type {import("./space.js").View} */
    const view = { turn: state.turn, rise: RISE, scale, x: canvas.width / 2, y: middle + TOP * scale };
    const colours = palette(canvas);
    // Not on the page yet, where the colours are: once it is there, it gets its size and is drawn.
    if (colours.bone.some(Number.isNaN)) return;
    pen.clearRect(0, 0, canvas.width, canvas.height);
    const drawn = scene(this.stride, this.bones, this.muscles, { ...state, view });
    const painter = new Painter(pen, colours, this.dots);
    painter.ground(view, this.stride.ground, this.marks(), drawn);
    painter.draw(drawn, state.chosen);
  }

  /** Where marks on the ground lie now: they pass backwards under the runner, a whole number of them in a stride. */
  marks() {
    const { speed, percent } = this.state;
    const stride = mixed(this.stride, this.stride.seconds, speed) * speed * 1000 * GROUND_SHARE;
    return { every: stride / Math.round(stride / MARK_MM), gone: (percent / 100) * stride };
  }

  /** Turn with the mouse or a finger; up and down still scrolls the page. @param {(degrees: number) => void} onturn */
  draggable(onturn) {
    const { canvas } = this;
    let from = /** @type {{ x: number, turn: number } | null} */ (null);
    canvas.addEventListener("pointerdown", (event) => {
      from = { x: event.clientX, turn: this.state.turn };
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener("pointermove", (event) => {
      if (from === null) return;
      const degrees = Math.round(from.turn + (event.clientX - from.x) * 0.6);
      onturn(((((degrees + 180) % 360) + 360) % 360) - 180);
    });
    for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => (from = null));
  }
}

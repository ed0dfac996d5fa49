/** Figures side by side, moved by one slider. */
import { say } from "./say.js";

export const compareWords = /* @__PURE__ */ say({
  picture: "Drawing: {name}",
  slider: "Move through the step",
  at: "{name}, {percent} %",
  stops: "Go to",
  play: "Play slowly",
  pause: "Pause",
  made: "How this was drawn",
});

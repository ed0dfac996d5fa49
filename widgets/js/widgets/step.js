/** One question inside a lesson: a guess first, or a quick check. */
import { widget } from "../lib/base/frame.js";
import { StepView } from "../lib/lesson/step.js";

export default widget(["step", "answered"], (model, el, link) => new StepView(model, el, link));

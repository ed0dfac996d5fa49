/** The claims of a lesson: what do you think, how sure are you, what did studies find? */
import { widget } from "../lib/base/frame.js";
import { ClaimsView } from "../lib/lesson/claims.js";

export default widget(["claim"], (model, el, link) => new ClaimsView(model, el, link));

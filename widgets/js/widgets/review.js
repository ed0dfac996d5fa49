/** What is due of the whole course, one question at a time. */
import { connect } from "../lib/base/link.js";
import { ReviewView } from "../lib/questions/review.js";

export default () => {
  /** @type {ReturnType<typeof connect>} */
  let link;
  return {
    /** @param {{ model: any }} context */
    initialize({ model }) {
      link = connect(model, []); // an answer is checked in the kernel, and kept there
      return link.close;
    },
    /** @param {{ model: any, el: HTMLElement }} context */
    render({ model, el }) {
      const view = new ReviewView(model, el, link.kernel);
      return () => view.close();
    },
  };
};

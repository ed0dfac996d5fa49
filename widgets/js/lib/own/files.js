/** Results as files: download, upload, and, where asked for, erase. */
import { button, field, fill, h } from "../base/dom.js";
import { fileWords as words, words as common } from "../words/index.js";

const BUSY_MS = 1500;
/** Jupyter's connection takes messages of 10 MB; as text a file grows by a third. */
const LARGEST_BYTES = 7_000_000;

/**
 * @param {object} options
 * @param {(kind: string, body?: unknown) => Promise<Record<string, any>>} options.ask
 * @param {import("../base/kernel.js").KernelSide} options.kernel
 * @param {() => number} [options.count] How many results would go; without it there is no erasing.
 */
export function filesPanel({ ask, kernel, count }) {
  const news = h("p", { class: "rm-files-news", role: "status" });

  /** @param {string} text @param {boolean} [problem] */
  const tell = (text, problem = false) => {
    news.classList.toggle("rm-problem", problem);
    news.textContent = text;
  };

  /** @param {string} kind @param {unknown} body @param {(answer: Record<string, any>) => void} [use] */
  const request = async (kind, body, use = () => {}) => {
    tell(words.working);
    const patience = setTimeout(() => tell(kernel.reach === "away" ? common.reach.away.ask : words.busy), BUSY_MS);
    try {
      const answer = await ask(kind, body);
      use(answer);
      tell(answer.sentence);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error), true);
    } finally {
      clearTimeout(patience);
    }
  };

  /** @param {string} format */
  const download = (format) => request("export", { format }, saveFile);

  const chooser = h("input", {
    type: "file",
    accept: ".csv,.json",
    onchange: async () => {
      const file = chooser.files?.[0];
      if (file === undefined) return;
      if (file.size > LARGEST_BYTES) tell(words.tooLarge, true);
      else {
        const content = await base64Of(file).catch(() => null);
        if (content === null) tell(words.unread, true);
        else await request("upload", { name: file.name, base64: content });
      }
      chooser.value = ""; // so that the same file can be chosen again
    },
  });

  return h(
    "div",
    { class: "rm-files" },
    h("h4", {}, words.copies),
    h("div", { class: "rm-row" }, button(words.csv, () => download("csv")), button(words.json, () => download("json")), button(words.answers, () => download("answers"))),
    h("h4", {}, words.back),
    field(words.upload, chooser),
    count && eraser(count, () => request("erase", {}), tell),
    news,
  );
}

/**
 * Two questions before everything goes.
 * @param {() => number} count @param {() => Promise<void>} erase @param {(text: string) => void} tell
 */
function eraser(count, erase, tell) {
  const root = h("div", { class: "rm-eraser" });
  const first = () => button(words.erase, () => ask(words.eraseTitle, words.eraseLead(count()), words.eraseNext, second));
  const second = () =>
    ask(words.eraseLast, "", words.eraseNow, async () => {
      rest();
      await erase();
    });
  const rest = () => {
    const start = first();
    fill(root, start);
    start.focus();
  };
  /** @param {string} title @param {string} lead @param {string} yes @param {() => void} go */
  const ask = (title, lead, yes, go) => {
    const heading = h("h4", { tabindex: "-1" }, title);
    const no = button(
      words.keep,
      () => {
        rest();
        tell(words.kept);
      },
      { class: "rm-button rm-primary" },
    );
    fill(root, h("div", { class: "rm-panel" }, heading, lead && h("p", {}, lead), h("div", { class: "rm-row" }, no, button(yes, go))));
    heading.focus();
  };
  fill(root, first());
  return root;
}

/** Let the browser save a text as a file. @param {Record<string, any>} file name, mime, text */
export function saveFile({ name, mime, text }) {
  const url = URL.createObjectURL(new Blob([text], { type: `${mime};charset=utf-8` }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** @param {File} file @returns {Promise<string>} */
async function base64Of(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  // In pieces: a call takes only so many arguments.
  for (let from = 0; from < bytes.length; from += 32_768) {
    text += String.fromCharCode(...bytes.subarray(from, from + 32_768));
  }
  return btoa(text);
}

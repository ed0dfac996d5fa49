// Marking by question: keys, points, and saving. Each article of the page is one answer; what is
// shown of it comes from the server, and a mark counts as saved only when the server has said so.

/** @typedef {{kind: string, told: string, key: string, version: string, html: string,
 *   progress: string, marked: number, all: number, may_undo: boolean}} Reply */

/** @template {Element} T @param {ParentNode} where @param {string} what @param {new () => T} kind */
function one(where, what, kind) {
  const found = where.querySelector(what);
  if (!(found instanceof kind)) throw new Error(`The page has no ${what}.`);
  return found;
}

const articles = () => [...document.querySelectorAll("article")];
const said = one(document, "#said", HTMLElement);
const help = one(document, "#help", HTMLDialogElement);
const keysOn = one(document, "#keys-on", HTMLInputElement);
/** @type {HTMLElement | undefined} */
let current;
let busy = false;

/** @param {HTMLElement} article */
const fields = (article) => ({
  form: one(article, "form", HTMLFormElement),
  points: one(article, "[name=points]", HTMLInputElement),
  comment: one(article, "[name=comment]", HTMLTextAreaElement),
  told: one(article, ".rm-told", HTMLElement),
  lines: [...article.querySelectorAll("[name=line]")].map((line) => /** @type {HTMLInputElement} */ (line)),
});

/** Whether a person has typed or ticked something that is not saved. @param {HTMLElement} article */
function touched(article) {
  const { points, comment, lines } = fields(article);
  return points.value !== points.defaultValue || comment.value !== comment.defaultValue
    || lines.some((line) => line.checked !== line.defaultChecked);
}

/** @param {HTMLElement | undefined} article */
function go(article, focus = true) {
  if (article === undefined) return;
  current?.removeAttribute("aria-current");
  current = article;
  article.setAttribute("aria-current", "true");
  if (!focus) return;
  article.focus({ preventScroll: true });
  article.scrollIntoView({ block: "start" });
}

/** @param {number} step */
function move(step) {
  const all = articles();
  const at = current === undefined ? -1 : all.indexOf(current);
  const next = all[at + step];
  if (next) go(next);
  else said.textContent = step > 0 ? "That was the last answer." : "This is the first answer.";
}

function toUnmarked() {
  const all = articles();
  const at = current === undefined ? -1 : all.indexOf(current);
  const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((article) => !article.dataset.given);
  if (next) go(next);
  else said.textContent = "All answers are marked.";
}

/** @param {HTMLElement} article */
function reckon(article) {
  const { points, lines } = fields(article);
  const sum = lines.reduce((total, line) => total + (line.checked ? Number(line.dataset.points) : 0), 0);
  points.value = String(Math.min(Number(article.dataset.most), Math.round(sum * 100) / 100));
}

/** @param {HTMLElement} article */
function none(article) {
  for (const line of fields(article).lines) line.checked = false;
  fields(article).points.value = "0";
}

/** @param {HTMLElement} article @param {number} at */
function tick(article, at) {
  const line = fields(article).lines[at];
  if (!line) return;
  line.checked = !line.checked;
  reckon(article);
  const { value } = fields(article).points;
  said.textContent = `${line.checked ? "Ticked" : "Not ticked"}: line ${at + 1}. ${value} ${value === "1" ? "point" : "points"}.`;
}

/** @param {string} what @param {object} body @returns {Promise<Reply | undefined>} */
async function ask(what, body) {
  try {
    const answer = await fetch(what, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return await answer.json();
  } catch {
    return undefined;
  }
}

const LOST = "Nothing was saved: the page has lost its server. Is the command still running in its terminal?";

/** @param {HTMLElement} article @param {string} told @param {[string, () => void][]} choices */
function tell(article, told, choices = []) {
  const box = fields(article).told;
  const sentence = document.createElement("p");
  sentence.textContent = told;
  const buttons = choices.map(([name, run]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name;
    button.addEventListener("click", run);
    return button;
  });
  box.replaceChildren(...(told ? [sentence] : []), ...buttons);
  buttons[0]?.focus();
}

/** Put an answer as the server has it into the place of what is shown. @param {Reply} reply */
function renew(reply) {
  const old = document.getElementById(reply.key);
  if (old === null || reply.html === "") return undefined;
  const made = document.createElement("template");
  made.innerHTML = reply.html;
  const fresh = one(made.content, "article", HTMLElement);
  old.replaceWith(fresh);
  if (old === current) go(fresh, false);
  return fresh;
}

/** @param {Reply} reply */
function count(reply) {
  one(document, "#progress", HTMLElement).textContent = reply.progress;
  one(document, "progress", HTMLProgressElement).value = reply.marked;
  one(document, "[data-do=undo]", HTMLButtonElement).disabled = !reply.may_undo;
  one(document, "#done", HTMLElement).hidden = reply.marked < reply.all;
}

/** @param {HTMLElement} article @param {string} [version] What the marker has seen. */
async function save(article, version = article.dataset.version) {
  const { points, comment, lines } = fields(article);
  if (busy) return;
  if (article.dataset.given && !touched(article) && version === article.dataset.version) return move(1);
  if (points.value.trim() === "") {
    return tell(article, "It has no points yet. Tick what it earns, or press 0 for no points.");
  }
  busy = true;
  article.setAttribute("aria-busy", "true");
  const reply = await ask("save", {
    key: article.id,
    version,
    // A comma is a decimal point in many places; what is no number is refused by the server.
    points: Number(points.value.trim().replace(",", ".")),
    comment: comment.value,
    ticked: lines.flatMap((line, at) => (line.checked ? [at] : [])),
  });
  busy = false;
  article.removeAttribute("aria-busy");
  if (reply === undefined) return tell(article, LOST);
  count(reply);
  if (reply.kind === "saved") return saved(reply);
  const mine = () => void save(article, reply.version);
  const theirs = () => go(renew(reply));
  if (reply.kind === "answered anew") {
    const fresh = renew(reply);
    if (fresh === undefined) return;
    go(fresh);
    fields(fresh).comment.value = comment.value; // what was written is not lost with the old answer
    tell(fresh, reply.told);
  } else if (reply.kind === "marked elsewhere") {
    tell(article, reply.told, [["Keep theirs", theirs], ["Save mine over it", mine]]);
  } else if (reply.kind === "handed in anew") {
    tell(article, reply.told, [["Leave it", () => tell(article, "")], ["Mark the old one", mine]]);
  } else {
    tell(article, reply.told);
  }
}

/** @param {Reply} reply */
function saved(reply) {
  const fresh = renew(reply);
  said.textContent = `${reply.told} ${reply.progress}.`;
  const done = one(document, "#done", HTMLElement);
  if (fresh === undefined) return;
  if (fresh === articles().at(-1) && !done.hidden) {
    done.tabIndex = -1;
    done.focus();
  } else if (fresh === articles().at(-1)) {
    toUnmarked();
  } else {
    go(fresh, false);
    move(1);
    said.textContent = `${reply.told} ${reply.progress}.`;
  }
}

async function undo() {
  if (busy) return;
  busy = true;
  const reply = await ask("undo", {});
  busy = false;
  if (reply === undefined) {
    said.textContent = LOST;
    return;
  }
  count(reply);
  go(renew(reply));
  said.textContent = `${reply.told} ${reply.progress}.`;
}

/** @type {Record<string, () => void>} */
const DO = {
  previous: () => move(-1),
  next: () => move(1),
  unmarked: toUnmarked,
  undo: () => void undo(),
  help: () => help.showModal(),
};
/** @type {Record<string, string>} */
const KEYS = { j: "next", ArrowDown: "next", k: "previous", ArrowUp: "previous", n: "unmarked", u: "undo", "?": "help" };

/** What a key does for the answer that is marked now. @param {KeyboardEvent} event @param {HTMLElement} article */
function forArticle(event, article) {
  if (/^[1-9]$/.test(event.key)) tick(article, Number(event.key) - 1);
  else if (event.key === "0") {
    none(article);
    said.textContent = "No points.";
  } else if (event.key === "p") fields(article).points.select();
  else if (event.key === "c") fields(article).comment.focus();
  else return false;
  return true;
}

document.addEventListener("keydown", (event) => {
  if (help.open || event.isComposing || !(event.target instanceof Element)) return;
  const article = event.target.closest("article");
  const typing = event.target.matches("[name=points], [name=comment]");
  if (event.key === "Enter" && !event.altKey) {
    // A button or a fold does what it says; a new line in a comment is a new line.
    if (event.target.closest("button, summary, a")) return;
    if (event.target.matches("[name=comment]") && !(event.ctrlKey || event.metaKey)) return;
    if (current === undefined) return;
    event.preventDefault();
    // A key that is held down marks one answer, not the whole class.
    if (!event.repeat) void save(current);
  } else if (event.key === "Escape" && article && typing) {
    go(article);
  } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && keysOn.checked) {
    const what = KEYS[event.key];
    if (what !== undefined) DO[what]?.();
    else if (current === undefined || !forArticle(event, current)) return;
    event.preventDefault();
  }
});

document.addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest("button");
  const article = event.target.closest("article");
  DO[button?.dataset.do ?? ""]?.();
  if (article && button?.name === "none") none(article);
});

document.addEventListener("focusin", (event) => {
  const article = event.target instanceof Element ? event.target.closest("article") : null;
  if (article && article !== current) go(article, false);
});

document.addEventListener("change", (event) => {
  const target = event.target;
  const article = target instanceof Element ? target.closest("article") : null;
  if (article && target instanceof HTMLInputElement && target.name === "line") reckon(article);
});

document.addEventListener("submit", (event) => {
  const article = event.target instanceof Element ? event.target.closest("article") : null;
  if (article === null) return; // the dialog closes itself
  event.preventDefault();
  void save(article);
});

window.addEventListener("beforeunload", (event) => {
  if (articles().some(touched)) event.preventDefault();
});

// A page that was left and is opened again begins where the marking has come to.
const first = articles().find((article) => !article.dataset.given) ?? articles()[0];
if (first === articles()[0]) {
  go(first, false);
  first?.focus({ preventScroll: true });
} else go(first);

/**
 * Which of our lessons a notebook is, and whether its code is still what the course ships.
 *
 * What runs by itself is compared as it stands, not by a hash: a lesson's code is a few short
 * lines, and a browser has no hashes on plain http.
 */
import shipped from "./shipped.js";

/** The mark that our lessons carry in their metadata. */
export const MARK = "running_muscles";

/**
 * @typedef {{ id: string, language?: string, title: string, code: string[] }} Lesson
 * @param {any} mark What a notebook has under `MARK`.
 * @param {Lesson[]} lessons
 * @returns {Lesson | null}
 */
export function lessonOf(mark, lessons = shipped) {
  return lessons.find(({ id, language }) => id === mark?.lesson && language === mark.language) ?? null;
}

/**
 * Whether every line of code is the lesson's own, in its order. Cells without a word run nothing:
 * JupyterLab adds one when somebody presses Shift+Enter at the end.
 * @param {Lesson} lesson @param {string[]} sources Of the code cells.
 */
export function isAsShipped(lesson, sources) {
  const written = sources.filter((source) => source.trim() !== "");
  return written.length === lesson.code.length && written.every((source, at) => source === lesson.code[at]);
}

/**
 * The lessons before and after this one, among the files of its folder.
 * @param {Lesson} lesson @param {string[]} files @param {Lesson[]} lessons
 */
export function neighbours(lesson, files, lessons = shipped) {
  const here = lessons.filter((one) => one === lesson || (one.language === lesson.language && files.includes(`${one.id}.ipynb`)));
  const at = here.indexOf(lesson);
  return { previous: here[at - 1] ?? null, next: here[at + 1] ?? null };
}

/** @param {Lesson} lesson */
export function numbered({ id, title }) {
  return `${parseInt(id, 10)} · ${title}`;
}

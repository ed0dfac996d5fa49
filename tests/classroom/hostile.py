"""A class that tries everything: one named hand-in per trick, and what it has earned.

Each entry changes a freshly fetched copy of the quiz 90-sample, which already lies where hand-ins
are graded. `marks` are those of the answers in it, whatever else it says; None means that there is
no mark, and then `state` says why. `sentence` is part of what an instructor reads about it.
"""

import json
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from classroom.bad.answers import (
    AT,
    FULL,
    GOOD,
    HOSTILE_TEXT,
    NOTHING,
    QUIZ,
    document,
    saved,
    with_one_bad,
    written,
)
from classroom.bad.notebooks import edited, graded, hostile_code, replaced

Marks = tuple[float | None, ...] | None
Change = Callable[[Path], None]

GRADED = "graded"
UNREADABLE = "answers unreadable"
REFUSED = "could not be graded"
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
# Written by any code of a hand-in that is run.
CANARY = "canary.txt"
RUNS = (
    "import pathlib\n"
    "for up in pathlib.Path.cwd().resolve().parents:\n"
    f"    (up / {CANARY!r}).write_text('ran')\n"
)


@dataclass(frozen=True)
class Trick:
    change: Change
    marks: Marks
    sentence: str = ""
    state: str = GRADED


def refused(change: Change, sentence: str) -> Trick:
    return Trick(change, None, sentence, REFUSED)


def unreadable(change: Change, sentence: str) -> Trick:
    return Trick(change, None, sentence, UNREADABLE)


def good_and(*changes: Change) -> Change:
    """All answers right, and something else."""

    def apply(folder: Path) -> None:
        saved(GOOD)(folder)
        for change in changes:
            change(folder)

    return apply


def answers(**changes: Any) -> Change:
    """All answers right, in a file that says something else as well."""
    return saved(GOOD, **changes)


def text(content: str) -> Change:
    return written(content.encode("utf-8", "surrogatepass"))


def file(name: str, content: bytes = b"x") -> Change:
    def change(folder: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_bytes(content)

    return change


def folder_named(name: str) -> Change:
    def change(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).mkdir(parents=True)

    return change


def link(name: str, target: str) -> Change:
    """A link to something in the class, or to any other place."""

    def change(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(folder.parents[2] / target)

    return change


def second_name(name: str, of: str) -> Change:
    def change(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        os.link(folder.parents[2] / of, folder / name)

    return change


def pipe(name: str) -> Change:
    def change(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        os.mkfifo(folder / name)

    return change


def door(folder: Path) -> None:
    here = Path.cwd()
    os.chdir(folder)  # the path of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind("responses.json")
    finally:
        os.chdir(here)


def sparse(name: str, size: int) -> Change:
    def change(folder: Path) -> None:
        with (folder / name).open("wb") as out:
            out.truncate(size)

    return change


def many_files(folder: Path) -> None:
    (folder / "many").mkdir()
    for number in range(10_000):
        os.close(os.open(folder / "many" / str(number), os.O_CREAT | os.O_WRONLY))


def deep_folders(folder: Path) -> None:
    (folder / Path(*"abcdefghijklmnopqrst")).mkdir(parents=True)


def the_folder_is_a_link(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))
    folder.symlink_to(folder.with_name("moved"))


def moved_answers(*names: str) -> Change:
    """All answers right, but under other names."""

    def change(folder: Path) -> None:
        saved(GOOD)(folder)
        data = (folder / "responses.json").read_bytes()
        (folder / "responses.json").unlink()
        for name in names:
            file(name, data)(folder)

    return change


def claims(notebook: dict[str, Any]) -> None:
    """Full marks a hundred times over, as outputs of the graded cells."""
    for cell in graded(notebook):
        cell["metadata"]["nbgrader"] |= {"points": 1000, "score": 1000, "locked": False}
        if cell["cell_type"] == "code":
            output = {"output_type": "execute_result", "metadata": {}, "execution_count": 1}
            cell["outputs"] = [output | {"data": {"text/plain": ["1000.0"]}}]


def foreign_kernel(notebook: dict[str, Any]) -> None:
    notebook["metadata"]["kernelspec"] = {
        "name": "../../evil", "display_name": SCRIPT, "language": "python",
    }  # fmt: skip


def claims_another_quiz(notebook: dict[str, Any]) -> None:
    notebook["metadata"]["running_muscles"] |= {"quiz": "../../bank/90-sample", "title": SCRIPT}


def entry(name: str, **parts: Any) -> Change:
    """All answers right, with one entry that says more than an answer."""
    raw = document(GOOD)
    raw["responses"][name] = raw["responses"].get(name, {}) | parts
    return text(json.dumps(raw))


def doubled(key: str, first: str, second: str) -> Change:
    whole = json.dumps(document(GOOD))
    return text(whole[:-1] + f', "{key}": {first}, "{key}": {second}}}')


WHOLE = json.dumps(document(GOOD))
REACHES_OUT = "a link to another file"

LINKS = {
    "link-answers": refused(link("responses.json", f"bank/{QUIZ}.yaml"), REACHES_OUT),
    "link-key-html": refused(good_and(link("key.html", f"bank/{QUIZ}.yaml")), REACHES_OUT),
    "link-book-html": refused(good_and(link("book.html", "gradebook.db")), REACHES_OUT),
    "link-page": refused(good_and(link(f"{QUIZ}.html", f"bank/{QUIZ}.yaml")), REACHES_OUT),
    "link-notebook": refused(good_and(link(f"{QUIZ}.ipynb", "gradebook.db")), REACHES_OUT),
    "link-folder": refused(good_and(link("all", ".")), REACHES_OUT),
    "link-dangling": refused(good_and(link("gone", "nowhere")), REACHES_OUT),
    "link-loop": refused(good_and(link("loop", "loop")), REACHES_OUT),
    "link-stamp": refused(good_and(link("timestamp.txt", "class.toml")), REACHES_OUT),
    "link-outside": refused(good_and(link("passwd.html", "/etc/passwd")), REACHES_OUT),
    "link-hand-in": refused(good_and(the_folder_is_a_link), "itself is a link"),
    "hard-link-book": refused(good_and(second_name("b.html", "gradebook.db")), "a second name"),
    "hard-link-answers": refused(second_name("responses.json", f"bank/{QUIZ}.yaml"), "second name"),
    "pipe-answers": refused(pipe("responses.json"), "a pipe or a device"),
    "pipe-beside": refused(good_and(pipe("notes.html")), "a pipe or a device"),
    "pipe-notebook": refused(good_and(pipe(f"{QUIZ}.ipynb")), "a pipe or a device"),
    "socket-answers": refused(door, "a pipe or a device"),
    "giant-file": refused(good_and(sparse("film.mp4", 300_000_000)), "too large: 'film.mp4'"),
    "giant-answers": unreadable(sparse("responses.json", 5_000_000), "larger than 256 kB"),
    "ten-thousand-files": refused(good_and(many_files), "more than 200 files"),
    "deep-folders": refused(good_and(deep_folders), "nested too deeply"),
    "answers-are-a-folder": unreadable(folder_named("responses.json"), "not a plain file"),
}

JSON = {
    "bomb-deep": unreadable(written(b"[" * 200_000), "nested too deeply"),
    "bomb-deep-answer": unreadable(
        text(f'{{"format": 1, "quiz": "{QUIZ}", "responses": ' + '{"a":' * 50_000), "nested"
    ),
    "bomb-wide": Trick(
        saved(GOOD | {f"q{number}": "x" for number in range(3_000)}), FULL, "more problems of this"
    ),
    "twice-responses": unreadable(doubled("responses", "{}", "{}"), "'responses' twice"),
    "twice-an-answer": unreadable(
        text(WHOLE.replace('"pick-red"', '"pick-red": {"value": "rust"}, "pick-red"')),
        "'pick-red' twice",
    ),
    "twice-a-value": unreadable(
        text(WHOLE.replace('"value": "blood"', '"value": "rust", "value": "blood"')),
        "'value' twice",
    ),
    "nan": Trick(
        with_one_bad("give-seconds", '{"number": NaN, "unit": "min"}'), (1, 2, 0, 3, 1, None),
        "not a finite number",
    ),
    "infinite": Trick(
        with_one_bad("give-seconds", '{"number": Infinity, "unit": "min"}'),
        (1, 2, 0, 3, 1, None), "not a finite number",
    ),
    "too-large-a-number": Trick(
        with_one_bad("give-seconds", '{"number": 1e999, "unit": "min"}'), (1, 2, 0, 3, 1, None),
        "not a finite number",
    ),
    "nine-thousand-digits": Trick(
        with_one_bad("give-seconds", '{"number": -%s, "unit": "min"}' % ("9" * 9_000)),
        (1, 2, 0, 3, 1, None), "not a finite number",
    ),
    "minus-nothing": Trick(
        with_one_bad("give-seconds", '{"number": -0.0, "unit": "min"}'), (1, 2, 0, 3, 1, None)
    ),
    "true-is-no-number": Trick(
        with_one_bad("give-seconds", '{"number": true, "unit": "h"}'), (1, 2, 0, 3, 1, None),
        "give-seconds",
    ),
    "number-in-text": Trick(
        with_one_bad("give-seconds", '{"number": "60", "unit": "min"}'), (1, 2, 0, 3, 1, None),
        "give-seconds",
    ),
    "hundred-thousand-letters": Trick(saved(GOOD | {"write-how": "a" * 100_000}), FULL),
    "null": unreadable(text("null"), "a format that this course does not know"),
    "a-word": unreadable(text('"full marks please"'), "a format that this course"),
    "a-number": unreadable(text("11"), "a format that this course"),
    "answers-in-a-list": unreadable(answers(responses=[]), "no list of answers"),
    "other-format": unreadable(answers(format="1"), "a format that this course"),
    "cut-short": unreadable(text(WHOLE[:-30]), "damaged or cut short"),
    "goes-on": unreadable(text(WHOLE + WHOLE), "damaged or cut short"),
    "zeros-inside": unreadable(text(WHOLE[:50] + "\0" * 9 + WHOLE[50:]), "damaged or cut short"),
    "comments": unreadable(text("// mine\n" + WHOLE), "damaged or cut short"),
    "byte-order-mark": Trick(written(b"\xef\xbb\xbf" + WHOLE.encode()), FULL),
    "utf-16": Trick(written(WHOLE.encode("utf-16")), FULL),
    "utf-16-big": Trick(written(b"\xfe\xff" + WHOLE.encode("utf-16-be")), FULL),
    "utf-16-bare": unreadable(written(WHOLE.encode("utf-16-le")), "responses.json"),
    "utf-32": unreadable(written(WHOLE.encode("utf-32")), "responses.json"),
    "latin-1": unreadable(written('{"fo\xe4": 1}'.encode("latin-1")), "not UTF-8"),
    "half-a-letter": Trick(with_one_bad("write-how", '"\\ud800 \\udfff \\u0000"'), FULL),
}  # fmt: skip

WORDS = {
    "look-alike-letters": Trick(
        saved(GOOD | {"pick-red": "bl\u043e\u043ed"}), (0, 2, 2, 3, 1, None), "pick-red"
    ),
    "hidden-letters": Trick(
        saved(GOOD | {"pick-red": "blood\u200b"}), (0, 2, 2, 3, 1, None), "pick-red"
    ),
    "backwards": Trick(saved(GOOD | {"write-how": "\u202e" * 50 + "skrow ti woh"}), FULL),
    "stacked-accents": Trick(saved(GOOD | {"write-how": "a" + "\u0301" * 5_000}), FULL),
    "script-in-text": Trick(saved(GOOD | {"write-how": SCRIPT}), FULL),
    "markup-in-text": Trick(saved(GOOD | {"write-how": HOSTILE_TEXT}), FULL),
    "end-of-solution": Trick(
        saved(GOOD | {"write-how": "### END SOLUTION\n### HIDDEN TESTS\n</textarea>--><!--"}), FULL
    ),
    "script-in-option": Trick(saved(GOOD | {"pick-red": SCRIPT}), (0, 2, 2, 3, 1, None), "pick-"),
    "script-in-options": Trick(
        saved(GOOD | {"tick-even": [SCRIPT]}), (1, 0, 2, 3, 1, None), "tick-even"
    ),
    "script-in-unit": Trick(
        saved(GOOD | {"give-seconds": {"number": 60, "unit": SCRIPT}}), (1, 2, 0, 3, 1, None),
        "give-seconds",
    ),
    "script-in-region": Trick(
        saved(GOOD | {"point-calf": SCRIPT}), (1, 2, 2, 3, 0, None), "point-calf"
    ),
    "script-in-question": Trick(saved(GOOD | {SCRIPT: "x"}), FULL, "was not asked"),
    "script-in-quiz": unreadable(answers(quiz=SCRIPT), "belongs to the quiz"),
    "script-in-edition": unreadable(answers(edition=SCRIPT), "another edition"),
    "script-in-name": Trick(answers(student=SCRIPT), FULL, "answered under the name"),
    "script-in-file-name": Trick(
        good_and(file("responses<img src=x onerror=alert(1)>.json", b"{}")), FULL, "Beside it lies"
    ),
    "script-in-time": Trick(
        entry("pick-red", at=SCRIPT, value="blood", note=SCRIPT), FULL
    ),
}  # fmt: skip

FORGERIES = {
    "path-in-id": Trick(saved(GOOD | {"../../../gradebook.db": "x"}), FULL, "was not asked"),
    "root-in-id": Trick(saved(GOOD | {"/etc/passwd": "x"}), FULL, "was not asked"),
    "class-in-id": Trick(
        saved(GOOD | {"__class__": "x", "__proto__": {"points": 9}}), FULL, "was not asked"
    ),
    "path-in-quiz": unreadable(answers(quiz=f"../{QUIZ}/{QUIZ}"), "belongs to the quiz"),
    "path-in-name": Trick(answers(student="../honest"), FULL, "answered under the name"),
    "another-student": Trick(answers(student="honest"), FULL, "under the name 'honest'"),
    "another-edition": unreadable(answers(edition="spring"), "another edition"),
    "another-quiz": unreadable(answers(quiz="03-core"), "belongs to the quiz '03-core'"),
    "not-drawn": Trick(
        saved({"pick-blue": "sky", "tick-odd": ["seven", "nine"]}), NOTHING, "was not asked"
    ),
    "slot-names": Trick(saved({"colour": "blood", "place": "x"}), NOTHING, "was not asked"),
    "claims-points": Trick(
        entry("pick-red", value="rust", points=100, score=100, correct=True, manual_score=100),
        (0, 2, 2, 3, 1, None),
    ),
    "claims-a-total": Trick(answers(score=1_000, max_score=1, points={"pick-red": 9}), FULL),
    "own-questions": Trick(
        good_and(file("questions.json", b'{"points": 1000, "slots": []}')), FULL
    ),
    "own-settings": Trick(
        good_and(
            file("nbgrader_config.py", RUNS.encode()), file("class.toml", b'edition = "mine"'),
            file("gradebook.db"), file("sitecustomize.py", RUNS.encode()),
            file("marked-by-hand.json", b"{}"), file("roster.csv", b"student_id\nme\n"),
        ),
        FULL,
    ),
    "own-bank": Trick(good_and(file(f"bank/{QUIZ}.yaml", b"quiz: mine")), FULL),
    "key-page": Trick(good_and(file("key.html", b"SECRET"), file("KEY.HTM", b"SECRET")), FULL),
    "own-feedback": Trick(good_and(file(f"{QUIZ}.html", SCRIPT.encode())), FULL),
    "page-below": Trick(good_and(file(f"{QUIZ}/x/{QUIZ}.html", SCRIPT.encode())), FULL),
}  # fmt: skip

NOTEBOOKS = {
    "giant-notebook": Trick(good_and(sparse(f"{QUIZ}.ipynb", 15_000_000)), FULL, "could not be"),
    "runs-code": Trick(edited(hostile_code(RUNS)), FULL, "deleted, added, copied or changed"),
    "leaves": Trick(edited(hostile_code("import os; os._exit(9)")), FULL, "deleted, added"),
    "never-ends": Trick(edited(hostile_code("while True: pass")), FULL, "deleted, added"),
    "claims-outputs": Trick(edited(claims), FULL, "deleted, added"),
    "foreign-kernel": Trick(edited(foreign_kernel), FULL),
    "claims-another-quiz": Trick(edited(claims_another_quiz), FULL),
    "notebook-is-a-list": Trick(replaced(b"[]"), FULL, "could not be read"),
    "notebook-of-tomorrow": Trick(
        replaced(b'{"nbformat": 99, "nbformat_minor": 9, "cells": [], "metadata": {}}'), FULL,
        "deleted, added",
    ),
    "deep-notebook": Trick(replaced(b"[" * 300_000), FULL, "could not be read"),
    "second-notebook": Trick(
        good_and(file("solve.ipynb", json.dumps({
            "nbformat": 4, "nbformat_minor": 5, "metadata": {},
            "cells": [{"cell_type": "code", "id": "a", "metadata": {}, "outputs": [],
                       "execution_count": None, "source": RUNS}],
        }).encode())),
        FULL,
    ),
    "notebook-is-a-folder": Trick(good_and(folder_named(f"{QUIZ}.ipynb")), FULL, "notebook"),
}  # fmt: skip

TIMES = {
    "stamp-garbage": Trick(good_and(file("timestamp.txt", b"soon")), FULL, "which is no time"),
    "stamp-empty": Trick(good_and(file("timestamp.txt", b"")), FULL),
    "stamp-bytes": Trick(good_and(file("timestamp.txt", bytes(range(256)))), FULL, "no time"),
    "stamp-folder": Trick(good_and(folder_named("timestamp.txt")), FULL),
    "stamp-giant": Trick(good_and(file("timestamp.txt", b"2026 " * 100_000)), FULL),
    "stamp-overflow": Trick(good_and(file("timestamp.txt", b"9" * 30)), FULL, "no time"),
    "stamp-year-one": Trick(
        good_and(file("timestamp.txt", b"0001-01-01 00:00:00 +2300")), FULL, "no time"
    ),
    "stamp-far-off": Trick(good_and(file("timestamp.txt", b"9999-12-31 23:59:59 UTC")), FULL),
    "secret-folder": Trick(good_and(folder_named("submission_secret.txt")), FULL),
    "secret-bytes": Trick(good_and(file("submission_secret.txt", b"\xff\xfe")), FULL),
}

PLACES = {
    "downloaded-again": Trick(moved_answers("responses (1).json"), FULL, "were read from"),
    "in-a-folder": Trick(moved_answers("my quiz/responses.json"), FULL, "were read from"),
    "shouted": Trick(moved_answers("RESPONSES.JSON.txt"), FULL, "were read from"),
    "two-copies": unreadable(
        moved_answers("responses (1).json", "responses (2).json"), "more than one file"
    ),
    "nothing": unreadable(lambda _folder: None, "There is no responses.json"),
}

# Names that a folder may have, and that something may trip over.
NAMES = [
    "o'brien", 'quo"te', "a b", "semi;colon", "$(touch canary.txt)", "-rf", "--force", "100%",
    "\u00e9\u00e8 \u4e2d", "{student}", "%s", "<b>bold", "a,b", "#1", "x" * 200, "a[1]",
]  # fmt: skip

CLASS: dict[str, Trick] = {
    "honest": Trick(saved(GOOD, student="honest"), FULL),
    **LINKS,
    **JSON,
    **WORDS,
    **FORGERIES,
    **NOTEBOOKS,
    **TIMES,
    **PLACES,
    **{name: Trick(saved(GOOD), FULL) for name in NAMES},
    # nbgrader's patterns end at a line, so a name that goes on cannot be one.
    "new\nline": refused(saved(GOOD), "no id of a student"),
}
assert AT  # the moment that all answers carry

"""Grade 60 made-up submissions of one quiz twice: our way, and by nbgrader's own execution.

Both runs use the same questions, the same answers and ``nbgrader autograde``. The stock course
marks with hidden tests in its graded cells, which a kernel executes for each submission. Prints
CPU and wall time of both, their ratio, and that the gradebooks agree mark for mark.

Run: python bench/grading.py [number of submissions]
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from running_muscles.quiz import build
from running_muscles.quiz.bank import load
from running_muscles.quiz.draw import draw
from running_muscles.quiz.notebook import as_text, notebook
from running_muscles.quiz.public import public
from running_muscles.quiz.questions import Question, Text

REPOSITORY = Path(__file__).parents[1]
QUIZ = "03-core"
AT = "2026-11-21T10:00:00.000Z"
# A locked cell: what an author of a stock quiz would write once.
SETUP = """\
import json
from pathlib import Path
from running_muscles.quiz.bank import load
from running_muscles.quiz.scoring import score
bank = load(Path({bank!r}), against_schema=False)
responses = json.loads(Path("responses.json").read_text())["responses"]
"""
GRADE = """\
answer = responses.get({question!r}, {{}}).get("value")
### BEGIN HIDDEN TESTS
score(bank.question({question!r}), answer).points
### END HIDDEN TESTS
"""


def answers(questions: tuple[Question, ...], student: int) -> dict[str, Any]:
    """Return made-up answers, from all right to all but one wrong or left out."""
    given: dict[str, Any] = {}
    for number, question in enumerate(questions):
        turn = (student + number) % 4
        if turn == 3:
            continue
        given[question.id] = _answer(question, turn)
    return given


def _answer(question: Question, turn: int) -> Any:
    shown = public(question)
    if "options" in shown:
        ids = [option["id"] for option in shown["options"]]
        return ids[turn] if question.type == "single" else ids[: turn + 1]
    if "items" in shown:
        ids = [item["id"] for item in shown["items"]]
        return ids[turn:] + ids[:turn]
    if "units" in shown:
        return {"number": getattr(question, "value", 0.0) * (1 + turn), "unit": shown["units"][0]}
    return "spine" if question.type == "hotspot" else f"A sentence about running, number {turn}."


def stock_notebook(document: dict[str, Any], questions: tuple[Question, ...], bank: Path) -> None:
    """Turn our quiz into one that a kernel marks."""
    graded = {question.id for question in questions if not isinstance(question, Text)}
    del document["metadata"]["running_muscles"]
    for cell in document["cells"]:
        if cell["id"] == "quiz-setup":
            cell["source"] = SETUP.format(bank=str(bank))
        elif cell["id"] in graded:
            cell["source"] = GRADE.format(question=cell["id"])
        elif cell["cell_type"] == "code":
            cell["source"] = ""


def prepare(folder: Path, ours: bool, students: int) -> tuple[Question, ...]:
    """Set up a course with submissions; return its questions."""
    bank = load(REPOSITORY / "assessments" / "bank" / f"{QUIZ}.yaml")
    questions = draw(bank)
    (folder / "bank").mkdir(parents=True)
    shutil.copy(bank.path, folder / "bank")
    build.write(build.built(bank, folder))
    config = (REPOSITORY / "assessments" / "nbgrader_config.py").read_text(encoding="utf-8")
    if not ours:
        config += "\ndel c.Autograde\n"
        document = notebook(bank, questions)
        stock_notebook(document, questions, bank.path)
        (folder / "source" / QUIZ / f"{QUIZ}.ipynb").write_text(as_text(document), "utf-8")
    (folder / "nbgrader_config.py").write_text(config, encoding="utf-8")
    nbgrader(folder, "generate_assignment", QUIZ)
    for student in range(students):
        submission = folder / "submitted" / f"student-{student:02}" / QUIZ
        shutil.copytree(folder / "release" / QUIZ, submission)
        entries = {
            name: {"value": value, "at": AT} for name, value in answers(questions, student).items()
        }
        responses = {"format": 1, "quiz": QUIZ, "responses": entries}
        (submission / "responses.json").write_text(json.dumps(responses), encoding="utf-8")
    return questions


def nbgrader(folder: Path, *argv: str) -> tuple[float, float]:
    """Run a command; return its wall and CPU seconds, kernels included."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *argv],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
    )
    if done.returncode:
        sys.exit(f"nbgrader {' '.join(argv)} failed:\n{done.stderr[-3000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, cpu


def marks(folder: Path, graded: set[str]) -> dict[tuple[str, str], float]:
    """Return the marks given by machine: (student, question) -> points."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        return {
            (submission.student.id, grade.name): grade.auto_score
            for submission in gradebook.assignment_submissions(QUIZ)
            for notebook_ in submission.notebooks
            for grade in notebook_.grades
            if grade.name in graded
        }


def main() -> None:
    """Run both courses one after the other and print the comparison."""
    students = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as temporary:
        times, books = {}, {}
        for name, ours in (("ours", True), ("stock", False)):
            folder = Path(temporary) / name
            questions = prepare(folder, ours, students)
            times[name] = nbgrader(folder, "autograde", QUIZ)
            graded = {q.id for q in questions if not isinstance(q, Text)}
            books[name] = marks(folder, graded)
    print(f"nbgrader autograde {QUIZ}: {students} submissions, {len(questions)} questions")
    print(f"{'':8}{'wall s':>10}{'CPU s':>10}{'CPU s each':>12}")
    for name, (wall, cpu) in times.items():
        print(f"{name:8}{wall:10.1f}{cpu:10.1f}{cpu / students:12.2f}")
    ratios = [stock / ours for ours, stock in zip(times["ours"], times["stock"], strict=True)]
    print(f"{'ratio':8}{ratios[0]:10.1f}{ratios[1]:10.1f}")
    differing = sum(books["ours"][key] != books["stock"].get(key) for key in books["ours"])
    print(f"{len(books['ours'])} marks by machine, {differing} differ")
    if differing or len(books["ours"]) != len(books["stock"]):
        sys.exit(1)


if __name__ == "__main__":
    main()

"""Grade made-up classes our way, and a sample of 20 by nbgrader's own execution, side by side.

All runs use the same bank, the same draws and the same answers. The stock course marks with
hidden tests in its graded cells, which a kernel executes for each hand-in. Prints hand-ins a
second, CPU and memory of each run, the ratios, and that the gradebooks agree mark for mark.

Run: python -m bench.grading [sizes of our classes ...]
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from running_muscles.quiz import build
from running_muscles.quiz.bank import load
from running_muscles.quiz.notebook import as_text, notebook
from running_muscles.quiz.public import load as load_public
from running_muscles.quiz.questions import Text

REPOSITORY = Path(__file__).parents[1]
QUIZ = "03-core"
AT = "2026-11-21T10:00:00.000Z"
SIZES = (60, 240, 1000, 5000)
SAMPLE = 20
# A locked cell: what an author of a stock quiz would write once.
SETUP = """\
import getpass, json
from pathlib import Path
from running_muscles.quiz.bank import load
from running_muscles.quiz.draw import seed
from running_muscles.quiz.public import load as load_public
from running_muscles.quiz.scoring import score
from running_muscles.quiz.variants import as_asked
bank = load(Path({bank!r}), against_schema=False)
quiz = load_public(Path("questions.json"))
handed_in = json.loads(Path("responses.json").read_text())
student, responses = handed_in["student"], handed_in["responses"]
asked = quiz.asked(student)
"""
GRADE = """\
name = asked[{slot!r}]["id"]
question = as_asked(bank.question(name), seed(quiz.edition, quiz.quiz, student, name))
answer = responses.get(name, {{}}).get("value")
### BEGIN HIDDEN TESTS
score(question, answer).points
### END HIDDEN TESTS
"""


@dataclass(frozen=True)
class Run:
    """One run of a command over a class."""

    students: int
    wall: float
    cpu: float
    peak_mb: float

    def row(self, what: str) -> str:
        """Return the run as a row of the table."""
        return (
            f"{what:<24}{self.students:>8}{self.wall:>9.1f}{self.cpu:>9.1f}"
            f"{self.students / self.wall:>12.1f}{1000 * self.cpu / self.students:>12.1f}"
            f"{self.peak_mb:>9.0f}"
        )


def answers(asked: dict[str, dict[str, Any]], student: int) -> dict[str, Any]:
    """Return made-up answers by question, from all right to all but one wrong or left out."""
    given: dict[str, Any] = {}
    for number, question in enumerate(asked.values()):
        turn = (student + number) % 4
        if turn < 3:
            given[question["id"]] = _answer(question, turn)
    return given


def _answer(question: dict[str, Any], turn: int) -> Any:
    if "options" in question:
        ids = [option["id"] for option in question["options"]]
        return ids[turn] if question["type"] == "single" else ids[: turn + 1]
    if "items" in question:
        ids = [item["id"] for item in question["items"]]
        return ids[turn:] + ids[:turn]
    if "units" in question:
        return {"number": 10.0 * (1 + turn), "unit": question["units"][0]}
    if question["type"] == "hotspot":
        return "spine"
    return f"A sentence about running, number {turn}."


def stock_notebook(document: dict[str, Any], written: str, bank: Path) -> None:
    """Turn our quiz into one that a kernel marks."""
    del document["metadata"]["running_muscles"]
    for cell in document["cells"]:
        graded = cell["metadata"].get("nbgrader", {}).get("grade")
        if cell["id"] == "quiz-setup":
            cell["source"] = SETUP.format(bank=str(bank))
        elif graded and cell["id"] != written:
            cell["source"] = GRADE.format(slot=cell["id"])
        elif cell["cell_type"] == "code":
            cell["source"] = ""


def prepare(folder: Path, ours: bool, students: int) -> None:
    """Set up a course with hand-ins."""
    bank = load(REPOSITORY / "assessments" / "bank" / f"{QUIZ}.yaml")
    (folder / "bank").mkdir(parents=True)
    shutil.copy(bank.path, folder / "bank")
    build.write(build.built(bank, folder))
    config = (REPOSITORY / "assessments" / "nbgrader_config.py").read_text(encoding="utf-8")
    if not ours:
        config += "\ndel c.Autograde\n"
        document = notebook(bank)
        written = next(q.slot for q in bank.questions if isinstance(q, Text))
        stock_notebook(document, written, bank.path)
        (folder / "source" / QUIZ / f"{QUIZ}.ipynb").write_text(as_text(document), "utf-8")
    (folder / "nbgrader_config.py").write_text(config, encoding="utf-8")
    run(folder, 0, sys.executable, "-m", "nbgrader", "generate_assignment", QUIZ)
    quiz = load_public(folder / "release" / QUIZ / "questions.json")
    for number in range(students):
        student = f"student-{number:04}"
        submission = folder / "submitted" / student / QUIZ
        shutil.copytree(folder / "release" / QUIZ, submission)
        entries = {
            name: {"value": value, "at": AT}
            for name, value in answers(quiz.asked(student), number).items()
        }
        responses = {
            "format": 1, "quiz": QUIZ, "edition": quiz.edition, "student": student,
            "responses": entries,
        }  # fmt: skip
        (submission / "responses.json").write_text(json.dumps(responses), encoding="utf-8")


def run(folder: Path, students: int, *argv: str) -> Run:
    """Run a command; what it costs includes its kernels and workers."""
    start = time.perf_counter()
    process = subprocess.Popen(
        argv,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
    )
    assert process.stdout
    said = process.stdout.read()
    _, code, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if code != 0:
        raise SystemExit(said.decode("utf-8", "replace")[-2000:])
    # The peak is that of the process itself, which is all of ours; stock kernels come on top.
    return Run(students, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def ours(folder: Path, students: int, *argv: str) -> Run:
    """Run a command of ours."""
    return run(folder, students, str(Path(sys.executable).with_name("running-muscles")), *argv)


def marks(folder: Path) -> dict[tuple[str, str], float | None]:
    """Return the marks that a machine gave, by student and cell; a written answer has none."""
    query = """
        SELECT s.student_id, c.name, g.auto_score FROM grade g
        JOIN base_cell c ON c.id = g.cell_id
        JOIN submitted_notebook n ON n.id = g.notebook_id
        JOIN submitted_assignment s ON s.id = n.assignment_id
        JOIN grade_cells graded ON graded.id = c.id WHERE graded.cell_type = 'code'"""
    with sqlite3.connect(folder / "gradebook.db") as base:
        return {(student, cell): score for student, cell, score in base.execute(query)}


def main(sizes: tuple[int, ...]) -> None:
    """Run all of it and print the table."""
    with tempfile.TemporaryDirectory() as root:
        stock_folder = Path(root) / "stock"
        prepare(stock_folder, ours=False, students=SAMPLE)
        stock = run(stock_folder, SAMPLE, sys.executable, "-m", "nbgrader", "autograde", QUIZ)
        head = (
            "run                     hand-ins   wall s    CPU s    a second  CPU ms each  peak MB"
        )
        print(head, stock.row("stock execution"), sep="\n", flush=True)
        wanted, ratios = marks(stock_folder), []
        for size in sizes:
            folder = Path(root) / f"ours-{size}"
            prepare(folder, ours=True, students=size)
            own = ours(folder, size, "grade", QUIZ)
            print(own.row("running-muscles grade"), flush=True)
            ratios.append((size, (size / own.wall) / (SAMPLE / stock.wall)))
            got = marks(folder)
            differ = sum(got.get(key) != score for key, score in wanted.items())
            print(f"  marks compared {len(wanted)}, differ {differ}", flush=True)
            if size == 1000:
                page = ours(folder, size, "feedback", QUIZ)
                print(page.row("running-muscles feedback"), flush=True)
                twice = ours(folder, size, "grade", QUIZ, "--again", "--workers", "2")
                print(twice.row("  again, two workers"), flush=True)
            shutil.rmtree(folder)
        for size, ratio in ratios:
            print(f"{size} hand-ins: {ratio:.0f} times the throughput of stock execution")


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)

"""Answers on paper, typed by their numbers: scored by each student's draw, over nothing that is."""

import csv
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from classroom.conftest import Classroom
from classroom.made_up_class import ASSESSMENTS, STUDENTS, asked, mark, paper
from running_muscles import cli
from running_muscles.quiz import public
from running_muscles.quiz.printed import places, sheet

pytestmark = pytest.mark.classroom
FEW = list(STUDENTS)[:3]
QUIZ = "05-quadriceps"  # has questions of the kinds that are answered row by row


def run(*words: str | Path) -> tuple[int, str]:
    if not any(group.name == "quiz" for group in cli.app.registered_groups):
        cli._add_quiz()
    done = CliRunner().invoke(cli.app, list(map(str, words)))
    return done.exit_code, done.output


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory, nbgrader: "subprocess.Popen[str]") -> Classroom:
    """A class whose quiz was printed, and of which nothing is handed in."""
    made = Classroom(tmp_path_factory.mktemp("paper"), nbgrader)
    for part in ("bank", f"source/{QUIZ}"):
        shutil.copytree(ASSESSMENTS / part, made.assessments / part)
    shutil.copy(ASSESSMENTS / "nbgrader_config.py", made.assessments)
    roster = "\n".join(["student_id", *STUDENTS])
    (made.assessments / "roster.csv").write_text(roster, encoding="utf-8")
    made.run(made.teach("generate_assignment", QUIZ))
    code, said = run("quiz", "print", QUIZ, "--course", made.assessments)
    assert code == 0, said
    return made


def typed(entry: dict[str, Any], value: Any) -> str:
    """What somebody types who reads an answer off the student's own sheet."""
    kind = entry["type"]
    if value is None:
        return ""
    if kind == "numeric":
        return f"{value['number']!r} {value['unit']}"
    if kind in ("single", "multiple"):
        names = [one["id"] for one in entry["options"]]
        chosen = value if isinstance(value, list) else [value]
        return " ".join(str(names.index(name) + 1) for name in chosen)
    if kind == "order":
        return " ".join(str(value.index(item["id"]) + 1) for item in entry["items"])
    if kind == "hotspot":
        return str(places.numbers(entry["view"])[value])
    return " ".join(_blank(entry, row["id"], value) for row in entry.get("rows") or entry["gaps"])


def _blank(entry: dict[str, Any], row: str, value: dict[str, str]) -> str:
    if row not in value:
        return "-"
    if entry["type"] == "labels":
        return str(places.numbers(entry["view"])[value[row]])
    listed = entry.get("choices") or next(
        gap["options"] for gap in entry["gaps"] if gap["id"] == row
    )
    return str([one["id"] for one in listed].index(value[row]) + 1)


def table(folder: Path, students: list[str], change: dict[tuple[str, int], str] = {}) -> Path:  # noqa: B006
    """The typed table of a class; some cells otherwise."""
    quiz = public.load(ASSESSMENTS / "source" / QUIZ / "questions.json")
    path = folder / "typed.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["student_id", *range(1, len(quiz.slots) + 1)])
        for student in students:
            own, cells = paper(QUIZ, student), []
            for at, entry in enumerate(sheet.asked(quiz, student).values(), 1):
                value = own.answers.get(entry["id"])
                text = typed(entry, value) if entry["type"] != "text" else ""
                if entry["type"] == "text" and value is not None:
                    text = f"{float(own.by_hand):g}"
                cells.append(change.get((student, at), text))
            writer.writerow([student, *cells])
    return path


def test_typed_answers_earn_what_they_would_on_the_screen(empty: Classroom, tmp_path: Path) -> None:
    twin = empty.copy(tmp_path)
    course = ("--course", twin.assessments)
    file = table(tmp_path, list(STUDENTS))
    at = ("--at", "2026-12-01 10:00+00:00")
    code, said = run("grade", QUIZ, "--from-paper", file, *at, *course)
    assert (code, "20 sheets of paper taken." in said) == (0, True), said
    kinds = set()
    for student in STUDENTS:
        own = paper(QUIZ, student)
        expected = {}
        for question in asked(QUIZ, student):
            value = own.answers.get(question["id"])
            kinds |= {question["type"]} if value is not None else set()
            by_hand = float(own.by_hand) if value is not None else 0
            written = question["type"] == "text"
            expected[question["slot"]] = by_hand if written else mark(question, value)
        assert twin.marks(student, QUIZ) == pytest.approx(expected, abs=1e-9), student
    assert {"match", "gaps", "order", "numeric", "single", "multiple", "text"} <= kinds
    stamp = twin.assessments / "submitted" / "student-01" / QUIZ / "timestamp.txt"
    assert stamp.read_text(encoding="utf-8").startswith("2026-12-01 10:00:00")
    assert run("quiz", "status", QUIZ, *course)[1].count("  graded  ") == 20

    # A second time, nothing is written over.
    before = (twin.assessments / "gradebook.db").read_bytes()
    changed = table(tmp_path, ["student-02"], {("student-02", 10): "0"})
    code, said = run("grade", QUIZ, "--from-paper", changed, *course)
    assert (code, "student-02 handed 05-quadriceps in already" in said) == (1, True)
    assert (twin.assessments / "gradebook.db").read_bytes() == before


WRONG = {
    "a student": (
        lambda text: text.replace("student-03", "stranger"),
        "line 4: 'stranger' is nobody",
    ),
    "twice": (lambda text: text.replace("student-03", "student-02"), "stands here a second time"),
    "a column": (lambda text: text.replace("student_id,1", "student_id,11"), "the column '11'"),
    "no ids": (lambda text: text.replace("student_id", "2"), "line 1: "),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_table_is_named_and_nothing_is_taken(
    empty: Classroom, tmp_path: Path, what: str
) -> None:
    change, sentence = WRONG[what]
    path = table(tmp_path, FEW)
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
    refused(empty, path, sentence)


def refused(room: Classroom, path: Path, sentence: str) -> None:
    code, said = run("grade", QUIZ, "--from-paper", path, "--course", room.assessments)
    assert code == 1
    assert sentence in " ".join(said.split())
    assert "Traceback" not in said
    assert not (room.assessments / "submitted").exists()


@pytest.mark.parametrize(("text", "at"), [("99", 1), ("x", 4), ("-1", 10), ("=1+1", 10)])
def test_a_wrong_cell_is_named_with_line_and_column(
    empty: Classroom, tmp_path: Path, text: str, at: int
) -> None:
    path = table(tmp_path, FEW, {("student-02", at): text})
    refused(empty, path, f"typed.csv, line 3, column {at}: question {at} of student-02")


def test_a_mark_that_stands_is_left(empty: Classroom, tmp_path: Path) -> None:
    twin = empty.copy(tmp_path)
    course = ("--course", twin.assessments)
    assert run("grade", QUIZ, "--from-paper", table(tmp_path, ["student-01"]), *course)[0] == 0
    from running_muscles.classroom.folder import Classroom as Ours
    from running_muscles.classroom.from_paper import Paper, give_points

    before = twin.marks("student-01", QUIZ)
    told = give_points(Ours.of(twin.assessments), QUIZ, [Paper("student-01", {}, {"written": 0.5})])
    assert "student-01: the written answer has a mark already" in told[0]
    assert twin.marks("student-01", QUIZ) == before
    saved = twin.assessments / "submitted/student-01" / QUIZ / "responses.json"
    assert json.loads(saved.read_text(encoding="utf-8"))["student"] == "student-01"

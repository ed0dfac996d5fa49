"""A class that prints a quiz and sits an exam."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from classroom.conftest import REPOSITORY
from running_muscles import cli
from running_muscles.classroom import new
from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.source import QuizSource, quiz_source
from running_muscles.cli import app
from running_muscles.quiz.answers_file import Responses
from running_muscles.quiz.questions import Hotspot, Multiple, Numeric, Order, Question, Single

LESSONS = ("03-core", "08-calves", "12-your-plan")
ROSTER = """\
student_id,first_name,last_name,extra_minutes
ada,Ada,Lovelace,
bob,Bob,Olinger,30
cem,Cem,Öz,
"""


def run(*argv: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, argv)
    return result.exit_code, result.output


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of three with the quizzes of three lessons, as `class new` makes it."""
    if not any(group.name == "quiz" for group in app.registered_groups):
        cli._add_quiz()
    root = tmp_path_factory.mktemp("exam")
    (root / "students.csv").write_text(ROSTER, encoding="utf-8")
    (root / "bank").mkdir()
    for quiz in LESSONS:
        shutil.copy(REPOSITORY / "assessments" / "bank" / f"{quiz}.yaml", root / "bank")
    new.make(root / "class", root / "bank", root / "students.csv")
    return root / "class"


def test_print_writes_sheets_and_keys_apart_and_nothing_over_them(made: Path) -> None:
    course = f"--course={made}"
    code, told = run("quiz", "print", "03-core", "--paper", "letter", course)
    assert (code, "03-core.html: 3 sheets." in told) == (0, True)
    sheets, keys = made / "print" / "03-core.html", made / "print" / "03-core-keys.html"
    assert "size: letter;" in sheets.read_text(encoding="utf-8")
    before = keys.read_bytes()
    code, told = run("quiz", "print", "03-core", course)
    assert code == 1
    assert "is there already, and sheets may be handed out." in told
    assert keys.read_bytes() == before
    assert run("quiz", "print", "03-core", "--force", course)[0] == 0
    assert "size: A4;" in keys.read_text(encoding="utf-8")


def test_print_refuses_what_it_cannot_print(made: Path) -> None:
    course = f"--course={made}"
    assert "holds no quiz '99-none' of this course" in run("quiz", "print", "99-none", course)[1]
    code, told = run("quiz", "print", "03-core", "--paper", "a3", course)
    assert (code, told) == (1, "There is no paper 'a3'. Choose one of: a4, letter.\n")
    code, told = run("quiz", "print", "03-core", "--students", "nobody.csv", course)
    assert code == 1
    assert "nobody.csv" in told


WHY = "Set by four instructors on 3 May, each slot judged by itself."
EXAM = ("exam", "build", "final", "--cut", "60", "--why", WHY)


def test_no_cut_score_is_made_up(made: Path) -> None:
    for argv in (["--why", WHY], ["--cut", "60"], ["--cut", "0", "--why", WHY]):
        code, told = run("exam", "build", "final", *argv, f"--course={made}")
        assert code == 1
        assert "An exam needs a cut score that your academy has set" in told
    code, told = run("exam", "build", "Final!", "--cut", "60", "--why", WHY, f"--course={made}")
    assert (code, "'Final!' cannot name an exam." in told) == (1, True)
    assert not (made / "exams").exists()


def right(question: Question) -> Any:
    """The right answer in the form of responses.json."""
    if isinstance(question, Single):
        return next(option.id for option in question.options if option.correct)
    if isinstance(question, Multiple):
        return [option.id for option in question.options if option.correct]
    if isinstance(question, Numeric):
        return {"number": question.value, "unit": question.unit}
    if isinstance(question, Order):
        return [item.id for item in question.items]
    if isinstance(question, Hotspot):
        return next(region.id for region in question.regions if region.correct)
    return "The plan holds what the answer needs."


def answer(made: Path, source: QuizSource, student: str, slots: list[str]) -> Path:
    """Hand in what a student has answered rightly in some slots."""
    folder = made / "submitted" / student / source.quiz
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(made / "release" / source.quiz, folder)
    (folder / "timestamp.txt").write_text("2026-11-21 10:00:00.000000 UTC", encoding="utf-8")
    responses = Responses(folder / "responses.json", source.quiz, source.released.edition, student)
    for slot, question in source.asked(student).items():
        if slot in slots:
            responses.set(question.id, right(question), "2026-11-21T09:50:00.000Z")
    return folder


def nbgrade(process: subprocess.Popen[str], folder: Path, *argv: str) -> dict[str, Any]:
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps([{"cwd": str(folder), "argv": argv}]) + "\n")
    process.stdin.flush()
    (done,) = json.loads(process.stdout.readline())
    return dict(done)


def test_a_final_exam_is_drawn_sat_marked_and_reported(
    made: Path, nbgrader: subprocess.Popen[str]
) -> None:
    course = f"--course={made}"
    code, told = run(*EXAM, course)
    assert code == 0, told
    assert "questions from 3 lessons, 40 points; passed with 24 (60%)." in told
    assert "are public with their keys." in told
    plan = (made / "exams" / "final.toml").read_bytes()
    code, told = run(*EXAM, course)
    assert (code, "is there already. Choose another name" in told) == (1, True)
    assert run(*EXAM, "--force", course)[0] == 0
    assert (made / "exams" / "final.toml").read_bytes() == plan
    assert "final: an exam of" in run("quiz", "check", course)[1]
    assert run("quiz", "build", "--check", course)[0] == 0

    done = nbgrade(nbgrader, made, "generate_assignment", "final")
    assert done["code"] == 0, done["log"]
    code, told = run(*EXAM, "--force", course)
    assert (code, "is handed out, so it stays as it is." in told) == (1, True)

    source = quiz_source(Classroom.of(made).coursedir, "final", "final")
    assert source is not None
    assert source.cut is not None
    slots = list(source.slots)
    by_hand = [slot for slot, one in source.asked("ada").items() if one.type == "text"]
    answer(made, source, "ada", slots)
    answer(made, source, "bob", [slot for slot in slots if slot not in by_hand][:6])
    code, told = run("grade", "final", course)
    assert (code, told.splitlines()[0]) == (0, "2 graded.")
    code, told = run("feedback", "final", course)
    assert (code, told.splitlines()[0]) == (0, "2 pages written, 0 are as they were.")
    page = (made / "feedback" / "ada" / "final" / "final.html").read_text(encoding="utf-8")
    assert "<b>Passed.</b> The exam is passed with 24 points (60%). Why so many: " + WHY in page
    page = (made / "feedback" / "bob" / "final" / "final.html").read_text(encoding="utf-8")
    assert "<b>Not passed.</b> The exam is passed with 24 points" in page
    code, told = run("report", "final", f"--class={made}")
    assert code == 0, told
    page = (made / "reports" / "final.html").read_text(encoding="utf-8")
    assert "Cut score: <b>24 of 40 points</b> (60%). 1 passed, 1 did not." in page
    assert WHY in page
    told = run("quiz", "status", "final", course)[1]
    assert "cem  not submitted  0 of 40" in told

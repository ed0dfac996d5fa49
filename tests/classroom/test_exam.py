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
from running_muscles.classroom import new, settings
from running_muscles.classroom.export import grades
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


def answer(made: Path, source: QuizSource, student: str, slots: list[str], begun: str = "") -> Path:
    """Hand in what a student has answered rightly in some slots, at ten o'clock."""
    folder = made / "submitted" / student / source.quiz
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(made / "release" / source.quiz, folder)
    (folder / "timestamp.txt").write_text("2026-11-21 10:00:00.000000 UTC", encoding="utf-8")
    responses = Responses(folder / "responses.json", source.quiz, source.released.edition, student)
    for slot, question in source.asked(student).items():
        if slot in slots:
            responses.set(question.id, right(question), "2026-11-21T09:50:00.000Z")
    if begun:
        responses.begin(begun)
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


def sit(made: Path, opens: str, closes: str) -> None:
    """Make 03-core an exam of an hour."""
    path = made / "class.toml"
    before = path.read_text(encoding="utf-8").split("\n[quiz.")[0]
    lines = ('kind = "exam"', f"opens = {opens}", f"closes = {closes}", "minutes = 60", "")
    path.write_text("\n".join((before, "[quiz.03-core]", *lines)), encoding="utf-8")


def test_an_exam_is_judged_by_the_stamp_and_gives_no_feedback_before_it_has_closed(
    made: Path, nbgrader: subprocess.Popen[str]
) -> None:
    course = f"--course={made}"
    # The window closes at half past nine, and for Bob half an hour later.
    sit(made, "2026-11-21T08:00:00Z", "2026-11-21T10:30:00+01:00")
    assert run("quiz", "build", course)[0] == 0
    done = nbgrade(nbgrader, made, "generate_assignment", "03-core")
    assert done["code"] == 0, done["log"]
    source = quiz_source(Classroom.of(made).coursedir, "03-core", "03-core")
    assert source is not None
    slots = list(source.slots)
    for student, begun in (("ada", ""), ("bob", "2026-11-21T08:45:00Z"), ("cem", "")):
        answer(made, source, student, slots, begun)
    (made / "submitted" / "cem" / "03-core" / "timestamp.txt").unlink()
    assert run("grade", "03-core", course)[0] == 0

    told = run("quiz", "status", "03-core", course)[1]
    assert "ada: It was handed in 30 min after the exam had closed." in told
    assert "bob  needs marking" in told
    assert "It was handed in" not in told.split("ada: ")[0].split("bob  ")[0]
    rows = {row["student_id"]: row for row in exported(made)}
    assert rows["ada"]["exam_time"] == "after the exam had closed"
    assert rows["ada"]["score"] == rows["ada"]["raw_score"] > 0
    assert rows["bob"]["exam_time"] == "in time"
    assert rows["cem"]["exam_time"] == "time not known"
    # Bob has 90 minutes; begun at a quarter past eight, it was too long.
    answer(made, source, "bob", slots, "2026-11-21T08:15:00Z")
    rows = {row["student_id"]: row for row in exported(made)}
    assert rows["bob"]["exam_time"] == "over the time limit"
    assert "1 h 45 min from first seeing the exam" in rows["bob"]["note"]
    assert rows["bob"]["score"] > 0

    assert run("feedback", "03-core", course)[0] == 0
    page = (made / "feedback" / "ada" / "03-core" / "03-core.html").read_text(encoding="utf-8")
    assert "It was handed in 30 min after the exam had closed. The points are" in page

    # As if it were still open: neither our command nor nbgrader's gives anything away.
    sit(made, "2026-11-21T08:00:00Z", "2999-12-01T12:00:00Z")
    shutil.rmtree(made / "feedback")
    code, told = run("feedback", "03-core", course)
    assert code == 1
    assert "an exam that is open until 2999-12-01 12:30 UTC, the longest extra time (30" in told
    for command in ("generate_feedback", "release_feedback"):
        done = nbgrade(nbgrader, made, command, "03-core", f"--Exchange.root={made.parent}")
        assert done["code"] != 0
        assert "is an exam that is open until 2999-12-01 12:30 UTC" in done["log"]
    assert not list(made.glob("feedback/*/*/*.html"))


def exported(made: Path) -> list[dict[str, Any]]:
    classroom = Classroom.of(made)
    with classroom.gradebook() as gradebook:
        return list(grades(gradebook, classroom, {"03-core"}))


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ('kind = "practice"', "would need the keys of graded questions"),
        ('kind = "test"', "`quiz.03-core.kind` is 'test'. Write one of: quiz, exam."),
        ('kind = "exam"', "`quiz.03-core.closes` is missing."),
        ('kind = "quiz"\nminutes = 5', "has times, and is no exam."),
        ('kind = "exam"\ncloses = "noon"', "Write a date and a time without quotes"),
        ('kind = "exam"\ncloses = 2026-12-01T12:00:00', "does not say by which clock."),
        ('kind = "exam"\ncloses = 2026-12-01T12:00:00Z\nminutes = 0', "number of minutes from 1"),
        (
            'kind = "exam"\nopens = 2026-12-01T12:00:00Z\ncloses = 2026-12-01T13:00:00+01:00',
            "closes before it opens.",
        ),
        ('kind = "exam"\nclose = 3', "`quiz.03-core.close` means nothing here."),
    ],
)
def test_settings_of_an_exam_that_cannot_be_used(tmp_path: Path, table: str, told: str) -> None:
    (tmp_path / "class.toml").write_text(f"[quiz.03-core]\n{table}\n", encoding="utf-8")
    with pytest.raises(settings.SettingsError) as wrong:
        settings.load(tmp_path)
    assert told in str(wrong.value)

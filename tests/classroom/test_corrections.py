"""What was unfair is mended: who gains, who loses, what stands, and what everybody is told."""

import csv
from pathlib import Path

import pytest
from typer.testing import CliRunner

from classroom.bad.answers import GOOD, QUIZ, saved
from classroom.conftest import Classroom
from running_muscles.classroom import feedback
from running_muscles.classroom.folder import Classroom as OurClassroom
from running_muscles.classroom.grade import grade
from running_muscles.cli import _add_quiz, app

pytestmark = pytest.mark.classroom
_add_quiz()

WRONG_ORDER = {"sort-planets": ["mars", "earth", "venus", "mercury"]}


def command(room: Classroom, *argv: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, [*argv, "--course", str(room.assessments)])
    return result.exit_code, result.output


def our(room: Classroom) -> OurClassroom:
    return OurClassroom.of(room.assessments)


def rows(room: Classroom, name: str) -> list[dict[str, str]]:
    with (room.assessments / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def correct_key(room: Classroom) -> None:
    """In the bank, rust is red and blood is not."""
    path = room.assessments / "bank" / f"{QUIZ}.yaml"
    text = path.read_text(encoding="utf-8")
    assert "text: Blood, correct: true" in text
    text = text.replace("text: Blood, correct: true", "text: Blood")
    path.write_text(text.replace("text: Rust,", "text: Rust, correct: true,"), encoding="utf-8")


def test_an_excluded_question_follows_the_rest_and_stays_so(small: Classroom) -> None:
    small.hand_in("ada", saved(GOOD | WRONG_ORDER))
    grade(our(small), QUIZ)
    small.mark_by_hand("ada", "write-how", 1, "")
    drop = ("quiz", "drop", "sort-planets", "--how", "exclude")
    code, told = command(small, *drop, "--dry-run")
    # Seven of the other eight points: 9.62 of 11.
    assert (code, told.splitlines()[0]) == (0, "ada: +2.62")
    assert not (small.assessments / "dropped.csv").exists()
    assert command(small, *drop, "--reason", "Both orders *fit*.")[0] == 0
    for _ in range(2):
        grade(our(small), QUIZ, again=True)
        assert small.marks("ada")["sort-planets"] == 2.62
        assert small.marks("ada")["write-how"] == 1
    small.run(small.teach("autograde", QUIZ, "--force"))
    assert small.marks("ada")["sort-planets"] == 2.62
    # A mark by hand that comes later is followed when the page is written.
    small.mark_by_hand("ada", "write-how", 2, "")
    feedback.write(our(small), QUIZ)
    assert small.marks("ada")["sort-planets"] == 3
    page = small.page("ada")
    assert "does not count, and its points follow" in page
    assert "Why: Both orders <em>fit</em>." in page
    assert "<b>11</b> of 11 points" in page
    small.run(small.teach("export"))
    assert "sort-planets does not count: Both orders *fit*." in rows(small, "grades.csv")[0]["note"]
    assert rows(small, "corrections.csv")[0]["what"] == "dropped: exclude"
    assert command(small, *drop)[0] == 1


def test_what_was_given_back_is_not_lowered_unless_asked(small: Classroom) -> None:
    poor = {name: value for name, value in GOOD.items() if name == "sort-planets"}
    small.hand_in("ada", saved(poor))
    grade(our(small), QUIZ)
    drop = ("quiz", "drop", "sort-planets", "--how", "exclude", "--dry-run")
    assert "ada: -3\n" in command(small, *drop)[1]  # nobody has seen a mark yet
    feedback.write(our(small), QUIZ)
    code, told = command(small, *drop)
    assert (code, told.splitlines()) == (
        0,
        [
            "ada: +0",
            "1 graded students were asked sort-planets; nobody loses a point.",
            "1 have had more points given back, which stand (--may-lower takes them away).",
        ],
    )
    assert "ada: -3\n" in command(small, *drop, "--may-lower")[1]
    assert command(small, *drop[:-1])[0] == 0
    grade(our(small), QUIZ, again=True)
    assert small.marks("ada")["sort-planets"] == 3


def test_a_corrected_key_gives_and_takes_nothing_that_was_given(small: Classroom) -> None:
    small.hand_in("ada", saved(GOOD))
    small.hand_in("bob", saved(GOOD | {"pick-red": "rust"}))
    small.hand_in("cleo", saved(GOOD))
    grade(our(small), QUIZ)
    assert "no mark changes" in command(small, "quiz", "key", "pick-red")[1]
    feedback.write(our(small), QUIZ, students="ada")
    feedback.write(our(small), QUIZ, students="bob")
    correct_key(small)
    code, told = command(small, "quiz", "key", "pick-red", "--dry-run")
    assert (code, told.splitlines()[:4]) == (
        0,
        [
            "ada: +0",
            "bob: +1",
            "cleo: -1",
            "3 graded students were asked pick-red; 1 lose points.",
        ],
    )
    assert not (small.assessments / "given-back.csv").exists()
    assert command(small, "quiz", "key", "pick-red", "--reason", "A slip.")[0] == 0
    with (small.assessments / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"\nc.Exchange.root = {str(small.root / 'exchange')!r}\n")
    for folder in (small.assessments / "submitted").iterdir():
        secret = folder / QUIZ / "submission_secret.txt"
        secret.write_text(folder.name * 9, encoding="utf-8")
        stamp = "2026-11-21 10:00:00.000000 UTC"
        (folder / QUIZ / "timestamp.txt").write_text(stamp, encoding="utf-8")
    code, told = command(small, "renew", QUIZ)
    assert (code, told.splitlines()) == (
        0,
        [
            "3 of 3 hand-ins marked again.",
            "2 pages renewed, 0 are as they were.",
            "The pages are given back.",
        ],
    )
    points = {student: small.marks(student)["pick-red"] for student in ("ada", "bob", "cleo")}
    assert points == {"ada": 1, "bob": 1, "cleo": 0}
    assert "The points that you had stand." in small.page("ada")
    assert "The points that you had stand." not in small.page("bob")
    given = small.root / "exchange" / "running-muscles" / "feedback"
    assert len(list(given.glob("*.html"))) == 2
    assert not (small.assessments / "feedback" / "cleo").exists()  # had none before
    (row,) = rows(small, "corrections.csv")
    assert (row["what"], row["gained"], row["lost"], row["stood"]) == ("key", "1", "1", "1")
    # The promise is about one answer: another wrong one is marked by the key.
    small.hand_in("ada", saved(GOOD | {"pick-red": "milk"}))
    grade(our(small), QUIZ, again=True)
    assert small.marks("ada")["pick-red"] == 0


def test_renewing_writes_no_page_before_the_first_was_given(small: Classroom) -> None:
    small.hand_in("ada", saved(GOOD))
    grade(our(small), QUIZ)
    code, told = command(small, "renew", QUIZ)
    assert code == 0
    assert told.splitlines()[0] == "1 of 1 hand-ins marked again."
    assert f"running-muscles feedback {QUIZ}" in told
    assert not (small.assessments / "feedback").exists()


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("dropped.csv", "question,how\npick-red,perhaps\n", "dropped.csv, line 2, column how"),
        ("given-back.csv", "quiz,student\n", "given-back.csv, line 1: there is no column question"),
        (
            "given-back.csv",
            "quiz,student,question,answer,points\n90-sample,ada,pick-red,x,much\n",
            "given-back.csv, line 2, column points",
        ),
    ],
)
def test_a_broken_list_says_where_and_what_to_do(
    small: Classroom, name: str, text: str, sentence: str
) -> None:
    small.hand_in("ada", saved(GOOD))
    (small.assessments / name).write_text(text, encoding="utf-8")
    for words in (["grade", QUIZ], ["quiz", "drop", "sort-planets"], ["renew", QUIZ]):
        code, told = command(small, *words)
        assert code == 1
        assert sentence in told
        assert "Traceback" not in told
    assert Path(small.assessments / name).read_text(encoding="utf-8") == text

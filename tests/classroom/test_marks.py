"""Every submission of the class gets the marks it earned, and the reason when it earned none."""

import csv
import html

import pytest

from classroom.bad.answers import QUESTIONS, QUIZ
from classroom.conftest import CLASS, Classroom

pytestmark = pytest.mark.classroom


MARKED = {name: one for name, one in CLASS.items() if one.marks is not None}
UNREADABLE = sorted(set(CLASS) - set(MARKED))


@pytest.mark.parametrize("student", MARKED)
def test_marks_are_those_worked_out_by_hand(graded: Classroom, student: str) -> None:
    expected = dict(zip(QUESTIONS, MARKED[student].marks, strict=True))  # type: ignore[arg-type]
    assert graded.marks(student) == pytest.approx(expected)


def test_nobody_has_full_marks_by_default(graded: Classroom) -> None:
    for name, submission in MARKED.items():
        if submission.marks[:5] != (1, 2, 2, 3, 1):  # type: ignore[index]
            assert sum(mark or 0 for mark in graded.marks(name).values()) < 9


@pytest.mark.parametrize("student", [name for name in CLASS if CLASS[name].sentence])
def test_the_log_and_the_page_say_what_was_wrong(graded: Classroom, student: str) -> None:
    sentence = CLASS[student].sentence
    lines = [line for line in graded.logs["autograde"].splitlines() if f"'{student}'" in line]
    assert any(sentence in line for line in lines)
    if student in MARKED:
        assert sentence in html.unescape(graded.page(student))


@pytest.mark.parametrize("student", UNREADABLE)
def test_what_cannot_be_read_has_a_state_and_no_mark(graded: Classroom, student: str) -> None:
    row = exported(graded)[student]
    assert row["state"] == "answers unreadable"
    assert row["score"] == row["raw_score"] == ""
    assert CLASS[student].sentence in row["note"]
    assert not (graded.assessments / "autograded" / student / QUIZ).exists()


@pytest.mark.parametrize("student", ["good", "partial", "wrong", "unanswered", "hostile-text"])
def test_a_sound_submission_gets_no_remark(graded: Classroom, student: str) -> None:
    assert "About your submission" not in graded.page(student)


def exported(room: Classroom) -> dict[str, dict[str, str]]:
    with (room.assessments / "grades.csv").open(encoding="utf-8-sig") as file:
        return {row["student_id"]: row for row in csv.DictReader(file)}


def test_export_says_mark_and_state(graded: Classroom) -> None:
    rows = exported(graded)
    assert set(rows) == set(CLASS)
    for name, submission in MARKED.items():
        assert submission.marks
        row = rows[name]
        expected = sum(mark or 0 for mark in submission.marks)
        assert float(row["score"]) == pytest.approx(expected), name
        assert float(row["max_score"]) == 11
        waits = None in submission.marks
        assert row["state"] == ("needs marking" if waits else "graded"), name
        assert row["assignment"] == QUIZ

"""Every submission of the class gets the marks it earned, and the reason when it earned none."""

import csv
import html

import pytest

from classroom.bad.answers import QUESTIONS, QUIZ
from classroom.conftest import CLASS, Classroom

pytestmark = pytest.mark.classroom


@pytest.mark.parametrize("student", CLASS)
def test_marks_are_those_worked_out_by_hand(graded: Classroom, student: str) -> None:
    expected = dict(zip(QUESTIONS, CLASS[student].marks, strict=True))
    assert graded.marks(student) == pytest.approx(expected)


def test_nobody_has_full_marks_by_default(graded: Classroom) -> None:
    for name, submission in CLASS.items():
        if submission.marks[:5] != (1, 2, 2, 3, 1):
            assert sum(mark or 0 for mark in graded.marks(name).values()) < 9


@pytest.mark.parametrize("student", [name for name in CLASS if CLASS[name].sentence])
def test_the_log_and_the_page_say_what_was_wrong(graded: Classroom, student: str) -> None:
    sentence = CLASS[student].sentence
    lines = [line for line in graded.logs["autograde"].splitlines() if f"'{student}'" in line]
    assert any(sentence in line for line in lines)
    assert sentence in html.unescape(graded.page(student))


@pytest.mark.parametrize("student", ["good", "partial", "wrong", "unanswered", "hostile-text"])
def test_a_sound_submission_gets_no_remark(graded: Classroom, student: str) -> None:
    assert "About your submission" not in graded.page(student)


def test_export_says_mark_and_state(graded: Classroom) -> None:
    with (graded.assessments / "grades.csv").open(encoding="utf-8") as file:
        rows = {row["student_id"]: row for row in csv.DictReader(file)}
    assert set(rows) == set(CLASS)
    for name, submission in CLASS.items():
        row = rows[name]
        expected = sum(mark or 0 for mark in submission.marks)
        assert float(row["score"]) == pytest.approx(expected), name
        assert float(row["max_score"]) == 13
        waits = None in submission.marks
        assert row["state"] == ("needs marking" if waits else "graded"), name
        assert row["assignment"] == QUIZ

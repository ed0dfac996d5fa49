"""Students who need a word: no hand-in, one that could not be read, or a fall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from nbgrader.api import Assignment, SubmittedAssignment
from sqlalchemy import select

from running_muscles.classroom import status
from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.report import rules
from running_muscles.classroom.status import Standing

FALLING = "falling"
RULE = (
    f"Falling means: at least {rules.FALL:.0%} of the points below the middle of this student's"
    f" own earlier quizzes, at least {rules.EARLIER} of them, after what the whole class fell."
)
_TOLD = {
    status.NOT_SUBMITTED: "has handed nothing in",
    status.UNREADABLE: "handed in answers that cannot be read",
    status.FAILED: "handed in something that could not be graded",
    status.NOT_GRADED: "is not graded yet",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A student to talk to, and why."""

    student: str
    why: str
    told: str = ""


def words(standings: tuple[Standing, ...], earlier: Sequence[Mapping[str, float]]) -> list[Word]:
    """Return who needs a word about a quiz, by student id.

    Parameters
    ----------
    standings
        The quiz.
    earlier
        Shares of the points of each quiz before it, by student.
    """
    found = [
        Word(one.student, _TOLD[one.state], " ".join(one.told))
        for one in standings
        if one.state in _TOLD
    ]
    now = {
        one.student: one.raw / one.max_points
        for one in standings
        if one.raw is not None and one.state == status.GRADED and one.max_points
    }
    return sorted([*found, *falling(now, earlier)], key=lambda word: word.student)


def falling(now: Mapping[str, float], earlier: Sequence[Mapping[str, float]]) -> list[Word]:
    """Return whose share of the points fell by more than that of the class."""
    before = {
        student: median(own)
        for student in now
        if len(own := [each[student] for each in earlier if student in each]) >= rules.EARLIER
    }
    if len(before) < rules.FEWEST:
        return []
    changes = {student: now[student] - was for student, was in before.items()}
    everybody = median(changes.values())
    return [
        Word(
            student,
            FALLING,
            f"{now[student]:.0%} of the points; the middle of the earlier quizzes is"
            f" {before[student]:.0%}",
        )
        for student, change in changes.items()
        if change - everybody <= -rules.FALL
    ]


def shares(classroom: Classroom, quiz: str) -> dict[str, float]:
    """Return the share of the points of everybody whose hand-in is wholly marked."""
    query = (
        select(
            SubmittedAssignment.student_id,
            SubmittedAssignment.score,
            SubmittedAssignment.max_score,
        )
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(Assignment.name == quiz, SubmittedAssignment.needs_manual_grade.is_(False))
    )
    with classroom.gradebook() as gradebook:
        rows: list[Any] = list(gradebook.db.execute(query))
    return {
        student: float(score) / float(most)
        for student, score, most in rows
        # Of a hand-in that could not be graded, the gradebook has a row and nothing lies there.
        if most and (classroom.place("autograded", student, quiz) / f"{quiz}.ipynb").is_file()
    }


def quizzes(classroom: Classroom) -> list[str]:
    """Return the quizzes that the gradebook knows, in the order of their lessons."""
    with classroom.gradebook() as gradebook:
        names = sorted(assignment.name for assignment in gradebook.assignments)
    return [name for name in names if classroom.is_quiz(name)]

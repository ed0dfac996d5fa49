"""Write the feedback pages of a class in one go: those of ``nbgrader generate_feedback``.

Nothing else of a hand-in gets into the feedback folder, so nothing else can be given back.
"""

from __future__ import annotations

import fnmatch
import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import select

from running_muscles.classroom.exam_time import ExamTime
from running_muscles.classroom.feedback_files import copy_kept
from running_muscles.classroom.feedback_page import page
from running_muscles.classroom.folder import Classroom, ClassroomError
from running_muscles.classroom.grade import grade
from running_muscles.classroom.lateness import Lateness
from running_muscles.classroom.opened import opened
from running_muscles.classroom.paper import graded_cells
from running_muscles.classroom.points import is_excluded
from running_muscles.classroom.source import QuizSource
from running_muscles.classroom.whole_file import write_whole


@dataclass(frozen=True)
class Written:
    """What became of the pages: students whose page is new or differs, and whose is the same."""

    changed: tuple[str, ...]
    same: tuple[str, ...]
    waiting: tuple[str, ...]


def write(
    classroom: Classroom,
    quiz: str,
    *,
    students: str | Collection[str] = "*",
    progress: Callable[[int, int], None] = lambda _done, _all: None,
    now: datetime | None = None,
) -> Written:
    """Write the feedback page of each graded hand-in.

    Parameters
    ----------
    classroom, quiz
        The class and the assignment.
    students
        A pattern of student ids, or the ids themselves.
    progress
        Called with how many pages are done, and how many there are.
    now
        When this is asked for, with an offset; at once by default. An exam must have closed.

    Returns
    -------
    Written
        `waiting` are those whose page says that a written answer is not marked yet.

    Raises
    ------
    ClassroomError
        When the quiz and its bank do not belong together any more, or an exam is still open.
    """
    otherwise = f"{quiz} is no quiz of this course alone. Use: nbgrader generate_feedback {quiz}"
    source = opened(classroom, quiz, otherwise)
    if source.handwritten:
        raise ClassroomError(otherwise)
    time = ExamTime(classroom, quiz)
    time.refuse_while_open(now)
    if any(is_excluded(source, question) for question in source.questions.values()):
        # What stands for an excluded question follows marks by hand, which may be newer.
        grade(classroom, quiz, students=students if isinstance(students, str) else "*", again=True)
    with classroom.gradebook() as gradebook:
        assignment = classroom.assignment(gradebook, quiz)
        marks = _marks(gradebook, assignment)
        lateness = Lateness(classroom, float(assignment.max_score), assignment.duedate)
    chosen = [
        student
        for student in sorted(marks)
        if _is_meant(student, students)
        and (classroom.place("autograded", student, quiz) / f"{quiz}.ipynb").is_file()
    ]
    changed: list[str] = []
    same: list[str] = []
    waiting: list[str] = []
    for count, student in enumerate(chosen, 1):
        own = marks[student]
        told = time.told_to(student, own.timestamp, own.extension, source)
        text = _page(classroom, source, own, student, (lateness, told))
        (changed if _put(classroom, quiz, student, text) else same).append(student)
        if any(cell["waits"] for cell in own.cells.values()):
            waiting.append(student)
        progress(count, len(chosen))
    return Written(tuple(changed), tuple(same), tuple(waiting))


def _is_meant(student: str, students: str | Collection[str]) -> bool:
    if isinstance(students, str):
        return student == students or fnmatch.fnmatchcase(student, students)
    return student in students


@dataclass
class _Own:
    """The marks of one student: what the page needs of the gradebook."""

    timestamp: Any
    extension: Any
    cells: dict[str, dict[str, Any]]
    comments: dict[str, str]


def _marks(gradebook: Any, assignment: Any) -> dict[str, _Own]:
    found: dict[str, _Own] = {}
    base = (
        select(SubmittedAssignment.student_id, BaseCell.name)
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(Assignment.id == assignment.id)
    )
    grades = (
        base.add_columns(
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
            Grade.score,
            Grade.auto_score,
            Grade.manual_score,
            Grade.needs_manual_grade,
        )
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
    )
    for student, cell, moment, extension, points, auto, by_hand, needs in gradebook.db.execute(
        grades
    ):
        own = found.setdefault(student, _Own(moment, extension, {}, {}))
        own.cells[cell] = {
            "score": points,
            "waits": bool(needs) and by_hand is None,
            "by_hand": by_hand is not None and auto is not None,
        }
    comments = (
        base.add_columns(Comment.comment)
        .join(Comment, Comment.notebook_id == SubmittedNotebook.id)
        .join(BaseCell, BaseCell.id == Comment.cell_id)
    )
    for student, cell, text in gradebook.db.execute(comments):
        if student in found:
            found[student].comments[cell] = text or ""
    return found


def _page(
    classroom: Classroom,
    source: QuizSource,
    own: _Own,
    student: str,
    times: tuple[Lateness, str],
) -> str:
    lateness, exam_time = times
    path = classroom.place("autograded", student, source.quiz) / f"{source.quiz}.ipynb"
    document = json.loads(path.read_text(encoding="utf-8"))
    for name, cell in graded_cells(document).items():
        cell["source"] = "".join(cell["source"])
        grade = own.cells.get(name)
        if grade is not None:
            cell["metadata"]["nbgrader"] |= grade
        if name in own.comments:
            cell["metadata"]["nbgrader"]["comment"] = own.comments[name]
    taken_off = lateness.of(student, own.timestamp, own.extension)[0]
    marks = {
        "score": max(0.0, sum(cell["score"] for cell in own.cells.values()) - taken_off),
        "max_score": sum(source.slots.values()),
        "late_penalty": taken_off,
        "exam_time": exam_time,
    }
    return page(document, marks, source)


def _put(classroom: Classroom, quiz: str, student: str, text: str) -> bool:
    """Write a page whole or not at all, and say whether it differs from the one before."""
    folder = classroom.place("feedback", student, quiz)
    copy_kept(classroom.coursedir, quiz, student)
    target = folder / f"{quiz}.html"
    data = text.encode("utf-8")
    if target.is_file() and target.read_bytes() == data:
        return False
    write_whole(target, data)
    return True

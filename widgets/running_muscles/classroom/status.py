"""Say for each student where an assignment stands. A failure is never reported as a zero."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import func, select

from running_muscles.classroom.exam_time import ExamTime
from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.journal import unfinished
from running_muscles.classroom.lateness import Lateness
from running_muscles.classroom.paper import MARKED_BY, handed_in
from running_muscles.classroom.points import corrected
from running_muscles.classroom.source import CannotGradeError, QuizSource, quiz_source
from running_muscles.classroom.stamps import stamp_of
from running_muscles.quiz.hand_in import HandIn
from running_muscles.quiz.sitting import IN_TIME

GRADED = "graded"
NEEDS_MARKING = "needs marking"
UNREADABLE = "answers unreadable"
FAILED = "could not be graded"
NOT_GRADED = "not graded"
NOT_SUBMITTED = "not submitted"
NOT_RELEASED = "not released"
MARKED = (GRADED, NEEDS_MARKING)


@dataclass(frozen=True, slots=True)
class Standing:
    """One student and one assignment.

    Attributes
    ----------
    raw, points
        Points without and with what handing in late takes off; None when no mark counts.
    penalty
        Points that handing in late takes off.
    late_by
        How late, in words; empty when in time.
    answered_as
        The name whose draw was answered, when it is not the student's id.
    told
        Sentences: why there is no mark, or what to know about it.
    notes
        Sentences about corrections that are in the mark.
    timing
        Of an exam, whether it came in time, as `running_muscles.quiz.sitting.STATES` say it.
    """

    student: str
    state: str
    max_points: float
    raw: float | None = None
    penalty: float = 0.0
    late_by: str = ""
    answered_as: str = ""
    timestamp: str = ""
    told: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    timing: str = ""

    @property
    def points(self) -> float | None:
        """The points that count, rounded to two decimals."""
        return None if self.raw is None else round(max(0.0, self.raw - self.penalty), 2)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What else a state has to say: late, and answered as someone else."""
        return tuple(
            remark
            for remark in (
                f"late by {self.late_by}" if self.late_by else "",
                self.timing if self.timing != IN_TIME else "",
                f"answered as someone else ({self.answered_as})" if self.answered_as else "",
            )
            if remark
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """A submission as the gradebook has it."""

    score: float
    needs_marking: bool
    timestamp: datetime | None
    extension: timedelta | None
    stored_penalty: float


def standings(gradebook: Any, classroom: Classroom, assignment: Any) -> Iterator[Standing]:
    """Yield the standing of every student, by student id.

    Parameters
    ----------
    gradebook
        An open nbgrader Gradebook.
    classroom
        The class.
    assignment
        An assignment of that gradebook.

    Raises
    ------
    SheetError, SettingsError
        When the roster or the settings of the class cannot be read.
    """
    name = assignment.name
    rows = _rows(gradebook, assignment)
    folders = classroom.submitted_folders(name)
    most = float(assignment.max_score)
    lateness = Lateness(classroom, most, assignment.duedate)
    students = {student.id for student in gradebook.students} | lateness.students
    released = classroom.place("release", ".", name).is_dir() or bool(folders or rows)
    view = _View(classroom, name, most, lateness)
    for student in sorted(set(folders) | set(rows) | students):
        yield view.standing(student, rows.get(student), folders.get(student), released)


class _View:
    """What is the same for all students of an assignment."""

    def __init__(
        self,
        classroom: Classroom,
        assignment: str,
        max_points: float,
        lateness: Lateness,
    ) -> None:
        self._classroom = classroom
        self._assignment = assignment
        self._max = max_points
        self._lateness = lateness
        self._unfinished = unfinished(classroom.folder, assignment)
        self._time = ExamTime(classroom, assignment)
        self._source: QuizSource | None = None
        self._problem = ""
        try:
            self._source = quiz_source(classroom.coursedir, assignment, assignment)
        except (CannotGradeError, ValueError) as error:
            self._problem = str(error)

    def standing(
        self, student: str, row: _Row | None, folder: Path | None, released: bool
    ) -> Standing:
        if folder is None and row is None:
            if not released:
                return Standing(student, NOT_RELEASED, self._max)
            return Standing(student, NOT_SUBMITTED, self._max, 0.0)
        state, told, found = self._state(student, row, folder)
        answered_as = found.answered_as if found else ""
        notes: tuple[str, ...] = ()
        if found is not None and self._source is not None:
            notes = tuple(corrected(self._source, found, student))
        raw = round(row.score, 2) if row is not None and state in MARKED else None
        moment = row.timestamp if row is not None else None
        if moment is None and folder is not None:
            moment = stamp_of(folder).moment
        taken, late_by = self._lateness.of(student, moment, row.extension if row else None)
        extension = row.extension if row else None
        timing = self._time.of(student, moment, extension, found)
        if timing is not None and timing.told:
            told = (*told, timing.told)
        if self._source is None and row is not None:
            taken = row.stored_penalty  # nbgrader's own, for an assignment that is not ours
        return Standing(
            student,
            state,
            self._max,
            raw,
            taken if raw is not None else 0.0,
            late_by,
            answered_as,
            str(moment or ""),
            told,
            notes if raw is not None else (),
            timing.state if timing is not None else "",
        )

    def _state(
        self, student: str, row: _Row | None, folder: Path | None
    ) -> tuple[str, tuple[str, ...], HandIn | None]:
        told: tuple[str, ...] = ()
        found = None
        if self._problem:
            return FAILED, (self._problem,), None
        if folder is not None and self._source is not None:
            try:
                found = handed_in(folder, self._source, student)
            except CannotGradeError as error:
                return FAILED, (str(error),), None
            if found.unreadable:
                return UNREADABLE, (found.unreadable,), None
            told = found.problems
        state, more = self._progress(student, row, folder)
        return state, (*told, *more), found

    def _progress(
        self, student: str, row: _Row | None, folder: Path | None
    ) -> tuple[str, tuple[str, ...]]:
        """Say how far the grading of a hand-in that can be read has come."""
        graded = self._classroom.place("autograded", student, self._assignment)
        if student in self._unfinished:
            return NOT_GRADED, ("A run was cut off while it graded this.",)
        if not any(graded.glob("*.ipynb")):
            # nbgrader enters a submission before it grades it, and removes the folder of a failure.
            failed = row is not None and self._source is None
            return (FAILED if failed else NOT_GRADED), ()
        if folder is not None and stamp_of(folder) != stamp_of(graded):
            return NOT_GRADED, ("There is a newer hand-in than the graded one.",)
        old = self._source is not None and not self._is_current(graded)
        state = NEEDS_MARKING if row is None or row.needs_marking else GRADED
        return state, ((OLD_KEY,) if old else ())

    def _is_current(self, graded: Path) -> bool:
        """Say whether a hand-in was marked by the bank as it is now."""
        assert self._source is not None
        try:
            text = (graded / f"{self._assignment}.ipynb").read_text(encoding="utf-8")
        except (OSError, ValueError):
            return False
        return f'"{MARKED_BY}": "{self._source.digest}"' in text


OLD_KEY = "It was marked before the bank was last changed."


def _rows(gradebook: Any, assignment: Any) -> dict[str, _Row]:
    taken = (
        select(func.sum(SubmittedNotebook.late_submission_penalty))
        .where(SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .scalar_subquery()
    )
    query = (
        select(
            SubmittedAssignment.student_id,
            SubmittedAssignment.score,
            SubmittedAssignment.needs_manual_grade,
            SubmittedAssignment.timestamp,
            SubmittedAssignment.extension,
            taken,
        )
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .where(Assignment.id == assignment.id)
    )
    return {
        student: _Row(float(score or 0), bool(needs), moment, extension, float(stored or 0))
        for student, score, needs, moment, extension, stored in gradebook.db.execute(query)
    }

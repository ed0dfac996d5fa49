"""Write marks into nbgrader's gradebook: the rows that its own commands write, many at once.

nbgrader opens the gradebook nine times for each hand-in and compiles its SQL each time. Here one
session writes a whole batch in one transaction, which is kept whole or not at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Notebook,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import select
from sqlalchemy.orm import selectinload

NO_RESPONSE = "No response."  # nbgrader's words for an untouched written answer


@dataclass(frozen=True, slots=True)
class Marks:
    """What the gradebook is told about one hand-in.

    Attributes
    ----------
    timestamp
        When it was handed in, in UTC without offset, as nbgrader keeps it; None when unknown.
    scores
        Automatic points by graded cell; None waits for a person. Empty when it was not graded.
    written
        The graded cells that a person marks; True where something was written.
    settled
        Cells whose mark by hand stands, as its answer is the same.
    """

    student: str
    timestamp: datetime | None
    scores: Mapping[str, float | None] = field(default_factory=dict)
    written: Mapping[str, bool] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()


class Rows:
    """The rows of one assignment with one notebook.

    Parameters
    ----------
    gradebook
        An open nbgrader Gradebook.
    assignment, notebook
        nbgrader's names.
    """

    def __init__(self, gradebook: Any, assignment: str, notebook: str) -> None:
        self._db = gradebook.db
        self._assignment = self._db.scalars(
            select(Assignment).where(Assignment.name == assignment)
        ).one()
        self._notebook = self._db.scalars(
            select(Notebook).where(
                Notebook.assignment_id == self._assignment.id, Notebook.name == notebook
            )
        ).one()
        cells = self._db.scalars(
            select(BaseCell).where(BaseCell.notebook_id == self._notebook.id)
        ).all()
        self._names = {cell.id: cell.name for cell in cells}

    def write(self, batch: Iterable[Marks]) -> None:
        """Write a batch in one transaction."""
        batch = list(batch)
        students = [marks.student for marks in batch]
        try:
            there = set(self._db.scalars(select(Student.id).where(Student.id.in_(students))))
            self._db.add_all(Student(id=name) for name in students if name not in there)
            self._db.flush()
            found = self._submissions(students)
            for marks in batch:
                submission = found.get(marks.student) or self._new(marks.student)
                self._complete(submission)
                if marks.timestamp is not None:
                    submission.timestamp = marks.timestamp
                if marks.scores:
                    self._fill(submission, marks)
            self._db.commit()
        except BaseException:
            self._db.rollback()
            raise
        # Nothing is looked at again, and a session that keeps all of it grows with the class.
        self._db.expunge_all()
        self._db.add_all([self._assignment, self._notebook])

    def _submissions(self, students: list[str]) -> dict[str, Any]:
        query = (
            select(SubmittedAssignment)
            .where(
                SubmittedAssignment.assignment_id == self._assignment.id,
                SubmittedAssignment.student_id.in_(students),
            )
            .options(
                selectinload(SubmittedAssignment.notebooks).selectinload(SubmittedNotebook.grades),
                selectinload(SubmittedAssignment.notebooks).selectinload(
                    SubmittedNotebook.comments
                ),
            )
        )
        return {row.student_id: row for row in self._db.scalars(query)}

    def _new(self, student: str) -> Any:
        submission = SubmittedAssignment(assignment_id=self._assignment.id, student_id=student)
        for notebook in self._assignment.notebooks:
            submission.notebooks.append(SubmittedNotebook(notebook_id=notebook.id))
        self._db.add(submission)
        return submission

    def _complete(self, submission: Any) -> None:
        """Give a hand-in the rows that nbgrader gives it; one that was only claimed has none."""
        notebooks = {notebook.id: notebook for notebook in self._assignment.notebooks}
        for own in submission.notebooks:
            notebook = notebooks[own.notebook_id]
            if not own.grades:
                for cell in (*notebook.grade_cells, *notebook.task_cells):
                    own.grades.append(Grade(cell_id=cell.id, needs_manual_grade=True))
            if not own.comments:
                for cell in (*notebook.solution_cells, *notebook.task_cells):
                    own.comments.append(Comment(cell_id=cell.id))

    def _fill(self, submission: Any, marks: Marks) -> None:
        own = next(one for one in submission.notebooks if one.notebook_id == self._notebook.id)
        for grade in own.grades:
            name = self._names[grade.cell_id]
            if name not in marks.scores:
                continue
            grade.auto_score = marks.scores[name]
            unmarked = grade.manual_score is not None or grade.auto_score is None
            grade.needs_manual_grade = unmarked and name not in marks.settled
        for comment in own.comments:
            name = self._names[comment.cell_id]
            if name in marks.written:
                comment.auto_comment = None if marks.written[name] else NO_RESPONSE

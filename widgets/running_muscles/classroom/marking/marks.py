"""A mark by hand in nbgrader's gradebook: read it, and change it only where nobody else has.

Formgrader writes the same two rows. Each change here is one transaction that takes hold only while
both rows are as they were read, whichever database keeps them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
    Comment,
    Grade,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import and_, select, text, update

PATIENCE = 3  # seconds to wait for another writer: somebody sits before the page


@dataclass(frozen=True, slots=True)
class Mark:
    """What the gradebook says of one answer.

    Attributes
    ----------
    points
        nbgrader's manual score; None when no person gave one.
    waits
        Whether a person is asked to look, for the first time or again.
    comment
        The comment of a person.
    auto
        Points without a person; None where a person has to give them.
    extra
        Extra credit, which Formgrader can give. Nothing here changes it.
    """

    points: float | None = None
    waits: bool = True
    comment: str | None = None
    auto: float | None = None
    extra: float | None = None

    @property
    def given(self) -> bool:
        """Whether a person has marked the answer as it is."""
        return self.points is not None and not self.waits

    @property
    def version(self) -> str:
        """Changes whenever anything of the mark changes."""
        told = repr((self.points, self.waits, self.comment or "", self.extra))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _of(assignment: str, student: str | None, slot: str | None) -> Any:
    # To nbgrader a written answer is two cells of one name: one has points, one has a comment.
    told = (
        select(Comment.id, Comment.notebook_id, Comment.manual_comment, BaseCell.name)
        .join(BaseCell, BaseCell.id == Comment.cell_id)
        .subquery()
    )
    query = (
        select(
            SubmittedAssignment.student_id,
            BaseCell.name,
            Grade.manual_score,
            Grade.needs_manual_grade,
            told.c.manual_comment,
            Grade.auto_score,
            Grade.extra_credit,
            Grade.id,
            told.c.id,
        )
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Notebook, Notebook.id == SubmittedNotebook.notebook_id)
        .join(Assignment, Assignment.id == SubmittedAssignment.assignment_id)
        .join(Grade, Grade.notebook_id == SubmittedNotebook.id)
        .join(BaseCell, BaseCell.id == Grade.cell_id)
        .outerjoin(
            told,
            and_(told.c.notebook_id == SubmittedNotebook.id, told.c.name == BaseCell.name),
        )
        .where(Assignment.name == assignment, Notebook.name == assignment)
    )
    if student is not None:
        query = query.where(SubmittedAssignment.student_id == student)
    return query if slot is None else query.where(BaseCell.name == slot)


def marks_of(
    gradebook: Any, assignment: str, student: str | None = None, slot: str | None = None
) -> dict[tuple[str, str], Mark]:
    """Return the marks of an assignment by student and graded cell; of one of them when named."""
    rows = gradebook.db.execute(_of(assignment, student, slot)).all()
    return {
        (who, name): Mark(points, bool(waits), comment, auto, extra)
        for who, name, points, waits, comment, auto, extra, _, _ in rows
    }


def change(  # noqa: PLR0913, PLR0917
    gradebook: Any, assignment: str, student: str, slot: str, before: Mark, after: Mark
) -> bool:
    """Put a mark in the place of another; False, and nothing changed, when that is not there.

    Parameters
    ----------
    gradebook
        An open nbgrader Gradebook.
    before
        The mark as it was read.
    after
        Its points, comment and whether it waits are written.

    Raises
    ------
    sqlalchemy.exc.OperationalError
        When another program keeps the gradebook for itself; nothing is changed then.
    """
    row = gradebook.db.execute(_of(assignment, student, slot)).first()
    gradebook.db.rollback()  # what follows begins with a write: SQLite then waits for its turn
    if row is None or row[-1] is None:
        return False
    grade = (
        update(Grade)
        .where(
            Grade.id == row[-2],
            Grade.manual_score.is_not_distinct_from(before.points),
            Grade.needs_manual_grade == before.waits,
            Grade.extra_credit.is_not_distinct_from(before.extra),
        )
        .values(manual_score=after.points, needs_manual_grade=after.waits)
        .execution_options(synchronize_session=False)
    )
    comment = (
        update(Comment)
        .where(
            Comment.id == row[-1],
            Comment.manual_comment.is_not_distinct_from(before.comment),
        )
        .values(manual_comment=after.comment)
        .execution_options(synchronize_session=False)
    )
    try:
        if gradebook.engine.dialect.name == "sqlite":
            # What grades a class has a minute.
            gradebook.db.execute(text(f"PRAGMA busy_timeout = {1000 * PATIENCE}"))
        for statement in (grade, comment):
            if gradebook.db.execute(statement).rowcount != 1:
                gradebook.db.rollback()
                return False
        gradebook.db.commit()
    except BaseException:
        gradebook.db.rollback()
        raise
    return True

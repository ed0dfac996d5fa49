"""Claim hand-ins for one grader, by locks on rows of the database that keeps the gradebook.

Whoever holds the lock on the row of a hand-in grades it. The database lets a lock go when the
transaction ends that has taken it, and with it when the grader or its machine dies.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType
from typing import Any, Self

from nbgrader.api import Assignment, Notebook, Student, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert

# A claim is a transaction that stands idle while its hand-ins are scored.
PATIENT = "SET idle_in_transaction_session_timeout = 0"


def can_share(gradebook: Any) -> bool:
    """Say whether several graders can work on a gradebook at once: on PostgreSQL they can."""
    return bool(gradebook.engine.dialect.name == "postgresql")


class Claims:
    """What one grader has claimed of one quiz; a context, at whose end all is let go.

    Parameters
    ----------
    gradebook
        An open nbgrader Gradebook on PostgreSQL.
    quiz
        The assignment, with its notebook of the same name.
    """

    def __init__(self, gradebook: Any, quiz: str) -> None:
        # Marks are written by another connection: the locks outlast that transaction.
        self._connection = gradebook.engine.connect()
        self._connection.execute(text(PATIENT))
        query = (
            select(Assignment.id, Notebook.id)
            .join(Notebook, Notebook.assignment_id == Assignment.id)
            .where(Assignment.name == quiz, Notebook.name == quiz)
        )
        self._assignment, self._notebook = self._connection.execute(query).one()
        self._connection.commit()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def claim(self, students: Iterable[str], *, wait: bool = False) -> set[str]:
        """Claim hand-ins, and return whose are claimed now. To be let go before the next claim.

        Parameters
        ----------
        wait
            Wait for other graders until they have ended, well or not; else leave theirs out.
        """
        names = sorted(students)
        self._enter(names)
        # Not "for update": writing marks that refer to the row must not wait for ourselves.
        query = (
            select(SubmittedAssignment.student_id)
            .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
            .where(
                SubmittedAssignment.assignment_id == self._assignment,
                SubmittedAssignment.student_id.in_(names),
                SubmittedNotebook.notebook_id == self._notebook,
            )
            .order_by(SubmittedAssignment.student_id)  # in one order, or two wait for each other
            .with_for_update(of=SubmittedNotebook, key_share=True, skip_locked=not wait)
        )
        return set(self._connection.scalars(query))

    def check(self) -> None:
        """Make sure that the locks still hold: an error when the connection is gone."""
        self._connection.execute(select(1))

    def let_go(self) -> None:
        """Give back all that is claimed."""
        self._connection.rollback()

    def _enter(self, students: list[str]) -> None:
        """Make the rows that are to be locked; whoever makes them first, they are there once."""
        rows = [{"id": name} for name in students]
        self._connection.execute(insert(Student.__table__).on_conflict_do_nothing(), rows)
        submitted = [{"assignment_id": self._assignment, "student_id": name} for name in students]
        self._connection.execute(
            insert(SubmittedAssignment.__table__).on_conflict_do_nothing(), submitted
        )
        found = self._connection.scalars(
            select(SubmittedAssignment.id)
            .where(
                SubmittedAssignment.assignment_id == self._assignment,
                SubmittedAssignment.student_id.in_(students),
            )
            .order_by(SubmittedAssignment.student_id)
        ).all()
        notebooks = [{"assignment_id": each, "notebook_id": self._notebook} for each in found]
        self._connection.execute(
            insert(SubmittedNotebook.__table__).on_conflict_do_nothing(), notebooks
        )
        self._connection.commit()

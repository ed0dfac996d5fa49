"""Mark a quiz again after a correction, renew the pages, and give them back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from nbgrader.auth import Authenticator
from nbgrader.exchange import ExchangeError, ExchangeFactory
from traitlets.config import PyFileConfigLoader

from running_muscles.classroom import feedback
from running_muscles.classroom.changes import is_given_back
from running_muscles.classroom.folder import CONFIG, Classroom
from running_muscles.classroom.grade import grade
from running_muscles.classroom.staging import Outcome


@dataclass(frozen=True)
class Renewed:
    """What was done.

    Attributes
    ----------
    outcomes
        Every hand-in that was marked again.
    pages
        The pages; None where none had been written before, so that none is now.
    refused
        Why the exchange did not take the pages; empty when it did.
    """

    outcomes: list[Outcome]
    pages: feedback.Written | None
    refused: str = ""


def renew(
    classroom: Classroom,
    quiz: str,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Renewed:
    """Mark again, and where pages had been written, renew them and give them back.

    Raises
    ------
    ClassroomError, SheetError, SettingsError
        With what to mend.
    """
    had = [
        student for student in classroom.submitted(quiz) if is_given_back(classroom, quiz, student)
    ]
    outcomes = grade(classroom, quiz, again=True, progress=progress)
    if not had:
        return Renewed(outcomes, None)
    pages = feedback.write(classroom, quiz, students=had, progress=progress)
    return Renewed(outcomes, pages, _release(classroom, quiz))


def _release(classroom: Classroom, quiz: str) -> str:
    """Give the pages back by the class's own exchange; return what it says against it."""
    config = PyFileConfigLoader(CONFIG, path=str(classroom.folder)).load_config()
    coursedir = Classroom.of(classroom.folder).coursedir
    coursedir.assignment_id = quiz
    exchange = ExchangeFactory(config=config)
    release = exchange.ReleaseFeedback(
        coursedir=coursedir, authenticator=Authenticator(config=config), config=config
    )
    try:
        release.start()
    except ExchangeError as error:
        return str(error) or "The exchange folder is missing, or may not be written to."
    return ""

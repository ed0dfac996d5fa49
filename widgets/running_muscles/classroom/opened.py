"""A quiz of a class, with its bank, for whatever is done with it."""

from __future__ import annotations

from running_muscles.classroom.folder import Classroom, ClassroomError
from running_muscles.classroom.source import CannotGradeError, QuizSource, quiz_source


def opened(classroom: Classroom, quiz: str, otherwise: str) -> QuizSource:
    """Return a quiz of a class.

    Parameters
    ----------
    otherwise
        What to tell when it is no quiz of this course.

    Raises
    ------
    ClassroomError
        When it is none, or does not fit its bank.
    """
    try:
        source = quiz_source(classroom.coursedir, quiz, quiz)
    except (CannotGradeError, ValueError) as error:
        raise ClassroomError(f"{quiz}: {error}") from error
    if source is None:
        raise ClassroomError(otherwise)
    return source

"""The marks of a class as `marks` fills them into another system's file."""

from __future__ import annotations

from running_muscles.classroom import roster
from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.interchange.marks import Mark, Person, QuizMarks
from running_muscles.classroom.status import GRADED, standings
from running_muscles.quiz import joined
from running_muscles.quiz.bank import BankError


def people(classroom: Classroom) -> list[Person]:
    """Return the students of a class, from its roster and its gradebook.

    Raises
    ------
    SheetError
        When the roster cannot be read.
    """
    entries = roster.kept(classroom.folder)
    found = {name: Person(name, entry.email, entry.lms_id) for name, entry in entries.items()}
    with classroom.gradebook() as gradebook:
        for student in gradebook.students:
            found.setdefault(student.id, Person(student.id, student.email or ""))
    return list(found.values())


def of_quiz(classroom: Classroom, quiz: str, column: str = "") -> QuizMarks:
    """Return the marks of a quiz: of each hand-in that is wholly graded, less lateness.

    One that was not handed in, could not be graded, or waits for a mark by hand, has none.

    Raises
    ------
    ClassroomError
        When the gradebook does not know the quiz.
    SheetError, SettingsError
        When the roster or the settings of the class cannot be read.
    """
    with classroom.gradebook() as gradebook:
        found = classroom.assignment(gradebook, quiz)
        marks = {
            one.student: Mark(one.points if one.state == GRADED else None, one.state)
            for one in standings(gradebook, classroom, found)
        }
        most = float(found.max_score)
    return QuizMarks((quiz, *_title(classroom, quiz)), most, marks, column)


def _title(classroom: Classroom, quiz: str) -> tuple[str, ...]:
    try:
        return (joined.load(classroom.folder / "bank", quiz, against_schema=False).title,)
    except BankError:
        return ()

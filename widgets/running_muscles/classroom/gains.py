"""Who would gain what if a question were dropped."""

from __future__ import annotations

import json

from running_muscles.classroom.folder import Classroom, ClassroomError
from running_muscles.classroom.paper import DRAWN_FOR, graded_cells
from running_muscles.classroom.source import CannotGradeError, quiz_source
from running_muscles.quiz.notebook import METADATA


def gains(classroom: Classroom, quiz: str, question: str) -> list[tuple[str, float]]:
    """Return each graded student who was asked a question, and the points missing to its full mark.

    A mark that a person gave stands, so such a student gains nothing.

    Raises
    ------
    ClassroomError
        When the quiz and its bank do not belong together any more.
    """
    try:
        source = quiz_source(classroom.coursedir, quiz, quiz)
    except (CannotGradeError, ValueError) as error:
        raise ClassroomError(str(error)) from error
    if source is None or question not in source.questions:
        return []
    found = []
    with classroom.gradebook() as gradebook:
        for student in classroom.submitted(quiz):
            path = classroom.place("autograded", student, quiz) / f"{quiz}.ipynb"
            if not path.is_file():
                continue
            document = json.loads(path.read_text(encoding="utf-8"))
            name = document["metadata"].get(METADATA, {}).get(DRAWN_FOR, student)
            slots = [slot for slot, one in source.asked(name).items() if one.id == question]
            if not slots or slots[0] not in graded_cells(document):
                continue
            grade = gradebook.find_grade(slots[0], quiz, quiz, student)
            missing = source.slots[slots[0]] - grade.score if grade.manual_score is None else 0.0
            found.append((student, round(missing, 2)))
    return found

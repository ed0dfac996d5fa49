"""A graded class whose written answers wait for a person, one student for each case."""

from pathlib import Path

from classroom.bad.answers import CUT_SHORT, GOOD, HOSTILE_TEXT, QUIZ, saved, written
from classroom.conftest import Classroom
from running_muscles.classroom.folder import Classroom as OurClassroom
from running_muscles.classroom.grade import grade
from running_muscles.classroom.marking.desk import Desk
from running_muscles.classroom.marking.replies import Shown

SLOT = "words"
HOSTILE = HOSTILE_TEXT + "\n</pre></article><form><input name=points value=2>"
ANSWERS = {
    "ada": "Fields, mostly.",
    "bob": "It pulls.",
    "cleo": "Nobody knows.",
    "mallory": HOSTILE,
}
NAMES = {"ada": ("Ada", "Lovelace"), "bob": ("Bob", "<b>Olinger")}


def graded_class(released: Classroom, folder: Path) -> Classroom:
    """Four written answers; `left` left it open, and what `torn` handed in cannot be read."""
    room = released.copy(folder)
    for student, text in ANSWERS.items():
        room.hand_in(student, saved(GOOD | {"write-how": text}))
    room.hand_in("left", saved({**GOOD, "write-how": None}))
    room.hand_in("torn", written(CUT_SHORT))
    ours = OurClassroom.of(room.assessments)
    grade(ours, QUIZ)
    with ours.gradebook() as gradebook:
        for student, (first, last) in NAMES.items():
            gradebook.update_or_create_student(student, first_name=first, last_name=last)
    return room


def desk_of(room: Classroom, anonymous: bool = False) -> Desk:
    return Desk(OurClassroom.of(room.assessments), QUIZ, anonymous)


def of(desk: Desk, student: str) -> Shown:
    return next(one for one in desk.shown.values() if one.answer.student == student)


def manual(room: Classroom) -> dict[str, tuple[float, bool, str | None]]:
    """Points by hand, whether they wait, and comments, as nbgrader's Gradebook has them."""
    from nbgrader.api import Gradebook

    found = {}
    with Gradebook(f"sqlite:///{room.assessments / 'gradebook.db'}") as gradebook:
        for submission in gradebook.assignment_submissions(QUIZ):
            student = submission.student.id
            for grade_ in submission.notebooks[0].grades:
                if grade_.manual_score is not None:
                    comment = gradebook.find_comment(grade_.name, QUIZ, QUIZ, student)
                    told = comment.manual_comment if grade_.name == SLOT else None
                    name = student if grade_.name == SLOT else f"{student}/{grade_.name}"
                    found[name] = (grade_.manual_score, grade_.needs_manual_grade, told)
    return found

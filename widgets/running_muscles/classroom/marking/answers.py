"""The written answers of a class: what stands in the graded hand-ins and in the gradebook."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from running_muscles.classroom.by_hand import seen
from running_muscles.classroom.folder import Classroom, ClassroomError
from running_muscles.classroom.journal import unfinished
from running_muscles.classroom.marking.marks import Mark, marks_of
from running_muscles.classroom.paper import DRAWN_FOR, graded_cells
from running_muscles.classroom.source import CannotGradeError, QuizSource, quiz_source
from running_muscles.classroom.stamps import stamp_of
from running_muscles.classroom.status import (
    FAILED,
    MARKED,
    NOT_RELEASED,
    NOT_SUBMITTED,
    OLD_KEY,
    standings,
)
from running_muscles.quiz.feedback import answer_text
from running_muscles.quiz.notebook import ANSWER_STUB, METADATA
from running_muscles.quiz.questions import Text


@dataclass(frozen=True, slots=True)
class Answer:
    """One written answer.

    Attributes
    ----------
    name
        The student's name in the gradebook; empty when it has none.
    question
        The student's own, with its rubric.
    text
        As it was handed in, without control characters; empty when it was left open.
    cut
        Whether it is longer than what is shown, here and in Formgrader.
    seen
        A digest of question, rubric and answer, as the marker sees them.
    newer
        The time stamp of a hand-in that came after the graded one; empty without any.
    """

    student: str
    name: str
    slot: str
    question: Text
    text: str
    cut: bool
    mark: Mark
    seen: str
    newer: str = ""

    @property
    def question_id(self) -> str:
        """The id of the question."""
        return self.question.id

    @property
    def version(self) -> str:
        """What a page was made from: the mark, the answer, and whether a newer one has come."""
        return f"{self.mark.version}.{self.seen}.{self.newer}"


@dataclass(frozen=True, slots=True)
class Apart:
    """A hand-in that has no mark at all: its state, and sentences why."""

    student: str
    state: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """What a class has written for one quiz.

    Attributes
    ----------
    answers
        Those that need or have a mark by hand.
    apart
        Hand-ins that could not be graded or read, or are not graded yet.
    left_open
        How many were left open: 0 points, with nothing to mark.
    second_looks
        How many points by hand for machine-marked answers wait for another look in Formgrader.
    old
        Whether the bank has changed since somebody's hand-in was graded.
    """

    answers: tuple[Answer, ...]
    apart: tuple[Apart, ...]
    left_open: int = 0
    second_looks: int = 0
    old: bool = False


def source_of(classroom: Classroom, quiz: str) -> QuizSource:
    """Return the quiz that is marked.

    Raises
    ------
    ClassroomError
        When it is none of this course, or does not fit its bank.
    """
    try:
        source = quiz_source(classroom.coursedir, quiz, quiz)
    except (CannotGradeError, ValueError) as error:
        raise ClassroomError(f"{quiz} cannot be marked: {error}") from error
    if source is None:
        raise ClassroomError(
            f"source/{quiz}/{quiz}.ipynb is no quiz of this course, or is not there."
            " Other assignments are marked in Formgrader."
        )
    return source


def written_slots(source: QuizSource) -> list[str]:
    """Return the slots that a person marks, in the order of the quiz."""
    cells = graded_cells(source.notebook)
    return [slot for slot in source.slots if cells[slot]["metadata"]["nbgrader"].get("solution")]


def read(classroom: Classroom, quiz: str, source: QuizSource) -> Written:
    """Read what a class has written.

    Raises
    ------
    ClassroomError, SheetError, SettingsError
        With what to mend.
    """
    with classroom.gradebook() as gradebook:
        assignment = classroom.assignment(gradebook, quiz)
        marks = marks_of(gradebook, quiz)
        names = {one.id: _name(one) for one in gradebook.students}
        standing = list(standings(gradebook, classroom, assignment))
    slots = written_slots(source)
    answers: list[Answer] = []
    apart: list[Apart] = []
    left_open = 0
    for one in standing:
        if one.state not in MARKED:
            if one.state not in (NOT_SUBMITTED, NOT_RELEASED):
                apart.append(Apart(one.student, one.state, one.told))
            continue
        own = {slot: marks[key] for slot in slots if (key := (one.student, slot)) in marks}
        found = list(_answers(classroom, source, one.student, names.get(one.student, ""), own))
        if len(found) < len(own):
            apart.append(Apart(one.student, FAILED, (_DAMAGED.format(quiz, one.student),)))
            continue
        wanted = [answer for answer in found if _is_for_a_person(answer.mark)]
        answers += wanted
        left_open += len(found) - len(wanted)
    looks = sum(
        mark.points is not None and mark.waits
        for (_, slot), mark in marks.items()
        if slot not in slots
    )
    old = any(OLD_KEY in one.told for one in standing)
    return Written(tuple(answers), tuple(apart), left_open, looks, old)


def read_one(classroom: Classroom, source: QuizSource, student: str, slot: str) -> Answer | None:
    """Read one answer as it is now; None when there is none that could be marked."""
    if student in unfinished(classroom.folder, source.quiz):
        return None
    with classroom.gradebook() as gradebook:
        marks = marks_of(gradebook, source.quiz, student, slot)
        name = next((_name(one) for one in gradebook.students if one.id == student), "")
    own = {slot: mark for (_, slot), mark in marks.items()}
    return next(_answers(classroom, source, student, name, own), None)


_DAMAGED = (
    "The graded notebook cannot be read."
    " To make it anew: running-muscles grade {} --again --student {}"
)


def _is_for_a_person(mark: Mark) -> bool:
    return mark.auto is None or mark.waits or mark.points is not None


def _answers(
    classroom: Classroom,
    source: QuizSource,
    student: str,
    name: str,
    marks: Mapping[str, Mark],
) -> Iterator[Answer]:
    folder = classroom.place("autograded", student, source.quiz)
    try:
        document = json.loads((folder / f"{source.quiz}.ipynb").read_text(encoding="utf-8"))
        digests, cells = seen(document), graded_cells(document)
        drawn_for = document["metadata"].get(METADATA, {}).get(DRAWN_FOR) or student
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return
    newer = _newer(classroom, source.quiz, student)
    asked = source.asked(drawn_for)
    for slot, mark in marks.items():
        question = asked.get(slot)
        if isinstance(question, Text) and slot in cells:
            text, cut = _text("".join(cells[slot]["source"]))
            yield Answer(
                student, name, slot, question, text, cut, mark, digests.get(slot, ""), newer
            )


def _text(source: str) -> tuple[str, bool]:
    if source == ANSWER_STUB:
        return "", False
    # Anything else than what grading writes there is shown letter by letter, too.
    return answer_text(source) or (source, False)


def _newer(classroom: Classroom, quiz: str, student: str) -> str:
    submitted = classroom.place("submitted", student, quiz)
    if not submitted.is_dir():
        return ""
    stamp = stamp_of(submitted)
    graded = stamp_of(classroom.place("autograded", student, quiz))
    return "" if stamp == graded else stamp.text or "without a time stamp"


def _name(student: Any) -> str:
    return " ".join(part for part in (student.first_name, student.last_name) if part)

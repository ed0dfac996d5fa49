"""What a correction does to marks: who gains, who loses, and what stands because it was given."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from running_muscles.classroom.by_hand import points_by_hand
from running_muscles.classroom.folder import Classroom, ClassroomError
from running_muscles.classroom.given_back import Promise, digest
from running_muscles.classroom.paper import graded_cells, handed_in
from running_muscles.classroom.points import slot_points
from running_muscles.classroom.source import CannotGradeError, QuizSource, quiz_source


@dataclass(frozen=True, slots=True)
class Change:
    """One student who was asked the question: the points of the quiz before and after."""

    student: str
    before: float
    after: float

    @property
    def gain(self) -> float:
        """What is added; negative where the student loses."""
        return round(self.after - self.before, 2)


@dataclass(frozen=True)
class Effect:
    """What a correction does.

    Attributes
    ----------
    changes
        Everybody graded who was asked the question.
    promises
        Points that stand because they were given back, by student and question.
    """

    changes: tuple[Change, ...]
    promises: dict[tuple[str, str], Promise]


def source_of(classroom: Classroom, quiz: str) -> QuizSource:
    """Return the quiz as the bank has it now.

    Raises
    ------
    ClassroomError
        When the quiz and its bank do not belong together any more.
    """
    try:
        source = quiz_source(classroom.coursedir, quiz, quiz)
    except (CannotGradeError, ValueError) as error:
        raise ClassroomError(str(error)) from error
    if source is None:
        raise ClassroomError(f"{quiz} is not built. Run: running-muscles quiz build")
    return source


def effect(classroom: Classroom, source: QuizSource, question: str, *, may_lower: bool) -> Effect:
    """Work out what marking by a source does to those who were asked a question.

    Parameters
    ----------
    source
        The quiz as it is to be, with what is to be dropped.
    may_lower
        Take points away that were given back already, too.
    """
    before = _scores(classroom, source.quiz)
    by_hand = points_by_hand(classroom, source.quiz)
    rows: list[Change] = []
    promises: dict[tuple[str, str], Promise] = {}
    for student, own in _asked(classroom, source, question):
        old = before.get(student)
        if old is None or not set(source.slots) <= set(old):
            continue
        hand = by_hand.get(student, {})
        new = slot_points(source, own, student, hand)
        slot = next(slot for slot, one in own.asked.items() if one.id == question)
        given = old[slot]
        points = new[slot]
        lower = slot not in hand and points is not None and points < given
        if lower and not may_lower and is_given_back(classroom, source.quiz, student):
            promises[student, question] = Promise(digest(own.values.get(slot)), given)
        kept = {**source.promises, **promises}
        new = slot_points(replace(source, promises=kept), own, student, hand)
        after = {name: _counts(name, new, hand, old) for name in source.slots}
        rows.append(Change(student, sum(old.values()), sum(after.values())))
    return Effect(tuple(rows), promises)


def _counts(
    slot: str, new: dict[str, float | None], hand: dict[str, float], old: dict[str, float]
) -> float:
    """Return what counts of a slot: a mark by hand, else the new points, else what was there."""
    points = hand.get(slot, new[slot])
    return old[slot] if points is None else points


def _asked(classroom: Classroom, source: QuizSource, question: str) -> Iterator[tuple[str, Any]]:
    """Yield the graded students who were asked a question, with what they handed in."""
    for student, folder in classroom.submitted_folders(source.quiz).items():
        path = classroom.place("autograded", student, source.quiz) / f"{source.quiz}.ipynb"
        if not path.is_file():
            continue
        try:
            found = handed_in(folder, source, student)
        except CannotGradeError:
            continue
        if found.unreadable or question not in {one.id for one in found.asked.values()}:
            continue
        if set(source.slots) <= set(graded_cells(json.loads(path.read_text(encoding="utf-8")))):
            yield student, found


def is_given_back(classroom: Classroom, quiz: str, student: str) -> bool:
    """Say whether a student may have seen a page with marks."""
    return (classroom.place("feedback", student, quiz) / f"{quiz}.html").is_file()


def _scores(classroom: Classroom, quiz: str) -> dict[str, dict[str, float]]:
    """Return the points of the gradebook by student and slot."""
    found: dict[str, dict[str, float]] = {}
    with classroom.gradebook() as gradebook:
        classroom.assignment(gradebook, quiz)
        for submission in gradebook.assignment_submissions(quiz):
            for notebook in submission.notebooks:
                found[submission.student_id] = {
                    grade.name: float(grade.score) for grade in notebook.grades
                }
    return found

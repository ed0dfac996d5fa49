"""What each slot of a hand-in gives: by its key, what was dropped, and what was given back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from running_muscles.classroom import given_back
from running_muscles.classroom.dropped import EXCLUDE, FULL
from running_muscles.classroom.source import QuizSource
from running_muscles.quiz.hand_in import HandIn
from running_muscles.quiz.questions import Question, Text
from running_muscles.quiz.scoring import score


def slot_points(
    source: QuizSource, found: HandIn, student: str, by_hand: Mapping[str, float]
) -> dict[str, float | None]:
    """Return the points of each slot; None waits for a person.

    Parameters
    ----------
    found
        What the student handed in.
    by_hand
        Points that a person gave, by slot: with them, what is excluded follows the rest.
    """
    given = {
        slot: _by_key(source, question, found.values.get(slot), student)
        for slot, question in found.asked.items()
    }
    excluded = [slot for slot, question in found.asked.items() if is_excluded(source, question)]
    if not excluded:
        return given
    share = _rest(source, given, excluded, by_hand)
    for slot in excluded:
        question = found.asked[slot]
        least = given_back.least(source.promises, student, question.id, found.values.get(slot))
        given[slot] = max(round(question.points * share, 2), least)
    return given


def is_excluded(source: QuizSource, question: Question) -> bool:
    """Say whether a question does not count."""
    dropped = source.dropped.get(question.id)
    return dropped is not None and dropped.how == EXCLUDE


def corrected(source: QuizSource, found: HandIn, student: str) -> Iterator[str]:
    """Yield a sentence for each correction that is in a student's points."""
    for slot, question in found.asked.items():
        dropped = source.dropped.get(question.id)
        promise = source.promises.get((student, question.id))
        if dropped is not None:
            what = "does not count" if dropped.how == EXCLUDE else "has full points for everybody"
            why = f": {dropped.reason.rstrip('.')}" if dropped.reason else ""
            yield f"{question.id} {what}{why}."
        elif promise and promise.answer == given_back.digest(found.values.get(slot)):
            yield f"{question.id} keeps the {promise.points:g} points that were given back."


def _by_key(source: QuizSource, question: Question, value: object, student: str) -> float | None:
    dropped = source.dropped.get(question.id)
    if dropped is not None and dropped.how == FULL and not isinstance(question, Text):
        return float(question.points)
    points = score(question, value).points
    if points is None:
        return None
    return max(points, given_back.least(source.promises, student, question.id, value))


def _rest(
    source: QuizSource,
    given: Mapping[str, float | None],
    excluded: list[str],
    by_hand: Mapping[str, float],
) -> float:
    """Return the share of the points that a student has where the questions count.

    A written answer that waits for its mark says nothing yet. Where nothing is left that counts,
    everybody has all.
    """
    counted = {
        slot: points
        for slot in given
        if slot not in excluded and (points := by_hand.get(slot, given[slot])) is not None
    }
    most = sum(source.slots[slot] for slot in counted)
    # More than all is possible by hand, and would give more than the slot has.
    return min(1.0, max(0.0, sum(counted.values()) / most)) if most else 1.0

"""Questions of a kind that a format has no place for, and the shares that options give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from running_muscles.classroom.interchange.carried import Bundle, Lost
from running_muscles.quiz.by_row import ROWED, Gaps, Labels, Match
from running_muscles.quiz.questions import Multiple, Order, Question, Single

_NAMES: dict[type, str] = {
    Match: "lists for several lines",
    Gaps: "gaps with a list for each",
    Labels: "labels for the body map",
}


def without(bundle: Bundle, system: str, *, held: tuple[type, ...] = ()) -> Bundle:
    """Return a bundle without what a format cannot hold, and that it is lost.

    Parameters
    ----------
    system
        The format, as people call it.
    held
        Kinds among those that are answered row by row that the format has.
    """
    gone = [one for one in bundle.questions if isinstance(one, ROWED) and type(one) not in held]
    lost = [
        Lost(one.id, "the whole question", f"{system} has no {_NAMES[type(one)]}") for one in gone
    ]
    kept = tuple(one for one in bundle.questions if one not in gone)
    told = [loss for one in kept for loss in _part_of(one, system)]
    return replace(bundle, questions=kept, lost=(*bundle.lost, *lost, *told))


def _part_of(question: Question, system: str) -> Iterator[Lost]:
    if isinstance(question, Order) and question.any_order and system != "QTI 2.1":
        yield Lost(
            question.id,
            "that some of its lines may stand in any order",
            f"{system} knows one right order",
        )
    if question.certainty:
        yield Lost(question.id, "how sure a student is", f"{system} has no place for it")


def shares(question: Single | Multiple) -> dict[str, float]:
    """Return the share of the points that each option gives or takes, by id."""
    if any(option.credit is not None for option in question.options):
        whole = isinstance(question, Single)
        return {
            option.id: 1.0 if whole and option.correct else option.credit or 0.0
            for option in question.options
        }
    right = sum(option.correct for option in question.options)
    wrong = 0.0 if isinstance(question, Single) else -1 / max(1, len(question.options) - right)
    return {option.id: 1 / right if option.correct else wrong for option in question.options}

"""What people chose in a question, in few kinds that can be counted over a whole class.

An answer is a number, an order or a place on a map; to count answers, each is put to the kinds
that the bank has a reason for. A wrong kind with its reason is a misconception by name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from running_muscles.quiz.questions import (
    Hotspot,
    Multiple,
    Numeric,
    Order,
    Question,
    Single,
    Text,
)
from running_muscles.quiz.scoring import (
    RIGHT,
    amount,
    converted,
    is_close,
    region_name,
    score,
)
from running_muscles.quiz.variants import members

ANSWER = "answer"
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Choice:
    """One kind of answer.

    Attributes
    ----------
    text
        In the marks of `running_muscles.quiz.markup`.
    reason
        Why it is right or not; empty where the bank has no word on it.
    """

    id: str
    text: str
    correct: bool
    reason: str = ""


def choices(question: Question) -> tuple[Choice, ...]:
    """Return all kinds of answers to a question of the bank; a written answer has none.

    Of a numeric family, numbers and reasons are those of its first member, for example.
    """
    return _CHOICES[type(question)](question)


def chosen(question: Question, value: Any) -> frozenset[str]:
    """Return the ids of the kinds that an answer belongs to; empty without an answer.

    Parameters
    ----------
    question
        As it was asked, with the student's own numbers.
    value
        A valid answer, or None.
    """
    if value is None or value in ("", []):
        return frozenset()
    return frozenset(_CHOSEN[type(question)](question, value))


def _options(question: Single | Multiple) -> tuple[Choice, ...]:
    return tuple(
        Choice(option.id, option.text, option.correct, option.reason) for option in question.options
    )


def _first_member(question: Numeric) -> Numeric:
    return next(one for _, one in members(question)) if question.family else question


def _numbers(question: Numeric) -> tuple[Choice, ...]:
    first = _first_member(question)
    such_as = "such as " if question.family else ""
    right = Choice(ANSWER, such_as + amount(first.value, first.unit), True, first.reason)
    wrong = (
        Choice(_mistake(n), such_as + amount(one.value, first.unit), False, one.reason)
        for n, one in enumerate(first.mistakes, 1)
    )
    return (right, *wrong, Choice(OTHER, "another number", False))


def _mistake(number: int) -> str:
    return f"mistake-{number}"


def _number(question: Numeric, value: dict[str, Any]) -> tuple[str]:
    if score(question, value).verdict == RIGHT:
        return (ANSWER,)
    given = converted(question, value)
    for n, mistake in enumerate(question.mistakes, 1):
        if is_close(given, mistake.value, mistake.tolerance):
            return (_mistake(n),)
    return (OTHER,)


def _orders(question: Order) -> tuple[Choice, ...]:
    """Return the right order, and each pair of neighbours the other way round."""
    wrong = (
        Choice(_swap(one.id, two.id), f"“{two.text}” before “{one.text}”", False, one.reason)
        for one, two in pairwise(question.items)
    )
    return (Choice(ANSWER, "the right order", True), *wrong)


def _swap(first: str, second: str) -> str:
    return f"{second}-before-{first}"


def _order(question: Order, value: list[str]) -> list[str]:
    names = [item.id for item in question.items]
    if value == names:
        return [ANSWER]
    # Any other order has neighbours the wrong way round.
    return [_swap(one, two) for one, two in pairwise(names) if value.index(two) < value.index(one)]


def _regions(question: Hotspot) -> tuple[Choice, ...]:
    """Return the named regions, those of both sides with one reason as one."""
    groups: dict[tuple[bool, str], list[str]] = {}
    for region in question.regions:
        groups.setdefault((region.correct, region.reason), []).append(region.id)
    named = tuple(
        Choice(ids[0], "; ".join(region_name(one) for one in ids), correct, reason)
        for (correct, reason), ids in groups.items()
    )
    return (*named, Choice(OTHER, "elsewhere", False))


def _region(question: Hotspot, value: str) -> tuple[str]:
    told = {region.id: (region.correct, region.reason) for region in question.regions}
    if value not in told:
        return (OTHER,)
    return (next(name for name, about in told.items() if about == told[value]),)


_CHOICES: dict[type, Callable[..., tuple[Choice, ...]]] = {
    Single: _options,
    Multiple: _options,
    Numeric: _numbers,
    Order: _orders,
    Hotspot: _regions,
    Text: lambda _question: (),
}
_CHOSEN: dict[type, Callable[..., Any]] = {
    Single: lambda _question, value: (value,),
    Multiple: lambda _question, value: value,
    Numeric: _number,
    Order: _order,
    Hotspot: _region,
    Text: lambda _question, _value: (),
}

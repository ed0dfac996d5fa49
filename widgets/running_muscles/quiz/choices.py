"""What people chose in a question, in few kinds that can be counted over a whole class.

An answer is a number, an order or a place on a map; to count answers, each is put to the kinds
that the bank has a reason for. A wrong kind with its reason is a misconception by name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from running_muscles.quiz.by_row import Gaps, Labels, Match, Row, Rowed, rows_of
from running_muscles.quiz.questions import (
    Hotspot,
    Item,
    Multiple,
    Numeric,
    Order,
    Question,
    Single,
    Text,
    is_open,
)
from running_muscles.quiz.regions import region_name
from running_muscles.quiz.scoring import RIGHT, amount, converted, is_close, score
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
    credit
        The share of the points that the bank gives it, or takes, by itself.
    """

    id: str
    text: str
    correct: bool
    reason: str = ""
    credit: float = 0.0


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
    if is_open(value):
        return frozenset()
    return frozenset(_CHOSEN[type(question)](question, value))


def _options(question: Single | Multiple) -> tuple[Choice, ...]:
    return tuple(
        Choice(one.id, one.text, one.correct, one.reason, one.credit or 0.0)
        for one in question.options
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
        for one, two in _neighbours(question)
    )
    return (Choice(ANSWER, "the right order", True), *wrong)


def _neighbours(question: Order) -> list[tuple[Item, Item]]:
    """Return the pairs of which one stands in the place right after the other."""
    place = question.ranks()
    return [
        (one, two)
        for one, two in combinations(question.items, 2)
        if place[two.id] == place[one.id] + 1
    ]


def _swap(first: str, second: str) -> str:
    return f"{second}-before-{first}"


def _order(question: Order, value: list[str]) -> list[str]:
    if score(question, value).verdict == RIGHT:
        return [ANSWER]
    # Any other order has neighbours the wrong way round.
    return [
        _swap(one.id, two.id)
        for one, two in _neighbours(question)
        if value.index(two.id) < value.index(one.id)
    ]


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


def _row_choices(question: Rowed) -> tuple[Choice, ...]:
    return tuple(choice for row in rows_of(question) for choice in _of_row(row))


def _of_row(row: Row) -> list[Choice]:
    """Return what may be chosen in a row; of the body's many places, all wrong ones as one."""
    right = Choice(_in_row(row.id, ANSWER), row.with_answer(), True, row.reason)
    if row.choices is None:
        other = f"{row.text}: elsewhere"
        return [right, Choice(_in_row(row.id, OTHER), other, False, row.otherwise)]
    wrong = [
        Choice(_in_row(row.id, name), row.with_choice(name), False, row.reason_against(name))
        for name in row.choices
        if name not in row.right
    ]
    return [right, *wrong]


def _in_row(row: str, choice: str) -> str:
    return f"{row}:{choice}"


def _rows(question: Rowed, value: dict[str, str]) -> list[str]:
    rows = {row.id: row for row in rows_of(question)}
    return [_in_row(name, _kind(rows[name], chosen)) for name, chosen in value.items()]


def _kind(row: Row, chosen: str) -> str:
    if chosen in row.right:
        return ANSWER
    return OTHER if row.choices is None else chosen


_CHOICES: dict[type, Callable[..., tuple[Choice, ...]]] = {
    Single: _options,
    Multiple: _options,
    Numeric: _numbers,
    Order: _orders,
    Hotspot: _regions,
    Text: lambda _question: (),
    Match: _row_choices,
    Gaps: _row_choices,
    Labels: _row_choices,
}
_CHOSEN: dict[type, Callable[..., Any]] = {
    Single: lambda _question, value: (value,),
    Multiple: lambda _question, value: value,
    Numeric: _number,
    Order: _order,
    Hotspot: _region,
    Text: lambda _question, _value: (),
    Match: _rows,
    Gaps: _rows,
    Labels: _rows,
}

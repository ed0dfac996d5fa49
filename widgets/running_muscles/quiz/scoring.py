"""Score one answer to one question. Pure functions: no clock, no widget, no file but the tables.

Partial credit
--------------
`Multiple`: the share of the right options that were chosen minus the share of the wrong ones,
never below 0, so that ticking everything earns nothing.

Options with a `credit` of their own: the sum of the shares that were chosen, never below 0. All
that is right and nothing else has all points, and nothing else has.

`Order`: Kendall's tau of the answer against the right order, never below 0 [1]_. Tau is the
share of pairs in the right order minus the share in the wrong order, so an answer with no more
than half of its pairs right earns nothing. Pairs that may stand in any order do not count.

`Match`, `Gaps` and `Labels`: the share of rows that are right.

Points are rounded to two decimals, the precision of the gradebook's pages.

References
----------
.. [1] Kendall M. G. (1938). A new measure of rank correlation. Biometrika 30, 81-93.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from running_muscles.quiz.by_row import Gaps, Labels, Match, Row, Rowed, rows_of
from running_muscles.quiz.questions import (
    Hotspot,
    Multiple,
    Numeric,
    Option,
    Order,
    Question,
    Single,
    Text,
    is_open,
)
from running_muscles.quiz.regions import region_name

RIGHT = "right"
PARTLY = "partly right"
WRONG = "not right"
NO_ANSWER = "no answer"
TO_MARK = "to be marked"


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of an answer: an option, an item, a region or a number.

    `chosen` says that the learner picked it (for an order: that it stands in its right place),
    `correct` that it belongs to the right answer, `credit` which share of the points it gives or
    takes by itself, where the bank says so.
    """

    id: str
    text: str
    chosen: bool
    correct: bool
    reason: str
    credit: float = 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The outcome of one question. `points` is None until a person has marked it."""

    points: float | None
    max_points: float
    verdict: str
    parts: tuple[Part, ...] = ()


def score(question: Question, value: Any) -> Score:
    """Score an answer.

    Parameters
    ----------
    question
        The question with its key.
    value
        The answer in the form of ``responses.json``; None, "", [] and {} mean no answer. It must
        fit the question: `running_muscles.quiz.fitting.problem_with` says whether it does.

    Raises
    ------
    ValueError
        When the answer does not fit the question.
    """
    mark, parts = _SCORERS[type(question)]
    if is_open(value):
        return Score(0.0, question.points, NO_ANSWER, parts(question, None))
    if isinstance(question, Text):
        return Score(None, question.points, TO_MARK)
    try:
        share = mark(question, value)
        shown = parts(question, value)
    except (KeyError, TypeError) as error:
        raise ValueError(f"the answer does not fit question {question.id!r}") from error
    verdict = RIGHT if share == 1 else PARTLY if share > 0 else WRONG
    points = question.points if share == 1 else round(question.points * share, 2)
    return Score(float(points), question.points, verdict, shown)


def _single_share(question: Single, value: str) -> float:
    chosen = {option.id: option for option in question.options}[value]
    return 1.0 if chosen.correct else chosen.credit or 0.0


# However shares are rounded in a bank, only the right answer is worth all.
_NEARLY_ALL = 0.99


def _shares(question: Multiple, value: list[str]) -> float:
    shares = {option.id: option.credit or 0.0 for option in question.options}
    total = math.fsum(shares[option] for option in set(value))
    if set(value) == {option.id for option in question.options if option.correct}:
        return 1.0
    return min(max(0.0, round(total, 9)), _NEARLY_ALL)


def _multiple_share(question: Multiple, value: list[str]) -> float:
    if any(option.credit is not None for option in question.options):
        return _shares(question, value)
    key = {option.id: option.correct for option in question.options}
    chosen = [key[option] for option in set(value)]
    right = sum(key.values())
    # At least one, so that a question without a wrong option can be scored at all.
    wrong = max(1, len(key) - right)
    hits, misses = sum(chosen), len(chosen) - sum(chosen)
    # Over one denominator, so that a sixth is a sixth and not a hair less.
    return max(0, hits * wrong - misses * right) / (right * wrong)


def _option_parts(question: Single | Multiple, value: Any) -> tuple[Part, ...]:
    chosen = {value} if isinstance(value, str) else set(value or ())

    def part(option: Option) -> Part:
        return Part(
            option.id,
            option.text,
            option.id in chosen,
            option.correct,
            option.reason,
            option.credit or 0.0,
        )

    return tuple(part(option) for option in question.options)


def converted(question: Numeric, value: dict[str, Any]) -> float:
    """Return the given number in the unit of the answer."""
    return float(value["number"]) * dict(question.units)[value["unit"]]


def slack(wanted: float, tolerance: float) -> float:
    """Return the hair by which 0.1 + 0.2 may miss 0.3, small beside the numbers themselves."""
    return 1e-9 * max(abs(wanted), tolerance)


def is_close(given: float, wanted: float, tolerance: float) -> bool:
    """Say whether a number lies within the tolerance of another, but for a hair."""
    return abs(given - wanted) <= tolerance + slack(wanted, tolerance)


def _numeric_share(question: Numeric, value: dict[str, Any]) -> float:
    given = converted(question, value)
    if not math.isfinite(given):
        return 0.0
    return float(is_close(given, question.value, question.tolerance))


def _numeric_parts(question: Numeric, value: Any) -> tuple[Part, ...]:
    answer = Part("answer", amount(question.value, question.unit), False, True, question.reason)
    if value is None:
        return (answer,)
    given = converted(question, value)
    shown = amount(value["number"], value["unit"])
    if _numeric_share(question, value):
        return (Part("answer", shown, True, True, question.reason),)
    for mistake in question.mistakes:
        if is_close(given, mistake.value, mistake.tolerance):
            return (Part("given", shown, True, False, mistake.reason), answer)
    return (Part("given", shown, True, False, ""), answer)


def amount(number: float, unit: str) -> str:
    """Return a number with its unit, as an answer is shown."""
    return f"{number:.10g} {unit}".strip()


def _order_share(question: Order, value: list[str]) -> float:
    place = question.ranks()
    if sorted(value) != sorted(place):
        raise KeyError("every item stands in an order exactly once")
    given = [place[item] for item in value]
    pairs = [pair for pair in combinations(given, 2) if pair[0] != pair[1]]
    agreeing = sum(first < second for first, second in pairs)
    return max(0.0, (2 * agreeing - len(pairs)) / len(pairs))


def _order_parts(question: Order, value: Any) -> tuple[Part, ...]:
    given = value or [None] * len(question.items)
    place = question.ranks()
    return tuple(
        Part(item.id, item.text, place[item.id] == place.get(there), True, item.reason)
        for item, there in zip(question.items, given, strict=True)
    )


def _hotspot_share(question: Hotspot, value: str) -> float:
    return float(any(region.id == value and region.correct for region in question.regions))


def _hotspot_parts(question: Hotspot, value: Any) -> tuple[Part, ...]:
    named = tuple(
        Part(region.id, region_name(region.id), region.id == value, region.correct, region.reason)
        for region in question.regions
        if region.correct or region.id == value
    )
    if value is None or any(part.chosen for part in named):
        return named
    return (Part(value, region_name(value), True, False, question.elsewhere), *named)


def _rows_share(question: Rowed, value: dict[str, str]) -> float:
    rows = _given(question, value)
    return sum(chosen in row.right for row, chosen in rows) / len(rows)


def _given(question: Rowed, value: Any) -> list[tuple[Row, str | None]]:
    """Return each row with what was chosen there."""
    rows = rows_of(question)
    given = {row.id: value[row.id] for row in rows if row.id in value}
    if len(given) != len(value):
        raise KeyError("a row that the question does not have")
    return [(row, given.get(row.id)) for row in rows]


def _rows_parts(question: Rowed, value: Any) -> tuple[Part, ...]:
    return tuple(
        part for row, chosen in _given(question, value or {}) for part in _row_parts(row, chosen)
    )


def _row_parts(row: Row, chosen: str | None) -> list[Part]:
    if chosen in row.right:
        return [Part(row.id, row.with_choice(chosen), True, True, row.reason)]
    answer = Part(row.id, row.with_answer(), False, True, row.reason)
    if chosen is None:
        return [answer]
    given = Part(row.id, row.with_choice(chosen), True, False, row.reason_against(chosen))
    return [given, answer]


_SCORERS: dict[type, tuple[Callable[..., float], Callable[..., tuple[Part, ...]]]] = {
    Single: (_single_share, _option_parts),
    Multiple: (_multiple_share, _option_parts),
    Numeric: (_numeric_share, _numeric_parts),
    Order: (_order_share, _order_parts),
    Hotspot: (_hotspot_share, _hotspot_parts),
    Text: (lambda _question, _value: 0.0, lambda _question, _value: ()),
    Match: (_rows_share, _rows_parts),
    Gaps: (_rows_share, _rows_parts),
    Labels: (_rows_share, _rows_parts),
}

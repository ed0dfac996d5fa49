"""Score one answer to one question. Pure functions: no clock, no widget, no file but the tables.

Partial credit
--------------
`Multiple`: the share of the right options that were chosen minus the share of the wrong ones,
never below 0, so that ticking everything earns nothing.

`Order`: Kendall's tau of the answer against the right order, never below 0 [1]_. Tau is the
share of pairs in the right order minus the share in the wrong order, so an answer with no more
than half of its pairs right earns nothing.

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

from running_muscles.quiz.questions import (
    Hotspot,
    Multiple,
    Numeric,
    Option,
    Order,
    Question,
    Single,
    Text,
)
from running_muscles.tables import body_regions

RIGHT = "right"
PARTLY = "partly right"
WRONG = "not right"
NO_ANSWER = "no answer"
TO_MARK = "to be marked"


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of an answer: an option, an item, a region or a number.

    `chosen` says that the learner picked it (for an order: that it stands in its right place),
    `correct` that it belongs to the right answer.
    """

    id: str
    text: str
    chosen: bool
    correct: bool
    reason: str


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
        The answer in the form of ``responses.json``; None, "" and [] mean no answer. It must
        fit the question: `running_muscles.quiz.responses.problem_with` says whether it does.

    Raises
    ------
    ValueError
        When the answer does not fit the question.
    """
    mark, parts = _SCORERS[type(question)]
    if value is None or value in ("", []) or (isinstance(value, str) and not value.strip()):
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
    right = {option.id: option.correct for option in question.options}
    return float(right[value])


def _multiple_share(question: Multiple, value: list[str]) -> float:
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
        return Part(option.id, option.text, option.id in chosen, option.correct, option.reason)

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
    place = {item.id: n for n, item in enumerate(question.items)}
    if sorted(value) != sorted(place):
        raise KeyError("every item stands in an order exactly once")
    given = [place[item] for item in value]
    pairs = list(combinations(given, 2))
    agreeing = sum(first < second for first, second in pairs)
    return max(0.0, (2 * agreeing - len(pairs)) / len(pairs))


def _order_parts(question: Order, value: Any) -> tuple[Part, ...]:
    given = value or [None] * len(question.items)
    return tuple(
        Part(item.id, item.text, item.id == there, True, item.reason)
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


def region_name(region: str) -> str:
    """Return what the body map calls a region: ``Buttock (gluteus maximus), left``.

    A file may name a region that no map has; its id is then shown in words.
    """
    row = body_regions().get(region)
    return row.name if row else region.replace("-", " ")


_SCORERS: dict[type, tuple[Callable[..., float], Callable[..., tuple[Part, ...]]]] = {
    Single: (_single_share, _option_parts),
    Multiple: (_multiple_share, _option_parts),
    Numeric: (_numeric_share, _numeric_parts),
    Order: (_order_share, _order_parts),
    Hotspot: (_hotspot_share, _hotspot_parts),
    Text: (lambda _question, _value: 0.0, lambda _question, _value: ()),
}

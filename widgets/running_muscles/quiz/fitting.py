"""Whether an answer fits its question, kind by kind: its form, not whether it is right."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from running_muscles.quiz.by_row import Gaps, Labels, Match, Rowed, rows_of
from running_muscles.quiz.questions import (
    Hotspot,
    Multiple,
    Numeric,
    Order,
    Question,
    Single,
    Text,
)
from running_muscles.quiz.shown_text import shown


def problem_with(question: Question, value: Any) -> str | None:
    """Say why an answer does not fit its question, as the end of a sentence; None when it fits."""
    if value is None:
        return None
    return _CHECKS[type(question)](question, value)


def _one_of(ids: set[str], value: Any, what: str) -> str | None:
    if not isinstance(value, str):
        return f"is not {what}"
    return None if value in ids else f"names '{shown(value)}', which is not {what} of it"


def _single(question: Single, value: Any) -> str | None:
    return _one_of({option.id for option in question.options}, value, "an option")


def _several(ids: set[str], value: Any, what: str) -> str | None:
    if not isinstance(value, list):
        return f"is not a list of {what}s"
    for one in value:
        wrong = _one_of(ids, one, f"an {what}")
        if wrong:
            return wrong
    return f"names an {what} twice" if len(set(value)) < len(value) else None


def _multiple(question: Multiple, value: Any) -> str | None:
    return _several({option.id for option in question.options}, value, "option")


def _order(question: Order, value: Any) -> str | None:
    ids = {item.id for item in question.items}
    wrong = _several(ids, value, "item")
    if wrong or not value:
        return wrong
    return None if len(value) == len(ids) else "leaves items out"


def _numeric(question: Numeric, value: Any) -> str | None:
    if not isinstance(value, dict) or not {"number", "unit"} >= set(value) or "number" not in value:
        return "is not a number with a unit"
    number = value["number"]
    # True is an int for Python, and NaN is a float.
    if isinstance(number, bool) or not isinstance(number, int | float) or not _is_finite(number):
        return "is not a finite number"
    unit = value.get("unit")
    return _one_of({unit for unit, _ in question.units}, unit, "a unit")


def _is_finite(number: float) -> bool:
    # A whole number of Python's may be too large for any float.
    return abs(number) <= sys.float_info.max


def _hotspot(_question: Hotspot, value: Any) -> str | None:
    return None if is_region(value) else "is not a region of the body map"


def is_region(value: Any) -> bool:
    """Say whether a value can be the id of a region of the body map."""
    # The map has more regions than the question names; any short word may be one of them.
    fits = isinstance(value, str) and len(value) <= 60 and value.replace("-", "").isalnum()
    return fits and value.isascii()


def _rows(question: Rowed, value: Any) -> str | None:
    if not isinstance(value, dict):
        return "does not say what belongs to which line"
    rows = {row.id: row for row in rows_of(question)}
    for name, chosen in value.items():
        row = rows.get(name)
        if row is None:
            return f"names '{shown(name)}', which is not a line of it"
        if row.choices is None:
            if not is_region(chosen):
                return "names a place that is not a region of the body map"
        elif wrong := _one_of(set(row.choices), chosen, "a choice"):
            return wrong
    return None


def _text(_question: Text, value: Any) -> str | None:
    return None if isinstance(value, str) else "is not text"


_CHECKS: dict[type, Callable[..., str | None]] = {
    Single: _single,
    Multiple: _multiple,
    Numeric: _numeric,
    Order: _order,
    Hotspot: _hotspot,
    Text: _text,
    Match: _rows,
    Gaps: _rows,
    Labels: _rows,
}

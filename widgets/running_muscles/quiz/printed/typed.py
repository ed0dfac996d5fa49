"""What stands in a student's boxes on paper, typed as numbers: back to answers of the screen."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from running_muscles.quiz.printed.places import numbers
from running_muscles.tables.typed_number import NumberError, number, whole

OPEN = "-"  # a blank that was left open, among others that were not


class TypedError(ValueError):
    """A cell that is no answer to its question; the message is the end of a sentence."""


def answer(entry: Mapping[str, Any], text: str) -> Any:
    """Return an answer in the form of ``responses.json``; None for an empty cell.

    Parameters
    ----------
    entry
        The question as it stands on the student's sheet.
    text
        What was typed: the number of an option, numbers with spaces between them for several
        options, boxes (from the top) or blanks, a number with its unit for a numeric question.

    Raises
    ------
    TypedError
    """
    if not text.strip():
        return None
    return _READ[entry["type"]](entry, text.strip())


def _counted(text: str, most: int) -> list[int]:
    found = []
    for one in re.split(r"[\s,;+]+", text):
        try:
            value = whole(one)
        except NumberError as error:
            raise TypedError(f"has {one!r}, which is no number of it") from error
        if not 1 <= value <= most:
            raise TypedError(f"has {one!r}, and its numbers go from 1 to {most}")
        found.append(value)
    return found


def _one(listed: list[str], text: str) -> str:
    found = _counted(text, len(listed))
    if len(found) != 1:
        raise TypedError(f"has {len(found)} numbers, and one belongs there")
    return listed[found[0] - 1]


def _ids(listed: list[Mapping[str, str]]) -> list[str]:
    return [one["id"] for one in listed]


def _multiple(entry: Mapping[str, Any], text: str) -> list[str]:
    names = _ids(entry["options"])
    return list(dict.fromkeys(names[at - 1] for at in _counted(text, len(names))))


def _order(entry: Mapping[str, Any], text: str) -> list[str]:
    names = _ids(entry["items"])
    boxes = _counted(text, len(names))
    if sorted(boxes) != list(range(1, len(names) + 1)):
        raise TypedError(f"needs each number from 1 to {len(names)} once, the boxes from the top")
    return [names[boxes.index(place)] for place in range(1, len(names) + 1)]


def _numeric(entry: Mapping[str, Any], text: str) -> dict[str, Any]:
    units = entry["units"]
    unit = next((one for one in sorted(units, key=len, reverse=True) if one and text.endswith(one)),
                None)  # fmt: skip
    if unit is None and len(units) > 1:
        raise TypedError(f"has no unit; write one of {', '.join(units)} behind the number")
    try:
        value = number(text.removesuffix(unit or "").strip())
    except NumberError as error:
        raise TypedError(f"has {text!r}, which is no number") from error
    return {"number": value, "unit": unit if unit is not None else units[0]}


def _places(view: str) -> list[str]:
    return list(numbers(view))


def _rows(entry: Mapping[str, Any], text: str) -> dict[str, str]:
    lists = _lists(entry)
    cells = re.split(r"[\s,;]+", text)
    if len(cells) != len(lists):
        raise TypedError(
            f"has {len(cells)} numbers for {len(lists)} blanks; write {OPEN} for an open one"
        )
    return {
        row: _one(listed, cell)
        for (row, listed), cell in zip(lists.items(), cells, strict=True)
        if cell != OPEN
    }


def _lists(entry: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return what may be chosen in each row, in the order of its numbers."""
    if entry["type"] == "gaps":
        return {gap["id"]: _ids(gap["options"]) for gap in entry["gaps"]}
    listed = _ids(entry["choices"]) if entry["type"] == "match" else _places(entry["view"])
    return {row["id"]: listed for row in entry["rows"]}


_READ: dict[str, Callable[[Mapping[str, Any], str], Any]] = {
    "single": lambda entry, text: _one(_ids(entry["options"]), text),
    "multiple": _multiple,
    "numeric": _numeric,
    "order": _order,
    "hotspot": lambda entry, text: _one(_places(entry["view"]), text),
    "match": _rows,
    "gaps": _rows,
    "labels": _rows,
}

"""Points that were given back and stand, although a later correction would give fewer.

A promise is about one answer: when a student hands in another one, it is marked by the key as it
is then.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from running_muscles.tables.sheet import SheetError, read_sheet, write_sheet

FILE_NAME = "given-back.csv"
COLUMNS = ("quiz", "student", "question", "answer", "points")


@dataclass(frozen=True, slots=True)
class Promise:
    """At least so many points, for the answer with this digest."""

    answer: str
    points: float


Promises = Mapping[tuple[str, str], Promise]  # by student and question


def digest(value: Any) -> str:
    """Return a short word for an answer, the same for the same answer."""
    text = json.dumps(value, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def least(promises: Promises, student: str, question: str, value: Any) -> float:
    """Return the points that an answer has in any case."""
    promise = promises.get((student, question))
    return promise.points if promise and promise.answer == digest(value) else 0.0


def kept(folder: Path, quiz: str) -> dict[tuple[str, str], Promise]:
    """Return the promises of one quiz.

    Raises
    ------
    SheetError
        When the list cannot be read.
    """
    return {
        (cells["student"], cells["question"]): _promise(line, cells)
        for line, cells in _rows(folder)
        if cells["quiz"] == quiz
    }


def keep(folder: Path, quiz: str, new: Promises) -> None:
    """Add promises to the list. Of two for one answer the higher one stands."""
    rows = {
        (cells["quiz"], cells["student"], cells["question"]): _promise(line, cells)
        for line, cells in _rows(folder)
    }
    for (student, question), promise in new.items():
        old = rows.get((quiz, student, question))
        if old is None or old.answer != promise.answer or old.points < promise.points:
            rows[quiz, student, question] = promise
    written = [
        dict(zip(COLUMNS, (*name, one.answer, one.points), strict=True))
        for name, one in rows.items()
    ]
    (folder / FILE_NAME).write_bytes(write_sheet(written, COLUMNS))


def _rows(folder: Path) -> list[tuple[int, dict[str, str]]]:
    path = folder / FILE_NAME
    if not path.exists():
        return []
    sheet = read_sheet(path, known=COLUMNS)
    missing = [name for name in COLUMNS if name not in sheet.header]
    if missing:
        raise SheetError(
            f"{FILE_NAME}, line {sheet.line}: there is no column {missing[0]}."
            f" Its columns are: {', '.join(COLUMNS)}."
        )
    return [(row.line, dict(row.cells)) for row in sheet.rows]


def _promise(line: int, cells: Mapping[str, str]) -> Promise:
    try:
        points = float(cells["points"].replace(",", "."))
    except ValueError:
        points = math.nan
    if not 0 <= points < math.inf:
        raise SheetError(
            f"{FILE_NAME}, line {line}, column points: {cells['points']!r} is no number of points."
            " Mend it, or take the line out."
        )
    return Promise(cells["answer"], points)

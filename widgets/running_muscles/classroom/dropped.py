"""Questions that turned out unfair: whoever was asked one has its full points, or does without.

*full*: everybody who was asked has all of its points. *exclude*: the question does not count, and
the rest of the quiz stands for it: its points are given in the share that a student has of the
other points, so that the whole still gives what it gave before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from running_muscles.tables.sheet import SheetError, read_sheet, write_sheet

FILE_NAME = "dropped.csv"
COLUMNS = ("question", "reason", "on", "how")
FULL = "full"
EXCLUDE = "exclude"
WAYS = (FULL, EXCLUDE)


@dataclass(frozen=True, slots=True)
class Dropped:
    """Why a question was taken out, and how."""

    reason: str
    how: str = FULL


def kept(folder: Path) -> dict[str, Dropped]:
    """Return the dropped questions of the class in a folder.

    Raises
    ------
    SheetError
        When the list cannot be read.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return {}
    found = {}
    for row in read_sheet(path, known=COLUMNS).rows:
        how = row.cells.get("how", "").strip() or FULL
        if how not in WAYS:
            raise SheetError(
                f"{FILE_NAME}, line {row.line}, column how: {how!r} is no way to drop a question."
                f" Write one of: {', '.join(WAYS)}."
            )
        found[row.cells.get("question", "")] = Dropped(row.cells.get("reason", ""), how)
    return found


def add(folder: Path, question: str, dropped: Dropped, on: date) -> Path:
    """Drop a question, and return the list that now names it."""
    path = folder / FILE_NAME
    rows = (
        [dict(row.cells) for row in read_sheet(path, known=COLUMNS).rows] if path.exists() else []
    )
    rows.append(
        {
            "question": question,
            "reason": dropped.reason,
            "on": on.isoformat(),
            "how": dropped.how,
        }
    )
    path.write_bytes(write_sheet(rows, COLUMNS))
    return path

"""Questions that turned out unfair: whoever was asked one has its full points."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from running_muscles.tables.sheet import read_sheet, write_sheet

FILE_NAME = "dropped.csv"
COLUMNS = ("question", "reason", "on")


def kept(folder: Path) -> dict[str, str]:
    """Return the dropped questions of the class in a folder, each with its reason.

    Raises
    ------
    SheetError
        When the list cannot be read.
    """
    path = folder / FILE_NAME
    if not path.exists():
        return {}
    rows = read_sheet(path, known=COLUMNS).rows
    return {row.cells.get("question", ""): row.cells.get("reason", "") for row in rows}


def add(folder: Path, question: str, reason: str, on: date) -> Path:
    """Drop a question, and return the list that now names it."""
    path = folder / FILE_NAME
    rows = (
        [dict(row.cells) for row in read_sheet(path, known=COLUMNS).rows] if path.exists() else []
    )
    rows.append({"question": question, "reason": reason, "on": on.isoformat()})
    path.write_bytes(write_sheet(rows, COLUMNS))
    return path

"""The list of what was corrected in a class after a quiz: for whoever asks later."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from running_muscles.classroom.changes import Effect
from running_muscles.tables.sheet import read_sheet, write_sheet

FILE_NAME = "corrections.csv"
COLUMNS = ("on", "quiz", "question", "what", "reason", "asked", "gained", "lost", "stood")


def note(  # noqa: PLR0913, PLR0917
    folder: Path, quiz: str, question: str, what: str, reason: str, effect: Effect, on: date
) -> Path:
    """Add a correction to the list, and return the list.

    Raises
    ------
    SheetError
        When the list cannot be read.
    """
    path = folder / FILE_NAME
    rows: list[dict[str, object]] = (
        [dict(row.cells) for row in read_sheet(path, known=COLUMNS).rows] if path.exists() else []
    )
    rows.append(
        {
            "on": on.isoformat(),
            "quiz": quiz,
            "question": question,
            "what": what,
            "reason": reason,
            "asked": len(effect.changes),
            "gained": sum(change.gain > 0 for change in effect.changes),
            "lost": sum(change.gain < 0 for change in effect.changes),
            "stood": len(effect.promises),
        }
    )
    path.write_bytes(write_sheet(rows, COLUMNS))
    return path

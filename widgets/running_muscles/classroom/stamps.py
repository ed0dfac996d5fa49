"""When a hand-in came: nbgrader's ``timestamp.txt``, which may say anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nbgrader.utils import parse_utc

from running_muscles.quiz.responses import UnreadableError, content
from running_muscles.quiz.shown_text import shown

FILE_NAME = "timestamp.txt"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp. `moment` is in UTC without offset; None without a readable one."""

    text: str
    moment: datetime | None = None
    problem: str = field(default="", compare=False)


def stamp_of(folder: Path) -> Stamp:
    """Read the time stamp of a hand-in."""
    path = folder / FILE_NAME
    try:
        text = content(path, 1_000).decode("utf-8-sig", "replace").strip()
    except UnreadableError:
        return Stamp("")
    if not text:
        return Stamp("")
    try:
        return Stamp(text, parse_utc(text))
    except (ValueError, OverflowError):
        return Stamp(text, None, f"{FILE_NAME} says {shown(text)!r}, which is no time.")

"""Who gave which mark on this page, and for which lines of the rubric: nbgrader keeps neither.

One line of JSON for each mark, added and never changed, in the class's own folder. It says who
marked only while the gradebook still has that mark; the gradebook alone decides what counts.
"""

from __future__ import annotations

import getpass
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from running_muscles.classroom.journal import FOLDER
from running_muscles.classroom.marking.marks import Mark

FILE_NAME = "marked-by-question.jsonl"


@dataclass(frozen=True, slots=True)
class Given:
    """One mark as it was given here.

    Attributes
    ----------
    at
        When, in UTC, to the second.
    by
        The name under which the marker is known to the system.
    ticked
        Lines of the rubric, counted from 0.
    seen
        A digest of what the marker saw, as `by_hand.seen` gives it.
    """

    student: str
    slot: str
    points: float | None
    comment: str
    ticked: tuple[int, ...]
    seen: str
    by: str
    at: str

    def is_behind(self, mark: Mark) -> bool:
        """Say whether the gradebook still has this mark."""
        return self.points == mark.points and self.comment == (mark.comment or "")


def marker() -> str:
    """Return the name of whoever is at the machine; empty when the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def now() -> str:
    """Return the time as it is kept."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def path(root: Path, quiz: str) -> Path:
    """Return where the marks of a quiz are kept, below the folder of the class."""
    return root / FOLDER / quiz / FILE_NAME


def add(root: Path, quiz: str, given: Given) -> None:
    """Write a mark down; on disk when this returns."""
    file = path(root, quiz)
    file.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps(asdict(given), ensure_ascii=True) + "\n"
    # One write at the end of the file: two markers do not get into each other's lines.
    number = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(number, line.encode("ascii"))
        os.fsync(number)
    finally:
        os.close(number)


def last(root: Path, quiz: str) -> dict[tuple[str, str], Given]:
    """Return the last mark of each answer, by student and slot; what cannot be read is left out."""
    try:
        lines = path(root, quiz).read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return {}
    found: dict[tuple[str, str], Given] = {}
    for line in lines:
        try:
            entry = json.loads(line)
            given = Given(**{**entry, "ticked": tuple(entry["ticked"])})
        except (ValueError, TypeError, KeyError):
            continue  # cut off by a power cut, or not ours
        found[given.student, given.slot] = given
    return found


def who(given: Given | None, mark: Mark) -> str:
    """Say who gave the mark that the gradebook has now, at the head of a sentence."""
    if given is None or not given.is_behind(mark):
        return "Somebody in Formgrader, or another program,"
    when = datetime.fromisoformat(given.at).astimezone()
    return f"{given.by or 'Somebody'} (on this page, {when:%Y-%m-%d %H:%M})"


def ticks(given: Given | None, mark: Mark, seen: str) -> tuple[int, ...]:
    """Return the lines of the rubric behind a mark, as far as they are known."""
    known = given is not None and given.is_behind(mark) and given.seen == seen
    return given.ticked if known and given is not None else ()


Known = Mapping[tuple[str, str], Given]

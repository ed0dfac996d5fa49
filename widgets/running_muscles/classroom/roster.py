"""The list of a class: who is in it, and who has more time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from running_muscles.tables.sheet import SheetError, SheetRow, read_sheet, write_sheet

FILE_NAME = "roster.csv"
COLUMNS = ("student_id", "first_name", "last_name", "email", "extra_minutes", "lms_id")
# How learning management systems and people call the same things.
_ALIASES = {
    "id": "student_id",
    "student": "student_id",
    "username": "student_id",
    "user_name": "student_id",
    "login": "student_id",
    "id_number": "student_id",
    "sis_login_id": "student_id",
    "first": "first_name",
    "given_name": "first_name",
    "last": "last_name",
    "surname": "last_name",
    "family_name": "last_name",
    "e_mail": "email",
    "email_address": "email",
    "extra_time": "extra_minutes",
    "canvas_id": "lms_id",
    "moodle_id": "lms_id",
    "blackboard_id": "lms_id",
}
# nbgrader reads these in an id as something else than letters.
_BAD_IN_ID = re.compile(r"[\s*?\[\]+/\\:\x00-\x1f]")
MAX_EXTRA_MINUTES = 60 * 24 * 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One student.

    Attributes
    ----------
    extra
        Time on top of every due date.
    lms_id
        What a learning management system calls the student in the names of downloaded files.
    """

    student_id: str
    first_name: str = ""
    last_name: str = ""
    email: str = ""
    extra: timedelta = timedelta()
    lms_id: str = ""


def read(path: Path) -> dict[str, Entry]:
    """Read a roster.

    Parameters
    ----------
    path
        A CSV file as a spreadsheet or a learning management system writes it, with a column for
        the id and, where wanted, for first and last name, e-mail and extra minutes.

    Returns
    -------
    dict
        Student id -> entry, in the order of the file.

    Raises
    ------
    SheetError
        With file, line and mend.
    """
    sheet = read_sheet(path, known=COLUMNS)
    names = {column: _known(column) for column in sheet.header}
    if "student_id" not in names.values():
        raise SheetError(
            f"{path.name}, line {sheet.line}: no column holds the students' ids."
            f" Name one student_id. The columns are: {', '.join(sheet.header)}."
        )
    found: dict[str, Entry] = {}
    for row in sheet.rows:
        entry = _entry(path.name, row, names)
        if entry.student_id in found:
            raise SheetError(
                f"{path.name}, line {row.line}: {entry.student_id!r} stands here a second time."
                " Take one of them out."
            )
        found[entry.student_id] = entry
    if not found:
        raise SheetError(f"{path.name}: it lists nobody. Write one student a line.")
    return found


def _known(column: str) -> str:
    plain = re.sub(r"[\s-]+", "_", column.strip().lower())
    return _ALIASES.get(plain, plain)


def _entry(name: str, row: SheetRow, names: Mapping[str, str]) -> Entry:
    cells = {names[column]: value.strip() for column, value in row.cells.items()}
    who = cells.get("student_id", "")
    if not who:
        raise SheetError(f"{name}, line {row.line}: no student id. Fill it in or delete the line.")
    bad = _BAD_IN_ID.search(who)
    if bad or who.startswith(".") or len(who) > 100:
        what = f"the character {bad[0]!r}" if bad else "this form"
        raise SheetError(
            f"{name}, line {row.line}: the id {who!r} cannot have {what}, which nbgrader reads as"
            " something else. Use letters, digits, full stops, hyphens, _ and @."
        )
    minutes = cells.get("extra_minutes", "") or "0"
    try:
        extra = float(minutes.replace(",", "."))
    except ValueError:
        extra = -1.0
    if not 0 <= extra <= MAX_EXTRA_MINUTES:
        raise SheetError(
            f"{name}, line {row.line}, column extra_minutes: {minutes!r} is no number of minutes"
            f" from 0 to {MAX_EXTRA_MINUTES}. Mend it or leave it empty."
        )
    return Entry(
        who,
        cells.get("first_name", ""),
        cells.get("last_name", ""),
        cells.get("email", ""),
        timedelta(minutes=extra),
        cells.get("lms_id", ""),
    )


def kept(folder: Path) -> dict[str, Entry]:
    """Return the roster of the class in a folder; empty when it has none."""
    path = folder / FILE_NAME
    return read(path) if path.exists() else {}


def keep(folder: Path, entries: Mapping[str, Entry]) -> Path:
    """Write the roster of a class, and return where."""
    path = folder / FILE_NAME
    rows = [
        {
            "student_id": entry.student_id,
            "first_name": entry.first_name,
            "last_name": entry.last_name,
            "email": entry.email,
            "extra_minutes": f"{entry.extra.total_seconds() / 60:g}" if entry.extra else "",
            "lms_id": entry.lms_id,
        }
        for entry in entries.values()
    ]
    path.write_bytes(write_sheet(rows, COLUMNS))
    return path


def enter(gradebook: Any, entries: Mapping[str, Entry]) -> int:
    """Enter a roster into the gradebook; return how many students are new there.

    Students who are in the gradebook and not in the roster stay: they may have marks.
    """
    known = {student.id for student in gradebook.students}
    for entry in entries.values():
        told = {
            "first_name": entry.first_name,
            "last_name": entry.last_name,
            "email": entry.email,
        }
        gradebook.update_or_create_student(
            entry.student_id, **{key: value for key, value in told.items() if value}
        )
    return len(set(entries) - known)

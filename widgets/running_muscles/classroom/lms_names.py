"""Who handed in a file, from the name that a learning management system gave it.

The patterns are those of the programs that write these archives:

Moodle (``mod/assign/classes/downloader.php``)
    A folder ``Ada Lovelace_1234567_assignsubmission_file`` or a file
    ``Ada Lovelace_1234567_assignsubmission_file_responses.json``; the number belongs to this
    student in this assignment only. Marked blind: ``Participant_1234567_...``.
Canvas (``lib/content_zipper.rb``)
    ``lovelaceada_LATE_12345_67890_responses-1.json``: the sorting name without spaces and commas,
    LATE when it was, the user's number, the file's number, the file's own name.
Blackboard (Assignment File Download)
    ``Quiz 3_alovelace_attempt_2026-11-21-10-00-00_responses.json``: column, user name, time.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from running_muscles.classroom.roster import Entry

_MOODLE = re.compile(r"(?P<name>[^_]+)_(?P<id>\d+)_assignsubmission_[a-z]+(?:_(?P<file>.*))?", re.S)
_CANVAS = re.compile(
    r"(?P<name>.+?)_(?:(?P<late>LATE|late)_)?(?P<id>\d+)_(?P<number>\d+)_(?P<file>.+)", re.S
)
_BLACKBOARD = re.compile(
    r"(?P<user>.+?)_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|(?P<end>\.txt))?", re.S
)


@dataclass(frozen=True, slots=True)
class Name:
    """What a name says.

    Attributes
    ----------
    shown
        The name of the student, as the system writes it.
    fits
        Says whether a student of the roster may be meant.
    lms_id
        The system's number for the student.
    file
        What follows: the file's own name; "" for a folder.
    moment
        When it was handed in, in UTC without offset.
    late
        Whether the system calls it late.
    """

    shown: str
    fits: Callable[[Entry], bool] = field(compare=False)
    lms_id: str = ""
    file: str = ""
    moment: datetime | None = None
    late: bool = False


def moodle(text: str) -> Name | None:
    """Read a name as Moodle writes it."""
    match = _MOODLE.fullmatch(text)
    if match is None:
        return None
    return Name(match["name"], _is_called(match["name"]), match["id"], match["file"] or "")


def canvas(text: str) -> Name | None:
    """Read a name as Canvas writes it."""
    match = _CANVAS.fullmatch(text)
    if match is None:
        return None
    return Name(
        match["name"],
        _is_called(match["name"]),
        match["id"],
        match["file"],
        late=match["late"] is not None,
    )


def blackboard(text: str) -> Name | None:
    """Read a name as Blackboard writes it. Its clock is taken for that of this computer."""
    match = _BLACKBOARD.fullmatch(text)
    if match is None:
        return None
    try:
        local = datetime.strptime(match["time"], "%Y-%m-%d-%H-%M-%S")
        moment = local.astimezone().astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError, OSError):
        return None
    before = match["user"]

    def fits(entry: Entry) -> bool:
        # Column and user name may both hold a low line.
        ids = [one.casefold() for one in (entry.student_id, entry.lms_id) if one]
        return any(before.casefold() == one or before.casefold().endswith(f"_{one}") for one in ids)

    return Name(before, fits, file=match["file"] or match["end"] or "", moment=moment)


def of_student(text: str) -> Name | None:
    """Read a name that is a student's id, as of a hand-in that came by e-mail."""
    return Name(text, lambda entry: entry.student_id == text) if text else None


SYSTEMS: Mapping[str, Callable[[str], Name | None]] = {
    "Moodle": moodle,
    "Canvas": canvas,
    "Blackboard": blackboard,
}


def system_of(names: Iterable[str]) -> str:
    """Return which system has written most of the names in one archive; "" when none.

    One file alone may be named so that it looks like two systems' names. A student chooses the
    end of the name, and must not choose whose hand-in it is.
    """
    votes = Counter(
        system for name in names for system, read in SYSTEMS.items() if read(name) is not None
    )
    (first, most), (_, second) = (*votes.most_common(2), ("", 0), ("", 0))[:2]
    return first if most > second else ""


def student_of(name: Name, entries: Mapping[str, Entry]) -> tuple[str, str]:
    """Return the id of the student who is meant, or "" and why nobody is.

    A name that fits one student counts, and so does the system's number where the roster has it
    as ``lms_id``. Where two students fit, or name and number contradict each other, nobody does.
    """
    called = [entry.student_id for entry in entries.values() if name.fits(entry)]
    numbered = [
        entry.student_id
        for entry in entries.values()
        if name.lms_id and entry.lms_id == name.lms_id
    ]
    if len(numbered) > 1:
        return "", f"has the number {name.lms_id}, which several students have in the roster"
    if numbered and (not called or numbered[0] in called):
        return numbered[0], ""
    if numbered:
        return "", (
            f"is called like {', '.join(called)}, but has the number of {numbered[0]} in the roster"
        )
    if len(called) == 1:
        return called[0], ""
    if called:
        return "", (
            f"may be {' or '.join(called)}: give them their numbers in the column lms_id of"
            " roster.csv" + (f" (this one has {name.lms_id})" if name.lms_id else "")
        )
    return "", "is nobody in roster.csv"


def _is_called(name: str) -> Callable[[Entry], bool]:
    wanted = _letters(name)

    def fits(entry: Entry) -> bool:
        first, last = _letters(entry.first_name), _letters(entry.last_name)
        return bool(wanted) and wanted in (first + last, last + first)

    return fits


def _letters(text: str) -> str:
    """Return the letters and digits of a name: no case, no accents, nothing between."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())

"""What the columns of Canvas's, Moodle's and Blackboard's gradebooks are called, and hold.

The names are those of the programs that write and read these files:

Canvas (``lib/gradebook_exporter.rb``)
    ``Student, ID, SIS User ID, SIS Login ID, Section``, then ``Title (12345)`` for each
    assignment; a row ``Points Possible`` above the students, and a test student below them.
Moodle (``grade/export``)
    ``First name, Last name, ID number, Institution, Department, Email address``, then
    ``Assignment: Title (Real)``; ``-`` where there is no grade.
Blackboard (Work Offline)
    ``Last Name, First Name, Username, Student ID, Last Access, Availability``, then
    ``Title [Total Pts: 10 Score] |12345``; a file ``.xls`` is text in UTF-16 with tabs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from running_muscles.classroom.interchange.gradebook_file import GradebookFile
from running_muscles.tables.sheet import SheetError

STUDENT_ID, EMAIL, LMS_ID = "student_id", "email", "lms_id"
_CANVAS = re.compile(r"(?P<title>.*) \((?P<id>\d+)\)", re.DOTALL)
_MOODLE = re.compile(r"(?:(?P<kind>[^:]+): )?(?P<title>.*?)(?: \((?P<shown>[^()]+)\))?", re.DOTALL)
_BLACKBOARD = re.compile(
    r"(?P<title>.*) \[(?:Total Pts|[^\]:]+): (?P<most>[^\]]*)\](?: ?\|(?P<id>\d+))?", re.DOTALL
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
# How Moodle shows a grade otherwise than in points.
_NO_POINTS = frozenset({"percentage", "letter", "feedback"})


@dataclass(frozen=True, slots=True)
class System:
    """One learning management system.

    Attributes
    ----------
    people
        Name of a column, in small letters -> what of ours may stand in it.
    empty
        What stands in a cell without a mark, besides nothing.
    fixed
        What stands in a cell that is not to be filled, such as an excuse.
    """

    name: str
    people: Mapping[str, tuple[str, ...]]
    pattern: re.Pattern[str]
    empty: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()


SYSTEMS: dict[str, System] = {
    "canvas": System(
        "Canvas",
        {
            "id": (LMS_ID,),
            "sis user id": (STUDENT_ID, LMS_ID),
            "sis login id": (STUDENT_ID, EMAIL),
            "integration id": (STUDENT_ID, LMS_ID),
            "email": (EMAIL,),
        },
        _CANVAS,
        frozenset({"n/a"}),
        frozenset({"ex"}),
    ),
    "moodle": System(
        "Moodle",
        {
            "id number": (STUDENT_ID, LMS_ID),
            "username": (STUDENT_ID, EMAIL),
            "email address": (EMAIL,),
            "email": (EMAIL,),
        },
        _MOODLE,
        frozenset({"-"}),
    ),
    "blackboard": System(
        "Blackboard",
        {
            "username": (STUDENT_ID, EMAIL),
            "student id": (STUDENT_ID, LMS_ID),
            "email": (EMAIL,),
        },
        _BLACKBOARD,
        frozenset({"-"}),
    ),
}


def people_columns(system: System, file: GradebookFile) -> dict[int, tuple[str, ...]]:
    """Return which columns name students, and by what of ours.

    Raises
    ------
    SheetError
        When none does.
    """
    found = {
        at: system.people[name.strip().lower()]
        for at, name in enumerate(file.header)
        if name.strip().lower() in system.people
    }
    if not found:
        raise SheetError(
            f"{file.name}: no column of it says by id or e-mail who is meant. {system.name} calls"
            f" them {', '.join(sorted(system.people))}. The columns are:"
            f" {', '.join(file.header[:12])}."
        )
    return found


def quiz_column(
    system: System, file: GradebookFile, titles: tuple[str, ...], wanted: str = ""
) -> int:
    """Return the column of a quiz.

    Parameters
    ----------
    titles
        What the quiz may be called there.
    wanted
        The name of the column, where somebody has said it.

    Raises
    ------
    SheetError
        When no column fits, or several.
    """
    called = {one.strip().casefold() for one in ((wanted,) if wanted else titles)}
    people = people_columns(system, file)
    found = [
        at
        for at, name in enumerate(file.header)
        if at not in people and called & {one.casefold() for one in _names(system, name)}
    ]
    if len(found) == 1:
        return found[0]
    what = wanted or titles[0]
    if found:
        names = "; ".join(file.header[at] for at in found)
        raise SheetError(
            f"{file.name}: several columns may be {what!r}: {names}. Name one with --column."
        )
    asked = repr(wanted) if wanted else " or ".join(titles)
    others = [name for at, name in enumerate(file.header) if at not in people]
    raise SheetError(
        f"{file.name}: no column is called {asked}. Make"
        f" an assignment of that name in {system.name} and export again, or name a column with"
        f" --column. There are: {'; '.join(others[:30])}."
    )


def most_points(system: System, file: GradebookFile, column: int) -> float | None:
    """Return how many points a column gives there; None where the file does not say it."""
    cell = ""
    if system.pattern is _CANVAS:
        cell = next((row[column] for row in file.rows if is_points_row(row)), "")
    elif system.pattern is _BLACKBOARD:
        match = _BLACKBOARD.fullmatch(file.header[column].strip())
        cell = match["most"] if match else ""
    number = _NUMBER.search(cell)
    return float(number[0].replace(",", ".")) if number else None


def is_points_row(row: list[str]) -> bool:
    """Say whether a row of Canvas tells how many points there are."""
    return row[0].strip().casefold() == "points possible"


def _names(system: System, header: str) -> Iterator[str]:
    """Yield what a column may be called: its header, and what of it a teacher has typed."""
    name = header.strip()
    yield name
    match = system.pattern.fullmatch(name)
    if match is None:
        return
    if system.pattern is _MOODLE:
        if (match["shown"] or "").strip().casefold() in _NO_POINTS:
            return
        # The title may itself hold a colon or end in brackets.
        yield from (name.partition(": ")[2], name.rpartition(" (")[0])
    yield match["title"].strip()

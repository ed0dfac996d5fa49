"""Write a quiz of a class for paper: the sheets of its students, and their keys apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from running_muscles.classroom.exam_time import ExamTime
from running_muscles.classroom.folder import Classroom, ClassroomError
from running_muscles.classroom.opened import opened
from running_muscles.classroom.roster import Entry
from running_muscles.quiz.printed import key_sheet, sheet
from running_muscles.quiz.printed.sheet import Sitter

FOLDER = "print"


@dataclass(frozen=True)
class Printed:
    """The two files, and how many students have a sheet."""

    sheets: Path
    keys: Path
    students: int


def write(  # noqa: PLR0913 - each is a choice of its own
    classroom: Classroom,
    quiz: str,
    entries: Mapping[str, Entry],
    *,
    paper: str,
    out: Path,
    force: bool = False,
) -> Printed:
    """Write the sheets and the keys.

    Parameters
    ----------
    entries
        The students, as a roster has them.
    paper
        A key of `running_muscles.quiz.printed.sheet.PAPERS`.
    out
        The folder for both files; it is made where it is missing.
    force
        Write over files that are there.

    Raises
    ------
    ClassroomError
        When there is no such quiz, its bank has drifted apart from it, or a file is there already.
    """
    otherwise = (
        f"{classroom.folder / 'source'} holds no quiz {quiz!r} of this course. See what it"
        " holds, or build it: running-muscles quiz build"
    )
    source = opened(classroom, quiz, otherwise)
    made = Printed(out / f"{quiz}.html", out / f"{quiz}-keys.html", len(entries))
    there = [path for path in (made.sheets, made.keys) if path.exists()]
    if there and not force:
        raise ClassroomError(
            f"{there[0]} is there already, and sheets may be handed out. Name another folder with"
            " --out, or write over it with --force."
        )
    minutes = ExamTime(classroom, quiz).sitting.minutes
    sitters = [
        Sitter(
            entry.student_id,
            f"{entry.first_name} {entry.last_name}".strip(),
            minutes and minutes + entry.extra.total_seconds() / 60,
        )
        for entry in entries.values()
    ]
    out.mkdir(parents=True, exist_ok=True)
    texts = {
        made.sheets: sheet.page(source.released, sitters, paper),
        made.keys: key_sheet.page(source.released, sitters, source.asked, paper),
    }
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return made

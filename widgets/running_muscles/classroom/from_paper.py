"""Take what students have put on paper: typed into a table, it becomes their hand-ins.

So it is scored by the student's own draw, with the same grader, and every page and report knows
no difference. A hand-in that is there already is never written over. Points of a written answer,
which a person gave on paper, go into the gradebook only where nobody has given any.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from running_muscles.classroom import roster
from running_muscles.classroom.folder import Classroom, ClassroomError
from running_muscles.classroom.marking import marks
from running_muscles.classroom.opened import opened
from running_muscles.classroom.source import QuizSource
from running_muscles.classroom.stamps import FILE_NAME as STAMP
from running_muscles.quiz import responses
from running_muscles.quiz.printed import sheet
from running_muscles.quiz.printed.typed import TypedError, answer
from running_muscles.tables.sheet import SheetError, SheetRow, read_sheet
from running_muscles.tables.typed_number import NumberError, number

STUDENT = "student_id"
ON_PAPER = "Written on paper."


@dataclass(frozen=True, slots=True)
class Paper:
    """What one student has put on paper.

    Attributes
    ----------
    values
        Answers by question id.
    points
        What a person gave for written answers, by slot.
    """

    student: str
    values: Mapping[str, Any]
    points: Mapping[str, float]


def take(classroom: Classroom, quiz: str, path: Path, at: datetime | None = None) -> list[Paper]:
    """Lay the hand-ins of a table out; nothing is written when anything in it is wrong.

    Parameters
    ----------
    path
        A CSV file: `student_id`, and a column for each question by its number on the sheet.
    at
        When the sheets were handed in, with an offset; now by default.

    Raises
    ------
    SheetError
        With line, column and mend.
    ClassroomError
        When there is no such quiz, it was never generated, or a student has handed in already.
    """
    source = _source(classroom, quiz)
    papers = list(_papers(classroom, source, path))
    there = [
        one.student for one in papers if classroom.place("submitted", one.student, quiz).exists()
    ]
    if there:
        raise ClassroomError(
            f"{', '.join(there)} handed {quiz} in already, and that stays as it is. Take the lines"
            f" out of {path.name}, or move the hand-ins out of submitted/. Nothing was changed."
        )
    notebook = classroom.place("release", ".", quiz) / f"{quiz}.ipynb"
    if not notebook.is_file():
        raise ClassroomError(f"{notebook} is missing. Run: nbgrader generate_assignment {quiz}")
    stamp = (at or datetime.now(UTC)).astimezone(UTC)
    for one in papers:
        _lay_out(classroom.place("submitted", one.student, quiz), notebook, source, one, stamp)
    return papers


def _source(classroom: Classroom, quiz: str) -> QuizSource:
    otherwise = f"{quiz} is no quiz of this class. Build it: running-muscles quiz build"
    return opened(classroom, quiz, otherwise)


def _papers(classroom: Classroom, source: QuizSource, path: Path) -> Iterator[Paper]:
    table = read_sheet(path, known=(STUDENT,))
    count = len(source.slots)
    numbered = [str(at) for at in range(1, count + 1)]
    unknown = [name for name in table.header if name not in (STUDENT, *numbered)]
    if STUDENT not in table.header or unknown:
        what = f"the column {unknown[0]!r} is no question" if unknown else f"no column {STUDENT}"
        raise SheetError(
            f"{path.name}, line {table.line}: {what}. The columns are {STUDENT}, and the numbers"
            f" of the questions, 1 to {count}."
        )
    known = _known(classroom)
    seen: set[str] = set()
    for row in table.rows:
        student = row.cells.get(STUDENT, "").strip()
        if student not in known or student in seen:
            why = "stands here a second time" if student in seen else "is nobody of this class"
            raise SheetError(f"{path.name}, line {row.line}: {student!r} {why}. Mend the line.")
        seen.add(student)
        yield _paper(path.name, row, source, student)


def _known(classroom: Classroom) -> set[str]:
    with classroom.gradebook() as gradebook:
        entered = {student.id for student in gradebook.students}
    return entered | set(roster.kept(classroom.folder))


def _paper(name: str, row: SheetRow, source: QuizSource, student: str) -> Paper:
    values: dict[str, Any] = {}
    points: dict[str, float] = {}
    for at, (slot, entry) in enumerate(sheet.asked(source.released, student).items(), 1):
        text = row.cells.get(str(at), "").strip()
        try:
            if entry["type"] == "text":
                given = _points(text, source.slots[slot])
                if given is not None:
                    values[entry["id"]] = ON_PAPER
                    points[slot] = given
                continue
            value = answer(entry, text)
        except TypedError as error:
            raise SheetError(
                f"{name}, line {row.line}, column {at}: question {at} of {student} {error}. Mend"
                " the cell. Nothing was changed."
            ) from error
        if value is not None:
            values[entry["id"]] = value
    return Paper(student, values, points)


def _points(text: str, most: float) -> float | None:
    if not text:
        return None
    try:
        given = number(text)
    except NumberError as error:
        raise TypedError(f"is a written answer; {text!r} is no number of points") from error
    if not 0 <= given <= most:
        raise TypedError(f"gives 0 to {most:g} points, and {text} stands there")
    return given


def _lay_out(place: Path, notebook: Path, source: QuizSource, one: Paper, at: datetime) -> None:
    """Write one hand-in beside its place, then move it there."""
    moment = at.isoformat(timespec="milliseconds")
    document = {
        "format": responses.FORMAT,
        "quiz": source.quiz,
        "edition": source.released.edition,
        "student": one.student,
        "responses": {name: {"value": value, "at": moment} for name, value in one.values.items()},
    }
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".from-paper-", dir=place.parent.parent) as stage:
        new = Path(stage) / "new"
        new.mkdir()
        shutil.copyfile(notebook, new / notebook.name)
        text = json.dumps(document, ensure_ascii=False, indent=1)
        (new / responses.FILE_NAME).write_text(text, encoding="utf-8")
        (new / STAMP).write_text(f"{at:%Y-%m-%d %H:%M:%S.%f} UTC", encoding="utf-8")
        new.rename(place)


def give_points(classroom: Classroom, quiz: str, papers: list[Paper]) -> list[str]:
    """Write the points of written answers; return a sentence for each that another mark stopped."""
    told = []
    with classroom.gradebook() as gradebook:
        found = marks.marks_of(gradebook, quiz)
        for one in papers:
            for slot, points in one.points.items():
                before = found.get((one.student, slot))
                after = marks.Mark(points, False, before.comment if before else None)
                if before is None or before.given or not marks.change(
                    gradebook, quiz, one.student, slot, before, after
                ):  # fmt: skip
                    told.append(
                        f"{one.student}: the written answer has a mark already, or none can be"
                        f" given; {points:g} points from paper were not entered."
                    )
    return told

"""Fill a class's marks into another system's own exported gradebook.

Only the cells of the quiz are written, and only numbers: no text of ours can become a formula
there. Who cannot be matched for certain stops all of it; a hand-in without a mark that counts
leaves its cell as it is, and is never a zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from running_muscles.classroom.interchange.gradebook_file import GradebookFile
from running_muscles.classroom.interchange.their_columns import (
    System,
    is_points_row,
    most_points,
    people_columns,
    quiz_column,
)
from running_muscles.tables.sheet import SheetError
from running_muscles.tables.typed_number import NumberError, decimal_mark, number, written

_NEAR = 1e-6


@dataclass(frozen=True, slots=True)
class Person:
    """One student of the class, as other systems may know them."""

    student_id: str
    email: str = ""
    lms_id: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one student has for one quiz: points, or none and why."""

    points: float | None
    state: str


@dataclass(frozen=True, slots=True)
class QuizMarks:
    """The marks of one quiz.

    Attributes
    ----------
    titles
        What the quiz may be called in the other system; the first one is its name here.
    most
        How many points it gives.
    marks
        By student id.
    column
        The name of the column there, where somebody has said it.
    """

    titles: tuple[str, ...]
    most: float
    marks: Mapping[str, Mark]
    column: str = ""


@dataclass(slots=True)
class Filled:
    """What was filled in, and what to know about it.

    Attributes
    ----------
    count
        How many cells hold a mark of ours now.
    told
        Sentences.
    """

    count: int = 0
    told: list[str] = field(default_factory=list)


def fill(
    file: GradebookFile, system: System, quizzes: Sequence[QuizMarks], people: Sequence[Person]
) -> Filled:
    """Fill the marks of some quizzes into a gradebook, in place.

    Raises
    ------
    SheetError
        When a row may be two students, a student two rows, a column cannot be told, or the points
        of a quiz differ. Nothing is filled in then.
    """
    columns = [quiz_column(system, file, quiz.titles, quiz.column) for quiz in quizzes]
    for quiz, column in zip(quizzes, columns, strict=True):
        _check_points(file, system, quiz, column)
    if len(set(columns)) < len(columns):
        raise SheetError(f"{file.name}: two quizzes would go into one column. Name each apart.")
    matched, strangers = _matched(file, system, people)
    filled = Filled()
    absent = sorted({one.student_id for one in people} - set(matched.values()))
    if strangers:
        filled.told.append(f"in their file, but not in the class: {', '.join(strangers)}")
    if absent:
        filled.told.append(f"in the class, but not in their file: {', '.join(absent)}")
    decimal = _decimal(file)
    for quiz, column in zip(quizzes, columns, strict=True):
        _fill_column(file, system, quiz, column, matched, decimal, filled)
    return filled


def _check_points(file: GradebookFile, system: System, quiz: QuizMarks, column: int) -> None:
    theirs = most_points(system, file, column)
    if theirs is not None and abs(theirs - quiz.most) > _NEAR:
        raise SheetError(
            f"{file.name}: {file.header[column]!r} gives {theirs:g} points and {quiz.titles[0]}"
            f" gives {quiz.most:g}. Set it to {quiz.most:g} in {system.name} and export again."
        )


def _matched(
    file: GradebookFile, system: System, people: Sequence[Person]
) -> tuple[dict[int, str], list[str]]:
    """Return which row is which student, and who stands there and is nobody of the class."""
    columns = people_columns(system, file)
    known: dict[tuple[str, str], set[str]] = {}
    for person in people:
        for what in ("student_id", "email", "lms_id"):
            if value := getattr(person, what).strip().casefold():
                known.setdefault((what, value), set()).add(person.student_id)
    matched: dict[int, str] = {}
    strangers: list[str] = []
    for at, row in enumerate(file.rows):
        meant = {
            student
            for column, every in columns.items()
            for what in every
            for student in known.get((what, row[column].strip().casefold()), ())
        }
        line = f"{file.name}, line {file.lines[at]}"
        if len(meant) > 1:
            raise SheetError(
                f"{line}: this may be {' or '.join(sorted(meant))}. Make ids and e-mail"
                " addresses of roster.csv differ, and run it again. Nothing was written."
            )
        if meant:
            [student] = meant
            if student in matched.values():
                raise SheetError(
                    f"{line}: {student} stands here a second time. Take one line out of the file."
                    " Nothing was written."
                )
            matched[at] = student
        elif any(row[column].strip() for column in columns) and not is_points_row(row):
            strangers.append(f"{' '.join(row[:2]).strip()} (line {file.lines[at]})")
    if not matched:
        names = ", ".join(file.header[column] for column in columns)
        raise SheetError(
            f"{file.name}: nobody of the class stands in it. Students are matched by {names} with"
            " student_id, email and lms_id of roster.csv. Nothing was written."
        )
    return matched, strangers


def _fill_column(  # noqa: PLR0913, PLR0917
    file: GradebookFile,
    system: System,
    quiz: QuizMarks,
    column: int,
    matched: Mapping[int, str],
    decimal: str,
    filled: Filled,
) -> None:
    name = quiz.titles[0]
    empty, changed, kept = [], [], []
    for at, student in matched.items():
        row, mark = file.rows[at], quiz.marks.get(student, Mark(None, "not known here"))
        there = row[column].strip()
        has_mark = bool(there) and there.casefold() not in system.empty
        if there.casefold() in system.fixed or (mark.points is None and has_mark):
            why = f" ({mark.state})" if mark.points is None else ""
            kept.append(f"{student} has {there}{why}")
        elif mark.points is None:
            empty.append(f"{student} ({mark.state})")
        else:
            if has_mark and not _same(there, mark.points, decimal):
                changed.append(f"{student} {there} → {mark.points:g}")
            if not (has_mark and _same(there, mark.points, decimal)):
                row[column] = _shown(mark.points, decimal)
            filled.count += 1
    for told, names in (
        ("no mark yet, the cell stays as it is", empty),
        ("another mark stood there and is replaced", changed),
        ("left as it stands there", kept),
    ):
        if names:
            filled.told.append(f"{name}: {told}: {', '.join(names)}")


def _same(there: str, points: float, decimal: str) -> bool:
    try:
        return abs(number(there, decimal) - points) < _NEAR
    except NumberError:
        return False


def _shown(points: float, decimal: str) -> str:
    whole = str(int(points)) if float(points).is_integer() else written(points)
    return whole.replace(".", decimal or ".")


def _decimal(file: GradebookFile) -> str:
    if file.separator == ",":
        return "."
    return decimal_mark(cell for row in file.rows for cell in row)

"""``running-muscles marks``: fill marks into the gradebook that another system has exported."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from running_muscles.cli.classroom import class_folder
from running_muscles.cli.errors import failed, needs_teach
from running_muscles.cli.options import Course, Force


class For(StrEnum):
    """The systems; the words of `running_muscles.classroom.interchange.their_columns`."""

    canvas = "canvas"
    moodle = "moodle"
    blackboard = "blackboard"


def marks(  # noqa: PLR0913, PLR0917
    quizzes: Annotated[list[str], typer.Argument(help="The quizzes, such as 03-core.")],
    system: Annotated[For, typer.Option("--for", help="Whose gradebook it is.")],
    file: Annotated[Path, typer.Option(help="The gradebook, as the system exported it.")],
    column: Annotated[
        list[str] | None,
        typer.Option(help="The name of a quiz's column there, in the order of the quizzes."),
    ] = None,
    out: Annotated[Path | None, typer.Option(help="The new file.")] = None,
    force: Force = False,
    course: Course = None,
) -> None:
    """Fill the marks of quizzes into a copy of another system's exported gradebook."""
    with needs_teach():
        from running_muscles.classroom.folder import Classroom, ClassroomError
        from running_muscles.classroom.interchange import class_marks, gradebook_file
        from running_muscles.classroom.interchange.marks import fill
        from running_muscles.classroom.interchange.their_columns import SYSTEMS
    from running_muscles.classroom.settings import SettingsError
    from running_muscles.tables.sheet import SheetError

    named = column or []
    if named and len(named) != len(quizzes):
        raise failed(f"{len(quizzes)} quizzes and {len(named)} --column. Name one for each quiz.")
    target = out or file.with_name(f"{file.stem}-filled{file.suffix}")
    if target.exists() and not force:
        raise failed(f"{target} is there already. Choose another --out, or --force.")
    try:
        classroom = Classroom.of(class_folder(course))
        found = gradebook_file.read(file)
        wanted = [
            class_marks.of_quiz(classroom, quiz, name)
            for quiz, name in zip(quizzes, named or [""] * len(quizzes), strict=True)
        ]
        filled = fill(found, SYSTEMS[system.value], wanted, class_marks.people(classroom))
        target.write_bytes(found.content())
    except (ClassroomError, SettingsError, SheetError, OSError) as error:
        raise failed(str(error)) from error
    typer.echo(f"wrote {target}: {filled.count} mark{'s' * (filled.count != 1)}.")
    for sentence in filled.told:
        typer.echo(f"  {sentence}")

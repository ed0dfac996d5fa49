"""``running-muscles quiz print``: a quiz on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from running_muscles.cli.classroom import class_folder
from running_muscles.cli.errors import failed, needs_teach
from running_muscles.cli.options import Course, Force, Quiz


def print_quiz(  # noqa: PLR0913, PLR0917
    quiz: Quiz,
    students: Annotated[
        Path | None, typer.Option(help="A roster; without one, that of the class.")
    ] = None,
    paper: Annotated[str, typer.Option(help="a4 or letter.")] = "a4",
    out: Annotated[
        Path | None, typer.Option(help="Where to; without one, the folder print of the class.")
    ] = None,
    force: Force = False,
    course: Course = None,
) -> None:
    """Write each student's own quiz for paper, and the keys apart from it."""
    with needs_teach():
        from running_muscles.classroom import printing, roster
        from running_muscles.classroom.folder import Classroom, ClassroomError
    from running_muscles.classroom.settings import SettingsError
    from running_muscles.quiz.printed.sheet import PAPERS
    from running_muscles.tables.sheet import SheetError

    folder = class_folder(course)
    if paper.lower() not in PAPERS:
        raise failed(f"There is no paper {paper!r}. Choose one of: {', '.join(PAPERS)}.")
    try:
        entries = roster.read(students) if students else roster.kept(folder)
        if not entries:
            raise failed("This class has no roster. Name one with --students roster.csv.")
        made = printing.write(
            Classroom.of(folder),
            quiz,
            entries,
            paper=paper.lower(),
            out=out or folder / printing.FOLDER,
            force=force,
        )
    except (ClassroomError, SettingsError, SheetError, OSError) as error:
        raise failed(str(error)) from error
    typer.echo(f"{made.sheets}: {made.students} sheets. Open it in a browser and print it.")
    typer.echo(f"{made.keys}: the keys, for the person who marks.")

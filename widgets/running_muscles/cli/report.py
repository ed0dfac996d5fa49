"""``running-muscles report``: what a class has learned, and which questions failed it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from running_muscles.cli.classroom import class_folder
from running_muscles.cli.errors import failed, needs_teach
from running_muscles.cli.options import Quiz


def report(
    quiz: Quiz = "",
    whole: Annotated[
        bool, typer.Option("--course", help="On all quizzes of the course, in place of one.")
    ] = False,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Name no student, not even who needs a word.")
    ] = False,
    folder: Annotated[
        Path | None, typer.Option("--class", help="The folder of the class; here by default.")
    ] = None,
) -> None:
    """Write a page and a table about a class, into reports/: they hold keys, for you alone."""
    if bool(quiz) == whole:
        raise failed("Name one quiz, such as 03-core, or --course for all of them.")
    with needs_teach():
        from running_muscles.classroom.folder import Classroom, ClassroomError
        from running_muscles.classroom.report.write import write_course, write_quiz
    from running_muscles.classroom.settings import SettingsError
    from running_muscles.tables.sheet import SheetError

    classroom = Classroom.of(class_folder(folder))
    try:
        if whole:
            done = write_course(classroom, anonymous=anonymous, on=date.today())
        else:
            done = write_quiz(classroom, quiz, anonymous=anonymous, on=date.today())
    except (ClassroomError, SettingsError, SheetError, OSError) as error:
        raise failed(str(error)) from error
    for path in (done.page, done.table):
        typer.echo(f"wrote {path}")
    typer.echo(f"{done.people} students with marks, {len(done.flags)} findings.")
    for flag in done.flags:
        typer.echo(f"  {flag}")

"""``running-muscles mark``: the written answers of a class on one page, to be marked."""

from __future__ import annotations

import signal
import webbrowser
from typing import Annotated

import typer

from running_muscles.cli.classroom import class_folder
from running_muscles.cli.errors import failed, needs_teach
from running_muscles.cli.options import Course, Quiz


def mark(
    quiz: Quiz,
    anonymous: Annotated[
        bool, typer.Option("--anonymous", help="Hide names, in an order drawn by lot.")
    ] = False,
    browser: Annotated[
        bool, typer.Option(help="Open the browser, or only print the address.")
    ] = True,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port of the local server; 0 takes a free one.")
    ] = 0,
    course: Course = None,
) -> None:
    """Mark the written answers of a class, question by question, on one page in the browser."""
    with needs_teach():
        from running_muscles.classroom.folder import Classroom, ClassroomError
        from running_muscles.classroom.marking.desk import Desk
        from running_muscles.classroom.marking.page import following, progress
        from running_muscles.classroom.marking.server import serve
    from running_muscles.classroom.settings import SettingsError
    from running_muscles.tables.sheet import SheetError

    try:
        desk = Desk(Classroom.of(class_folder(course)), quiz, anonymous)
    except (ClassroomError, SettingsError, SheetError) as error:
        raise failed(str(error)) from error
    if not desk.shown:
        typer.echo(f"No written answer of {quiz} is there to be marked.")
        typer.echo(f"Where everybody stands: running-muscles quiz status {quiz}")
        return

    def started(address: str) -> None:
        typer.echo(f"{quiz}: {progress(desk)}.")
        typer.echo(f"The page, for you alone: {address}")
        typer.echo("Marks are saved as you give them. Press Ctrl-C here to end.")
        if browser:
            webbrowser.open(address)

    # Started in the background, a program is deaf to Ctrl-C until it says otherwise.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.default_int_handler)
    try:
        serve(desk, port, started)
    except OSError as error:
        raise failed(f"Port {port} cannot be used ({error}). Leave --port out.") from error
    except KeyboardInterrupt:
        typer.echo("")
    typer.echo(f"{progress(desk)}. Next: {following(quiz)}")

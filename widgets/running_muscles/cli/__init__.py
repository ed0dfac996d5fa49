"""The command line: `running-muscles`."""

from __future__ import annotations

import io
import logging
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from running_muscles.cli import results
from running_muscles.cli.errors import CommandError, database_lost, lacking

app = typer.Typer(
    name="running-muscles",
    help="A course on the muscles that running uses: open it, check it, keep your results.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
)
app.add_typer(results.app, name="results")


@app.command("course")
def lay_course_out(
    folder: Annotated[
        str | None,
        typer.Argument(help='Where to; without one, "Running Muscles" in your Documents.'),
    ] = None,
) -> None:
    """Lay the lessons into a folder of yours, never over one that you have changed."""
    from running_muscles.cli import lessons
    from running_muscles.cli.course import lay

    laid = lay(lessons.find(folder))
    for line in laid.lines():
        typer.echo(line)
    if not list(laid.lines()):
        typer.echo(f"The lessons are in {laid.folder} already. Nothing was changed.")
    typer.echo(f'To read them: running-muscles open "{laid.folder}"')


@app.command("open")
def open_course(
    where: Annotated[
        str | None,
        typer.Argument(help="A folder, or a lesson such as 03; without either, the start page."),
    ] = None,
    browser: Annotated[
        bool, typer.Option(help="Open the browser, or only print the address.")
    ] = True,
    port: Annotated[int, typer.Option(help="Port of the local server.")] = 8888,
) -> None:
    """Open the lessons in JupyterLab; the first time, they are laid into a folder of yours."""
    from running_muscles.cli import lessons
    from running_muscles.cli.course import lay
    from running_muscles.cli.edition import is_laid
    from running_muscles.cli.lab import run
    from running_muscles.tables.locate import START

    place = lessons.place(where)
    if is_laid(place.folder) or not (place.folder / START).is_file():
        for line in lay(place.folder).lines():
            typer.echo(line)
    raise typer.Exit(run(place.folder, place.notebook, browser=browser, port=port))


@app.command("doctor")
def examine_set_up(
    data: Annotated[
        bool, typer.Option("--data", help="Also list the tables and how well they were checked.")
    ] = False,
) -> None:
    """Say what is installed, what is missing, and what to do about it."""
    from running_muscles.cli.doctor import examine

    healthy = True
    for finding in examine():
        healthy = healthy and finding.good
        typer.echo(finding.text)
    if data:
        from running_muscles.cli.data import report

        typer.echo("")
        typer.echo(report())
    raise typer.Exit(0 if healthy else 1)


@app.command("page")
def write_page(
    lesson: Annotated[str, typer.Argument(help="A lesson's id or number, such as 03.")],
    out: Annotated[Path | None, typer.Option(help="The new HTML file.")] = None,
    with_my_results: Annotated[
        bool,
        typer.Option("--with-my-results", help="Put your own results into the page."),
    ] = False,
) -> None:
    """Write a lesson as one page that opens in any browser, to read or to print."""
    from running_muscles.cli.page import write

    typer.echo(f"Written: {write(lesson, out, own_results=with_my_results)}")


@app.command("clean", hidden=True)
def clean_notebook() -> None:
    """Copy a notebook from standard input to standard output without what a run left in it."""
    from running_muscles.cli.clean import cleaned

    text = sys.stdin.buffer.read().decode("utf-8")
    sys.stdout.buffer.write(cleaned(text).encode("utf-8"))


def _add_quiz() -> None:
    """Add the instructor's commands; what they need beyond this is imported when they run."""
    from running_muscles.cli import classroom, exam, grade, mark, marks, mend, quiz, report

    app.add_typer(quiz.app, name="quiz")
    app.add_typer(classroom.app, name="class")
    app.add_typer(exam.app, name="exam")
    app.command("grade")(grade.grade)
    app.command("mark")(mark.mark)
    app.command("feedback")(grade.feedback)
    app.command("report")(report.report)
    app.command("renew")(mend.renew)
    app.command("marks")(marks.marks)


def main() -> None:
    """Run the command line; a failure is a sentence and exit code 1."""
    for stream in (sys.stdout, sys.stderr):
        # A folder may have letters that this terminal or pipe does not have.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # A lost database is told in a sentence, not by each connection that it takes along.
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    _add_quiz()
    try:
        app()
    except CommandError as failure:
        _fail(str(failure))
    except ModuleNotFoundError as error:
        sentence = lacking(error)
        if sentence is None:
            raise
        _fail(sentence)
    except Exception as error:
        told = database_lost(error)
        if told is None:
            raise
        _fail(told)


def _fail(sentence: str) -> NoReturn:
    typer.echo(f"running-muscles: {sentence}", err=True)
    sys.exit(1)

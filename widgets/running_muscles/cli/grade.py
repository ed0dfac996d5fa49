"""``running-muscles grade``: mark what a class has handed in."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from running_muscles.cli.classroom import class_folder, moment
from running_muscles.cli.errors import failed, needs_teach
from running_muscles.cli.options import Course, Quiz, Students

if TYPE_CHECKING:
    from running_muscles.classroom.staging import Outcome


def grade(  # noqa: PLR0913, PLR0917
    quiz: Quiz,
    student: Students = "*",
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many processes score.")] = 1,
    again: Annotated[
        bool, typer.Option("--again", help="Also those that are graded; marks by hand stay.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON document and nothing else.")
    ] = False,
    from_paper: Annotated[
        Path | None,
        typer.Option(help="A CSV of answers on paper: student_id, and a column a question."),
    ] = None,
    at: Annotated[
        str, typer.Option(help='When the paper was handed in, such as "2026-12-01 10:00".')
    ] = "",
    course: Course = None,
) -> None:
    """Mark what a class has handed in: what is new, newer, or left behind by a killed run."""
    with needs_teach():
        from running_muscles.classroom import from_paper as paper
        from running_muscles.classroom.folder import Classroom, ClassroomError
        from running_muscles.classroom.grade import grade as run
    from running_muscles.classroom.settings import SettingsError
    from running_muscles.tables.sheet import SheetError

    folder = class_folder(course)
    quiet = as_json or not sys.stderr.isatty()
    try:
        classroom = Classroom.of(folder)
        papers = paper.take(classroom, quiz, from_paper, moment(at)) if from_paper else []
        with progress_of(quiz, quiet) as told:
            outcomes = run(
                classroom,
                quiz,
                students=student,
                again=again,
                workers=workers,
                progress=told,
            )
        stopped = paper.give_points(classroom, quiz, papers)
    except (ClassroomError, SettingsError, SheetError, OSError) as error:
        raise failed(str(error)) from error
    for sentence in stopped:
        typer.echo(sentence, err=True)
    if papers and not as_json:
        typer.echo(f"{len(papers)} sheet{'s' * (len(papers) != 1)} of paper taken.")
    if as_json:
        _as_json(quiz, outcomes)
    else:
        _as_text(quiz, outcomes)
    if stopped or any(outcome.state != "graded" for outcome in outcomes):
        raise typer.Exit(1)


def feedback(
    quiz: Quiz,
    student: Students = "*",
    course: Course = None,
) -> None:
    """Write the feedback page of each graded hand-in; one whose marks have changed is renewed."""
    with needs_teach():
        from running_muscles.classroom.feedback import write
        from running_muscles.classroom.folder import Classroom, ClassroomError
    from running_muscles.classroom.settings import SettingsError
    from running_muscles.tables.sheet import SheetError

    folder = class_folder(course)
    try:
        with progress_of(quiz, not sys.stderr.isatty()) as told:
            written = write(Classroom.of(folder), quiz, students=student, progress=told)
    except (ClassroomError, SettingsError, SheetError, OSError) as error:
        raise failed(str(error)) from error
    typer.echo(f"{len(written.changed)} pages written, {len(written.same)} are as they were.")
    if written.waiting:
        typer.echo(f"{len(written.waiting)} say that a written answer is not marked yet.")
    if written.changed:
        typer.echo(f"To give them to the students: nbgrader release_feedback {quiz}")


@contextmanager
def progress_of(quiz: str, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Show count, rate and estimate on a terminal, and nothing elsewhere."""
    if quiet:
        yield lambda _done, _all: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.0f} a second" if task.speed else "")

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(),
        TimeRemainingColumn(),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(quiz, total=None)
        yield lambda done, every: bar.update(task, completed=done, total=every)


def _as_json(quiz: str, outcomes: list[Outcome]) -> None:
    rows = [
        {"student": one.student, "state": one.state, "told": list(one.told)} for one in outcomes
    ]
    typer.echo(json.dumps({"quiz": quiz, "outcomes": rows}, ensure_ascii=False, indent=1))


def _as_text(quiz: str, outcomes: list[Outcome]) -> None:
    for one in outcomes:
        for sentence in one.told:
            typer.echo(f"{one.student}: {sentence}", err=True)
    if not outcomes:
        typer.echo(f"Nothing of {quiz} is new. All that was handed in is graded;")
        typer.echo(
            f"to mark it again, after a change of the bank: running-muscles grade {quiz} --again"
        )
        return
    counts: dict[str, int] = {}
    for one in outcomes:
        counts[one.state] = counts.get(one.state, 0) + 1
    typer.echo(", ".join(f"{count} {state}" for state, count in counts.items()) + ".")
    typer.echo(f"Where everybody stands: running-muscles quiz status {quiz}")

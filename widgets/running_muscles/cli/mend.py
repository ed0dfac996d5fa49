"""Commands that mend what was unfair: drop a question, correct a key, renew what was given."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from running_muscles.cli.classroom import class_folder
from running_muscles.cli.errors import failed, needs_teach
from running_muscles.cli.options import Course, Quiz

if TYPE_CHECKING:
    from running_muscles.classroom.changes import Effect


class How(StrEnum):
    """What becomes of a dropped question; the words of `running_muscles.classroom.dropped`."""

    full = "full"
    exclude = "exclude"


Question = Annotated[str, typer.Argument(help="The id of the question.")]
Reason = Annotated[str, typer.Option(help="Why; of a dropped one, students read it.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Only say who gains, who loses, and by how much.")
]
MayLower = Annotated[
    bool, typer.Option("--may-lower", help="Take points away that were given back already, too.")
]


def drop(  # noqa: PLR0913, PLR0917
    question: Question,
    how: Annotated[
        How, typer.Option(help="Full points for all who were asked it, or it does not count.")
    ] = How.full,
    reason: Reason = "",
    dry_run: DryRun = False,
    may_lower: MayLower = False,
    course: Course = None,
) -> None:
    """Take an unfair question out: full points for everybody, or the rest of the quiz counts."""
    with needs_teach():
        from running_muscles.classroom import changes, corrections, dropped, given_back
        from running_muscles.classroom.folder import Classroom, ClassroomError
    from running_muscles.tables.sheet import SheetError

    folder = class_folder(course)
    quiz = _machine_marked(folder, question)
    classroom = Classroom.of(folder)
    gone = dropped.Dropped(reason, how.value)
    try:
        if question in dropped.kept(folder):
            raise failed(f"{question} is dropped already, in {folder / dropped.FILE_NAME}.")
        source = changes.source_of(classroom, quiz)
        source = replace(source, dropped={**source.dropped, question: gone})
        effect = changes.effect(classroom, source, question, may_lower=may_lower)
        _say(effect, question)
        if dry_run:
            return
        given_back.keep(folder, quiz, effect.promises)
        what = f"dropped: {how.value}"
        corrections.note(folder, quiz, question, what, reason, effect, date.today())
        path = dropped.add(folder, question, gone, date.today())
    except (ClassroomError, SheetError) as error:
        raise failed(str(error)) from error
    typer.echo(f"Dropped, in {path}. Next: running-muscles renew {quiz}")


def key(
    question: Question,
    reason: Reason = "",
    dry_run: DryRun = False,
    may_lower: MayLower = False,
    course: Course = None,
) -> None:
    """After you have corrected a key in the bank: who gains, who loses; then mark by it."""
    with needs_teach():
        from running_muscles.classroom import changes, corrections, given_back
        from running_muscles.classroom.folder import Classroom, ClassroomError
    from running_muscles.tables.sheet import SheetError

    folder = class_folder(course)
    quiz = _machine_marked(folder, question)
    classroom = Classroom.of(folder)
    try:
        source = changes.source_of(classroom, quiz)
        effect = changes.effect(classroom, source, question, may_lower=may_lower)
        _say(effect, question)
        if not effect.promises and not any(change.gain for change in effect.changes):
            typer.echo("By the bank as it is now, no mark changes. Correct the key in bank/ first.")
            return
        if dry_run:
            return
        given_back.keep(folder, quiz, effect.promises)
        corrections.note(folder, quiz, question, "key", reason, effect, date.today())
    except (ClassroomError, SheetError) as error:
        raise failed(str(error)) from error
    typer.echo(f"Noted in {folder / corrections.FILE_NAME}. Next: running-muscles renew {quiz}")


def renew(
    quiz: Quiz,
    course: Course = None,
) -> None:
    """Mark a quiz again, renew the pages that had been written, and give them back."""
    with needs_teach():
        from running_muscles.classroom import renew as renewing
        from running_muscles.classroom.folder import Classroom, ClassroomError
    from running_muscles.classroom.settings import SettingsError
    from running_muscles.cli.grade import progress_of
    from running_muscles.tables.sheet import SheetError

    folder = class_folder(course)
    try:
        with progress_of(quiz, not sys.stderr.isatty()) as told:
            done = renewing.renew(Classroom.of(folder), quiz, told)
    except (ClassroomError, SettingsError, SheetError, OSError) as error:
        raise failed(str(error)) from error
    graded = sum(outcome.state == "graded" for outcome in done.outcomes)
    typer.echo(f"{graded} of {len(done.outcomes)} hand-ins marked again.")
    if done.pages is None:
        typer.echo(f"No page was written before, so none is now: running-muscles feedback {quiz}")
        return
    typer.echo(f"{len(done.pages.changed)} pages renewed, {len(done.pages.same)} are as they were.")
    if done.refused:
        typer.echo(f"Not given back by the exchange: {done.refused}", err=True)
        raise typer.Exit(1)
    typer.echo("The pages are given back.")


def _machine_marked(folder: Path, question: str) -> str:
    """Return the quiz of a question that is not marked by hand."""
    from running_muscles.quiz import joined
    from running_muscles.quiz.bank import BankError
    from running_muscles.quiz.questions import Text

    try:
        quiz = joined.quiz_of(folder / "bank", question)
        if quiz is None:
            raise failed(f"No question of this class is named {question!r}.")
        if isinstance(joined.load(folder / "bank", quiz).question(question), Text):
            raise failed(f"{question} is marked by hand: running-muscles mark {quiz}")
    except BankError as error:
        raise failed(str(error)) from error
    return quiz


def _say(effect: Effect, question: str) -> None:
    """Print who gains and who loses."""
    for change in effect.changes:
        typer.echo(f"{change.student}: {change.gain:+g}")
    losers = sum(change.gain < 0 for change in effect.changes)
    lose = f"{losers} lose points" if losers else "nobody loses a point"
    typer.echo(f"{len(effect.changes)} graded students were asked {question}; {lose}.")
    if effect.promises:
        typer.echo(
            f"{len(effect.promises)} have had more points given back, which stand"
            " (--may-lower takes them away)."
        )

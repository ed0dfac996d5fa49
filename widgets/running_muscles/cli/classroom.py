"""``running-muscles class``: make a class, keep its roster, see what is public."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from running_muscles.cli.errors import failed, needs_teach
from running_muscles.cli.options import Course, Quiz

app = typer.Typer(help="Make a class of your own and look after it.")


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(help="Where the class is to be: a new folder.")],
    students: Annotated[
        Path | None, typer.Option(help="A roster: CSV with student_id, names, extra_minutes.")
    ] = None,
    name: Annotated[
        str, typer.Option(help="The course id in the exchange; the folder's name by default.")
    ] = "",
    bank: Annotated[
        Path | None, typer.Option(help="The folder of the open bank; found by itself in a clone.")
    ] = None,
) -> None:
    """Make a private class: configuration, quizzes of an edition of its own, roster."""
    with needs_teach():
        from running_muscles.classroom import new as making
        from running_muscles.classroom.folder import ClassroomError
        from running_muscles.classroom.settings import SettingsError
    from running_muscles.quiz.bank import BankError
    from running_muscles.tables.sheet import SheetError

    try:
        made = making.make(folder, bank or open_bank(), students, name)
    except (ClassroomError, SettingsError, SheetError, BankError, OSError) as error:
        raise failed(str(error)) from error
    typer.echo(f"Made a class in {made.folder}: edition {made.edition}, {made.quizzes} quizzes,")
    typer.echo(f"{made.questions} questions, {made.students} students.")
    typer.echo("")
    typer.echo("Next, in that folder:")
    typer.echo("  nbgrader generate_assignment 03-core")
    typer.echo("  nbgrader release_assignment 03-core")
    typer.echo("and when the class has handed in:")
    typer.echo("  nbgrader collect 03-core")
    typer.echo("  running-muscles grade 03-core")


@app.command()
def status(course: Course = None) -> None:
    """Say how many questions of each quiz are public, and how the class is set up."""
    with needs_teach():
        from running_muscles.classroom import roster, settings
    from running_muscles.quiz import joined
    from running_muscles.quiz.bank import BankError
    from running_muscles.tables.sheet import SheetError

    folder = class_folder(course)
    try:
        own = settings.load(folder)
        entries = roster.kept(folder)
        shares = {
            quiz: joined.public_share(folder / "bank", quiz)
            for quiz in joined.quizzes(folder / "bank")
        }
    except (settings.SettingsError, SheetError, BankError) as error:
        raise failed(str(error)) from error
    extra = sum(bool(entry.extra) for entry in entries.values())
    typer.echo(f"Class {own.course}, edition {own.edition}.")
    typer.echo(f"{len(entries)} students in the roster, {extra} with extra time.")
    width = max(map(len, shares), default=0)
    for quiz, (public, every) in shares.items():
        typer.echo(f"  {quiz:<{width}}  {public} of {every} questions are public")
    if any(public for public, _ in shares.values()):
        typer.echo("Public means: with its key in the open bank, which anybody can read.")


@app.command()
def students(
    roster_file: Annotated[Path, typer.Argument(metavar="ROSTER", help="A CSV file.")],
    course: Course = None,
) -> None:
    """Take a roster over: names, e-mail, extra minutes. Nobody is taken out of the gradebook."""
    with needs_teach():
        from running_muscles.classroom import roster
        from running_muscles.classroom.folder import Classroom
    from running_muscles.tables.sheet import SheetError

    folder = class_folder(course)
    try:
        entries = roster.read(roster_file)
        before = roster.kept(folder)
    except SheetError as error:
        raise failed(str(error)) from error
    roster.keep(folder, entries)
    with Classroom.of(folder).gradebook() as gradebook:
        new_ones = roster.enter(gradebook, entries)
    gone = sorted(set(before) - set(entries))
    typer.echo(f"{len(entries)} students, {new_ones} of them new.")
    if gone:
        typer.echo(
            "No longer in the roster, but still in the gradebook with their marks:"
            f" {', '.join(gone)}."
        )


@app.command()
def due(
    quiz: Quiz,
    when: Annotated[
        str,
        typer.Argument(help='When, such as "2026-12-01 18:00"; your clock, or with an offset.'),
    ],
    course: Course = None,
) -> None:
    """Set when a quiz is due. Extra time stands in the roster."""
    with needs_teach():
        from running_muscles.classroom.folder import Classroom, ClassroomError
    due_at = moment(when)
    if due_at is None:
        raise failed('Write when, like "2026-12-01 18:00".')
    classroom = Classroom.of(class_folder(course))
    try:
        told = classroom.set_due(quiz, due_at)
    except ClassroomError as error:
        raise failed(str(error)) from error
    typer.echo(told)


def moment(when: str) -> datetime | None:
    """Return a typed date and time by this machine's clock, or its own; None for ""."""
    try:
        return datetime.fromisoformat(when).astimezone() if when else None
    except (ValueError, OverflowError, OSError) as error:
        raise failed(f'{when!r} is no date and time. Write it like "2026-12-01 18:00".') from error


def class_folder(course: Path | None) -> Path:
    """Return the folder of a class: the one named, this one, or the worked example in it."""
    for folder in [course] if course else [Path("."), Path("assessments")]:
        if (folder / "nbgrader_config.py").is_file():
            return folder
    where = course or "here, nor in ./assessments"
    raise failed(
        f"There is no nbgrader_config.py in {where}."
        " Go to the folder of the class, or name it with --course."
    )


def open_bank() -> Path:
    """Return the folder of the open bank: beside the package in a clone, or around here."""
    import running_muscles

    package = Path(running_muscles.__file__).resolve().parent
    here = Path.cwd()
    for root in (package.parents[1], here, *here.parents):
        folder = root / "assessments" / "bank"
        if folder.is_dir():
            return folder
    raise failed(
        "The open bank is not part of what learners install. Clone the repository of the course,"
        " and name its assessments/bank with --bank."
    )

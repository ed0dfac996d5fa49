"""``running-muscles quiz export`` and ``import``: questions to and from other systems."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from running_muscles.cli.classroom import class_folder
from running_muscles.cli.errors import failed, needs_teach
from running_muscles.cli.options import Force, Quiz

if TYPE_CHECKING:
    from running_muscles.classroom.interchange.carried import Bundle
    from running_muscles.classroom.interchange.formats import Format
    from running_muscles.quiz.questions import Bank

Course = Annotated[
    Path | None,
    typer.Option(help="The folder of the class. Found by itself from the project's folder."),
]


def export(  # noqa: PLR0913, PLR0917
    quiz: Quiz = "",
    to: Annotated[str, typer.Option(help="moodle, gift, qti12 or qti21.")] = "moodle",
    bank: Annotated[bool, typer.Option("--bank", help="Every quiz, a file each.")] = False,
    student: Annotated[str, typer.Option(help="Only what this student is asked.")] = "",
    out: Annotated[
        Path | None, typer.Option(help="The new file; with --bank, the folder of the files.")
    ] = None,
    force: Force = False,
    course: Course = None,
) -> None:
    """Write a quiz with its keys for another system, and list what that cannot hold."""
    with needs_teach():
        from running_muscles.classroom.interchange.formats import FORMATS
    from running_muscles.classroom import settings
    from running_muscles.quiz.bank import BankError

    if bool(quiz) == bank:
        raise failed("Name one quiz, such as 03-core, or --bank for all of them.")
    if to not in FORMATS:
        raise failed(f"There is no format {to!r}. Choose one of: {', '.join(FORMATS)}.")
    folder = class_folder(course)
    try:
        edition = settings.load(folder).edition
        bundles = [_bundle(one, edition, student) for one in _banks(folder, quiz)]
        _write(bundles, FORMATS[to], _place(out, bank), force)
    except (BankError, settings.SettingsError, OSError) as error:
        raise failed(str(error)) from error
    typer.echo("These files hold the keys. Keep them from students.")


def _banks(folder: Path, quiz: str) -> list[Bank]:
    from running_muscles.quiz import joined

    names = [quiz] if quiz else joined.quizzes(folder / "bank")
    return [joined.load(folder / "bank", name) for name in names]


def _bundle(bank: Bank, edition: str, student: str) -> Bundle:
    from running_muscles.classroom.interchange import from_bank

    return from_bank.of_student(bank, edition, student) if student else from_bank.whole(bank)


def _place(out: Path | None, every: bool) -> tuple[Path, str]:
    """Return the folder to write to, and the file's name; "" for one after each quiz."""
    if every:
        return out or Path(), ""
    return (out.parent, out.name) if out else (Path(), "")


def _write(bundles: list[Bundle], kind: Format, place: tuple[Path, str], force: bool) -> None:
    from running_muscles.classroom.interchange.carried import summed_up

    folder, name = place
    paths = [folder / (name or f"{bundle.name}{kind.ending}") for bundle in bundles]
    there = [str(path) for path in paths if path.exists()]
    if there and not force:
        raise failed(f"{', '.join(there)} is there already. Choose another --out, or --force.")
    folder.mkdir(parents=True, exist_ok=True)
    for path, bundle in zip(paths, bundles, strict=True):
        written = kind.write(bundle)
        path.write_bytes(written.content)
        typer.echo(f"wrote {path}: {_many(len(bundle.questions), 'question')} as {kind.name}")
        for sentence in summed_up(written.lost):
            typer.echo(f"  not carried: {sentence}")


def import_questions(
    file: Annotated[
        Path, typer.Argument(help="Moodle XML, GIFT, QTI 1.2 or jupyterquiz; or a mended draft.")
    ],
    into: Annotated[
        str, typer.Option("--as", help="The quiz that the questions join, such as 03-core.")
    ] = "",
    course: Course = None,
) -> None:
    """Take questions of another system into a quiz, as a draft where something is missing."""
    with needs_teach():
        from running_muscles.classroom.interchange import formats, into_class
    from running_muscles.classroom.interchange.carried import InterchangeError, summed_up
    from running_muscles.quiz.bank import BankError
    from running_muscles.quiz.joined import OWN

    folder = class_folder(course)
    try:
        if file.suffix == ".yaml" and file.parent.name == OWN:
            taken = into_class.finish(folder, file)
        elif not into:
            raise failed("Name the quiz that the questions join, such as --as 03-core.")
        else:
            kind, read = formats.read(file.read_bytes(), file.name)
            typer.echo(f"{file.name}: {kind}, {_many(len(read.questions), 'question')} read.")
            for sentence in summed_up(read.lost):
                typer.echo(f"  not carried: {sentence}")
            taken = into_class.take(folder, into, read.questions)
    except (InterchangeError, BankError, OSError) as error:
        raise failed(str(error)) from error
    for sentence in summed_up(taken.lost):
        typer.echo(f"  not carried: {sentence}")
    if not taken.to_mend:
        typer.echo(f"Added {_many(len(taken.names), 'question')} to {taken.path}.")
        typer.echo("Next: running-muscles quiz check, then: running-muscles quiz build")
        return
    typer.echo(f"No question is in the class yet. The draft is {taken.path}. Still to mend:")
    for sentence in taken.to_mend:
        typer.echo(f"  {sentence}")
    typer.echo(f"Then: running-muscles quiz import {taken.path}")
    raise typer.Exit(1)


def _many(count: int, thing: str) -> str:
    return f"{count} {thing}" + "s" * (count != 1)

"""``running-muscles exam``: a final exam over all lessons."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from running_muscles.cli.classroom import class_folder
from running_muscles.cli.errors import failed
from running_muscles.cli.options import Course

app = typer.Typer(help="Draw an exam over all lessons.", no_args_is_help=True)


@app.callback()
def _exam() -> None:
    """Keep `build` a command of its own name, although it is the only one."""


@app.command()
def build(  # noqa: PLR0913, PLR0917
    name: Annotated[str, typer.Argument(help="What the exam is called, such as final.")],
    cut: Annotated[
        float | None, typer.Option(help="With how many percent of the points it is passed.")
    ] = None,
    why: Annotated[str, typer.Option(help="Who has set that, and how; students read it.")] = "",
    title: Annotated[str, typer.Option(help="The title that students see.")] = "Final exam",
    force: Annotated[
        bool, typer.Option("--force", help="Draw anew an exam that nobody has been given.")
    ] = False,
    course: Course = None,
) -> None:
    """Draw an exam by the blueprint, and build it as a quiz of the class."""
    from running_muscles.classroom import settings
    from running_muscles.quiz import blueprint, exam, joined
    from running_muscles.quiz import build as building
    from running_muscles.quiz.bank import BankError
    from running_muscles.quiz.sitting import PLAIN

    folder = class_folder(course)
    if cut is None:
        raise failed(exam.NO_CUT)
    _refuse_known(folder, name, force)
    try:
        own = settings.load(folder)
        banks = building.load_all(building.bank_files(folder))
        chosen = [(one.bank.quiz, one.slot.id) for one in blueprint.final_exam(banks)]
        plan = exam.planned(name, title, exam.Cut(cut, why), chosen)
        by_quiz = {bank.quiz: bank for bank in banks}
        bank = exam.composed(folder, plan, by_quiz.__getitem__)
        files = {exam.path_of(folder, name): exam.text(plan)}
        files |= building.built(bank, folder, own.edition, own.sittings.get(name, PLAIN))
        building.write(files)
        shares = [joined.public_share(folder / "bank", quiz) for quiz in by_quiz]
    except (BankError, settings.SettingsError, ValueError, OSError) as error:
        raise failed(str(error)) from error
    points = sum(slot.points for slot in bank.slots)
    lessons = len({quiz for quiz, _ in chosen})
    typer.echo(
        f"{name}: {len(chosen)} questions from {lessons} lessons, {points:g} points;"
        f" passed with {plan.cut.points(points):g} ({cut:g}%)."
    )
    if any(public for public, _ in shares):
        typer.echo(
            f"{sum(public for public, _ in shares)} of the {sum(every for _, every in shares)}"
            " questions of your banks are public with their keys. Put questions of your own in"
            " their place before a real exam."
        )
    if name not in own.sittings:
        typer.echo(
            f"It has no window and no time limit yet: write [quiz.{name}] into"
            f" {folder / settings.FILE_NAME}, then run: running-muscles quiz build"
        )
    typer.echo(f"To hand it out: nbgrader generate_assignment {name}")


def _refuse_known(folder: Path, name: str, force: bool) -> None:
    """Refuse to draw over an exam that somebody may sit."""
    from running_muscles.quiz import exam

    if (folder / "release" / name).is_dir():
        raise failed(f"{name} is handed out, so it stays as it is. Choose another name.")
    if exam.is_there(folder, name) and not force:
        raise failed(
            f"{exam.path_of(folder, name)} is there already. Choose another name, or draw it anew"
            " with --force."
        )

"""``running-muscles quiz``: build quizzes from the bank, check banks, see where a class stands."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Build and check quizzes, and see where a class stands.")

Course = Annotated[
    Path | None,
    typer.Option(help="The assessments folder. Found by itself from the project's folder."),
]


@app.command()
def build(
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 on any difference.")
    ] = False,
    course: Course = None,
) -> None:
    """Build assessments/source from the question banks."""
    from running_muscles.quiz import build as building
    from running_muscles.quiz.bank import BankError

    assessments = _assessments(course)
    try:
        banks = building.load_all(building.bank_files(assessments))
        files = building.everything(assessments, banks)
    except BankError as error:
        raise _failed(str(error)) from error
    if check:
        differences = list(building.drift(files, assessments))
        if differences:
            raise _failed("\n".join(differences))
        typer.echo(f"{len(banks)} quizzes say what their banks say.")
        return
    written = building.write(files)
    for path in written:
        typer.echo(f"wrote {path}")
    typer.echo(f"{len(banks)} quizzes, {len(written)} files changed.")


@app.command()
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Bank files; without any, all of the course.")
    ] = None,
    course: Course = None,
) -> None:
    """Check question banks: schema, rules, and whether they can be passed by guessing."""
    from running_muscles.quiz import build as building
    from running_muscles.quiz import guessable
    from running_muscles.quiz.bank import BankError

    paths = files or _all_banks(_assessments(course))
    try:
        banks = building.load_all(paths)
    except BankError as error:
        raise _failed(str(error)) from error
    warnings = [str(warning) for bank in banks for warning in guessable.warnings(bank)]
    if warnings:
        raise _failed("\n".join(warnings))
    questions = sum(len(bank.questions) for bank in banks)
    typer.echo(f"{questions} questions in {len(banks)} files, no problem found.")


@app.command()
def status(
    assignment: Annotated[str, typer.Argument(help="The quiz, such as 03-core.")],
    course: Course = None,
) -> None:
    """List each student: graded, needs marking, could not be graded, or not submitted."""
    from running_muscles.classroom.folder import Classroom, ClassroomError
    from running_muscles.classroom.status import FAILED, NOT_GRADED, standings

    classroom = Classroom.of(_assessments(course))
    with classroom.gradebook() as gradebook:
        try:
            found = classroom.assignment(gradebook, assignment)
        except ClassroomError as error:
            raise _failed(str(error)) from None
        rows = list(standings(gradebook, classroom.coursedir, found))
    width = max([len(row.student) for row in rows], default=0)
    for row in rows:
        points = "" if row.points is None else f"  {row.points:g} of {row.max_points:g}"
        typer.echo(f"{row.student:<{width}}  {row.state}{points}")
    waiting = [row for row in rows if row.state in (FAILED, NOT_GRADED)]
    if waiting:
        typer.echo("To grade these, or to see why they cannot be graded, run:", err=True)
    for row in waiting:
        typer.echo(f"  nbgrader autograde {assignment} --student {row.student}", err=True)
    if any(row.state == FAILED for row in rows):
        raise typer.Exit(1)


def _assessments(course: Path | None) -> Path:
    candidates = [course] if course else [Path("."), Path("assessments")]
    for folder in candidates:
        if (folder / "nbgrader_config.py").is_file():
            return folder
    where = course or "here, nor in ./assessments"
    raise _failed(
        f"There is no nbgrader_config.py in {where}."
        " Go to the project's folder, or name the assessments folder with --course."
    )


def _all_banks(assessments: Path) -> list[Path]:
    from running_muscles.quiz.build import bank_files

    checkpoints = assessments.absolute().parent / "course" / "checkpoints"
    return [*bank_files(assessments), *sorted(checkpoints.glob("*.yaml"))]


def _failed(sentence: str) -> typer.Exit:
    typer.echo(sentence, err=True)
    return typer.Exit(1)

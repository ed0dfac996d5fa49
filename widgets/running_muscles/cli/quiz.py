"""``running-muscles quiz``: build quizzes from the bank, check banks, see where a class stands."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from running_muscles.cli import interchange, mend, printing
from running_muscles.cli.classroom import class_folder
from running_muscles.cli.errors import failed, needs_teach
from running_muscles.cli.options import Quiz

if TYPE_CHECKING:
    from running_muscles.classroom.status import Standing

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
    again: Annotated[
        bool, typer.Option("--again", help="Also quizzes that are handed out already.")
    ] = False,
    course: Course = None,
) -> None:
    """Build assessments/source and the blueprint from the question banks."""
    from running_muscles.classroom import settings
    from running_muscles.quiz import build as building
    from running_muscles.quiz.bank import BankError

    assessments = class_folder(course)
    try:
        own = settings.load(assessments)
        banks = building.load_all(building.bank_files(assessments))
        files = building.everything(assessments, banks, own.edition, own.sittings)
    except (BankError, settings.SettingsError) as error:
        raise failed(str(error)) from error
    if check:
        differences = list(building.drift(files, assessments))
        if differences:
            raise failed("\n".join(differences))
        typer.echo(f"{len(banks)} quizzes say what their banks say.")
        return
    handed_out = [] if again else building.handed_out(files, assessments)
    written = building.write(
        {path: text for path, text in files.items() if path.parent.name not in handed_out}
    )
    for path in written:
        typer.echo(f"wrote {path}")
    typer.echo(f"{len(banks)} quizzes, {len(written)} files changed.")
    for quiz in handed_out:
        typer.echo(
            f"{quiz} is handed out and stays as it is: students answer it as it was. Mended words,"
            " keys and rubrics of the bank count all the same. Where nobody has fetched it yet:"
            " running-muscles quiz build --again",
            err=True,
        )


@app.command()
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Bank files; without any, all of the course.")
    ] = None,
    guess: Annotated[
        bool, typer.Option("--guess", help="Also print what each rule of guessing wins.")
    ] = False,
    course: Course = None,
) -> None:
    """Check question banks: schema, rules, and whether they can be passed by guessing."""
    from running_muscles.quiz import build as building
    from running_muscles.quiz import guessable, leaks
    from running_muscles.quiz.bank import BankError

    folder = None if files else class_folder(course)
    paths = files or _all_banks(class_folder(course))
    try:
        banks = building.load_all(paths)
        exams = building.exams(folder, banks) if folder else []
    except BankError as error:
        raise failed(str(error)) from error
    if guess:
        typer.echo("\n".join(guessable.table(banks)))
    found = sorted([*guessable.problems(banks), *leaks.problems([*banks, *exams])])
    if found:
        raise failed("\n".join(map(str, found)))
    questions = sum(len(bank.questions) for bank in banks)
    typer.echo(f"{questions} questions in {len(banks)} files, no problem found.")
    for bank in exams:
        typer.echo(f"{bank.quiz}: an exam of {len(bank.slots)} questions, no problem found.")


@app.command()
def status(
    assignment: Quiz,
    course: Course = None,
) -> None:
    """List each student: graded, needs marking, could not be graded, or not submitted."""
    with needs_teach():
        from running_muscles.classroom.folder import Classroom, ClassroomError
        from running_muscles.classroom.status import standings
    from running_muscles.classroom.settings import SettingsError
    from running_muscles.tables.sheet import SheetError

    try:
        classroom = Classroom.of(class_folder(course))
        with classroom.gradebook() as gradebook:
            found = classroom.assignment(gradebook, assignment)
            rows = list(standings(gradebook, classroom, found))
    except (ClassroomError, SettingsError, SheetError) as error:
        raise failed(str(error)) from error
    width = max([len(row.student) for row in rows], default=0)
    for row in rows:
        points = "" if row.points is None else f"  {row.points:g} of {row.max_points:g}"
        remarks = f"  ({'; '.join(row.remarks)})" if row.remarks else ""
        typer.echo(f"{row.student:<{width}}  {row.state}{points}{remarks}")
    code = _advise(assignment, rows, bool(classroom.is_quiz(assignment)))
    if code:
        raise typer.Exit(code)


def _advise(assignment: str, rows: list[Standing], ours: bool) -> int:
    """Say what to do about those without a mark; return the exit code."""
    from running_muscles.classroom import status as states

    for row in rows:
        for sentence in row.told:
            if sentence != states.OLD_KEY:
                typer.echo(f"{row.student}: {sentence}", err=True)
    waiting = [row for row in rows if row.state in (states.FAILED, states.NOT_GRADED)]
    if waiting and ours:
        typer.echo(f"To grade them, run: running-muscles grade {assignment}", err=True)
    elif waiting:
        typer.echo("To grade these, or to see why they cannot be graded, run:", err=True)
        for row in waiting:
            typer.echo(f"  nbgrader autograde {assignment} --student {row.student}", err=True)
    old = sum(states.OLD_KEY in row.told for row in rows)
    if old:
        typer.echo(
            f"{old} were marked before the bank was last changed. To mark them by it:"
            f" running-muscles grade {assignment} --again",
            err=True,
        )
    return int(any(row.state in (states.FAILED, states.UNREADABLE) for row in rows))


@app.command()
def preview(
    question: Annotated[str, typer.Argument(help="The id of a question or of a quiz.")],
    student: Annotated[str, typer.Option(help="Whose quiz.")] = "student",
    course: Course = None,
) -> None:
    """Show what a student sees: one question, or the student's whole draw of a quiz."""
    from running_muscles.classroom import settings
    from running_muscles.quiz import build as building
    from running_muscles.quiz.bank import BankError
    from running_muscles.quiz.preview import shown

    folder = class_folder(course)
    try:
        edition = settings.load(folder).edition
        banks = building.load_all(building.bank_files(folder))
        banks += building.exams(folder, banks)
        typer.echo(shown(banks, question, edition, student))
    except (BankError, settings.SettingsError) as error:
        raise failed(str(error)) from error
    except KeyError:
        raise failed(f"No question and no quiz here is named {question!r}.") from None


app.command()(mend.drop)
app.command()(mend.key)
app.command("export")(interchange.export)
app.command("import")(interchange.import_questions)
app.command("print")(printing.print_quiz)


@app.command("new")
def new_question(
    quiz: Quiz,
    slot: Annotated[str, typer.Argument(help="The slot that the question may fill.")],
    name: Annotated[str, typer.Option("--id", help="The id of the question.")],
    kind: Annotated[str, typer.Option("--type", help="single, multiple, numeric ...")] = "single",
    course: Course = None,
) -> None:
    """Start a question of your own from a pattern, with reasons to fill in."""
    from running_muscles.quiz import joined, patterns
    from running_muscles.quiz.bank import BankError

    folder = class_folder(course) / "bank"
    if kind not in patterns.TYPES:
        raise failed(f"There is no type {kind!r}. Choose one of: {', '.join(patterns.TYPES)}.")
    try:
        bank = joined.load(folder, quiz)
        if slot not in [each.id for each in bank.slots]:
            names = ", ".join(each.id for each in bank.slots)
            raise failed(f"{quiz} has no slot {slot!r}. It has: {names}.")
        _refuse_known(folder, name)
        path = patterns.add(folder, bank, patterns.pattern(name, slot, kind))
    except BankError as error:
        raise failed(str(error)) from error
    typer.echo(f"Added {name} to {path}. Fill in what says TODO, then: running-muscles quiz check")


@app.command("copy")
def copy_question(
    question: Annotated[str, typer.Argument(help="The id of the question to start from.")],
    name: Annotated[str, typer.Option("--id", help="The id of the new one.")] = "",
    course: Course = None,
) -> None:
    """Start a question of your own as a copy of one that is there."""
    from running_muscles.quiz import joined, patterns
    from running_muscles.quiz.bank import BankError

    folder = class_folder(course) / "bank"
    new_id = name or f"{question}-own"
    try:
        _refuse_known(folder, new_id)
        quiz = joined.quiz_of(folder, question)
        if quiz is None:
            raise failed(f"No question of this class is named {question!r}.")
        bank = joined.load(folder, quiz)
        path = patterns.add(folder, bank, patterns.copied(bank, question, new_id))
    except BankError as error:
        raise failed(str(error)) from error
    typer.echo(f"Added {new_id} to {path}. Change it, then: running-muscles quiz check")


def _refuse_known(folder: Path, name: str) -> None:
    from running_muscles.quiz import joined

    quiz = joined.quiz_of(folder, name)
    if quiz is not None:
        raise failed(f"A question of {quiz} is named {name!r} already. Choose another --id.")


def _all_banks(assessments: Path) -> list[Path]:
    from running_muscles.quiz.build import bank_files
    from running_muscles.quiz.located_yaml import files_in

    course = assessments.absolute().parent / "course"
    asked = (files_in(course / folder) for folder in ("checkpoints", "steps"))
    return [*bank_files(assessments), *chain.from_iterable(asked)]

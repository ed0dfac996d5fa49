"""Commands for a learner's own results."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from running_muscles.cli.errors import CommandError
from running_muscles.measure import answer_transfer, answers, transfer
from running_muscles.measure.store import Store, StoreError

app = typer.Typer(help="Your results: where they are, out, in, and gone.", no_args_is_help=True)
WRITERS = {".csv": lambda results, _: transfer.as_csv(results), ".json": transfer.as_json}


@app.command()
def path() -> None:
    """Print where your results are kept."""
    typer.echo(Store().path)


@app.command()
def export(
    file: Annotated[
        Path | None, typer.Argument(help="A new .csv or .json file; without one, CSV is printed.")
    ] = None,
    own_answers: Annotated[
        bool, typer.Option("--answers", help="Your answers to questions, as CSV.")
    ] = False,
) -> None:
    """Copy your results into a CSV or JSON file; JSON holds your answers to questions too."""
    store = Store()
    try:
        results, left_out = store.results(), store.unreadable()
        given = answers.load(store)
    except StoreError as error:
        raise CommandError(str(error)) from error
    for sentence in left_out:
        typer.echo(f"Left out, but still in {store.path}: {sentence}", err=True)
    if own_answers and file is not None and file.suffix.lower() != ".csv":
        raise CommandError(f"{file}: the name must end in .csv. JSON holds your answers anyway.")
    if file is None:
        text = answer_transfer.as_csv(given) if own_answers else transfer.as_csv(results)
        # Bytes, because a console may have an encoding that cannot say everything.
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()
        return
    writer = WRITERS.get(file.suffix.lower())
    if writer is None:
        raise CommandError(f"{file}: the name must end in .csv or .json.")
    try:
        with file.open("x", encoding="utf-8", newline="") as out:
            out.write(answer_transfer.as_csv(given) if own_answers else writer(results, given))
    except FileExistsError as error:
        raise CommandError(
            f"{file} is already there. Choose another name; nothing was changed."
        ) from error
    except OSError as error:
        raise CommandError(
            f"{file} cannot be written ({error.strerror}). Choose another place."
        ) from error
    told = f"{len(given)} answers" if own_answers else f"{len(results)} results"
    typer.echo(f"{told} written to {file}.")


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="A .csv or .json file from an earlier export.")],
) -> None:
    """Add results from a file. What you have stays as it is; what you had deleted comes back."""
    try:
        came = transfer.bring_in(Store(), file.read_bytes(), file.name)
    except OSError as error:
        raise CommandError(f"{file} cannot be read ({error.strerror}). Check the name.") from error
    except (transfer.TransferError, StoreError) as error:
        raise CommandError(str(error)) from error
    typer.echo(
        f"{came.new} new results added, {came.known} were already there."
        + (
            f" {came.restored} that you had deleted since are back; delete them in the log if you"
            " do not want them."
            if came.restored
            else ""
        )
        + (f" {came.answers} new answers to questions added." if came.answers else "")
    )


@app.command()
def delete(
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete all your results, answers and settings for good. Asks first."""
    store = Store()
    try:
        count = len(store.results())
        if not yes:
            typer.confirm(f"Delete {count} results in {store.path} for good?", abort=True)
        store.erase()
    except StoreError as error:
        raise CommandError(str(error)) from error
    typer.echo(f"{count} results deleted.")

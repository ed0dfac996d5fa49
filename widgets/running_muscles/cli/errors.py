"""What goes wrong on the command line, said in one sentence."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from running_muscles.cli.installation import TEACHING, teaching_mend

# What SQLAlchemy may look for when the gradebook is on PostgreSQL; the first one is ours.
DRIVERS = ("pg8000", "psycopg", "psycopg2", "asyncpg")


class CommandError(Exception):
    """A command cannot be done; the message names what, where and the mend."""


def failed(sentence: str) -> typer.Exit:
    """Say what went wrong, and return what ends the command with exit code 1."""
    typer.echo(sentence, err=True)
    return typer.Exit(1)


def lacking(error: ModuleNotFoundError) -> str | None:
    """Return the sentence for a package that only instructors have; None for any other."""
    missing = (error.name or "").partition(".")[0]
    if missing in DRIVERS:
        return (
            'The gradebook is on PostgreSQL. Run `pip install "running-muscles[teach,postgres]"`,'
            " and let c.CourseDirectory.db_url in nbgrader_config.py begin with"
            " postgresql+pg8000://"
        )
    if missing not in (*TEACHING, "sqlalchemy"):
        return None
    return f"This command is for instructors and needs {missing}. {teaching_mend()}"


def database_lost(error: Exception) -> str | None:
    """Return the sentence for a database that cannot be reached or was lost; None for any other."""
    # Without nbgrader there is no SQLAlchemy, and then none of its errors.
    errors = sys.modules.get("sqlalchemy.exc")
    if errors is None:
        return None
    look = "c.CourseDirectory.db_url in the class's nbgrader_config.py"
    if isinstance(error, errors.ArgumentError | errors.NoSuchModuleError):
        return f"The address of the gradebook cannot be read. Mend {look}."
    if not isinstance(error, errors.DBAPIError) or isinstance(
        error, errors.IntegrityError | errors.DataError
    ):
        return None
    why = error.orig.args[0] if error.orig and error.orig.args else error.orig
    if isinstance(why, dict):  # as PostgreSQL tells it: M is its message
        why = why.get("M", why)
    return (
        f"The gradebook's database cannot be reached, or was lost on the way ({why}). Look whether"
        f" it runs and whether {look}, names it; then give the same command again. A batch of"
        " marks is written whole or not at all, and what was begun is done again."
    )


@contextmanager
def needs_teach() -> Iterator[None]:
    """Import what only instructors have, or say how to get it."""
    try:
        yield
    except ModuleNotFoundError as error:
        sentence = lacking(error)
        if sentence is None:
            raise
        raise failed(sentence) from error

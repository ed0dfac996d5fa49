"""What goes wrong on the command line, said in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from running_muscles.cli.installation import TEACHING, teaching_mend


class CommandError(Exception):
    """A command cannot be done; the message names what, where and the mend."""


def failed(sentence: str) -> typer.Exit:
    """Say what went wrong, and return what ends the command with exit code 1."""
    typer.echo(sentence, err=True)
    return typer.Exit(1)


def lacking(error: ModuleNotFoundError) -> str | None:
    """Return the sentence for a package that only instructors have; None for any other."""
    missing = (error.name or "").partition(".")[0]
    if missing not in (*TEACHING, "sqlalchemy"):
        return None
    return f"This command is for instructors and needs {missing}. {teaching_mend()}"


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

"""What goes wrong on the command line, said in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

# What learners do not install.
_TEACH = frozenset({"nbgrader", "jsonschema", "simpleeval", "rich", "pandas", "sqlalchemy"})


class CommandError(Exception):
    """A command cannot be done; the message names what, where and the mend."""


def failed(sentence: str) -> typer.Exit:
    """Say what went wrong, and return what ends the command with exit code 1."""
    typer.echo(sentence, err=True)
    return typer.Exit(1)


@contextmanager
def needs_teach() -> Iterator[None]:
    """Import what only instructors have, or say how to get it."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _TEACH:
            raise
        raise failed(
            f"This command is for instructors and needs {error.name}, which is not installed."
            ' Install it with: pip install "running-muscles[teach]"'
        ) from error

"""What is said about a place in a file that a learner brings: where it is, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from running_muscles.translation.spoken import _


def line_of(file: str, line: int) -> str:
    """Return a place in words, such as ``"results.csv, line 3"``."""
    return _("{file}, line {n}").format(file=file, n=line)


def mended(place: str, problem: object) -> str:
    """Return a problem of one entry, as a sentence, with its place and what helps."""
    said = _("{place}, {problem} Correct it or take it out.")
    return said.format(place=place, problem=problem)


def column_wrong(place: str, column: str, problem: object) -> str:
    """Return a problem of one cell, as a sentence, with its place and what helps."""
    said = _("{place}, column {column}: {problem} Correct it or take the line out.")
    return said.format(place=place, column=column, problem=problem)


def columns_missing(file: str, line: int, missing: Sequence[str]) -> str:
    """Say which columns a table lacks."""
    said = _(
        "{place}: the columns {columns} are missing. "
        "The first line must name the columns, as an export writes them."
    )
    return said.format(place=line_of(file, line), columns=", ".join(missing))

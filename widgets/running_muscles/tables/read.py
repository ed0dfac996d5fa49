"""Read one CSV file strictly: as described, or not at all."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .cells import CellError, Value, read_cell
from .errors import TableError
from .schema import Schema


@dataclass(frozen=True)
class Record:
    """A row of values, with the line where it starts in the file."""

    line: int
    values: dict[str, Value]


def read_records(folder: Path, schema: Schema) -> tuple[Record, ...]:
    """Read every row of a table.

    Parameters
    ----------
    folder : Path
        Folder of the tables.
    schema : Schema
        What the table must look like.

    Returns
    -------
    tuple of Record
        In the order of the file.

    Raises
    ------
    TableError
        With file, line, column and mend, at the first thing that is wrong.
    """
    path = folder / f"{schema.table}.csv"
    lines = _lines(path)
    header_line = next(lines, None)
    if header_line is None:
        raise TableError(path, "the file is empty", "Start it with the names of its columns.")
    _check_header(path, header_line[1], schema)
    records = tuple(_record(path, line, cells, schema) for line, cells in lines)
    _check_keys(path, records, schema)
    return records


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with its first line; a quoted cell may run over several lines."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError:
        raise TableError(
            path, "the file is missing", "Put it back, or take it out of datapackage.json."
        ) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise TableError(path, "the file is not UTF-8", "Save it as UTF-8.", line=line) from None
    if text.startswith("\ufeff"):
        raise TableError(
            path, "the file starts with a byte order mark", "Save it as UTF-8 without one.", line=1
        )
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    start = 1
    try:
        for cells in reader:
            yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise TableError(
            path,
            f"this row is not CSV ({error})",
            'Put quotation marks around a cell with a comma, and write " as "" inside.',
            line=start,
        ) from None


def _check_header(path: Path, header: list[str], schema: Schema) -> None:
    expected = [column.name for column in schema.columns]
    for name in header:
        if name not in expected:
            raise TableError(
                path,
                "this column is not in the description",
                f"Use these columns: {', '.join(expected)}.",
                line=1,
                column=name,
            )
    for name in expected:
        if name not in header:
            raise TableError(
                path,
                "this column is missing",
                f"Use these columns: {', '.join(expected)}.",
                line=1,
                column=name,
            )
    if header != expected:
        raise TableError(
            path,
            "the columns are doubled or in another order",
            f"Use this order: {', '.join(expected)}.",
            line=1,
        )


def _record(path: Path, line: int, cells: list[str], schema: Schema) -> Record:
    if len(cells) != len(schema.columns):
        raise TableError(
            path,
            f"the row has {len(cells)} cells, the table has {len(schema.columns)} columns",
            "Check the commas, and put quotation marks around a cell that holds one.",
            line=line,
        )
    values: dict[str, Value] = {}
    for text, column in zip(cells, schema.columns, strict=True):
        try:
            values[column.name] = read_cell(text, column)
        except CellError as error:
            raise TableError(
                path, error.problem, error.mend, line=line, column=column.name
            ) from None
    return Record(line, values)


def _check_keys(path: Path, records: tuple[Record, ...], schema: Schema) -> None:
    single = [(column.name,) for column in schema.columns if column.unique]
    for names in filter(None, (schema.key, *single)):
        seen: dict[tuple[Value, ...], int] = {}
        for record in records:
            key = tuple(record.values[name] for name in names)
            if key in seen:
                shown = ", ".join(str(part) for part in key)
                raise TableError(
                    path,
                    f'"{shown}" stands on line {seen[key]} already',
                    "Give the row an id of its own, or take one of the two away.",
                    line=record.line,
                    column=", ".join(names),
                )
            seen[key] = record.line

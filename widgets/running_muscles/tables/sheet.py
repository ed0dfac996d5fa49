"""Tables as people have them: CSV in whatever form a spreadsheet saves it, in and out.

Commas, semicolons or tabs; a ``sep=`` line; UTF-8 with or without a mark, UTF-16; empty rows
and trailing commas. What is clear is read, what is not is refused with its line and a mend.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from running_muscles.translation.spoken import _

from .typed_number import decimal_mark, written

LARGEST_BYTES = 20_000_000
MOST_COLUMNS = 500
LONGEST_HEADER = 50_000
SEPARATORS = (",", ";", "\t")
MARK = "\ufeff"
_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What a spreadsheet takes for the start of a formula, also behind spaces.
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")  # noqa: RUF001


class SheetError(ValueError):
    """A table that cannot be read; the message names file, line and mend."""


@dataclass(frozen=True)
class SheetRow:
    """A row that holds something: its first line in the file, and its cells by column.

    A row that stops early has no cells for the columns behind.
    """

    line: int
    cells: dict[str, str]


@dataclass(frozen=True)
class Sheet:
    """A table.

    Attributes
    ----------
    header : tuple of str
    rows : tuple of SheetRow
    line : int
        Of the header.
    decimal : str
        ``"."``, ``","``, or ``""`` where the table does not tell; see `typed_number.number`.
    """

    header: tuple[str, ...]
    rows: tuple[SheetRow, ...]
    line: int
    decimal: str


def read_sheet(content: bytes | Path, name: str = "", known: Sequence[str] = ()) -> Sheet:
    """Read a table.

    Parameters
    ----------
    content : bytes or Path
        The whole file, or where it is.
    name : str, optional
        What messages call the file; that of the path by default.
    known : sequence of str, optional
        Names of columns that are expected: they help to tell what separates the cells.

    Raises
    ------
    SheetError
    """
    if isinstance(content, Path):
        name = name or content.name
        content = _bytes(content, name)
    text = text_of(content, name)
    separator = _separator(text, known)
    lines = list(_filled(text, separator, name))
    if not lines:
        told = _("{file}: the table is empty. Its first line must name the columns.")
        raise SheetError(told.format(file=name))
    (line, names), *rows = lines
    header = _header(names, _place(name, line), known)
    read = tuple(SheetRow(at, _cells(header, row, _place(name, at))) for at, row in rows)
    # Where commas part the cells, they do not mark decimals as well.
    decimal = "." if separator == "," else decimal_mark(cell for __, row in rows for cell in row)
    return Sheet(header, read, line, decimal)


def write_sheet(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> bytes:
    """Return a table as a CSV file that spreadsheets open rightly.

    UTF-8 with the mark by which spreadsheets know it. No text becomes a formula: an apostrophe
    stands before it, which `read_sheet` takes away. Numbers carry no noise; None is empty.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _written(row.get(name)) for name in columns} for row in rows)
    return (MARK + out.getvalue()).encode("utf-8")


def text_of(content: bytes, name: str) -> str:
    """Return the text of a file that a spreadsheet or an editor saved.

    Raises
    ------
    SheetError
        If it is too large or no text.
    """
    if len(content) > LARGEST_BYTES:
        size = LARGEST_BYTES // 1_000_000
        told = _("{file}: larger than {size} MB. This is not such a table.")
        raise SheetError(told.format(file=name, size=size))
    encoding = next((code for mark, code in _ENCODINGS if content.startswith(mark)), "utf-8")
    if encoding == "utf-8" and content[1:2] == b"\0":
        encoding = "utf-16-le"  # as some programs write it, without a mark
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        told = _(
            "{place}, byte {n}: not {encoding} text. "
            'Save the file as "CSV UTF-8", or export it again.'
        ).format(place=_place(name, line), n=error.start, encoding=encoding[:5].upper())
        raise SheetError(told) from error
    if "\0" in text:
        told = _("{file}: not a text file. Save the table as CSV and choose that file.")
        raise SheetError(told.format(file=name))
    return text


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except OSError as error:
        told = _("{file} cannot be read ({why}). Check the name.")
        raise SheetError(told.format(file=name, why=error.strerror)) from error


def _separator(text: str, known: Sequence[str]) -> str:
    """Find what separates cells: named by a ``sep=`` line, or what fits the header best."""
    start = next(filter(str.strip, text.splitlines()), "")[:LONGEST_HEADER]
    if found := re.fullmatch(r'"?sep=(.)"?[,;]*', start.strip(" "), re.IGNORECASE):
        return found[1]

    def fit(separator: str) -> tuple[int, int]:
        cells = next(csv.reader([start], delimiter=separator), [])
        return sum(cell.strip() in known for cell in cells), len(cells)

    return max(SEPARATORS, key=fit)


def _filled(text: str, separator: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that holds something, with its first line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    start = 1
    try:
        for cells in reader:
            is_sep_line = start == 1 and "".join(cells).lower().startswith("sep=")
            if any(map(str.strip, cells)) and not is_sep_line:
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        told = _(
            "{place}: {why}. The row is damaged; mend its quotation marks, "
            "or export the table again."
        )
        raise SheetError(told.format(place=_place(name, start), why=error)) from error


def _header(cells: list[str], place: str, known: Sequence[str]) -> tuple[str, ...]:
    names = [cell.strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > MOST_COLUMNS:
        told = _("{place}: {n} columns. This is not such a table.")
        raise SheetError(told.format(place=place, n=len(names)))
    for name in known or names:
        if names.count(name) > 1:
            told = _("{place}: the column {column} stands there twice. Rename or delete one.")
            raise SheetError(told.format(place=place, column=repr(name)))
    return tuple(names)


def _cells(header: tuple[str, ...], row: list[str], place: str) -> dict[str, str]:
    if any(map(str.strip, row[len(header) :])):
        told = _(
            "{place}: {n} cells in a table of {columns} columns. Put quotation marks "
            "around a cell that holds the separator, or take the line out."
        )
        raise SheetError(told.format(place=place, n=len(row), columns=len(header)))
    return {name: _read(cell) for name, cell in zip(header, row, strict=False)}


def _place(name: str, line: int) -> str:
    return _("{file}, line {n}").format(file=name, n=line)


def _read(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _written(value: object) -> object:
    if isinstance(value, float):
        return written(value)
    if isinstance(value, str) and _FORMULA.match(value):
        return f"'{value}"
    return value

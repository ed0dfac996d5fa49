"""Another system's exported gradebook, kept as it is but for the cells that are filled in."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass
from pathlib import Path

from running_muscles.tables.sheet import (
    LARGEST_BYTES,
    MOST_COLUMNS,
    SEPARATORS,
    SheetError,
    text_of,
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(slots=True)
class GradebookFile:
    """The cells of an exported gradebook, and how they were written.

    Attributes
    ----------
    header
        The names of the columns, as they stand there.
    rows
        All cells behind the header, each row as long as the header.
    lines
        On which line of the file each row begins.
    """

    name: str
    header: list[str]
    rows: list[list[str]]
    lines: list[int]
    before: str
    separator: str
    encoding: str
    ending: str
    all_quoted: bool

    def content(self) -> bytes:
        """Return the file: columns, order, separator, quotation marks and encoding as they were."""
        out = io.StringIO()
        out.write(self.before)
        writer = csv.writer(
            out,
            delimiter=self.separator,
            lineterminator=self.ending,
            quoting=csv.QUOTE_ALL if self.all_quoted else csv.QUOTE_MINIMAL,
        )
        writer.writerow(self.header)
        writer.writerows(self.rows)
        return out.getvalue().encode(self.encoding)


def read(path: Path) -> GradebookFile:
    """Read an exported gradebook.

    Raises
    ------
    SheetError
        With file, line and mend.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise SheetError(
            f"{path.name} cannot be read ({error.strerror}). Check the name."
        ) from error
    text = text_of(content, path.name)
    # A mark that text_of has left.
    text = text.removeprefix("\ufeff")
    before, body = _named_separator(text)
    start = body.splitlines()[0] if body.strip() else ""
    separator = before.strip('"\r\n')[4:5] or max(SEPARATORS, key=start.count)
    ending = "\r\n" if "\r\n" in body else "\n"
    rows, lines = _rows(body, separator, path.name, before.count("\n"))
    if len(rows) < 2:
        raise SheetError(f"{path.name}: it lists nobody. Export the gradebook with its students.")
    header, *rows = rows
    if len(header) > MOST_COLUMNS:
        raise SheetError(f"{path.name}: {len(header)} columns. This is no gradebook.")
    for row, line in zip(rows, lines[1:], strict=True):
        if any(map(str.strip, row[len(header) :])):
            raise SheetError(
                f"{path.name}, line {line}: {len(row)} cells in a table of {len(header)} columns."
                " Export it again; a cell with the separator needs quotation marks."
            )
    even = [[*row, *[""] * len(header)][: len(header)] for row in rows]
    quoted = start.lstrip().startswith('"') and start.count('"') >= 2 * len(header)
    return GradebookFile(
        path.name, header, even, lines[1:], before, separator, _encoding(content), ending, quoted
    )


def _named_separator(text: str) -> tuple[str, str]:
    first, ending, rest = text.partition("\n")
    if first.strip('"\r').lower().startswith("sep="):
        return first + ending, rest
    return "", text


def _rows(body: str, separator: str, name: str, above: int) -> tuple[list[list[str]], list[int]]:
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True)
    rows, lines, start = [], [], 1 + above
    try:
        for row in reader:
            if any(map(str.strip, row)):
                rows.append(row)
                lines.append(start)
            start = reader.line_num + 1 + above
    except csv.Error as error:
        raise SheetError(
            f"{name}, line {start}: {error}. The row is damaged; export the gradebook again."
        ) from error
    return rows, lines


def _encoding(content: bytes) -> str:
    marked = next((code for mark, code in _MARKS if content.startswith(mark)), "")
    return marked or ("utf-16-le" if content[1:2] == b"\0" else "utf-8")

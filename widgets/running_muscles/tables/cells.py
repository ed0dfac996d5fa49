"""From the text of a cell to its value."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

from .schema import Column

Value = str | int | float | bool | None | tuple[str, ...]


class CellError(ValueError):
    """A cell does not hold what its column promises; carries the problem and the mend."""

    def __init__(self, problem: str, mend: str) -> None:
        self.problem = problem
        self.mend = mend
        super().__init__(f"{problem}. {mend}")


def _string(text: str, column: Column) -> str:
    _check_word(text, column)
    return text


def _number(text: str, column: Column) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise CellError(f'"{text}" is not a number', "Write digits with a full stop, such as 12.5.")
    _check_range(value, text, column)
    return value


def _integer(text: str, column: Column) -> int:
    if not re.fullmatch(r"-?\d+", text, flags=re.ASCII):
        raise CellError(f'"{text}" is not a whole number', "Write digits only, such as 12.")
    _check_range(int(text), text, column)
    return int(text)


def _boolean(text: str, column: Column) -> bool:
    if text not in ("true", "false"):
        raise CellError(f'"{text}" is neither true nor false', "Write true or false.")
    return text == "true"


def _list(text: str, column: Column) -> tuple[str, ...]:
    items = tuple(text.split(column.delimiter))
    for item in items:
        if not item or item != item.strip() or "|" in item:
            raise CellError(
                f'"{text}" is not a clean list',
                'Put " | " between the items: one space, a bar, one space.',
            )
        _check_word(item, column)
    if len(set(items)) < len(items):
        raise CellError(f'"{text}" names an item twice', "Name each item once.")
    return items


def _check_word(word: str, column: Column) -> None:
    if column.enum and word not in column.enum:
        raise CellError(f'"{word}" is not allowed here', f"Use one of: {', '.join(column.enum)}.")
    if column.pattern and not re.search(column.pattern, word):
        raise CellError(
            f'"{word}" is not written as an id of this table',
            f"Write it so that it fits {column.pattern}.",
        )


def _check_range(value: float, text: str, column: Column) -> None:
    if column.minimum is not None and value < column.minimum:
        raise CellError(f"{text} is too small", f"The smallest allowed is {column.minimum:g}.")
    if column.maximum is not None and value > column.maximum:
        raise CellError(f"{text} is too large", f"The largest allowed is {column.maximum:g}.")


_READERS: dict[str, Callable[[str, Column], Value]] = {
    "string": _string,
    "number": _number,
    "integer": _integer,
    "boolean": _boolean,
    "list": _list,
}
# An empty cell means "not known": no number, no item, no text.
_EMPTY: dict[str, Value] = {"string": "", "list": ()}


def read_cell(text: str, column: Column) -> Value:
    """Turn the text of one cell into its value.

    Parameters
    ----------
    text : str
        The cell as it stands in the file.
    column : Column
        What the cell must hold.

    Returns
    -------
    str, int, float, bool, tuple of str or None
        ``None`` for a missing number, ``""`` for a missing text, ``()`` for a missing list.

    Raises
    ------
    CellError
        When the text does not fit.
    """
    if text != text.strip():
        raise CellError(f'"{text}" has spaces around it', "Take the spaces away.")
    if not text:
        if column.required:
            raise CellError("the cell is empty", "Fill it in; this column may not be empty.")
        return _EMPTY.get(column.type)
    return _READERS[column.type](text, column)

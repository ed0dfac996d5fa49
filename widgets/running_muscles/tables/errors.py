"""The one error of this room."""

from __future__ import annotations

from pathlib import Path


class TableError(ValueError):
    """A table, or a file beside it, is not what ``datapackage.json`` says it is.

    Parameters
    ----------
    file : Path or str
        The file at fault; only its name is shown.
    problem : str
        What is wrong, as a clause without a full stop.
    mend : str
        What to do about it, as a sentence.
    line : int, optional
        Line of the file, counted from 1 as an editor does.
    column : str, optional
        Name of the column.
    """

    def __init__(
        self,
        file: Path | str,
        problem: str,
        mend: str,
        *,
        line: int | None = None,
        column: str | None = None,
    ) -> None:
        self.file = Path(file).name
        self.problem = problem
        self.mend = mend
        self.line = line
        self.column = column
        place = self.file
        if line is not None:
            place += f", line {line}"
        if column is not None:
            place += f', column "{column}"'
        super().__init__(f"{place}: {problem}. {mend}")

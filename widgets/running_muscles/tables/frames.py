"""Tables as pandas frames, for figures; pandas is imported when the first one is asked for."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from .catalogue import ROW_TYPES, load
from .locate import data_path

if TYPE_CHECKING:
    import pandas as pd


def frame(table: str) -> pd.DataFrame:
    """Give a table as a new pandas frame.

    Parameters
    ----------
    table : str
        Name of the table, such as ``"norms"``.

    Returns
    -------
    pandas.DataFrame
        One row per row of the file, lists as tuples; yours to change.

    Raises
    ------
    ValueError
        When there is no such table.
    """
    import pandas as pd

    if table not in ROW_TYPES:
        raise ValueError(f'There is no table "{table}". There are: {", ".join(ROW_TYPES)}.')
    row_type = ROW_TYPES[table]
    names = [field.name for field in fields(row_type)]
    rows = load(table, row_type, data_path())
    return pd.DataFrame([[getattr(row, name) for name in names] for row in rows], columns=names)

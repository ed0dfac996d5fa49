"""Where the tables lie on this disk."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from .errors import TableError

_PACKAGE = Path(__file__).resolve().parents[1]


def data_folder(package: Path) -> Path:
    """Find the tables that belong to a copy of the package.

    Parameters
    ----------
    package : Path
        Folder of ``running_muscles``.

    Returns
    -------
    Path
        ``running_muscles/data`` in a wheel, the repository's ``data`` in a checkout.

    Raises
    ------
    TableError
        When neither is there.
    """
    # widgets/running_muscles -> the repository
    candidates = (package / "data", package.parents[1] / "data")
    for folder in candidates:
        if (folder / "datapackage.json").is_file():
            return folder
    raise TableError(
        "datapackage.json",
        "the tables of Running Muscles were not found beside the package",
        "Install running-muscles again, or work in a whole checkout of the repository.",
    )


@lru_cache(maxsize=1)
def data_path() -> Path:
    """Give the folder that holds the tables of this installation."""
    return data_folder(_PACKAGE)

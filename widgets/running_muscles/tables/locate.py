"""Where the tables and the lessons of this installation lie on this disk."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from .errors import TableError

PACKAGE = Path(__file__).resolve().parents[1]
START = "00-start-here.ipynb"


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
    return _beside(package, "data", "datapackage.json", "tables")


def course_folder(package: Path) -> Path:
    """Find the lessons and checkpoints that belong to a copy of the package.

    Parameters
    ----------
    package : Path
        Folder of ``running_muscles``.

    Returns
    -------
    Path
        ``running_muscles/course`` in a wheel, the repository's ``course`` in a checkout.

    Raises
    ------
    TableError
        When neither is there.
    """
    return _beside(package, "course", START, "lessons")


def _beside(package: Path, folder: str, mark: str, what: str) -> Path:
    # widgets/running_muscles -> the repository
    for candidate in (package / folder, package.parents[1] / folder):
        if (candidate / mark).is_file():
            return candidate
    raise TableError(
        mark,
        f"the {what} of Running Muscles were not found beside the package",
        "Install running-muscles again, or work in a whole checkout of the repository.",
    )


@lru_cache(maxsize=1)
def data_path() -> Path:
    """Give the folder that holds the tables of this installation."""
    return data_folder(PACKAGE)


@lru_cache(maxsize=1)
def course_path() -> Path:
    """Give the folder that holds the lessons and checkpoints of this installation."""
    return course_folder(PACKAGE)


def in_checkout() -> bool:
    """Tell whether the package is used from a checkout of the repository."""
    return (PACKAGE.parents[1] / "pyproject.toml").is_file()

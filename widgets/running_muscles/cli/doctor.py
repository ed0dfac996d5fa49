"""What the course needs, and whether it is there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from running_muscles.cli.installation import TEACHING, mend, teaching_mend
from running_muscles.cli.lessons import around
from running_muscles.measure.database import writable
from running_muscles.measure.store import HOME_VARIABLE, Store, StoreError
from running_muscles.tables import TableError, check, data_path
from running_muscles.tables.locate import course_path

OLDEST_PYTHON = (3, 11)
NEEDED = {
    "anywidget": "the widgets",
    "ipywidgets": "the widgets",
    "jupyterlab": "opening the lessons",
    "plotly": "figures",
}


@dataclass(frozen=True)
class Finding:
    """One line of the report."""

    good: bool
    what: str
    mend: str = ""

    @property
    def text(self) -> str:
        """The line as it is printed."""
        return f"{'ok     ' if self.good else 'MISSING'}  {self.what}" + (
            f"\n         {self.mend}" if self.mend else ""
        )


def examine() -> Iterator[Finding]:
    """Look at Python, the packages, the tables, the course's folder and the results file."""
    version = ".".join(map(str, sys.version_info[:3]))
    fits = sys.version_info[:2] >= OLDEST_PYTHON
    yield Finding(fits, f"Python {version}", "" if fits else "Install Python 3.11 or newer.")
    for name, purpose in NEEDED.items():
        try:
            yield Finding(True, f"{name} {metadata.version(name)} ({purpose})")
        except metadata.PackageNotFoundError:
            yield Finding(False, f"{name} ({purpose})", mend())
    yield _teaching()
    yield _tables()
    yield _lessons()
    yield from _course()
    yield from _results()


def _teaching() -> Finding:
    """Say whether this installation can teach; learning needs nothing of it."""
    missing = [name for name in TEACHING if find_spec(name) is None]
    if missing:
        return Finding(True, "the lessons; to grade a class too:", teaching_mend())
    return Finding(True, f"nbgrader {metadata.version('nbgrader')} (quizzes and grading)")


def _lessons() -> Finding:
    try:
        count = len(list(course_path().glob("*.ipynb")))
    except TableError as error:
        return Finding(False, "the lessons", str(error))
    return Finding(True, f"{count} lessons")


def _tables() -> Finding:
    try:
        check(data_path())
    except TableError as error:
        return Finding(False, "the tables in data/", str(error))
    return Finding(True, "the tables in data/")


def _course() -> Iterator[Finding]:
    root = around(Path.cwd())
    if root is None:
        return
    patterns = [sign for sign in "[]*?" if sign in str(root)]
    if patterns:
        yield Finding(
            False,
            f"a course folder that nbgrader can use; this is {root}",
            f"nbgrader takes {' '.join(patterns)} in a path for a pattern and finds no notebook "
            "there. Rename the folder.",
        )


def _results() -> Iterator[Finding]:
    store = Store()
    try:
        count = len(store.results())
        unreadable = store.unreadable()
    except StoreError as error:
        yield Finding(False, "your results file", str(error))
        return
    yield Finding(True, f"your results file {store.path} ({count} results)")
    for sentence in unreadable:
        yield Finding(False, "a result that can be read", f"{sentence} It is kept, but not shown.")
    if not writable(store.path):
        yield Finding(
            False,
            "a place to keep new results",
            f"{store.path.parent} is read-only for you. Set {HOME_VARIABLE} to another folder.",
        )

"""More of the class: good answers, and a notebook that is not as it was released."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from classroom.bad.answers import FULL, GOOD, QUIZ, Submission, saved

CHANGED = "cells of your quiz notebook were deleted, added, copied or changed"
UNREADABLE = "notebook could not be read"


def path(folder: Path) -> Path:
    return folder / f"{QUIZ}.ipynb"


def edited(change: Callable[[dict[str, Any]], None]) -> Callable[[Path], None]:
    def apply(folder: Path) -> None:
        saved(GOOD)(folder)
        notebook = json.loads(path(folder).read_text(encoding="utf-8"))
        change(notebook)
        path(folder).write_text(json.dumps(notebook), encoding="utf-8")

    return apply


def replaced(data: bytes) -> Callable[[Path], None]:
    def apply(folder: Path) -> None:
        saved(GOOD)(folder)
        path(folder).write_bytes(data)

    return apply


def graded(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if "nbgrader" in cell["metadata"]]


def delete_graded(notebook: dict[str, Any]) -> None:
    notebook["cells"] = [c for c in notebook["cells"] if "nbgrader" not in c["metadata"]]


def add_code(notebook: dict[str, Any]) -> None:
    cell = {"cell_type": "code", "id": "mine", "metadata": {}, "outputs": [], "source": ["1"]}
    notebook["cells"].insert(1, cell | {"execution_count": None})


def copy_cell(notebook: dict[str, Any]) -> None:
    notebook["cells"].append(graded(notebook)[2])


def foreign_version(version: int) -> Callable[[dict[str, Any]], None]:
    def change(notebook: dict[str, Any]) -> None:
        for cell in graded(notebook):
            cell["metadata"]["nbgrader"]["schema_version"] = version

    return change


def claim_points(notebook: dict[str, Any]) -> None:
    for cell in graded(notebook):
        if cell["metadata"]["nbgrader"]["grade"]:
            cell["metadata"]["nbgrader"]["points"] = 1000


def hostile_code(code: str) -> Callable[[dict[str, Any]], None]:
    def change(notebook: dict[str, Any]) -> None:
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["source"] = code

    return change


def claim_to_be_plain(notebook: dict[str, Any]) -> None:
    """Pretend to be a hand-written assignment, so that nbgrader would run the cells."""
    del notebook["metadata"]["running_muscles"]
    hostile_code("print(1 / 0)")(notebook)


def delete_notebook(folder: Path) -> None:
    saved(GOOD)(folder)
    path(folder).unlink()


def rename_notebook(folder: Path) -> None:
    saved(GOOD)(folder)
    path(folder).rename(folder / "my quiz.ipynb")


READ_GRADEBOOK = """
import pathlib, sqlite3
for up in pathlib.Path.cwd().parents:
    if (up / "gradebook.db").exists():
        with sqlite3.connect(up / "gradebook.db") as base:
            base.execute("UPDATE grade SET manual_score = 99")
"""
EXIT = "import os; os._exit(1)"

NOTEBOOKS = {
    "deleted-cells": Submission(edited(delete_graded), FULL, CHANGED),
    "added-cell": Submission(edited(add_code), FULL, CHANGED),
    "copied-cell": Submission(edited(copy_cell), FULL, CHANGED),
    "old-version": Submission(edited(foreign_version(1)), FULL, CHANGED),
    "new-version": Submission(edited(foreign_version(99)), FULL, CHANGED),
    "claims-points": Submission(edited(claim_points), FULL, CHANGED),
    "exits": Submission(edited(hostile_code(EXIT)), FULL, CHANGED),
    "reads-gradebook": Submission(edited(hostile_code(READ_GRADEBOOK)), FULL, CHANGED),
    "claims-to-be-plain": Submission(edited(claim_to_be_plain), FULL, CHANGED),
    "bad-json": Submission(replaced(b'{"cells": ['), FULL, UNREADABLE),
    "empty-notebook": Submission(replaced(b""), FULL, UNREADABLE),
    "latin-1-notebook": Submission(replaced("{ü".encode("latin-1")), FULL, UNREADABLE),
    "cells-of-numbers": Submission(replaced(b'{"cells": [1, 2]}'), FULL, UNREADABLE),
    "no-notebook": Submission(delete_notebook, FULL, "notebook is missing"),
    "renamed-notebook": Submission(rename_notebook, FULL, "notebook is missing"),
}

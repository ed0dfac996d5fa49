"""Say how a submitted notebook differs from the quiz. It has no influence on the marks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from running_muscles.quiz.responses import UnreadableError, content

# A notebook with saved outputs is large; one larger than this is not looked at.
MAX_BYTES = 10_000_000

MISSING = (
    "The quiz notebook is missing from your submission. Your answers were marked all the same."
)
UNREADABLE = "Your quiz notebook could not be read. Your answers were marked all the same."
CHANGED = (
    "Some cells of your quiz notebook were deleted, added, copied or changed."
    " That has no influence on your marks: only your saved answers count."
)


def remark(path: Path, source: dict[str, Any]) -> str | None:
    """Return a sentence for the learner about the notebook at `path`; None when it is as released.

    Parameters
    ----------
    path
        The submitted notebook; it need not exist and is never executed.
    source
        The built quiz notebook.
    """
    if not path.exists():
        return MISSING
    try:
        submitted = json.loads(content(path, MAX_BYTES).decode("utf-8"))
        same = _cells(submitted) == _cells(source)
    except (UnreadableError, ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return UNREADABLE
    return None if same else CHANGED


def _cells(document: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Return what the quiz is made of; notes that a student adds as Markdown are no change."""
    return [
        (cell["cell_type"], *_role(cell["metadata"]), "".join(cell["source"]))
        for cell in document["cells"]
        if cell["cell_type"] == "code" or "nbgrader" in cell["metadata"]
    ]


def _role(metadata: dict[str, Any]) -> tuple[Any, ...]:
    nbgrader = metadata.get("nbgrader", {})
    keys = ("grade_id", "grade", "solution", "points", "schema_version")
    return tuple(nbgrader.get(key) for key in keys)

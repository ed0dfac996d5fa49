"""A lesson without what running it leaves: a filter that git runs before it compares."""

from __future__ import annotations

import json
from typing import Any

from running_muscles.cli.errors import CommandError

# What Jupyter writes into a notebook by itself when it runs or saves one.
OF_A_RUN = ("execution", "ExecuteTime", "trusted", "collapsed", "scrolled")
OF_A_PROGRAM = ("widgets", "signature", "orig_nbformat")


def cleaned(text: str) -> str:
    """Return a notebook as it was written, without outputs, counts and traces of a program.

    Raises
    ------
    CommandError
        If the text is no notebook.
    """
    try:
        notebook = json.loads(text)
        for cell in notebook["cells"]:
            _clean_cell(cell)
        metadata = notebook["metadata"]
    except (ValueError, KeyError, TypeError) as error:
        raise CommandError("This is no notebook, so nothing was left out.") from error
    for name in OF_A_PROGRAM:
        metadata.pop(name, None)
    # The version of Python is that of whoever ran it.
    if "language_info" in metadata:
        metadata["language_info"] = {"name": metadata["language_info"].get("name", "python")}
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _clean_cell(cell: dict[str, Any]) -> None:
    for name in OF_A_RUN:
        cell["metadata"].pop(name, None)
    if cell["cell_type"] == "code":
        cell["outputs"] = []
        cell["execution_count"] = None

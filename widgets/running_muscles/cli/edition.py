"""Tell a laid-out lesson that was only read and run from one that somebody has written in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MANIFEST = ".running-muscles.json"
# What reading and running leaves in a cell's metadata; none of it was written by a person.
RUN_MARKS = {"ExecuteTime", "collapsed", "execution", "jupyter", "scrolled", "trusted"}


@dataclass
class Remembered:
    """What was laid in a folder: the fingerprint of each file's last edition."""

    lessons: dict[str, str] = field(default_factory=dict)
    beside: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> Remembered:
        """Read it from a folder; nothing is remembered where that cannot be read."""
        try:
            kept = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            return cls(*({**kept[part]} for part in ("lessons", "beside")))
        except (OSError, ValueError, KeyError, TypeError):
            return cls()

    def write(self, folder: Path) -> None:
        """Write it into a folder, unless it stands there already."""
        if self == Remembered.of(folder):
            return
        text = json.dumps({"lessons": self.lessons, "beside": self.beside}, indent=1)
        (folder / MANIFEST).write_text(text, encoding="utf-8")


def is_laid(folder: Path) -> bool:
    """Tell whether the lessons in a folder were laid there by us."""
    return (folder / MANIFEST).is_file()


def fingerprint_of(path: Path) -> str | None:
    """Return the fingerprint of a file; None where nothing is, empty where it cannot be read."""
    try:
        return fingerprint(path.name, path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError:
        return ""


def fingerprint(name: str, content: bytes) -> str:
    """Return a hash of what a person wrote in a file.

    Outputs, counts and empty cells of a notebook do not count: running a lesson, or pressing
    Shift+Enter in its last cell, is no change. Neither is how a program lays out its JSON.
    """
    written = _written(content) if name.endswith(".ipynb") else content
    return hashlib.sha256(written).hexdigest()


def _written(content: bytes) -> bytes:
    try:
        cells = [_cell(cell) for cell in json.loads(content)["cells"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        return content  # no notebook: every byte counts
    return json.dumps([cell for cell in cells if any(cell[1:])], sort_keys=True).encode()


def _cell(cell: dict[str, Any]) -> tuple[Any, ...]:
    own = {key: value for key, value in cell["metadata"].items() if key not in RUN_MARKS}
    source = "".join(cell["source"])
    return (cell["cell_type"], source if source.strip() else "", own, cell.get("attachments", {}))

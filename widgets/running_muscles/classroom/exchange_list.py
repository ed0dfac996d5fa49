"""``nbgrader list --inbound`` for a class: one odd hand-in hides no other, and can be removed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from nbgrader.exchange.default import ExchangeList

from running_muscles.classroom import inbound
from running_muscles.classroom.feedback_files import SECRET
from running_muscles.quiz.shown_text import shown


class SafeList(ExchangeList):  # type: ignore[misc]
    """List hand-ins as nbgrader does; name those that it would stop at."""

    def init_dest(self) -> None:
        """Find what is listed."""
        super().init_dest()
        self.odd: list[Path] = []
        if not self.inbound:
            return
        for path in map(Path, list(self.assignments)):
            why = inbound.problem(path, path.name.partition("+")[0], None) or _secret(path)
            if why:
                self.assignments.remove(str(path))
                self.odd.append(path)
                self.log.warning("Not listed. '%s': %s", shown(path.name, 120), why)

    def remove_files(self) -> Any:
        """Remove what is listed, and what is odd too. No link is followed."""
        removed = super().remove_files()
        for path in self.odd:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        return removed


def _secret(path: Path) -> str:
    try:
        (path / SECRET).read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError):
        return f"Its {SECRET} cannot be read."
    return ""

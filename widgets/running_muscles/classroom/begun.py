"""What several graders know of each other's work, one small file for each hand-in.

Only who has claimed a hand-in changes its files. A hand-in is marked as begun before anything of
it changes, and until its new marks are safe; who finds such a file after a claim finishes what
another one, now dead, has begun.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from running_muscles.classroom.by_hand import Seen
from running_muscles.classroom.whole_file import write_whole

WISHED, CHANGING = "wished", "changing"


class Begun:
    """The hand-ins of one quiz that are to be finished.

    Parameters
    ----------
    folder
        The quiz's folder in ``.grading``.
    """

    def __init__(self, folder: Path) -> None:
        self._begun = folder / "begun"
        self._by_hand = folder / "by-hand"
        self.stage = folder / "stage"
        self._old = folder / "old"
        for each in (self._begun, self._by_hand):
            each.mkdir(parents=True, exist_ok=True)

    def wish(self, students: Iterable[str]) -> None:
        """Note who is to be graded again; that outlasts a killed run."""
        for student in students:
            # What stands there already says more, and its claimant may be writing it.
            with suppress(FileExistsError), (self._begun / f"{student}.json").open("x") as file:
                json.dump(WISHED, file)

    def students(self) -> dict[str, str]:
        """Return who is to be finished, and how far it is: WISHED or CHANGING."""
        found: dict[str, str] = {}
        # Listing a folder is what makes a network file system look again.
        for path in self._begun.glob("*.json"):
            try:
                found[path.stem] = json.loads(path.read_text(encoding="utf-8"))
            except FileNotFoundError:
                continue  # finished since
            except ValueError:
                found[path.stem] = WISHED  # cut off while it was written: nothing had changed
        return found

    def kept(self, student: str) -> Seen:
        """Return the cells that a person had marked, as they stood then."""
        try:
            kept = json.loads((self._by_hand / f"{student}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def begin(self, by_hand: Mapping[str, Seen]) -> None:
        """Note whose marks are about to change, and what people have marked of them."""
        for student, cells in by_hand.items():
            if cells != self.kept(student):
                _write(self._by_hand / f"{student}.json", cells)
            _write(self._begun / f"{student}.json", CHANGING)

    def done(self, students: Iterable[str]) -> None:
        """Cross out whose new marks are safe."""
        for student in students:
            (self._begun / f"{student}.json").unlink(missing_ok=True)

    def restore(self, student: str, place: Path) -> None:
        """Bring back what a dead run had moved away of a hand-in, where nothing has replaced it."""
        old = self._old / student
        if not old.exists():
            return
        if place.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            place.parent.mkdir(parents=True, exist_ok=True)
            old.rename(place)

    def tidy(self) -> None:
        """Remove folders that nobody uses any more."""
        for folder in (self.stage, self._old, self._begun):
            try:
                folder.rmdir()
            except OSError:
                continue  # another grader is at work


def _write(path: Path, content: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json.dumps(content, sort_keys=True).encode("utf-8"), on_disk=True)

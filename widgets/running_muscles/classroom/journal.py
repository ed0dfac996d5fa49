"""What a run is about to grade, on disk before anything changes, so that a killed run is mended.

A hand-in is in the journal from before its old marks are touched until its new ones are safe.
The next run, of whichever command, grades again what a dead run has left in it. A living run
holds a lock on its journal, so that nobody takes its work for left behind.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from running_muscles.classroom.folder import ClassroomError
from running_muscles.classroom.locks import FolderLock, lock_folder, try_lock

FOLDER = ".grading"


class Journal:
    """The journal of one run of one quiz.

    Parameters
    ----------
    root
        The folder of the class.
    quiz
        The assignment.
    """

    def __init__(self, root: Path, quiz: str) -> None:
        self.folder = root / FOLDER / quiz
        self.folder.mkdir(parents=True, exist_ok=True)
        self.old = self.folder / "old"
        # Not by the number of the process: a dead run, or one on another machine, may have had it.
        name = secrets.token_hex(8)
        self.stage = self.folder / f"stage-{name}"
        self._path = self.folder / f"journal-{name}.json"
        self._file: Any = None
        self._students: set[str] = set()
        self._quiz = quiz
        self._lock: FolderLock | None = None

    def keep_others_out(self) -> None:
        """Have the quiz for this run alone, until the run is closed or its process has ended.

        Raises
        ------
        ClassroomError
            When another run is at work on it.
        """
        try:
            self._lock = lock_folder(self.folder)
        except BlockingIOError:
            raise ClassroomError(
                f"{self._quiz} is being graded by another process just now. Wait until it has"
                " ended. Several at once need a gradebook on PostgreSQL: see guide/machines.md."
            ) from None

    def left_behind(self) -> set[str]:
        """Return the students whose grading was cut off, and take them over."""
        found: set[str] = set()
        for path in self.folder.glob("journal-*.json"):
            if path == self._path and self._file is not None:
                continue
            with path.open("a+", encoding="utf-8") as file:
                if not try_lock(file):
                    continue
                file.seek(0)
                students = _students(file.read())
                if students:
                    self.begin(students)
                    found |= students
                path.unlink(missing_ok=True)
        for stage in self.folder.glob("stage-*"):
            if not (self.folder / f"journal-{stage.name.removeprefix('stage-')}.json").exists():
                shutil.rmtree(stage, ignore_errors=True)
        return found

    def begin(self, students: Iterable[str]) -> None:
        """Write down who is about to be graded; on disk when this returns."""
        new = set(students) - self._students
        self._students |= new
        self._write("+", new)

    def done(self, students: Iterable[str]) -> None:
        """Cross out whose new marks are safe."""
        safe = set(students) & self._students
        self._students -= safe
        self._write("-", safe)

    def restore(self, place: Callable[[str], Path]) -> None:
        """Bring back what a killed run had moved away, so that marks by hand find their answers.

        Parameters
        ----------
        place
            Where the graded hand-in of a student belongs.
        """
        for old in self.old.glob("*"):
            there = place(old.name)
            if there.exists():
                shutil.rmtree(old, ignore_errors=True)
            else:
                there.parent.mkdir(parents=True, exist_ok=True)
                old.rename(there)

    def close(self) -> None:
        """End the run. What was not crossed out stays for the next one."""
        if self._file is not None:
            if not self._students:
                self._path.unlink(missing_ok=True)
            self._file.close()
            self._file = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def _write(self, sign: str, students: set[str]) -> None:
        if self._file is None:
            self._file = self._path.open("a+", encoding="utf-8")
            try_lock(self._file)
        self._file.write(json.dumps([sign, sorted(students)]) + "\n")
        self._file.flush()
        os.fsync(self._file.fileno())


def unfinished(root: Path, quiz: str) -> set[str]:
    """Return the students whose grading has begun and not ended, by a dead run or a living one."""
    found: set[str] = set()
    for path in (root / FOLDER / quiz).glob("journal-*.json"):
        try:
            found |= _students(path.read_text(encoding="utf-8"))
        except OSError:
            continue  # it has ended since
    return found | {path.stem for path in (root / FOLDER / quiz / "begun").glob("*.json")}


def _students(text: str) -> set[str]:
    found: set[str] = set()
    for line in text.splitlines():
        try:
            sign, students = json.loads(line)
        except ValueError:
            break  # cut off while it was written: what it was about had not begun
        found = found | set(students) if sign == "+" else found - set(students)
    return found

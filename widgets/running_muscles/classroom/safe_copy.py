"""Copy what a student handed in without following a link, even one that appears meanwhile.

A look at a folder and a copy of it are two moments, and the folder belongs to the student. So
each folder is opened from its parent and each file is opened before it is looked at; what is
opened is what is copied.
"""

from __future__ import annotations

import fnmatch
import os
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path

from running_muscles.quiz.safe_folder import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_FILE_BYTES,
    MAX_FILES,
    UnsafeError,
)
from running_muscles.quiz.shown_text import shown

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
# A pipe that nobody writes to would be waited for without O_NONBLOCK.
_FILE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
CHANGED = "The hand-in was changed while it was being copied ('{}')."


class _Copy:
    """One copy of one hand-in, with what is left of its allowance."""

    def __init__(self, ignore: Iterable[str]) -> None:
        self._ignore = tuple(ignore)
        self._files = MAX_FILES
        self._bytes = MAX_BYTES

    def folder(self, handle: int, target: Path, name: str, depth: int) -> None:
        """Copy what is in an open folder."""
        if depth > MAX_DEPTH:
            raise UnsafeError(f"The hand-in holds folders nested too deeply ('{shown(name, 80)}').")
        target.mkdir()
        for entry in sorted(os.listdir(handle)):
            if any(fnmatch.fnmatch(entry, pattern) for pattern in self._ignore):
                continue
            where = f"{name}/{entry}" if name else entry
            try:
                self._entry(handle, entry, target / entry, where, depth)
            except OSError as error:
                raise UnsafeError(CHANGED.format(shown(where, 80))) from error

    def _entry(self, parent: int, entry: str, target: Path, where: str, depth: int) -> None:
        info = os.stat(entry, dir_fd=parent, follow_symlinks=False)
        if stat.S_ISDIR(info.st_mode):
            handle = os.open(entry, _FOLDER, dir_fd=parent)
            try:
                self.folder(handle, target, where, depth + 1)
            finally:
                os.close(handle)
            return
        handle = os.open(entry, _FILE, dir_fd=parent)
        with open(handle, "rb") as source:
            info = os.fstat(handle)
            if not stat.S_ISREG(info.st_mode) or info.st_nlink > 1:
                raise UnsafeError(CHANGED.format(shown(where, 80)))
            self._allow(where, info.st_size)
            with target.open("xb") as copy:
                shutil.copyfileobj(_Limited(source, info.st_size), copy)

    def _allow(self, where: str, size: int) -> None:
        self._files -= 1
        self._bytes -= size
        if self._files < 0 or self._bytes < 0 or size > MAX_FILE_BYTES:
            raise UnsafeError(CHANGED.format(shown(where, 80)))


class _Limited:
    """A file up to the size that it had when it was looked at."""

    def __init__(self, file: object, size: int) -> None:
        self._file = file
        self._left = size

    def read(self, size: int = -1) -> bytes:
        size = self._left if size < 0 else min(size, self._left)
        data: bytes = self._file.read(size)  # type: ignore[attr-defined]
        self._left -= len(data)
        return data


def copy_hand_in(source: Path, target: Path, ignore: Iterable[str] = ()) -> None:
    """Copy a folder that has passed `check_safe`: plain files and folders, nothing else.

    Parameters
    ----------
    target
        Must not be there yet; its parent must.
    ignore
        Patterns of names that are left behind, as in nbgrader's ``CourseDirectory.ignore``.

    Raises
    ------
    UnsafeError
        When the folder is not any more what was checked. What was copied stays in `target`.
    """
    try:
        handle = os.open(source, _FOLDER)
    except OSError as error:
        raise UnsafeError(CHANGED.format(shown(source.name, 80))) from error
    try:
        _Copy(ignore).folder(handle, target, "", 0)
    finally:
        os.close(handle)

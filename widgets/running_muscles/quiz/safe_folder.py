"""A folder of a stranger: it is looked over before anything in it is opened or copied."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from running_muscles.quiz.shown_text import shown

# A quiz is a notebook, a list of questions and a file of answers.
MAX_FILES = 200
MAX_FILE_BYTES = 20_000_000
MAX_BYTES = 60_000_000
MAX_DEPTH = 4


class UnsafeError(ValueError):
    """A folder that is not opened: it holds links, pipes, or too much. The message says which."""


def walk(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    """Yield what is in a folder, following no link, until there is too much of it."""
    count = 0
    waiting = [(folder, 0)]
    while waiting:
        here, depth = waiting.pop()
        try:
            entries = sorted(os.scandir(here), key=lambda entry: entry.name)
        except OSError:
            continue
        for entry in entries:
            count += 1
            if count > 5 * MAX_FILES:
                return
            info = entry.stat(follow_symlinks=False)
            yield Path(entry.path), info
            if stat.S_ISDIR(info.st_mode) and depth < MAX_DEPTH:
                waiting.append((Path(entry.path), depth + 1))


def check_name(student: str) -> None:
    """Refuse a name that cannot be a student's id, as nbgrader's own patterns end at a line.

    Raises
    ------
    UnsafeError
    """
    if not student or student.startswith(".") or not student.isprintable():
        raise UnsafeError(
            f"The hand-in is for {shown(student, 80)!r}, which is no id of a student."
        )


def check_safe(folder: Path) -> None:
    """Refuse a folder that could reach beyond itself or fill the disk.

    Raises
    ------
    UnsafeError
        With a sentence that names the first thing that is wrong.
    """
    if folder.is_symlink():
        raise UnsafeError("The hand-in itself is a link to another folder, so it was not opened.")
    files, size = 0, 0
    for path, info in walk(folder):
        name = shown(path.relative_to(folder), 80)
        if stat.S_ISLNK(info.st_mode):
            raise UnsafeError(f"The hand-in holds a link to another file ('{name}').")
        if stat.S_ISDIR(info.st_mode):
            if len(path.relative_to(folder).parts) > MAX_DEPTH:
                raise UnsafeError(f"The hand-in holds folders nested too deeply ('{name}').")
            continue
        if not stat.S_ISREG(info.st_mode):
            raise UnsafeError(f"The hand-in holds a pipe or a device ('{name}').")
        if info.st_nlink > 1:
            raise UnsafeError(f"The hand-in holds a file with a second name elsewhere ('{name}').")
        files, size = files + 1, size + info.st_size
        if info.st_size > MAX_FILE_BYTES or size > MAX_BYTES:
            raise UnsafeError(
                f"The hand-in is too large: '{name}' makes it more than"
                f" {min(MAX_FILE_BYTES, MAX_BYTES) // 1_000_000} MB."
            )
        if files > MAX_FILES:
            raise UnsafeError(f"The hand-in holds more than {MAX_FILES} files.")

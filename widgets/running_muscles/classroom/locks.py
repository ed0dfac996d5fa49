"""Locks on files that the system lets go when their process ends, however it ends."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from pathlib import Path
from typing import IO, Any


class FolderLock:
    """A folder that this process has for itself until it is closed."""

    def __init__(self, handle: int) -> None:
        self._handle = handle
        self.closed = False

    def fileno(self) -> int:
        """Return the number of the open folder."""
        return self._handle

    def close(self) -> None:
        """Let the folder go."""
        if not self.closed:
            os.close(self._handle)
        self.closed = True


_HELD: list[IO[Any] | FolderLock] = []


def try_lock(file: IO[Any]) -> bool:
    """Lock an open file for this process, and say whether that worked."""
    # Each system has its own module, and the other one's cannot be imported.
    name, take = ("msvcrt", _windows) if sys.platform == "win32" else ("fcntl", _posix)
    try:
        take(importlib.import_module(name), file)
    except OSError:
        return False
    _keep(file)
    return True


def lock_folder(folder: Path) -> FolderLock | None:
    """Lock a folder for this process until what is returned is closed.

    Returns
    -------
    FolderLock or None
        None where folders cannot be locked: on Windows, and on some network file systems.

    Raises
    ------
    BlockingIOError
        When another process has it.
    """
    if sys.platform == "win32":
        return None
    lock = FolderLock(os.open(folder, os.O_RDONLY))
    try:
        _posix(importlib.import_module("fcntl"), lock)
    except OSError as error:
        lock.close()
        if error.errno in {errno.EAGAIN, errno.EACCES}:
            raise BlockingIOError(error.errno, str(error)) from error
        return None
    _keep(lock)
    return lock


def leave_to_parent() -> None:
    """Let a forked worker keep no lock, which would outlive the run that has taken it."""
    for one in _HELD:
        one.close()
    _HELD.clear()


def _keep(lock: IO[Any] | FolderLock) -> None:
    _HELD[:] = [one for one in _HELD if not one.closed]
    _HELD.append(lock)


def _posix(fcntl: Any, file: IO[Any] | FolderLock) -> None:
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _windows(msvcrt: Any, file: IO[Any]) -> None:
    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

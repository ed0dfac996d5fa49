"""Locks on files that the system lets go when their process ends, however it ends."""

from __future__ import annotations

import importlib
import sys
from typing import IO, Any


def try_lock(file: IO[Any]) -> bool:
    """Lock an open file for this process, and say whether that worked."""
    # Each system has its own module, and the other one's cannot be imported.
    name, take = ("msvcrt", _windows) if sys.platform == "win32" else ("fcntl", _posix)
    try:
        take(importlib.import_module(name), file)
    except OSError:
        return False
    return True


def _posix(fcntl: Any, file: IO[Any]) -> None:
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _windows(msvcrt: Any, file: IO[Any]) -> None:
    msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

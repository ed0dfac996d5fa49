"""One writer at a time, also when a learner has the same quiz open in two notebooks.

The sign is a file that only one process can make. Locks of the operating system would need no
tidying up, but do not hold on every network drive that a class may have its folders on.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# A write takes milliseconds. A sign as old as this was left by a kernel that was killed.
LEFT_BEHIND_S = 10.0
PAUSE_S = 0.005


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Keep other processes from changing a file meanwhile.

    Where nothing can be written, nothing can be changed either, and there is no waiting.

    Parameters
    ----------
    path
        The file. The sign stands beside it for as long as the work goes on.
    """
    sign = path.with_name(f".{path.stem}.lock")
    own = _put_up(sign)
    try:
        yield
    finally:
        # Whoever thought that we had died has put up a sign of their own.
        if own is not None and _identity(sign) == own:
            sign.unlink(missing_ok=True)


def _put_up(sign: Path) -> tuple[int, int] | None:
    """Return what tells our sign from others; None when it cannot be put up."""
    met, since = None, time.monotonic()
    while True:
        try:
            handle = os.open(sign, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
        except FileExistsError:
            pass
        except OSError:
            # Windows says this too while another process takes its sign away.
            if not os.access(sign.parent, os.W_OK) or _waited(since):
                return None
        else:
            os.close(handle)
            return _identity(sign)
        there = _identity(sign)
        if there != met:
            met, since = there, time.monotonic()
        elif there is not None and _waited(since):
            sign.unlink(missing_ok=True)
        time.sleep(PAUSE_S)


def _waited(since: float) -> bool:
    return time.monotonic() - since > LEFT_BEHIND_S


def _identity(sign: Path) -> tuple[int, int] | None:
    try:
        found = sign.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns

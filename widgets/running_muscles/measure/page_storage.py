"""Where results stay when Python runs inside a page: a private file of the browser.

The disk of such a Python goes with the page. The browser keeps files for a site (the "origin
private file system"); one that is open for writing is open for nobody else, in any tab. So a
results file is fetched from there, used, and laid back whole, while the other tabs wait.

Source: the File System standard (WHATWG), `createSyncAccessHandle`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from running_muscles.measure.page_file import Held


def in_page() -> bool:
    """Return whether this Python runs in a browser."""
    return sys.platform == "emscripten"


@contextmanager
def kept(path: Path, *, changed: bool, hold: Callable[[str], Held] | None = None) -> Iterator[None]:
    """Use a results file that the browser keeps; anywhere else, do nothing.

    Parameters
    ----------
    path : pathlib.Path
        Where SQLite finds the file meanwhile.
    changed : bool
        Lay it back afterwards. When what is done inside raises, nothing is laid back.
    hold : callable, optional
        How to open the browser's file of a name. Default: the browser's own, in a page.

    Raises
    ------
    UnkeptError
    """
    if hold is None and not in_page():
        yield
        return
    file = (hold or _held)(path.name)
    try:
        _lay(path, file.read())
        yield
        if changed:
            file.write(path.read_bytes())
    finally:
        file.close()


def _lay(path: Path, data: bytes) -> None:
    """Make the file at a path the one that the browser has."""
    if not data:
        path.unlink(missing_ok=True)
    elif not (path.is_file() and path.read_bytes() == data):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _held(name: str) -> Held:
    # Only a page needs it, and the event loop that it loads.
    from running_muscles.measure.page_handle import held

    return held(name)

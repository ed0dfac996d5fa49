"""Where results stay when Python runs inside a page: a private file of the browser.

The disk of such a Python goes with the page. The browser keeps files for a site (the "origin
private file system"); one that is open for writing is open for nobody else, in any tab. So a
results file is fetched from there, used, and laid back whole, while the other tabs wait.

Source: the File System standard (WHATWG), `createSyncAccessHandle`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

WAIT_SECONDS = 10.0
PAUSE_SECONDS = 0.02
TAKEN = "NoModificationAllowedError"
MARK = 32  # bytes of a SHA-256, which end a file that was written whole
FULL = (
    "This browser has no room left for your results. Download them, clear the data of sites that "
    "you no longer use, and try again."
)


class UnkeptError(RuntimeError):
    """The browser did not keep or give the file; the message says why, and what helps."""


class Held(Protocol):
    """A file of the browser that is open for this tab alone."""

    def read(self) -> bytes:
        """Return all of it; nothing where it is new."""

    def write(self, data: bytes) -> None:
        """Replace all of it."""

    def close(self) -> None:
        """Let the next tab have it."""


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


class Twice:
    """Two files for one: a page that is closed in the midst of writing leaves one of them whole.

    Parameters
    ----------
    file, spare : Held
        The spare is written first, so that whatever happens one of both is sound.
    """

    def __init__(self, file: Held, spare: Held) -> None:
        self._file, self._spare = file, spare

    def read(self) -> bytes:
        """Return the data of the file, or of the spare where the file was left half written.

        Raises
        ------
        UnkeptError
        """
        raw = [self._file.read(), self._spare.read()]
        for each in raw:
            data, mark = each[:-MARK], each[-MARK:]
            if len(each) > MARK and sha256(data).digest() == mark:
                return data
        if any(raw):
            raise UnkeptError(
                "What this browser keeps of your results is damaged. Clear this site's data to "
                "start anew, and bring your results back from a file that you downloaded."
            )
        return b""

    def write(self, data: bytes) -> None:
        """Replace the data."""
        marked = data + sha256(data).digest()
        self._spare.write(marked)
        self._file.write(marked)
        self._spare.write(b"")

    def close(self) -> None:
        """Let the next tab have both."""
        self._spare.close()
        self._file.close()


class _Private:
    """A file of the browser, through its synchronous access handle."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    def read(self) -> bytes:
        from js import Uint8Array

        space = Uint8Array.new(self._handle.getSize())
        self._handle.read(space, _options(at=0))
        return bytes(space.to_py())

    def write(self, data: bytes) -> None:
        from pyodide.ffi import JsException, to_js

        try:
            self._handle.truncate(len(data))
            written = self._handle.write(to_js(data), _options(at=0)) if data else 0
            self._handle.flush()
        except JsException as error:
            raise UnkeptError(FULL) from error
        if written != len(data):
            raise UnkeptError(FULL)

    def close(self) -> None:
        self._handle.close()


def _held(name: str) -> Held:
    from pyodide.ffi import JsException, can_run_sync, run_sync

    from js import navigator

    if not can_run_sync():
        raise UnkeptError(
            "This browser cannot keep results yet. Use a newer one: Chrome or Edge 137, "
            "or take part on a computer with the course installed."
        )
    options = _options(create=True)
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        try:
            folder = run_sync(navigator.storage.getDirectory())
            return _pair(folder, name, options)
        except JsException as error:
            if _name(error) != TAKEN:
                raise UnkeptError(
                    f"This browser keeps nothing for this page ({_name(error)}). A private window "
                    "or a setting may forbid it. Open the course in an ordinary window."
                ) from error
        # Never wait inside `except`: what else runs meanwhile would meet this error as its own.
        run_sync(_pause())
    raise UnkeptError("Another tab of this course is using your results. Close it and try again.")


def _pair(folder: Any, name: str, options: Any) -> Held:
    from pyodide.ffi import run_sync

    def opened(each: str) -> _Private:
        handle = run_sync(folder.getFileHandle(each, options))
        return _Private(run_sync(handle.createSyncAccessHandle()))

    file = opened(name)  # whoever has this one has the spare too
    try:
        return Twice(file, opened(f"{name}.spare"))
    except BaseException:
        file.close()
        raise


async def _pause() -> None:
    import asyncio

    await asyncio.sleep(PAUSE_SECONDS)


def _options(**values: Any) -> Any:
    from js import Object

    options = Object.new()
    for name, value in values.items():
        setattr(options, name, value)
    return options


def _name(error: Any) -> str:
    return str(getattr(error, "name", "") or type(error).__name__)

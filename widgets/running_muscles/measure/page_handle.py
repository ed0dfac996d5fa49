"""The browser's own private files, as Python inside a page opens, reads and writes them."""

from __future__ import annotations

import asyncio
from typing import Any

from running_muscles.measure.page_file import Held, Twice, UnkeptError
from running_muscles.measure.page_turns import TakenError, Turns
from running_muscles.translation.spoken import N_, _

TAKEN = "NoModificationAllowedError"
FULL = N_(
    "This browser has no room left for your results. Download them, clear the data of sites that "
    "you no longer use, and try again."
)
TOO_OLD = N_(
    "This browser cannot keep results yet. Use a newer one: Chrome or Edge 137, "
    "or take part on a computer with the course installed."
)
NOT_GIVEN = N_("This browser did not give your results just now ({why}). Try again in a moment.")
FORBIDDEN = N_(
    "This browser keeps nothing for this page ({why}). A private window or a setting may forbid "
    "it. Open the course in an ordinary window."
)

_turns: dict[str, Turns] = {}  # of this page, by the name of the file


def held(name: str) -> Held:
    """Return the browser's file of a name, open for its caller alone, once its turn has come.

    Raises
    ------
    UnkeptError
    """
    from pyodide.ffi import can_run_sync, run_sync

    if not can_run_sync():
        raise UnkeptError(_(TOO_OLD))
    if name not in _turns:
        _turns[name] = Turns(lambda: _pair(name))
    asked = asyncio.ensure_future(_turns[name].held())
    try:
        run_sync(asyncio.wait([asked]))
    except BaseException:  # interrupted: nobody else would close what is still to be opened
        asked.add_done_callback(_close)
        raise
    found = asked.result()
    if isinstance(found, UnkeptError):
        raise found
    return found


def _close(asked: asyncio.Future[Held | UnkeptError]) -> None:
    found = asked.result()
    if not isinstance(found, UnkeptError):
        found.close()


async def _pair(name: str) -> Held:
    """Open a file and its spare; whoever has the first has the other too."""
    from pyodide.ffi import JsException

    from js import navigator

    file = None
    try:
        folder = await navigator.storage.getDirectory()
        file = await _open(folder, name)
        return Twice(file, await _open(folder, f"{name}.spare"))
    except JsException as error:
        if file is not None:
            file.close()
        if _name(error) == TAKEN:
            raise TakenError from error
        raise UnkeptError(_(FORBIDDEN).format(why=_name(error))) from error


async def _open(folder: Any, name: str) -> _Private:
    handle = await folder.getFileHandle(name, _options(create=True))
    return _Private(await handle.createSyncAccessHandle())


class _Private:
    """A file of the browser, through its synchronous access handle."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    def read(self) -> bytes:
        from pyodide.ffi import JsException

        from js import Uint8Array

        try:
            space = Uint8Array.new(self._handle.getSize())
            self._handle.read(space, _options(at=0))
        except JsException as error:
            raise UnkeptError(_(NOT_GIVEN).format(why=_name(error))) from error
        return bytes(space.to_py())

    def write(self, data: bytes) -> None:
        from pyodide.ffi import JsException, to_js

        try:
            self._handle.truncate(len(data))
            written = self._handle.write(to_js(data), _options(at=0)) if data else 0
            self._handle.flush()
        except JsException as error:
            raise UnkeptError(_(FULL)) from error
        if written != len(data):
            raise UnkeptError(_(FULL))

    def close(self) -> None:
        self._handle.close()


def _options(**values: Any) -> Any:
    from js import Object

    options = Object.new()
    for name, value in values.items():
        setattr(options, name, value)
    return options


def _name(error: Any) -> str:
    return str(getattr(error, "name", "") or type(error).__name__)

"""A file of the browser for the users of one page, one after the other.

While Python waits for a file, other work of the same page goes on: a cell may ask for the file
that the handler of a message holds. So each waits for its turn before it asks the browser. Only
other tabs stand in no queue of ours; while one of them has the file, the browser refuses it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from running_muscles.measure.page_file import Held, UnkeptError
from running_muscles.translation.spoken import N_, _

WAIT_SECONDS = 10.0
PAUSE_SECONDS = 0.02
BUSY = N_("Another tab of this course is using your results. Close it and try again.")


class TakenError(Exception):
    """Another tab has the file."""


class Turns:
    """A queue for one file.

    Parameters
    ----------
    opened : callable
        Opens the file; raises `TakenError` while another tab has it, `UnkeptError` when it cannot.
    patience : float
        Seconds that one waits at most for its turn, and for other tabs.
    """

    def __init__(
        self, opened: Callable[[], Awaitable[Held]], patience: float = WAIT_SECONDS
    ) -> None:
        self._opened, self._patience = opened, patience
        self._turn = asyncio.Lock()  # serves first who came first

    async def held(self) -> Held | UnkeptError:
        """Return the file once it is free, or why it cannot be had.

        It is returned and not raised: while Python waits in a page, an error that is on its way
        would be met by whatever else runs there.
        """
        until = asyncio.get_running_loop().time() + self._patience
        try:
            await asyncio.wait_for(self._turn.acquire(), self._patience)
        except TimeoutError:
            return UnkeptError(_(BUSY))
        found = await self._when_free(until)
        if isinstance(found, UnkeptError):
            self._turn.release()
            return found
        return InTurn(found, self._turn.release)

    async def _when_free(self, until: float) -> Held | UnkeptError:
        # Never given up in the midst of opening: nobody could close what the browser then opens.
        while True:
            try:
                return await self._opened()
            except TakenError:
                if asyncio.get_running_loop().time() >= until:
                    return UnkeptError(_(BUSY))
            except UnkeptError as error:
                return error
            await asyncio.sleep(PAUSE_SECONDS)


class InTurn:
    """A file whose closing lets the next user of this page have it."""

    def __init__(self, file: Held, let_next: Callable[[], None]) -> None:
        self._file, self._let_next = file, let_next

    def read(self) -> bytes:
        """Return all of it."""
        return self._file.read()

    def write(self, data: bytes) -> None:
        """Replace all of it."""
        self._file.write(data)

    def close(self) -> None:
        """Let the next have it."""
        try:
            self._file.close()
        finally:
            self._let_next()

"""A file of the browser, and two of them for one."""

from __future__ import annotations

from hashlib import sha256
from typing import Protocol

from running_muscles.translation.spoken import _

MARK = 32  # bytes of a SHA-256, which end a file that was written whole


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
            told = _(
                "What this browser keeps of your results is damaged. Clear this site's data to "
                "start anew, and bring your results back from a file that you downloaded."
            )
            raise UnkeptError(told)
        return b""

    def write(self, data: bytes) -> None:
        """Replace the data."""
        marked = data + sha256(data).digest()
        self._spare.write(marked)
        self._file.write(marked)
        self._spare.write(b"")

    def close(self) -> None:
        """Let the next tab have both."""
        try:
            self._spare.close()
        finally:
            self._file.close()

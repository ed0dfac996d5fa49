"""Say each step of the rehearsal as it is done, and how long it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class StepError(Exception):
    """What was expected and did not happen."""


def expect(is_so: object, otherwise: str) -> None:
    """Stop the rehearsal unless something is so.

    Raises
    ------
    StepError
        With what was found in its place.
    """
    if not is_so:
        raise StepError(otherwise)


@contextmanager
def step(words: str) -> Iterator[None]:
    """Print a tick and the seconds at the end of a step, or a cross where it failed."""
    start = time.monotonic()
    try:
        yield
    except BaseException:
        print(f"✗ {words}  {time.monotonic() - start:.1f} s", flush=True)
        raise
    print(f"✓ {words}  {time.monotonic() - start:.1f} s", flush=True)


def wait_until(ready: Callable[[], object], otherwise: str, seconds: float = 60) -> None:
    """Ask every fifth of a second until it is so.

    Raises
    ------
    StepError
        When it is not so in time.
    """
    end = time.monotonic() + seconds
    while not ready():
        expect(time.monotonic() < end, otherwise)
        time.sleep(0.2)

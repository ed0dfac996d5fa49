"""A course that `running-muscles open` serves, asked over HTTP."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)/lab/tree/00-start-here\.ipynb\?token=(\w+)")


@contextmanager
def opened(
    command: Sequence[str], environment: Mapping[str, str]
) -> Iterator[Callable[[str], bytes]]:
    """Start the command and give a way to ask its server, until the end of the block."""
    with subprocess.Popen(
        (*command, "--no-browser", "--port", "0"),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as server:
        assert server.stdout is not None
        try:
            found = next(filter(None, map(ADDRESS.search, server.stdout)), None)
            assert found is not None, "the server ended without an address"
            yield lambda path: _ask(f"{found[1]}/{path}?token={found[2]}")
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.stdout.read()


def _ask(url: str) -> bytes:
    """Ask until the server listens; it prints its address a moment before it does."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                body: bytes = answer.read()
                return body
        except urllib.error.URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError):
                raise
            threading.Event().wait(0.1)
    raise AssertionError(f"nobody listens at {url}")

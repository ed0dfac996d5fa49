"""`running-muscles open`: an address that serves the start page, without the news popup."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request

import pytest

pytestmark = pytest.mark.lab

ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)/lab/tree/course/00-start-here\.ipynb\?token=(\w+)")


def ask(url: str) -> bytes:
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


def test_it_prints_an_address_that_serves_the_start_page(tmp_path):
    command = [
        *(sys.executable, "-c", "from running_muscles.cli import main; main()"),
        *("open", "--no-browser", "--port", "0"),
    ]
    environment = {**os.environ, "HOME": str(tmp_path), "JUPYTER_CONFIG_DIR": str(tmp_path)}
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as server:
        assert server.stdout is not None
        found = next(filter(None, map(ADDRESS.search, server.stdout)), None)
        assert found is not None, "the server ended without an address"
        try:
            page = ask(f"{found[1]}/lab?token={found[2]}")
            start = "api/contents/course/00-start-here.ipynb?content=0"
            assert b"00-start-here.ipynb" in ask(f"{found[1]}/{start}&token={found[2]}")
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.stdout.read()
    assert b"@jupyterlab/apputils-extension:announcements" in page
    assert b"disabledExtensions" in page

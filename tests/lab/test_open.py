"""`running-muscles open`: the start page, no news popup, and nothing above the course."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request

import pytest

from lab.conftest import Lab
from running_muscles.cli import course
from running_muscles.tables.locate import course_path

pytestmark = pytest.mark.lab

ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)/lab/tree/00-start-here\.ipynb\?token=(\w+)")
LESSONS = {*(path.name for path in course_path().glob("*.ipynb")), "LICENSE.md"}


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
        *("open", str(tmp_path / "Läufe 日"), "--no-browser", "--port", "0"),
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
            listed = json.loads(ask(f"{found[1]}/api/contents?token={found[2]}"))
            with pytest.raises(urllib.error.HTTPError, match="404"):
                ask(f"{found[1]}/api/contents/..%2Fassessments?token={found[2]}")
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.stdout.read()
    assert b"@jupyterlab/apputils-extension:announcements" in page
    assert b"disabledExtensions" in page
    assert {entry["name"] for entry in listed["content"]} == LESSONS


def test_a_lesson_run_and_saved_in_jupyterlab_counts_as_unchanged(chromium, tmp_path):
    folder = tmp_path / "Running Muscles"
    course.lay(folder)
    lesson = folder / "03-core.ipynb"

    def saved() -> bool:
        return '"execution_count": 1' in lesson.read_text("utf-8")

    lab = Lab(tmp_path, chromium, folder)
    try:
        page = lab.open(lesson.name)
        page.locator(".jp-NotebookPanel .rm").first.wait_for()
        lab.menu(page, "File", "Save Notebook")
        lab.poll(page, saved, "the notebook was not saved")
    finally:
        lab.stop()
    assert not list(course.lay(folder).lines())
    assert lesson.read_bytes() != (course_path() / lesson.name).read_bytes()

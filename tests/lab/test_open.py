"""`running-muscles open`: the start page, no news popup, and nothing above the course."""

from __future__ import annotations

import json
import os
import re
import sys
import urllib.error

import pytest

from lab.conftest import Lab
from lab.served import opened
from running_muscles.cli import course
from running_muscles.tables.locate import course_path

pytestmark = pytest.mark.lab

LESSONS = {*(path.name for path in course_path().glob("*.ipynb")), "LICENSE.md", "de"}


def test_it_prints_an_address_that_serves_the_lessons_and_nothing_else(tmp_path):
    folder = tmp_path / "Läufe 日"
    main = (sys.executable, "-c", "from running_muscles.cli import main; main()")
    environment = {**os.environ, "HOME": str(tmp_path), "JUPYTER_CONFIG_DIR": str(tmp_path)}
    with opened((*main, "open", str(folder)), environment) as ask:
        page = ask("lab")
        listed = json.loads(ask("api/contents"))
        for outside in ("..", "..%2Fhome", "%2e%2e/home"):
            with pytest.raises(urllib.error.HTTPError, match="40"):
                ask(f"api/contents/{outside}")
    assert b"@jupyterlab/apputils-extension:announcements" in page
    assert b"disabledExtensions" in page
    assert {entry["name"] for entry in listed["content"]} == LESSONS


def test_a_lesson_run_and_saved_in_jupyterlab_counts_as_unchanged(chromium, tmp_path):
    folder = tmp_path / "Running Muscles"
    course.lay(folder)
    lesson = folder / "03-core.ipynb"

    def saved() -> bool:
        return re.search(r'"execution_count": \d', lesson.read_text("utf-8")) is not None

    lab = Lab(tmp_path, chromium, folder)
    try:
        page = lab.open(lesson.name, run=False)  # the course door runs it
        page.locator(".jp-NotebookPanel .rm").first.wait_for()
        lab.menu(page, "File", "Save Notebook")
        lab.poll(page, saved, "the notebook was not saved")
    finally:
        lab.stop()
    assert not list(course.lay(folder).lines())
    assert lesson.read_bytes() != (course_path() / lesson.name).read_bytes()

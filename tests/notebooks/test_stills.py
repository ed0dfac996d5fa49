"""What a reader sees of a lesson whose kernel is gone: a still picture of every cell."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from running_muscles.measure.store import HOME_VARIABLE
from running_muscles.widgets.asleep import LIVE, WAKE

COURSE = Path(__file__).parents[2] / "course"
LESSONS = sorted(COURSE.glob("*.ipynb"))
PLOTLY = "application/vnd.plotly.v1+json"


def code(lesson: Path) -> list[str]:
    cells = json.loads(lesson.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


@pytest.fixture
def shell(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    monkeypatch.chdir(COURSE)
    shell = InteractiveShell.instance()
    yield shell
    InteractiveShell.clear_instance()


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_every_cell_leaves_a_picture_and_what_is_live_says_how_to_wake_it(lesson, shell):
    for source in code(lesson):
        with capture_output() as captured:
            done = shell.run_cell(source)
        assert done.success, source
        shown: list[dict[str, Any]] = [each.data for each in captured.outputs]
        if not shown and done.result is not None:
            shown = [shell.display_formatter.format(done.result)[0]]
        if not shown:
            assert source == "import running_muscles as rm"
            continue
        *live, still = shown
        assert len(words(still["text/html"])) > 50, f"{source} leaves nothing to see"
        assert not {LIVE, PLOTLY} & set(still), f"{source} leaves an error the next day"
        for each in live:
            assert {LIVE, PLOTLY} & set(each)
            assert (WAKE in still["text/html"]) == (LIVE in each), source
        assert all(each["text/plain"].strip() for each in shown)


def words(html: str) -> str:
    return re.sub(r"<style>.*?</style>|<[^>]*>", "", html, flags=re.S)

"""What git compares: a lesson as it was written, whatever a run has left in it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from running_muscles.cli.clean import cleaned
from running_muscles.cli.errors import CommandError

LESSONS = sorted((Path(__file__).parents[2] / "course").glob("*.ipynb"))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_as_it_is_kept_does_not_change(lesson: Path) -> None:
    text = lesson.read_text(encoding="utf-8")
    assert cleaned(text) == text


def test_what_a_run_leaves_goes_and_the_rest_stays() -> None:
    written = LESSONS[0].read_text(encoding="utf-8")
    notebook = json.loads(written)
    notebook["metadata"]["widgets"] = {"state": {}}
    notebook["metadata"]["language_info"] = {"name": "python", "version": "3.99"}
    for number, cell in enumerate(notebook["cells"]):
        cell["metadata"]["execution"] = {"iopub.status.busy": "2026-11-27T09:00:00Z"}
        if cell["cell_type"] == "code":
            cell["execution_count"] = number
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "87.65"}]
    assert cleaned(json.dumps(notebook)) == written


def test_git_can_use_it_as_a_filter() -> None:
    command = [sys.executable, "-c", "from running_muscles.cli import main; main()", "clean"]
    content = LESSONS[3].read_bytes()
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    assert done.stdout == content


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"cells": [1], "metadata": {}}'])
def test_what_is_no_notebook_is_refused(text: str) -> None:
    with pytest.raises(CommandError, match="no notebook"):
        cleaned(text)

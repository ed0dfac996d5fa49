"""Run tests with the site's Python: what `pure-tests.mjs` calls."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import types
from collections.abc import Iterator
from typing import Any

# What is run: rooms that need neither Jupyter nor nbgrader.
ROOMS = ("tables", "measure", "plan", "review", "quiz")
# Of them these cannot be, for what this Python lacks. A name that stands nowhere is an error.
LACKS = {
    "threads": ("measure/test_page_turns.py",),
    "processes and other programs": (
        "measure/test_equations.py::test_the_browser_works_out_the_same",
        "quiz/test_responses.py::test_a_pipe_is_not_waited_for",
    ),
    "numpy, pandas": ("tables/test_frames.py", "quiz/test_answer_time.py", "quiz/test_printed.py"),
    "jsonschema, nbformat, nbgrader": (
        "tables/test_datapackage.py",
        "quiz/test_bank.py",
        "quiz/test_build.py",
        "quiz/test_command.py",
        "quiz/test_located_yaml.py::test_a_bank_names_it_with_line_and_mend",
        "quiz/test_located_yaml.py::test_text_behind_a_sharp_is_not_lost_in_silence",
    ),
}
# JSON that is nested thousands of levels deep ends this Python in place of raising an error.
NOT_NAMED = "not deep"


class FindsNothing:
    """A schema's validator for whom every bank is sound."""

    def __init__(self, schema: object) -> None:
        self.schema = schema

    def iter_errors(self, data: object) -> Iterator[Exception]:
        """Find nothing."""
        return iter(())


def stand_in(name: str, **parts: Any) -> None:
    """Put a module in the place of one that cannot be had here."""
    module = types.ModuleType(name)
    vars(module).update(parts)
    sys.modules[name] = module


def left_out() -> list[str]:
    """Return pytest's words for what this Python cannot run."""
    told = ["-k", NOT_NAMED]
    for names in LACKS.values():
        for name in names:
            path, is_one_test, _ = name.partition("::")
            if not os.path.isfile(f"tests/{path}"):
                raise FileNotFoundError(f"There is no tests/{path}: mend LACKS.")
            told.append(f"--{'deselect' if is_one_test else 'ignore'}=tests/{name}")
    return told


def main(*words: str) -> int:
    """Run pytest with some words, and return how it ended."""
    import js  # noqa: F401 - before the paths: the repository has a folder of that name

    sys.path += ["/repository/widgets", "/own", "/others"]
    os.chdir("/repository")
    # The tests' common set-up names the browser, which no test asks for here. What checks a
    # bank's schema has a compiled part that this Python lacks: banks are read unchecked.
    stand_in("playwright")
    stand_in("playwright.sync_api", Browser=None, sync_playwright=None)
    stand_in("jsonschema", Draft202012Validator=FindsNothing)
    stand_in("jsonschema.exceptions", ValidationError=Exception)
    import pytest

    from running_muscles.measure import page_storage

    subprocess.Popen.__init__ = lambda *_, **__: pytest.skip("needs another process")
    threading.Thread.start = lambda _: pytest.skip("needs another thread")
    # There is no page either: results lie in a file, as on any computer.
    page_storage.in_page = lambda: False
    print(f"Python {sys.version.split()[0]} on {sys.platform}", flush=True)
    return int(pytest.main(["-q", "-rs", *left_out(), *(words or map("tests/{}".format, ROOMS))]))

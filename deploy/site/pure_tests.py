"""Run tests with the site's Python: what `pure-tests.mjs` calls."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import types
from collections.abc import Iterator
from typing import Any


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
    return int(pytest.main(["-q", *words]))

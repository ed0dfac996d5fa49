"""One Chromium for every test of a process that needs one; what takes long begins first."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from browser.chromium import launched
from running_muscles.measure import database
from running_muscles.translation import spoken

# Not the language that this machine's own learner has chosen.
os.environ[spoken.VARIABLE] = spoken.ENGLISH
# How long an example takes says more about the machine than about the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture(autouse=True)
def no_language_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test hear the language that another one has chosen for the whole process."""
    monkeypatch.setattr(spoken, "_chosen", [])


@pytest.fixture
def full_disk() -> Callable[[], AbstractContextManager[None]]:
    """Leave a results file no room to grow: SQLite then says so itself."""
    opened = database._opened

    def without_room(path: Path) -> sqlite3.Connection:
        connection = opened(path)
        connection.execute("PRAGMA max_page_count = 1")  # no less than it has
        return connection

    @contextmanager
    def full() -> Iterator[None]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(database, "_opened", without_room)
            yield

    return full


# Folders whose files take long. They begin first, so that at the end no process waits for another.
LONG = ("lab", "classroom", "browser", "project", "cli", "plan")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take long at the head, whatever the number of their tests."""
    here = Path(__file__).parent
    ranks = {name: rank for rank, name in enumerate(LONG)}

    def rank(item: pytest.Item) -> int:
        inside = item.path.is_relative_to(here)
        return ranks.get(item.path.relative_to(here).parts[0], len(LONG)) if inside else len(LONG)

    items.sort(key=rank)

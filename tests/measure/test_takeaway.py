"""What is in no file yet is counted, where it can be lost."""

from __future__ import annotations

import pytest

from running_muscles.measure import takeaway
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store


def plank(name: str) -> Result:
    return Result(name, "front_plank", 61.2, "s", f"2026-11-1{name}T09:00:00+00:00")


def test_a_result_is_left_behind_until_a_file_is_taken(tmp_path):
    store = Store(tmp_path / "results.sqlite3")
    assert takeaway.left_behind(store) == 0
    store.record(plank("1"))
    store.record(plank("2"))
    assert takeaway.left_behind(store) == 2
    takeaway.take(store)
    assert takeaway.left_behind(store) == 0
    store.set_deleted("1", True)
    store.record(plank("3"))
    assert takeaway.left_behind(store) == 1


@pytest.mark.parametrize(
    ("name", "page", "lasts"),
    [("", False, "disk"), ("BINDER_REPO_URL", False, "visit"), ("", True, "browser")],
)
def test_where_results_are_says_how_long_they_stay(monkeypatch, name, page, lasts):
    for each in takeaway.BINDER:
        monkeypatch.delenv(each, raising=False)
    if name:
        monkeypatch.setenv(name, "https://hub.example.org/")
    monkeypatch.setattr(takeaway, "in_page", lambda: page)
    assert takeaway.lasting() == lasts

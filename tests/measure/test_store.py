"""The results file: once each, on any thread, never lost in silence."""

from __future__ import annotations

import sqlite3
import threading
from datetime import timedelta

import pytest

from running_muscles.measure.result import Result, ResultError
from running_muscles.measure.store import HOME_VARIABLE, MIGRATIONS, Store, StoreError, default_path


def a_result(**changes):
    values = {
        "id": "r1",
        "test": "front_plank",
        "value": 62.5,
        "unit": "s",
        "recorded_at": "2026-11-21T10:00:00.000Z",
        "utc_offset_minutes": 60,
        "details": {"camera": True},
    }
    return Result(**(values | changes))


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "new folder" / "results.sqlite3")


def test_a_result_comes_back_whole(store):
    result = a_result(
        side="left", trial=2, effort=7, reason="chose", note="ünï", protocol_version="1"
    )
    assert store.record(result) is True
    assert store.results() == (result,)
    assert result.local_time.utcoffset() == timedelta(hours=1)


def test_the_same_message_many_times_is_one_row(store):
    assert [store.record(a_result(), 1) for _ in range(5)] == [True, False, False, False, False]
    assert len(store.results()) == 1


def test_a_later_revision_wins_whatever_the_order(store):
    store.record(a_result(effort=8), 2)
    assert store.record(a_result(), 1) is False
    assert store.results()[0].effort == 8


def test_a_discarded_result_stays_gone(store):
    store.record(a_result(), 2, deleted=True)
    store.record(a_result(), 1)
    assert store.results() == ()


def test_delete_can_be_undone(store):
    store.record(a_result())
    assert store.set_deleted("r1", True)
    assert store.results() == ()
    assert store.set_deleted("r1", False)
    assert len(store.results()) == 1
    assert not store.set_deleted("unknown", True)


def test_results_come_by_test_side_and_time(store):
    store.record(a_result(id="b", recorded_at="2026-11-22T10:00:00Z"))
    store.record(a_result(id="a"))
    store.record(a_result(id="c", test="side_plank", side="left"))
    assert [r.id for r in store.results("front_plank")] == ["a", "b"]
    assert [r.id for r in store.results("side_plank", "left")] == ["c"]
    assert store.results("side_plank", "right") == ()


def test_sixteen_threads_write_at_once(store):
    store.owner()
    failures = []

    def write(number):
        try:
            for turn in range(5):
                store.record(a_result(id=f"{number}-{turn}"))
                store.record(a_result(id="shared", value=1.0))
        except StoreError as error:
            failures.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(store.results()) == 16 * 5 + 1


def test_erase_leaves_nothing_and_a_new_owner(store):
    owner = store.owner()
    assert store.owner() == owner
    store.record(a_result())
    store.remember("about", {"age": 40})
    assert store.erase() == 1
    assert store.results() == ()
    assert store.setting("about") is None
    assert store.owner() != owner


def test_a_newer_file_is_left_alone(store):
    store.record(a_result())
    with sqlite3.connect(store.path) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with pytest.raises(StoreError, match="written by a newer Running Muscles"):
        store.results()


def test_a_file_that_is_no_database_is_named(tmp_path):
    path = tmp_path / "results.sqlite3"
    path.write_text("these are not results, but somebody may want them", encoding="utf-8")
    with pytest.raises(StoreError, match=r"results\.sqlite3 cannot be used"):
        Store(path).record(a_result())
    assert path.read_text(encoding="utf-8").startswith("these are not")


def test_the_environment_moves_the_file(monkeypatch, tmp_path):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert default_path().parent == tmp_path
    monkeypatch.delenv(HOME_VARIABLE)
    assert default_path().parent != tmp_path


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"value": -1.0}, "value"),
        ({"value": float("nan")}, "value"),
        ({"value": True}, "value"),
        ({"side": "up"}, "side"),
        ({"effort": 11}, "effort"),
        ({"trial": 0}, "trial"),
        ({"id": ""}, "id"),
        ({"note": "x" * 501}, "note"),
        ({"recorded_at": "yesterday"}, "recorded_at"),
        ({"utc_offset_minutes": 5000}, "utc_offset_minutes"),
    ],
)
def test_a_result_that_cannot_be_right_is_refused(changes, part):
    with pytest.raises(ResultError, match=f"^{part}: "):
        a_result(**changes)

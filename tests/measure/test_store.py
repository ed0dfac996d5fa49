"""The results file: once each, on any thread, never lost in silence."""

from __future__ import annotations

import json
import sqlite3
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from running_muscles.measure import about
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


def test_results_come_in_order_of_their_moments(store):
    store.record(a_result(id="second", recorded_at="2026-03-01T08:00:00.000Z"))
    store.record(a_result(id="first", recorded_at="2026-03-01T09:30:00+02:00"))
    store.record(a_result(id="third", recorded_at="20260301T083000Z"))
    assert [each.id for each in store.results()] == ["first", "second", "third"]


@pytest.mark.parametrize("gone", ["discarded", "deleted"])
def test_what_is_gone_frees_its_trial(store, gone):
    store.record(a_result(id="one", trial=1))
    store.record(a_result(id="two", trial=2))
    if gone == "deleted":
        store.set_deleted("one", True)
    else:
        store.record(a_result(id="one", trial=1), 2, deleted=True)
    store.record(a_result(id="three", trial=2))
    assert {each.id: each.trial for each in store.results()} == {"two": 2, "three": 1}
    store.set_deleted("one", False)
    assert sorted(each.trial for each in store.results()) == [1, 2, 3]


def test_the_same_test_in_two_places_counts_its_trials_together(store):
    for name in ("here", "there", "here again"):
        store.record(a_result(id=name, trial=1))
    assert [each.trial for each in store.results()] == [1, 2, 3]
    store.record(a_result(id="there", trial=1, effort=7), 2)
    assert [(each.trial, each.effort) for each in store.results()][1] == (2, 7)


def test_a_trial_belongs_to_a_side_and_to_the_learners_day(store):
    west = {"utc_offset_minutes": -600, "trial": 1}
    # 23:00 and 01:00 on the learner's clock: two days, though one day in UTC.
    store.record(a_result(id="evening", recorded_at="2026-11-21T09:00:00Z", **west))
    store.record(a_result(id="night", recorded_at="2026-11-21T11:00:00Z", **west))
    store.record(a_result(id="left", test="side_plank", side="left"))
    store.record(a_result(id="right", test="side_plank", side="right"))
    assert {each.trial for each in store.results()} == {1}


@pytest.mark.parametrize("rev", [-1, 10**30])
def test_a_revision_that_cannot_be_is_refused_for_good(store, rev):
    with pytest.raises(ResultError, match=r"^rev: "):
        store.record(a_result(), rev)


@pytest.mark.parametrize("value", [{"a": float("nan")}, {"a": "\ud800"}, {"a": {1}}])
def test_a_setting_that_is_no_plain_data_is_refused_for_good(store, value):
    with pytest.raises(ResultError, match=r"^about: "):
        store.remember("about", value)


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


def test_a_relative_home_is_one_place_wherever_it_is_asked_for(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path / "user"))
    monkeypatch.setenv(HOME_VARIABLE, "./data")
    found = set()
    for folder in ("project", "project/course"):
        (tmp_path / folder).mkdir()
        monkeypatch.chdir(tmp_path / folder)
        found.add(default_path())
    assert found == {tmp_path / "user" / "data" / "results.sqlite3"}
    assert Store(Path("mine.sqlite3")).path.is_absolute()


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
        ({"value": float("inf")}, "value"),
        ({"value": 10**400}, "value"),
        ({"value": 2e9}, "value"),
        ({"value": "62"}, "value"),
        ({"trial": True}, "trial"),
        ({"trial": 10**30}, "trial"),
        ({"trial": 1.0}, "trial"),
        ({"effort": True}, "effort"),
        ({"id": "\ud800"}, "id"),
        ({"note": "half \udcff"}, "note"),
        ({"note": "nothing\0"}, "note"),
        ({"unit": " "}, "unit"),
        ({"test": "x" * 65}, "test"),
        ({"details": {"a": float("nan")}}, "details"),
        ({"details": {"a": "\ud83d"}}, "details"),
        ({"details": json.loads('{"a":' * 50 + "1" + "}" * 50)}, "details"),
        ({"details": {"a": "x" * 60_000}}, "details"),
        ({"details": []}, "details"),
        ({"recorded_at": "9999-12-31T23:59:00Z"}, "recorded_at"),
        ({"recorded_at": "0001-01-01T00:00:00Z"}, "recorded_at"),
        ({"utc_offset_minutes": 1440}, "utc_offset_minutes"),
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


def test_a_value_carries_no_noise_of_arithmetic():
    assert a_result(value=0.1 + 0.2).value == 0.3
    assert a_result(value=2.0700000000000003).value == 2.07


@pytest.mark.parametrize(
    "kept", [{}, [], 5, {"year": "?", "age": 40, "sex": "F"}, {"year": 2026, "age": 3, "sex": "F"}]
)
def test_a_damaged_word_about_the_learner_is_asked_for_again(store, kept):
    store.remember("about", kept)
    assert about.load(store) == about.About()

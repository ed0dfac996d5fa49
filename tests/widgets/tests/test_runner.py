"""The kernel side of the drill sequences."""

from __future__ import annotations

import time

import pytest

from running_muscles.measure.store import Store
from running_muscles.tables import exercises
from running_muscles.widgets.tests.runner import IN_TURN, PullDrills, WarmUpRunner
from widgets.listening import arrive, listen

DONE = {"at": "2026-11-21T22:30:00.000Z", "utc_offset_minutes": 120}


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "results.sqlite3")


@pytest.mark.parametrize("runner", [WarmUpRunner, PullDrills])
def test_every_drill_is_an_exercise_of_the_tables(runner, store):
    assert set(runner.sequence) <= set(exercises())
    html = runner(store)._repr_mimebundle_()["text/html"]
    for name in runner.sequence:
        assert exercises()[name].name in html


def test_pull_drills_are_ten_a_side_with_bounces_after_each(store):
    steps = PullDrills(store).front.steps
    bounces = exercises()["small_bounces"]
    assert [step["side"] for step in steps] == ["left", "right", ""] * 5
    assert [step["name"] == bounces.name for step in steps] == [False, False, True] * 5
    drills = [step for step in steps if step["name"] != bounces.name]
    assert {(step["unit"], step["amount"]) for step in drills} == {("reps", 10)}
    assert len({step["name"] for step in drills}) == 5


def test_a_printed_lesson_explains_a_drill_once(store):
    html = PullDrills(store)._repr_mimebundle_()["text/html"]
    bounces = exercises()["small_bounces"]
    assert html.count(f"<strong>{bounces.name}") == 5
    assert html.count(bounces.steps[0]) == 1


def test_sides_in_turn_are_one_step_of_both(store):
    steps = WarmUpRunner(store).front.steps
    for name in IN_TURN:
        (step,) = [step for step in steps if step["name"] == exercises()[name].name]
        assert (step["side"], step["amount"]) == ("both", 2 * exercises()[name].amount_min)


def test_done_is_remembered_once_however_often_it_arrives(store):
    runner = listen(WarmUpRunner(store))
    for _ in range(2):
        assert arrive(runner, "done", DONE)["kind"] == "stored"
    assert runner.front.done == "once, last on 22 Nov 2026"
    arrive(runner, "done", {**DONE, "at": "2026-11-24T10:00:00.000Z"})
    assert WarmUpRunner(store).front.done == "2 times, last on 24 Nov 2026"
    assert PullDrills(store).front.done == ""
    assert store.results() == ()


@pytest.mark.parametrize(
    ("at", "offset"),
    [("soon", 0), ("9999-12-31T23:59:00Z", 0), ("2026-11-21T10:00:00Z", 10**6), (7, 0), ("", None)],
)
def test_a_moment_that_is_none_is_refused_for_good(store, at, offset):
    runner = listen(WarmUpRunner(store))
    answer = arrive(runner, "done", {"at": at, "utc_offset_minutes": offset})
    assert (answer["kind"], answer["for_good"]) == ("refused", True)
    assert "isoformat" not in answer["sentence"]
    assert runner.front.done == ""


def test_a_moment_without_a_zone_is_not_read_by_the_machines_clock(store, monkeypatch):
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        runner = listen(WarmUpRunner(store))
        arrive(runner, "done", {"at": "2026-11-21T22:30:00", "utc_offset_minutes": -60})
    finally:
        monkeypatch.undo()
        time.tzset()
    assert runner.front.done == "once, last on 21 Nov 2026"

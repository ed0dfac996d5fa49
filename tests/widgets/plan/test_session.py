"""The kernel side of the guided session: a day of the kept plan out, what was done in."""

from __future__ import annotations

from datetime import date

import pytest

from running_muscles.measure import screening
from running_muscles.measure.fit import fitted
from running_muscles.measure.privacy import SHOW_RESULTS
from running_muscles.measure.profile import profile
from running_muscles.measure.result import Result, ResultError
from running_muscles.measure.store import Store
from running_muscles.measure.transfer import as_csv, bring_in
from running_muscles.movement.poses import movements
from running_muscles.plan.wishes import Wishes
from running_muscles.widgets.own.log import Log
from running_muscles.widgets.plan import session as module
from running_muscles.widgets.plan.session import Session
from running_muscles.widgets.plan.session_view import WARM_UP_MOVE
from running_muscles.widgets.tests.hold import PlankHold
from widgets.listening import arrive, listen

MONDAY = date(2026, 11, 23)
STRENGTH = "2026-11-24"  # a day of this plan with a session


def keep_plan(store, **wishes):
    asked = Wishes(MONDAY, weeks=4, **wishes).as_mapping()
    store.remember("plan", {"rev": 1, "wishes": asked, "standings": [], "age": None})


@pytest.fixture
def store(tmp_path):
    store = Store(tmp_path / "results.sqlite3")
    store.remember("screening", {"outcome": "clear", "version": screening.VERSION, "at": 0})
    keep_plan(store)
    return store


def strength_day(store):
    return Session(store, day=MONDAY).front.days[0]["date"]


def trained(name="s-1-0", sets=2, **more):
    return {
        "id": name,
        "test": "exercise:front_plank",
        "side": "",
        "value": sets,
        "unit": "sets",
        "effort": None,
        "recorded_at": "2026-11-24T22:30:00Z",
        "utc_offset_minutes": 120,
        "details": {
            "amount": 20,
            "unit": "s",
            "each_side": False,
            "of": 3,
            "plan_day": "2026-11-24",
        },
        **more,
    }


def test_a_day_holds_every_exercise_of_the_plan_with_its_easier_forms(store):
    front = Session(store, day=strength_day(store)).front
    assert front.chosen == strength_day(store)
    assert front.note == ""
    (day,) = [each for each in front.days if each["date"] == front.chosen]
    assert day["items"]
    for item in day["items"]:
        for form in item["forms"]:
            assert form["exercise"] in day["exercises"]
            assert {step["kind"] for step in form["steps"]} <= {"work", "rest"}
    assert all(each["tempo"] > 0 and each["loop"] > 0 for each in day["exercises"].values())
    assert set(day["exercises"]) | {WARM_UP_MOVE} <= set(movements())


@pytest.mark.parametrize(
    ("day", "note", "sessions"),
    [
        ("2026-11-22", "Your plan begins on Monday, 23 Nov. This is its first week.", True),
        ("2026-12-20", "", True),
        ("2026-12-21", module.OVER, False),
    ],
)
def test_a_day_outside_the_plan_is_told_in_words(store, day, note, sessions):
    front = Session(store, day=day).front
    assert front.note == note
    assert bool(front.days) is sessions


def test_without_a_plan_one_sentence_says_where_to_make_one(tmp_path):
    front = Session(Store(tmp_path / "results.sqlite3")).front
    assert (front.note, front.days) == (module.NO_PLAN, [])


def test_a_plan_that_is_closed_or_cannot_be_read_leads_nobody(store):
    keep_plan(store, pain=("chest",))
    assert Session(store, day=MONDAY).front.note == module.EMPTY
    store.remember("plan", {"rev": 2, "wishes": {"goals": ["gone"]}, "standings": []})
    assert "Make it again" in Session(store, day=MONDAY).front.note


def test_a_new_yes_to_the_health_questions_takes_the_session_away(store):
    session = listen(Session(store, day=MONDAY))
    assert session.front.days
    arrive(session, "screening", {"outcome": ""}, name="screening", rev=5)
    assert session.front.days == []


def test_the_learners_own_day_chooses(store):
    session = listen(Session(store))
    wanted = strength_day(store)
    session.front.today = wanted
    assert session.front.chosen == wanted


def test_a_day_that_is_none_is_refused_in_words(store):
    with pytest.raises(ValueError, match='Write it as "2026-11-30"'):
        Session(store, day="Tuesday")


def test_what_was_done_is_kept_once_and_stands_in_the_log(store):
    session, log = listen(Session(store, day=STRENGTH)), Log(store)
    for _ in range(2):
        answer = arrive(session, "result", trained(), name="s-1-0", rev=7)
        assert answer == {"kind": "stored", "id": "s-1-0", "rev": 7}
    arrive(session, "result", trained(sets=3, effort=6), name="s-1-0", rev=9)
    arrive(session, "result", trained(sets=2), name="s-1-0", rev=8)  # an older word, late
    (result,) = store.results()
    assert (result.value, result.effort) == (3, 6)
    assert result.local_time.date() == date(2026, 11, 25)  # past midnight on the learner's clock
    (row,) = log.front.rows
    assert (row["name"], row["text"], row["effort"]) == (
        "Front plank, exercise",
        "3 sets of 20 s",
        6,
    )


def test_the_day_of_the_plan_is_marked_as_done(store):
    session = listen(Session(store, day=MONDAY))
    wanted = strength_day(store)
    assert [each["done"] for each in session.front.days] == [False] * len(session.front.days)
    arrive(session, "result", trained(details={"plan_day": wanted}), rev=7)
    assert [each["date"] for each in session.front.days if each["done"]] == [wanted]


def test_training_is_no_test_result(store):
    arrive(listen(Session(store)), "result", trained(), rev=7)
    assert PlankHold(store).front.history["recent"] == []
    groups = profile(store.results()).groups
    assert not any(group.measured for group in groups)
    assert store.results()[0].test != "front_plank"


def test_any_widget_that_keeps_results_may_bring_what_was_done(store):
    """Widgets of a page share what waits; the first that reaches its kernel side brings it."""
    arrive(listen(PlankHold(store)), "result", trained(), rev=7)
    assert [each.value for each in store.results()] == [2]


def test_a_copy_can_be_taken_along_and_brought_back(store, tmp_path):
    arrive(listen(Session(store)), "result", trained(), rev=7)
    other = Store(tmp_path / "other.sqlite3")
    came = bring_in(other, as_csv(store.results()).encode(), "copy.csv")
    assert came.new == 1
    assert other.results() == store.results()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"test": "exercise:moonwalk"}, "not an exercise of this course"),
        ({"value": 1.5}, "whole number of sets"),
        ({"unit": "s"}, "kept in sets"),
        ({"side": "left"}, "leave the side empty"),
    ],
)
def test_what_cannot_be_right_is_refused_for_good(store, change, words):
    answer = arrive(listen(Session(store)), "result", trained(**change), rev=7)
    assert (answer["kind"], answer["for_good"]) == ("refused", True)
    assert words in answer["sentence"]
    assert store.results() == ()
    with pytest.raises(ResultError, match=words):
        fitted(Result.from_mapping(trained(**change)))


def test_the_log_mends_the_number_of_sets(store):
    arrive(listen(Session(store)), "result", trained(), rev=7)
    body = {"result": "s-1-0", "effort": None, "note": "", "value": 1}
    log = listen(Log(store))
    arrive(log, "edit", body, name="edit:s-1-0", rev=8)
    assert log.front.rows[0]["text"] == "1 set of 20 s"
    answer = arrive(log, "edit", {**body, "value": 1.5}, name="edit:s-1-0", rev=9)
    assert "whole numbers" in answer["sentence"]


def test_a_saved_notebook_holds_no_plan_and_a_page_only_on_request(store, monkeypatch):
    session = Session(store, day=strength_day(store))
    names = [each["name"] for each in session.front.days[0]["exercises"].values()]
    assert not any(name in session._picture() for name in names)
    monkeypatch.setenv(SHOW_RESULTS, "1")
    picture = session._picture()
    assert session.front.days[0]["name"] in picture
    for item in session.front.days[0]["items"]:
        form = item["forms"][0]
        name = session.front.days[0]["exercises"][form["exercise"]]["name"]
        assert f"{name}: {form['dose']}" in picture

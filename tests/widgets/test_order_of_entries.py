"""What comes later wins, whatever the clocks say; a trial counts once; the day is the learner's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.quiz import public
from running_muscles.quiz.bank import load
from running_muscles.widgets.own.log import Log
from running_muscles.widgets.questions.sheet import AnswerSheet
from running_muscles.widgets.tests.count import PushUpCount
from running_muscles.widgets.tests.hold import PlankHold, StanceEyesOpen
from widgets.listening import arrive, listen

SAMPLE = Path(__file__).parents[1] / "quiz/banks/90-sample.yaml"
DAY = "2026-11-21T{:02}:00:00.000Z"


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "results.sqlite3")


def result(name, hour=10, **changes):
    body = {"id": name, "test": "front_plank", "value": 60, "unit": "s", "trial": 1}
    return {**body, "recorded_at": DAY.format(hour), **changes}


# ---- Revisions -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "older", "newer"),
    [
        ("about", {"age": 20, "sex": "F"}, {"age": 30, "sex": "F"}),
        ("screening", {"outcome": "clear"}, {"outcome": ""}),
    ],
)
def test_an_older_word_does_not_replace_a_newer_one(store, kind, older, newer):
    plank = listen(PlankHold(store))
    arrive(plank, kind, newer, name=kind, rev=9)
    assert arrive(plank, kind, older, name=kind, rev=8)["kind"] == "stored"
    shown = {"about": plank.front.about, "screening": plank.front.screening}[kind]
    assert {name: shown[name] for name in newer} == newer


def test_the_browser_is_told_how_far_revisions_have_come(store):
    plank = listen(PlankHold(store))
    arrive(plank, "result", result("a"), name="a", rev=1_900_000_000_000)
    assert plank.front.revision == 1_900_000_000_000
    arrive(plank, "result", result("b", 11), name="b", rev=5)
    assert PlankHold(store).front.revision == 1_900_000_000_000


def test_a_review_after_a_correction_still_counts(store):
    plank = listen(PlankHold(store))
    arrive(plank, "result", result("a"), name="a", rev=101)
    edit = {"result": "a", "effort": None, "note": "", "value": 55.5}
    arrive(plank, "edit", edit, name="edit:a", rev=102)
    arrive(plank, "result", result("a", value=55.5, effort=7), name="a", rev=103)
    (kept,) = store.results()
    assert (kept.value, kept.effort) == (55.5, 7)


@pytest.fixture
def sheet(tmp_path):
    bank = load(SAMPLE, against_schema=False)
    text = json.dumps(public.document(bank, "2026"))
    (tmp_path / "questions.json").write_text(text, encoding="utf-8")
    return AnswerSheet(tmp_path)


def answer(sheet, value, at, rev):
    """Let the browser answer with option 0, 1, 2 or with none; return which one is on disk."""
    front = sheet.front("colour")
    front.send = lambda *_: None
    name, options = front.question["id"], [each["id"] for each in front.question["options"]]
    given = None if value is None else options[value]
    body = {"question": name, "value": given, "at": at}
    front._handle_custom_msg({"id": "a", "rev": rev, "kind": "answer", "body": body}, [])
    path = sheet._path
    kept = json.loads(path.read_text(encoding="utf-8"))["responses"] if path.exists() else {}
    chosen = kept.get(name, {}).get("value")
    return None if chosen is None else options.index(chosen)


MS = 1_795_255_200_000  # 2026-11-21T10:00:00Z


def test_an_answer_after_the_clock_was_put_back_wins_and_stays(sheet, tmp_path):
    assert answer(sheet, 0, DAY.format(10), MS) == 0
    assert answer(sheet, 1, DAY.format(8), MS + 1) == 1
    assert answer(sheet, 0, DAY.format(10), MS) == 1  # sent again: no news
    again = AnswerSheet(tmp_path)
    assert answer(again, 0, DAY.format(10), MS) == 1
    assert answer(again, None, DAY.format(7), MS + 2) is None


def test_a_revision_that_is_no_time_leaves_the_order_to_the_times(sheet):
    assert answer(sheet, 0, DAY.format(10), 5) == 0
    assert answer(sheet, 1, DAY.format(9), 6) == 0
    assert answer(sheet, 2, DAY.format(11), 6) == 2


# ---- Trials --------------------------------------------------------------------


def test_the_same_test_in_two_places_counts_one_and_two(store):
    one, other = listen(PlankHold(store)), listen(PlankHold(store))
    arrive(one, "result", result("a", 10), name="a")
    arrive(other, "result", result("b", 11), name="b")
    arrive(one, "result", result("a", 10, effort=5), name="a", rev=2)
    assert {row.id: row.trial for row in store.results()} == {"a": 1, "b": 2}
    assert one.front.history["today"] == other.front.history["today"]


def test_a_discarded_trial_leaves_its_number_and_its_day(store):
    plank = listen(PlankHold(store))
    plank.front.today = "2026-11-21"
    arrive(plank, "result", result("a"), name="a")
    arrive(plank, "result", result("b", 11), name="b")
    arrive(plank, "result", result("a", discarded=True), name="a", rev=2)
    assert plank.front.history["today"] == {"": ["b"]}
    arrive(plank, "result", result("c", 12), name="c")
    assert {row.id: row.trial for row in store.results()} == {"b": 2, "c": 1}


def test_sides_and_days_are_counted_apart(store):
    stance = listen(StanceEyesOpen(store))
    test = {"test": "single_leg_stance_eyes_open", "value": 20}
    arrive(stance, "result", result("a", side="left", **test), name="a")
    arrive(stance, "result", result("b", side="right", **test), name="b")
    later = "2026-11-22T10:00:00.000Z"
    arrive(stance, "result", result("c", side="left", **test, recorded_at=later), name="c")
    assert [row.trial for row in store.results()] == [1, 1, 1]


# ---- Corrections ---------------------------------------------------------------


@pytest.mark.parametrize("panel", [PlankHold, Log])
def test_a_value_is_corrected_where_it_is_shown_and_the_old_one_is_kept(store, panel):
    store.record(Result("a", "front_plank", 610.0, "s", DAY.format(10), details={"estimate": 3}))
    shown = listen(panel(store))
    body = {"result": "a", "effort": 4, "note": "a slip", "value": 61}
    for _ in range(2):
        assert arrive(shown, "edit", body, name="edit:a", rev=7)["kind"] == "stored"
    arrive(shown, "edit", {**body, "value": 62.5}, name="edit:a", rev=8)
    (kept,) = store.results()
    assert (kept.value, kept.effort, kept.note) == (62.5, 4, "a slip")
    assert kept.details == {"earlier": [610.0, 61.0]}


@pytest.mark.parametrize(
    ("test", "unit", "value"),
    [
        ("front_plank", "s", -1),
        ("front_plank", "s", float("nan")),
        ("front_plank", "s", "60"),
        ("front_plank", "s", True),
        ("single_leg_stance_eyes_open", "s", 45.1),
        ("push_up", "reps", 11.5),
    ],
)
def test_a_value_that_cannot_be_is_refused_for_good(store, test, unit, value):
    store.record(Result("a", test, 10, unit, DAY.format(10)))
    body = {"result": "a", "effort": None, "note": "", "value": value}
    reply = arrive(listen(Log(store)), "edit", body, name="edit:a", rev=7)
    assert (reply["kind"], reply["for_good"]) == ("refused", True)
    assert store.results()[0].value == 10


def test_a_result_is_deleted_and_brought_back_in_its_test(store):
    store.record(Result("a", "push_up", 10, "reps", DAY.format(10)))
    shown, log = listen(PushUpCount(store)), Log(store)
    arrive(shown, "delete", {"result": "a", "deleted": True})
    assert (shown.front.history["recent"], log.front.rows) == ([], [])
    arrive(shown, "delete", {"result": "a", "deleted": False})
    assert [row["id"] for row in log.front.rows] == ["a"]


# ---- The learner's day ---------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "today", "offset", "counts"),
    [
        # 23:30 UTC is the next day in the east, and the same day in the west.
        ("2026-11-21T23:30:00.000Z", "2026-11-22", 9 * 60, True),
        ("2026-11-21T23:30:00.000Z", "2026-11-21", 9 * 60, False),
        ("2026-11-21T23:30:00.000Z", "2026-11-21", -8 * 60, True),
        # The day on which Berlin puts its clocks back has 25 hours.
        ("2026-10-24T22:30:00.000Z", "2026-10-25", 120, True),
        ("2026-10-25T22:30:00.000Z", "2026-10-25", 60, True),
        ("2026-10-25T23:30:00.000Z", "2026-10-25", 60, False),
    ],
)
def test_today_is_the_learners_day(store, at, today, offset, counts):
    plank = listen(PlankHold(store))
    body = result("a", recorded_at=at, utc_offset_minutes=offset)
    entry = {"id": "a", "rev": 1, "kind": "result", "body": body}
    plank.front._handle_custom_msg({**entry, "today": today, "utc_offset_minutes": offset}, [])
    assert plank.front.history["today"][""] == (["a"] if counts else [])


def test_midnight_in_the_browser_opens_the_next_day(store):
    plank = listen(PlankHold(store))
    plank.front.today = "2026-11-21"
    arrive(plank, "result", result("a"), name="a")
    assert plank.front.history["today"][""] == ["a"]
    plank.front.today = "2026-11-22"
    assert plank.front.history["today"][""] == []


@pytest.mark.parametrize("told", ["", "yesterday", "0001-01-01", "9999-12-31", None, 7])
def test_a_day_that_nobody_lives_on_is_not_believed(store, told):
    plank = listen(PlankHold(store))
    entry = {"id": "a", "rev": 1, "kind": "result", "body": result("a"), "today": told}
    plank.front._handle_custom_msg(entry, [])
    assert plank.answers[-1]["kind"] == "stored"
    assert 2000 <= plank.today.year < 2100


def test_a_download_carries_the_learners_day_in_its_name(store):
    log = listen(Log(store))
    entry = {"id": "x", "rev": 0, "kind": "export", "body": {"format": "csv"}}
    log.front._handle_custom_msg({**entry, "today": "2026-11-22"}, [])
    assert log.answers[-1]["name"] == "running-muscles-2026-11-22.csv"


def test_another_page_makes_a_panel_look_again(store):
    plank = listen(PlankHold(store))
    store.record(Result("a", "front_plank", 61, "s", DAY.format(10)))
    assert arrive(plank, "look", {}) == {"kind": "answered", "id": "x"}
    assert [row["id"] for row in plank.front.history["recent"]] == ["a"]

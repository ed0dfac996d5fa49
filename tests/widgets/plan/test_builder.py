"""The kernel side of the plan builder: wishes in, a kept plan out."""

from __future__ import annotations

import json
import threading
from datetime import date

import icalendar
import pytest

from running_muscles.measure import about
from running_muscles.measure.about import About, save
from running_muscles.measure.privacy import SHOW_RESULTS
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.plan.wishes import Wishes
from running_muscles.widgets.body.stills import still
from running_muscles.widgets.plan.builder import Plan, next_monday
from running_muscles.widgets.plan.kept import SETTING

REV = 1_795_000_000_000  # 18 November 2026, in ms


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "results.sqlite3")


@pytest.fixture
def builder(store):
    return listen(Plan(store))


def listen(widget):
    widget.answers = []
    widget.front.send = lambda content, buffers=None: widget.answers.append(content)
    return widget


def wishes(rev=REV, **changes):
    body = {**Wishes(date(2026, 11, 23)).as_mapping(), **changes}
    return {"id": "plan", "rev": rev, "kind": "plan", "body": body}


def arrive(widget, message):
    """Deliver a message as the comm does."""
    widget.front._handle_custom_msg(message, [])


def low_plank(store, result_id="r1"):
    store.record(Result(result_id, "front_plank", 20.0, "s", "2026-11-20T10:00:00+00:00", effort=5))


def test_at_first_there_is_a_form_and_no_plan(builder):
    assert builder.front.plan == {}
    assert builder.front.files == {}
    assert builder.front.wishes["weeks"] == 8
    assert date.fromisoformat(builder.front.wishes["start"]).weekday() == 0
    assert builder.front.choices["goals"][0]["label"] == "All-round strength"


def test_wishes_are_stored_acknowledged_and_answered_with_a_plan(builder, store):
    arrive(builder, wishes(weeks=4, goals=["faster"]))
    assert builder.answers == [{"kind": "stored", "id": "plan", "rev": REV}]
    assert len(builder.front.plan["weeks"]) == 4
    assert builder.front.plan["rev"] == REV
    assert builder.front.plan["focus"][0]["title"] == "Hip flexors, Glutes, Hamstrings"
    assert builder.front.plan["focus"][0]["links"][0]["text"].startswith("Dorn")
    assert store.setting(SETTING)["wishes"]["goals"] == ["faster"]


def test_what_the_browser_gets_is_plain_json(builder):
    arrive(builder, wishes(pain=["knee"]))
    for name in ("choices", "wishes", "plan", "files", "screening"):
        value = getattr(builder.front, name)
        assert json.loads(json.dumps(value)) == value


def test_sent_again_it_is_acknowledged_again_and_changes_nothing(builder):
    arrive(builder, wishes(weeks=6))
    before = builder.front.plan
    for _ in range(2):
        arrive(builder, wishes(weeks=6))
    assert [answer["kind"] for answer in builder.answers] == ["stored"] * 3
    assert builder.front.plan == before


def test_an_older_message_does_not_undo_a_newer_plan(builder):
    arrive(builder, wishes(weeks=12))
    arrive(builder, wishes(rev=REV - 1, weeks=4))
    assert len(builder.front.plan["weeks"]) == 12
    assert builder.answers[-1] == {"kind": "stored", "id": "plan", "rev": REV - 1}


def test_a_new_widget_shows_the_kept_plan_and_wishes(builder, store):
    arrive(builder, wishes(weeks=5, equipment=["chair"], minutes=45))
    again = Plan(store)
    assert again.front.plan == builder.front.plan
    assert again.front.files == builder.front.files
    assert (again.front.wishes["equipment"], again.front.wishes["minutes"]) == (["chair"], 45)


def test_results_give_the_plan_its_focus_and_later_ones_leave_it_alone(builder, store):
    save(store, About(20, "F"))
    low_plank(store)
    arrive(builder, wishes())
    assert [each["title"] for each in builder.front.plan["focus"]] == ["Core"]
    store.set_deleted("r1", True)
    assert [each["title"] for each in Plan(store).front.plan["focus"]] == ["Core"]
    arrive(builder, wishes(rev=REV + 1))
    assert builder.front.plan["focus"] == []


def test_files_hold_the_plan(builder):
    arrive(builder, wishes(weeks=4))
    events = icalendar.Calendar.from_ical(builder.front.files["ics"]).walk("VEVENT")
    assert len(events) == sum(
        day["session"] is not None for week in builder.front.plan["weeks"] for day in week["days"]
    )
    assert builder.front.files["csv"].startswith("week,lighter_week,date,")
    assert builder.front.files["html"].startswith("<!doctype html>")


def test_bad_wishes_are_refused_in_words_and_the_old_plan_stays(builder):
    arrive(builder, wishes(weeks=4))
    arrive(builder, wishes(rev=REV + 1, weeks=99))
    assert builder.answers[-1] == {
        "kind": "refused",
        "id": "plan",
        "rev": REV + 1,
        "sentence": "weeks: please give a whole number from 4 to 12 weeks.",
        "for_good": True,
    }
    assert len(builder.front.plan["weeks"]) == 4


@pytest.mark.parametrize("start", ["0026-11-30", "9999-12-31", "2020-01-06", "2090-01-01", "", 5])
def test_a_first_day_far_from_today_is_refused_in_words(builder, start):
    arrive(builder, wishes(start=start))
    assert builder.answers[-1]["kind"] == "refused"
    assert builder.answers[-1]["sentence"].startswith("start: ")
    assert builder.front.plan == {}


def events(builder):
    calendar = icalendar.Calendar.from_ical(builder.front.files["ics"])
    return {
        event.decoded("dtstart"): (str(event["uid"]), int(event["sequence"]), str(event["status"]))
        for event in calendar.walk("VEVENT")
    }


def test_a_plan_made_anew_cancels_the_sessions_that_are_gone(builder):
    monday = next_monday(date.today()).isoformat()
    arrive(builder, wishes(start=monday, weeks=4))
    first = events(builder)
    arrive(builder, wishes(rev=REV + 1, start=monday, weeks=4, runs=["hard", *[""] * 6]))
    second = events(builder)
    assert set(first) < set(second)
    assert {number for _, number, _ in second.values()} == {1}
    assert all(second[day][0] == uid for day, (uid, _, _) in first.items())
    gone = {day for day, (_, _, status) in second.items() if status == "CANCELLED"}
    assert gone
    assert gone <= set(first)
    arrive(builder, wishes(rev=REV + 2, start=monday, weeks=4))
    third = events(builder)
    assert {day for day, (_, _, status) in third.items() if status == "CONFIRMED"} == set(first)


def test_two_people_share_no_session(builder, tmp_path):
    other = listen(Plan(Store(tmp_path / "other.sqlite3")))
    for each in (builder, other):
        arrive(each, wishes())
    assert not {uid for uid, _, _ in events(builder).values()} & {
        uid for uid, _, _ in events(other).values()
    }


@pytest.mark.parametrize("entry", [{}, {"kind": "plan"}, {"kind": "poem", "body": {}, "rev": 1}])
def test_a_strange_message_is_refused_and_breaks_nothing(builder, entry):
    arrive(builder, {"id": "x", **entry})
    assert builder.answers[-1]["kind"] == "refused"
    assert builder.front.plan == {}


def test_a_file_that_cannot_be_used_is_told(tmp_path):
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    broken = listen(Plan(Store(tmp_path / "file" / "results.sqlite3")))
    assert "cannot be used" in broken.front.problem
    arrive(broken, wishes())
    assert broken.answers[-1]["kind"] == "refused"
    assert "cannot be used" in broken.answers[-1]["sentence"]


def test_a_kept_plan_that_no_longer_fits_is_told_and_can_be_made_anew(store):
    kept = {"rev": 1, "wishes": {**wishes()["body"], "goals": ["gone"]}, "standings": []}
    store.remember(SETTING, kept)
    builder = listen(Plan(store))
    assert builder.front.problem.startswith('Your plan cannot be shown (goals: "gone" is not')
    arrive(builder, wishes())
    assert builder.front.problem == ""
    assert builder.front.plan["weeks"]


def test_another_thread_may_deliver(builder):
    thread = threading.Thread(target=arrive, args=(builder, wishes()))
    thread.start()
    thread.join()
    assert builder.answers[-1]["kind"] == "stored"
    assert builder.front.plan["weeks"]


def test_what_was_erased_does_not_come_back(builder, store):
    arrive(builder, {**wishes(), "owner": "somebody else"})
    assert store.setting(SETTING) is None
    assert builder.answers[-1]["kind"] == "stored"


def test_health_questions_are_kept_for_all_widgets(builder, store):
    message = {"id": "screening", "rev": 5, "kind": "screening", "body": {"outcome": "clear"}}
    arrive(builder, message)
    assert builder.front.screening["outcome"] == "clear"
    assert store.setting("screening")["outcome"] == "clear"
    arrive(builder, {**message, "body": {"outcome": "fine, surely"}})
    assert builder.answers[-1]["kind"] == "refused"


def screened(widget, outcome, rev):
    body = {"outcome": outcome}
    arrive(widget, {"id": "screening", "rev": rev, "kind": "screening", "body": body})


def test_a_yes_to_a_health_question_empties_plan_and_files(builder, monkeypatch):
    monkeypatch.setenv(SHOW_RESULTS, "1")
    arrive(builder, wishes(weeks=4))
    screened(builder, "", 6)
    assert builder.front.plan["weeks"] == []
    assert "Your health questions come first" in builder.front.plan["notes"][0]["title"]
    assert list(icalendar.Calendar.from_ical(builder.front.files["ics"]).walk("VEVENT")) == []
    assert "Your health questions come first" in builder._repr_mimebundle_()["text/html"]
    screened(builder, "cleared by a professional", 7)
    assert len(builder.front.plan["weeks"]) == 4


def test_a_gentle_start_is_said_and_kept_to(builder):
    arrive(builder, wishes(weeks=4))
    screened(builder, "clear for gentle exercise", 6)
    assert "Begin gently" in {note["title"] for note in builder.front.plan["notes"]}


def test_chest_pain_empties_plan_and_files(builder):
    arrive(builder, wishes(runs=["hard", "", "easy", "", "hard", "", ""], pain=["chest"]))
    assert builder.front.plan["weeks"] == []
    assert list(icalendar.Calendar.from_ical(builder.front.files["ics"]).walk("VEVENT")) == []
    assert "hard" not in builder.front.files["csv"]


def test_the_age_is_kept_beside_the_plan(builder, store):
    about.save(store, about.About(62, "F"))
    arrive(builder, wishes(weeks=4))
    assert store.setting(SETTING)["age"] == 62
    assert "age" in {note["kind"] for note in builder.front.plan["notes"]}
    about.save(store, about.About(30, "F"))
    assert "age" in {note["kind"] for note in Plan(store).front.plan["notes"]}


def test_a_plan_kept_by_an_older_version_is_shown(store):
    old = {**wishes()["body"]}
    del old["conditions"]
    standing = {"group": "core", "low": 10.0, "high": 20.0, "tested": True, "why": "Low."}
    store.remember(SETTING, {"rev": 1, "wishes": old, "standings": [standing]})
    assert len(Plan(store).front.plan["weeks"]) == 8


def test_static_page_shows_the_plan_or_says_how_to_get_one(builder, monkeypatch):
    assert "Open this lesson in Jupyter" in builder._repr_mimebundle_()["text/html"]
    arrive(builder, wishes(weeks=4))
    assert "Open this lesson in Jupyter" in builder._repr_mimebundle_()["text/html"]
    monkeypatch.setenv(SHOW_RESULTS, "1")
    html = builder._repr_mimebundle_()["text/html"]
    assert all(week["title"] in html for week in builder.front.plan["weeks"])
    assert "<script" not in html
    shown = builder.front.plan["exercises"]
    for page in (html, printed(builder)):
        assert page.count('<svg class="rm-figure"') == len(shown)
        assert all(still(name) in page for name in shown)


def printed(builder):
    arrive(builder, {"id": "print", "rev": 0, "kind": "page", "body": {}})
    return builder.answers[-1]["html"]


def test_pictures_do_not_lie_in_the_state(builder):
    arrive(builder, wishes(weeks=8))
    state = json.dumps(builder.front.get_state(["plan", "files", "wishes"]))
    assert len(state) < 200_000
    assert "<svg" not in state
    assert "<svg" in printed(builder)


def test_without_a_plan_there_is_nothing_to_print(builder):
    arrive(builder, {"id": "print", "rev": 0, "kind": "page", "body": {}})
    assert builder.answers[-1]["kind"] == "refused"
    assert "no plan to print" in builder.answers[-1]["sentence"]


@pytest.mark.parametrize(
    ("today", "monday"),
    [("2026-11-23", "2026-11-23"), ("2026-11-24", "2026-11-30"), ("2026-11-29", "2026-11-30")],
)
def test_a_plan_starts_on_the_next_monday(today, monday):
    assert next_monday(date.fromisoformat(today)) == date.fromisoformat(monday)


def test_erasing_all_results_takes_the_plan_with_them(builder, store):
    arrive(builder, wishes(weeks=4))
    store.erase()
    builder.refresh()
    assert (builder.front.plan, builder.front.files) == ({}, {})


def test_a_new_test_result_leaves_an_open_plan_alone(builder, store):
    arrive(builder, wishes(weeks=4))
    before = builder.front.plan
    low_plank(store)
    builder.refresh()
    assert builder.front.plan == before

"""The course at a glance: what is done, what is next, and a record to keep."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import datetime

import pytest

from running_muscles import tables
from running_muscles.measure import answers, moment, progress
from running_muscles.measure.answer import Answer
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.review.mastery import MEANING
from running_muscles.widgets.lesson.opening import FIGURES
from running_muscles.widgets.own.coursemap import NOT_A_CREDENTIAL, CourseMap, CourseRecord


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "results.sqlite3")


def finish(store, lesson, right=6):
    store.remember(f"checkpoint:{lesson}", {"right": [f"q{n}" for n in range(right)], "of": 6})


def test_a_newcomer_is_sent_to_the_start(store):
    shown = CourseMap(store)
    assert "A good next step:" in shown.html
    assert re.search(r"next step:</strong> <a href=\"00-start-here\.ipynb\">", shown.html)
    assert shown.text.count("○ to do") == len(tables.lessons())


def test_done_begun_and_next(store):
    finish(store, "00-start-here")
    finish(store, "01-not-just-legs", right=2)
    store.record(
        Result(
            id="r", test="front_plank", value=60, unit="s", recorded_at="2026-11-21T10:00:00+00:00"
        )
    )
    by_lesson = {s.lesson.lesson: s for s in progress.load(store)}
    assert by_lesson["00-start-here"].done
    assert by_lesson["01-not-just-legs"].begun
    assert not by_lesson["01-not-just-legs"].done
    assert len(by_lesson["03-core"].taken) == 1
    assert "Go on with" in CourseMap(store).html
    assert progress.next_step(progress.load(store)).lesson.lesson == "01-not-just-legs"


def test_every_lesson_is_a_stop_with_figure_minutes_and_state_and_one_is_next(store):
    finish(store, "00-start-here")
    finish(store, "01-not-just-legs", right=2)
    html = CourseMap(store).html
    stops = re.findall(r'<li class="rm-stop ([^"]+)">(.*?)</li>', html, re.S)
    assert len(stops) == len(tables.lessons()) == len(FIGURES)
    assert "<table" not in html
    for (_, stop), lesson in zip(stops, tables.lessons().values(), strict=True):
        assert "rm-figure" in stop
        assert f"{lesson.minutes} minutes" in stop
        assert stop.count(f'href="{lesson.lesson}.ipynb"') == 1
    kinds = [kind for kind, _ in stops]
    assert kinds[:3] == ["rm-stop-done", "rm-stop-begun rm-stop-next", "rm-stop-open"]
    assert sum("rm-stop-next" in kind for kind in kinds) == 1
    assert "2 of 6 questions right" in stops[1][1]
    assert tables.lessons()["01-not-just-legs"].summary in stops[1][1]


def test_a_start_page_in_a_folder_of_its_own_leads_up_to_the_lessons(store, tmp_path, monkeypatch):
    for folder, address in ((tmp_path, "03-core.ipynb"), (tmp_path / "de", "../03-core.ipynb")):
        folder.mkdir(exist_ok=True)
        monkeypatch.chdir(folder)
        (tmp_path / "03-core.ipynb").touch()
        assert f'href="{address}"' in CourseMap(store).html
    # Somebody else's lesson above a folder of another name is not the course's.
    (tmp_path / "notes").mkdir()
    monkeypatch.chdir(tmp_path / "notes")
    assert 'href="03-core.ipynb"' in CourseMap(store).html


def test_goals_that_are_held_stand_beside_the_state_and_are_explained(store):
    assert "goals held" not in CourseMap(store).html
    assert MEANING not in CourseMap(store).html
    for day in (20, 21):
        at = f"2026-11-{day}T10:00:00Z"
        told = ("core-quick-bus", "core-stability", "right", False, "check", at)
        answers.add(store, [Answer(f"a{day}", "03-core", *told)])
    shown = CourseMap(store)
    of = sum(row.lesson == "03-core" for row in tables.objectives().values())
    assert shown.html.count("goals held") == 1
    assert f"1 of {of} goals held" in shown.html
    assert f"tests 0 of 2, 1 of {of} goals held" in shown.text
    assert MEANING in shown.html


def test_nothing_left_is_said(store):
    for lesson in tables.lessons():
        finish(store, lesson)
    assert progress.next_step(progress.load(store)) is None
    assert "You have done every lesson" in CourseMap(store).html


def test_the_record_is_a_page_of_its_own_and_no_credential(store):
    finish(store, "00-start-here")
    html = CourseRecord(store).html
    document = b64decode(re.search(r"base64,([^\"]+)", html)[1]).decode()
    assert document.startswith("<!doctype html>")
    assert "✓ done" in document
    assert "not a certificate" in document
    assert NOT_A_CREDENTIAL.split(".")[0] in html


def test_a_broken_results_file_is_said_in_words(tmp_path):
    path = tmp_path / "results.sqlite3"
    path.write_text("no database " * 100, encoding="utf-8")
    assert "cannot be used" in CourseMap(Store(path)).html
    assert "cannot be used" in CourseRecord(Store(path)).html


@pytest.mark.parametrize(
    ("minutes", "day"), [(840, "28 November 2026"), (-720, "26 November 2026")]
)
def test_the_record_has_the_learners_day(store, monkeypatch, minutes, day):
    at = "2026-11-27T11:30:00Z"
    store.record(Result("r", "front_plank", 60, "s", at, utc_offset_minutes=minutes))

    class Now(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 11, 27, 11, 30, tzinfo=tz)

    monkeypatch.setattr(moment, "datetime", Now)
    html = CourseRecord(store).html
    page = b64decode(re.search(r"base64,([^\"]+)", html)[1]).decode()
    assert day in page

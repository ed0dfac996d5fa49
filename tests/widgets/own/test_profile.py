"""The profile: its picture and its words say the same."""

from __future__ import annotations

import json

import pytest

from running_muscles import tables
from running_muscles.measure.about import About
from running_muscles.measure.privacy import NOT_SAVED, SHOW_RESULTS
from running_muscles.measure.profile import profile
from running_muscles.measure.result import Result
from running_muscles.measure.store import Store
from running_muscles.widgets.body.musclemap import MuscleMap
from running_muscles.widgets.chart import PLOTLY
from running_muscles.widgets.notice import Notice
from running_muscles.widgets.own import profile as module
from running_muscles.widgets.own.profile import Profile
from running_muscles.widgets.own.profile_figure import profile_figure
from running_muscles.widgets.own.profile_page import NO_RESULTS, profile_page, profile_text


def result(test, value, side="", day=20):
    unit = tables.protocols()[test].unit
    at = f"2026-11-{day}T10:00:00+00:00"
    return Result(f"{test}{side}{day}", test, value, unit, at, side)


RESULTS = (
    result("front_plank", 90, day=10),
    result("front_plank", 135),
    result("side_plank", 40, "left"),
    result("side_plank", 95, "right"),
    result("single_leg_heel_raise", 20, "left"),
    result("push_up", 12),
    result("single_leg_stance_eyes_open", 30, "left"),
    result("cadence", 168),
)


@pytest.fixture
def found():
    return profile(RESULTS, About(24, "F"))


@pytest.fixture
def shown(monkeypatch):
    outputs = []
    monkeypatch.setattr(module, "display", lambda value, **_: outputs.append(value))
    return outputs


def points(figure, name):
    (trace,) = [trace for trace in figure["data"] if trace.get("name") == name]
    return dict(zip(trace["y"], trace["x"], strict=True))


def test_picture_stands_at_the_percentile_of_the_reading(found):
    figure = profile_figure(found)
    plank = found.group("core").measured[0].sides[0].reading
    assert points(figure, "One result")["Core<br>Front plank"] == plank.percentile
    side = found.group("core").measured[1]
    assert points(figure, "Left")["Core<br>Side plank"] == side.sides[0].reading.percentile
    assert points(figure, "Right")["Core<br>Side plank"] == side.sides[1].reading.percentile


def test_an_open_place_is_drawn_at_its_bound_with_an_arrow(found):
    figure = profile_figure(found)
    (left,) = [trace for trace in figure["data"] if trace.get("name") == "Left"]
    at = left["y"].index("Calves<br>Single-leg heel raise")
    assert (left["x"][at], left["marker"]["symbol"][at]) == (50, "triangle-left")


def test_what_has_no_place_is_written_and_never_drawn_as_a_number(found):
    figure = profile_figure(found)
    words = dict(zip(figure["data"][-1]["y"], figure["data"][-1]["text"], strict=True))
    assert words["Shins"] == "not tested yet"
    assert words["The whole stride<br>Running cadence"].endswith("(no percentile)")
    drawn = {label for trace in figure["data"][:-1] for label in trace["y"]}
    assert drawn.isdisjoint(words)
    assert drawn | set(words) == set(figure["layout"]["yaxis"]["categoryarray"])


def test_picture_is_plain_json(found):
    figure = profile_figure(found)
    assert json.loads(json.dumps(figure)) == figure


def test_words_name_every_group_and_every_result(found):
    page = profile_page(found)
    text = profile_text(found)
    for group in found.groups:
        assert group.name in page
        assert group.name in text
        for test in group.measured:
            assert test.name in page
        for name in group.untested:
            assert name in page
    assert "Not tested yet: Glutes, Quadriceps" in text


def test_words_compare_with_before_left_with_right_and_with_others(found):
    page = profile_page(found)
    assert "More than on 10 Nov 2026 by 45.0 s. This stands out from the noise" in page
    assert "The right side has more, by 55.0 s (58 %). This stands out" in page
    assert "We found no published group that fits." in page
    assert "no grade and no diagnosis" in page
    plank = found.group("core").measured[0].sides[0].reading
    assert f"{plank.percentile_text[1:]} percentile" in page
    assert tables.references()[plank.citation].html in page


def test_without_results_the_words_say_what_to_do():
    empty = profile([])
    assert NO_RESULTS in profile_page(empty)
    assert profile_text(empty).startswith(NO_RESULTS)


def test_shown_live_are_picture_words_and_map_and_none_is_saved(tmp_path, shown):
    store = Store(tmp_path / "results.sqlite3")
    store.record(RESULTS[1])
    Profile(store)._ipython_display_()
    (live,) = shown
    picture, words = (output["data"] for output in live.shown.outputs)
    assert picture[PLOTLY]["data"]
    assert "Front plank" in words["text/html"]
    assert isinstance(live.children[1], MuscleMap)
    saved = live._repr_mimebundle_()
    assert NOT_SAVED in saved["text/html"]
    assert "Front plank" not in json.dumps(saved)


def test_where_results_are_asked_for_they_are_outputs(tmp_path, shown, monkeypatch):
    monkeypatch.setenv(SHOW_RESULTS, "1")
    store = Store(tmp_path / "results.sqlite3")
    store.record(RESULTS[1])
    Profile(store)._ipython_display_()
    picture, words, body = shown
    assert picture[PLOTLY]["data"]
    assert picture["text/plain"] == profile_text(profile([RESULTS[1]]))
    assert "Front plank" in words["text/html"]
    assert isinstance(body, MuscleMap)


def test_without_results_there_is_no_empty_picture(tmp_path, shown):
    Profile(Store(tmp_path / "results.sqlite3"))._ipython_display_()
    (live,) = shown
    (words,) = live.shown.outputs
    assert NO_RESULTS in words["data"]["text/html"]


def test_a_file_that_cannot_be_read_gives_a_sentence(tmp_path, shown):
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    broken = Profile(Store(tmp_path / "file" / "results.sqlite3"))
    broken._ipython_display_()
    (notice,) = shown
    assert isinstance(notice, Notice)
    assert "cannot be used" in notice.sentence
    assert "cannot be used" in repr(broken)


def test_groups_can_be_read_from_code(tmp_path):
    store = Store(tmp_path / "results.sqlite3")
    store.record(RESULTS[0])
    assert [group.group for group in Profile(store).groups if group.tested] == ["core"]

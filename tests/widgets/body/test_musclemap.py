"""The kernel side of the muscle map: what is marked, what was picked, what stays on paper."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
import traitlets

from pages import Words
from running_muscles.measure.muscle_groups import GROUP_NAMES
from running_muscles.measure.profile import profile
from running_muscles.measure.result import Result
from running_muscles.tables import body_regions, exercises, lessons, muscles
from running_muscles.widgets.body.drawing import VIEWS, body
from running_muscles.widgets.body.musclemap import MuscleMap


def result(test, value, unit="s"):
    now = datetime(2026, 11, 21, 10, tzinfo=UTC).isoformat()
    return Result(id="a", test=test, value=value, unit=unit, recorded_at=now)


def test_the_table_has_every_region_of_the_drawing_in_its_view():
    drawn = {region: view for view in VIEWS for region in body()[view]["regions"]}
    assert {row.region: row.view for row in body_regions().values()} == drawn
    assert body_regions()["calves-soleus-left"].name == "Lower calf (soleus), left"


@pytest.mark.parametrize("group", GROUP_NAMES)
def test_a_group_marks_its_muscles_and_no_others(group):
    widget = MuscleMap(group=group)
    wanted = {region for row in muscles().values() if row.group == group for region in row.regions}
    assert widget.highlights.keys() == wanted
    assert widget.title == GROUP_NAMES[group]


@pytest.mark.parametrize("exercise", exercises())
def test_an_exercise_marks_main_and_helping_muscles(exercise):
    row = exercises()[exercise]
    marks = MuscleMap(exercise=exercise).highlights
    for muscle in row.primary:
        for region in muscles()[muscle].regions:
            assert marks[region] == {"tone": "primary", "label": "works most"}
    for muscle in row.secondary:
        assert marks.keys() >= set(muscles()[muscle].regions)


@pytest.mark.parametrize("lesson", lessons())
def test_a_lesson_marks_its_muscles(lesson):
    own = [row for row in muscles().values() if row.lesson == lesson]
    assert MuscleMap(lesson=lesson).highlights.keys() == {
        region for row in own for region in row.regions
    }


def test_a_profile_marks_every_group_that_can_be_seen():
    nothing = MuscleMap(profile=profile([]))
    assert {mark["tone"] for mark in nothing.highlights.values()} == {"untested"}
    tested = MuscleMap(profile=profile([result("front_plank", 20.0)])).highlights
    assert tested["abs-upper-left"]["tone"] in ("first", "tested")
    assert tested["quads-left"]["tone"] == "untested"


def test_a_muscle_that_the_drawing_lacks_is_named_and_opened():
    widget = MuscleMap(lesson="10-heart")
    assert widget.selected == ["heart"]
    assert "the heart" in widget.note


def test_selected_is_checked():
    widget = MuscleMap()
    widget.selected = ["soleus"]
    with pytest.raises(traitlets.TraitError, match='no muscle "soleuss"'):
        widget.selected = ["soleuss"]
    assert widget.selected == ["soleus"]


@pytest.mark.parametrize(
    ("marks", "says"),
    [
        ({"group": "glute"}, 'no muscle group "glute".*glutes'),
        ({"exercise": "plank"}, 'no exercise "plank"'),
        ({"lesson": "3"}, 'no lesson "3"'),
        ({"group": "core", "lesson": "03-core"}, "group and lesson"),
    ],
)
def test_a_wrong_wish_is_answered_in_words(marks, says):
    with pytest.raises(ValueError, match=says):
        MuscleMap(**marks)


def test_everything_sent_to_the_browser_is_plain_json():
    widget = MuscleMap(exercise="front_plank")
    for name in ("muscles", "highlights", "legend"):
        value = getattr(widget, name)
        assert json.loads(json.dumps(value)) == value


def test_the_still_page_shows_the_marked_muscles():
    widget = MuscleMap(exercise="front_plank")
    bundle = widget._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    seen = Words(bundle["text/html"]).text
    row = exercises()["front_plank"]
    for muscle in (*row.primary, *row.secondary):
        assert muscles()[muscle].running_role in seen
    assert muscles()["soleus"].running_role not in seen


def test_the_still_page_of_everything_lists_every_muscle():
    seen = Words(MuscleMap()._repr_mimebundle_()["text/html"]).text
    assert all(row.name in seen for row in muscles().values())

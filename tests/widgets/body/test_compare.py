"""Figures side by side as a widget and as a page without a script."""

from __future__ import annotations

import json
import re

import pytest

import running_muscles
from running_muscles.movement.poses import movement, movements
from running_muscles.tables import references
from running_muscles.widgets.body.compare import Compare, PoseFallPull
from running_muscles.widgets.body.comparisons import ALL, POSE_FALL_PULL
from running_muscles.widgets.body.stills import still
from running_muscles.widgets.scripts import STATIC

EVERY = (*ALL, POSE_FALL_PULL)


def test_the_door_opens_on_both():
    assert running_muscles.Compare is Compare
    assert running_muscles.PoseFallPull is PoseFallPull


def test_what_does_not_belong_together_is_refused_with_what_does():
    for asked in (("squat", "running"), ("overstriding",), (), ("overstriding", "overstriding")):
        with pytest.raises(ValueError, match=r"There are: arms_swinging, arms_still; overst"):
            Compare(*asked)


def test_the_order_of_the_names_does_not_matter():
    one, other = Compare("overstriding", "landing_near"), Compare("landing_near", "overstriding")
    assert one.figures == other.figures


@pytest.mark.parametrize("shown", EVERY, ids=lambda each: each.movements[0])
def test_every_comparison_is_sound(shown):
    rows = [movement(name) for name in shown.movements]
    assert len(shown.captions) == len(rows)
    assert all(row["name"] for row in rows)
    # One slider moves them: they last as long, and look from one side.
    for part in ("times", "view", "loop"):
        assert all(row[part] == rows[0][part] for row in rows)
    shares = [stop.share for stop in shown.stops]
    assert shares == sorted(set(shares))
    assert shares[0] == 0
    assert shares[-1] < 1
    assert all(key in references() for key in shown.sources)


def test_it_says_what_was_measured_and_what_was_not():
    assert "Measured: " in Compare("overstriding", "landing_near").notes[0]
    for widget in (Compare("heel_landing", "midfoot_landing", "forefoot_landing"), PoseFallPull()):
        assert not any("Measured:" in note for note in widget.notes)
        assert any("by eye, not measured" in note for note in widget.notes)


@pytest.mark.parametrize("shown", EVERY, ids=lambda each: each.movements[0])
def test_exported_it_is_still_pictures_and_the_same_words(shown):
    widget = PoseFallPull() if shown is POSE_FALL_PULL else Compare(*shown.movements)
    html = widget._repr_mimebundle_()["text/html"]
    assert all(still(name) in html for name in shown.movements)
    assert "f-mark" in html
    assert "<script" not in html
    said = re.sub(r"<[^>]*>", "", html)
    for text in (*shown.captions, *(stop.words for stop in shown.stops), *shown.differs):
        assert text in said


def test_state_and_script_are_light():
    assert (STATIC / "compare.js").stat().st_size < 60_000
    widget = Compare("heel_landing", "midfoot_landing", "forefoot_landing")
    state = {name: getattr(widget, name) for name in ("figures", "skeleton", "stops", "notes")}
    assert len(json.dumps(state)) < 40_000


def test_only_named_movements_are_of_a_comparison():
    named = {name for name, row in movements().items() if "name" in row}
    assert named == {"running", *(name for each in EVERY for name in each.movements)}

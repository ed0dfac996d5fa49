"""How long a repetition takes: the same that the drawn person needs."""

from __future__ import annotations

import pytest

from running_muscles.movement.poses import movement, movements
from running_muscles.movement.tempo import loop_seconds, seconds_per_repetition


def test_there_and_back_with_both_rests():
    drawn = movement("bridge")
    assert drawn["loop"] == "back"
    wanted = 2 * drawn["times"][-1] + drawn["rest"] + 0.3
    assert seconds_per_repetition("bridge") == pytest.approx(wanted)


def test_a_mirrored_loop_holds_one_of_each_side():
    assert movement("standing_march")["mirrored"]
    assert loop_seconds("standing_march") == 2 * seconds_per_repetition("standing_march")


def test_every_movement_takes_some_time():
    assert all(loop_seconds(name) > 0.3 for name in movements())

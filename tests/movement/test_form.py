"""The runs of a lesson: what is measured stays so, and what differs can be seen."""

from __future__ import annotations

import numpy as np
import pytest

from running_muscles.movement.kinematics import frames, point
from running_muscles.movement.poses import movement, skeleton
from running_muscles.movement.skeleton import INDEX, POINTS
from running_muscles.tables import stride_angles

SPEED = 3.5
EVERY = 5
STRIDES = ("running", "arms_swinging", "arms_still", "overstriding", "landing_near")
LANDINGS = ("heel_landing", "midfoot_landing", "forefoot_landing")
MEASURED = {row.percent: row for row in stride_angles() if row.speed_mps == SPEED}


def angle(frame, name):
    return frame[INDEX[name]]


def ahead(name):
    """How far the heel lands ahead of the hips, in metres."""
    found = frames(np.array([movement(name)["frames"][0]], float))
    return float(point(found, "heel_r")[0, 0] - found["pelvis"][0][0, 0])


@pytest.mark.parametrize("name", ["running", "arms_swinging", "arms_still"])
def test_the_legs_are_those_that_were_measured(name):
    for place, frame in enumerate(movement(name)["frames"]):
        percent = place * EVERY
        if percent % 2:
            continue
        row = MEASURED[percent]
        thigh = angle(frame, "hip_flexion_r") - angle(frame, "pelvis_tilt")
        assert thigh == pytest.approx(row.thigh_deg, abs=1.5)
        assert angle(frame, "knee_flexion_r") == pytest.approx(row.knee_deg, abs=1.5)
        other = MEASURED[percent + 50]
        assert angle(frame, "knee_flexion_l") == pytest.approx(other.knee_deg, abs=1.5)


def test_the_measured_landing_lies_between_the_two_that_are_compared():
    near, measured, far = map(ahead, ("landing_near", "running", "overstriding"))
    assert 0 < near < measured - 0.03
    assert measured + 0.03 < far


def test_a_straighter_knee_goes_with_the_longer_reach():
    knees = [angle(movement(name)["frames"][0], "knee_flexion_r") for name in STRIDES[-2:]]
    assert knees[0] < knees[1] - 5


def test_without_the_swing_shoulders_and_hips_turn_further():
    def turn(name, of):
        row = movement(name)["frames"]
        found = frames(np.array(row, float))
        right, left = (point(found, f"{of}_{side}") for side in "rl")
        across = right - left
        return float(np.degrees(np.ptp(np.arctan2(across[:, 0], across[:, 2]))))

    for of in ("shoulder", "hip_out"):
        assert turn("arms_still", of) > 1.5 * turn("arms_swinging", of)


def test_swinging_arm_and_leg_of_one_side_go_apart():
    first = movement("arms_swinging")["frames"][0]
    found = frames(np.array([first], float))
    hands = [float(point(found, f"wrist_{side}")[0, 0]) for side in "rl"]
    feet = [float(point(found, f"heel_{side}")[0, 0]) for side in "rl"]
    assert hands[1] > hands[0] + 0.2
    assert feet[0] > feet[1] + 0.2


# Heel and ball of the foot, in metres above the floor.
ON, OFF = 0.01, 0.04


@pytest.mark.parametrize("name", LANDINGS)
def test_what_touches_first_is_what_its_name_says(name):
    row = movement(name)
    found = frames(np.array([row["frames"][row["keys"][1]]], float))
    heel, ball = (float(point(found, f"{part}_r")[0, 1]) for part in ("heel", "ball"))
    on = {"heel_landing": [heel], "forefoot_landing": [ball]}.get(name, [heel, ball])
    off = {"heel_landing": [ball], "forefoot_landing": [heel]}.get(name, [])
    assert max(on) < ON
    assert all(height > OFF for height in off)


def test_the_three_landings_stand_alike_afterwards():
    for name in LANDINGS:
        row = movement(name)
        found = frames(np.array([row["frames"][row["keys"][2]]], float))
        assert max(float(point(found, f"{part}_r")[0, 1]) for part in ("heel", "ball")) < 0.01


def test_pose_fall_and_pull_are_what_they_say():
    row = movement("pose_fall_pull")
    pose, fall, pull = (frames(np.array([row["frames"][key]], float)) for key in row["keys"])

    def lean(found):
        ball, hips = point(found, "ball_r")[0], found["pelvis"][0][0]
        return np.degrees(np.arctan2(hips[0] - ball[0], hips[1] - ball[1]))

    assert abs(lean(pose)) < 5
    assert 8 < lean(fall) < 25
    # The other foot is off the ground and under the hip; then the foot that stood is.
    assert point(pose, "ball_l")[0, 1] > 0.2
    assert point(pull, "ball_r")[0, 1] > 0.2
    assert point(pull, "ball_l")[0, 1] < 0.1


def test_every_mark_is_through_points_that_there_are():
    kinds = {"bar", "plumb", "gap", "lean", "arrow", "touch"}
    marked = [name for name in (*STRIDES, *LANDINGS, "pose_fall_pull") if "marks" in movement(name)]
    assert len(marked) == 8
    segments = {name for name, *_ in skeleton()["segments"]}
    for name in marked:
        for mark in movement(name)["marks"]:
            assert mark["kind"] in kinds
            assert set(mark["of"]) <= POINTS.keys() | segments
            assert all(0 <= start < end <= 1 for start, end in mark.get("when", []))

"""Angles do what their names say, on both sides."""

from __future__ import annotations

import numpy as np
import pytest

from running_muscles.movement.kinematics import frames, point
from running_muscles.movement.skeleton import DOFS, INDEX, POINTS, SEGMENTS


def posed(**angles):
    pose = np.zeros(len(DOFS))
    for name, value in angles.items():
        pose[INDEX[name]] = value
    return pose


def moved(name, **angles):
    before = point(frames(posed()[None]), name)[0]
    return point(frames(posed(**angles)[None]), name)[0] - before


@pytest.mark.parametrize("side", ["r", "l"])
@pytest.mark.parametrize(
    ("angle", "place", "axis", "way"),
    [
        ("hip_flexion", "heel", 0, 1),
        ("hip_adduction", "heel", 2, "in"),
        ("hip_rotation", "ball", 2, "in"),
        ("knee_flexion", "heel", 0, -1),
        ("ankle_dorsiflexion", "ball", 1, 1),
        ("ankle_inversion", "ball", 2, "in"),
        ("mtp_extension", "toe", 1, 1),
        ("hallux_extension", "hallux", 1, 1),
        ("elbow_flexion", "wrist", 0, 1),
        ("shoulder_elevation", "wrist", 2, "out"),
        ("clavicle_elevation", "shoulder", 1, 1),
        ("clavicle_protraction", "shoulder", 0, 1),
    ],
)
def test_each_angle_turns_the_way_its_name_says(angle, place, axis, way, side):
    right = 1 if side == "r" else -1
    sign = {"in": -right, "out": right}.get(way, way)
    step = moved(f"{place}_{side}", **{f"{angle}_{side}": 20.0})
    assert step[axis] * sign > 0.004


def test_the_arm_goes_forward_in_the_plane_of_ninety_degrees():
    step = moved("wrist_r", shoulder_plane_r=90.0, shoulder_elevation_r=90.0)
    assert step == pytest.approx([0.54, 0.54, 0], abs=0.02)


def test_the_trunk_leans_forward_when_the_pelvis_tilts():
    assert moved("crown", pelvis_tilt=20.0)[0] > 0.1
    assert moved("crown", lumbar_flexion=20.0)[0] > 0.1


def test_every_part_hangs_on_an_earlier_one_and_every_point_on_a_part():
    seen = {""}
    for segment in SEGMENTS:
        assert segment.parent in seen
        assert {angle for _, angle, _ in segment.turns} <= set(DOFS)
        seen.add(segment.name)
    assert {segment for segment, _ in POINTS.values()} <= seen

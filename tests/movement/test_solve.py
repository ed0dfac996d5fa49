"""The solver brings contacts to their place, and says nothing is wrong only when nothing is."""

from __future__ import annotations

import numpy as np
import pytest

from running_muscles.movement.contacts import contacts_off, through_floor
from running_muscles.movement.kinematics import frames, point
from running_muscles.movement.skeleton import DOFS, INDEX
from running_muscles.movement.solve import Contact, Together, solved


def standing(height=0.905, **angles):
    pose = np.zeros(len(DOFS))
    pose[INDEX["pelvis_y"]] = height
    for name, value in angles.items():
        pose[INDEX[name]] = value
    return pose


FEET = [Contact(f"{name}_{side}") for side in "rl" for name in ("heel", "ball")]


@pytest.mark.parametrize("knee", [20.0, 70.0, 110.0])
def test_feet_come_to_the_floor_and_the_knee_stays_bent(knee):
    bent = {f"knee_flexion_{side}": knee for side in "rl"}
    folded = {f"hip_flexion_{side}": knee for side in "rl"}
    wish = standing(**bent, **folded, pelvis_tilt=knee * 0.4)
    pose = solved(wish, FEET)
    assert contacts_off(pose, FEET) == {}
    assert through_floor(pose) == {}
    assert pose[INDEX["knee_flexion_r"]] == pytest.approx(knee, abs=15)


def test_hands_meet():
    pose = solved(standing(), [*FEET, Together("grip_r", "grip_l", 0.1)])
    found = frames(pose[None])
    apart = np.linalg.norm(point(found, "grip_r") - point(found, "grip_l"))
    assert apart == pytest.approx(0.1, abs=0.005)


def test_a_contact_out_of_reach_is_told():
    far = Contact("palm_r", 3.0, 3.0, 3.0)
    assert "palm_r" in contacts_off(solved(standing(), [*FEET, far]), [*FEET, far])


def test_a_leg_in_the_floor_is_told():
    assert "shank_r" in through_floor(standing(0.5))
    assert through_floor(standing()) == {}


def test_a_joint_bends_no_further_than_it_can():
    wish = standing(elbow_flexion_r=-40.0, knee_flexion_l=-30.0)
    pose = solved(wish, FEET)
    assert pose[INDEX["elbow_flexion_r"]] > -3
    assert pose[INDEX["knee_flexion_l"]] > -3

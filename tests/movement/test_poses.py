"""Every movement of the course has poses that stand on the floor."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import numpy as np
import pytest

from running_muscles.movement.contacts import contacts_off, through_floor
from running_muscles.movement.poses import movement, movements, skeleton
from running_muscles.movement.skeleton import described
from running_muscles.movement.solve import Contact, Together
from running_muscles.movement.zones import ZONE_OF
from running_muscles.tables import data_path, exercises, muscles, protocols
from running_muscles.widgets.tests.runner import PullDrills, WarmUpRunner

NAMES = list(movements())


def contacts(rows):
    return [Together(*row) if isinstance(row[1], str) else Contact(*row) for row in rows]


def test_every_exercise_test_and_drill_moves():
    wanted = {*exercises(), *protocols(), *WarmUpRunner.sequence, *PullDrills.sequence}
    assert wanted <= set(NAMES)
    assert {name for name in NAMES if "name" not in movement(name)} <= wanted


@pytest.mark.parametrize("name", NAMES)
def test_contacts_are_where_they_should_be(name):
    row = movement(name)
    assert len(row["keys"]) == len(row["contacts"])
    for key, rows in zip(row["keys"], row["contacts"], strict=True):
        assert contacts_off(np.array(row["frames"][key], float), contacts(rows)) == {}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_goes_through_the_floor(name):
    row = movement(name)
    for frame in row["frames"]:
        assert through_floor(np.array(frame, float)) == {}


@pytest.mark.parametrize("name", [name for name in NAMES if "fault" in movement(name)])
def test_a_usual_mistake_stands_on_the_floor_too(name):
    fault = movement(name)["fault"]
    pose = np.array(fault["frame"], float)
    assert contacts_off(pose, contacts(fault["contacts"])) == {}
    assert through_floor(pose) == {}
    assert fault["words"].endswith(".")
    keys = [movement(name)["frames"][key] for key in movement(name)["keys"]]
    assert min(np.abs(pose - np.array(key, float)).max() for key in keys) > 5


def planted(row):
    """Contacts that the keys before and after share at one place."""
    pairs = zip(row["contacts"], row["contacts"][1:], strict=False)
    for number, (before, after) in enumerate(pairs):
        shared = [each for each in before if each in after and not isinstance(each[1], str)]
        yield row["keys"][number], row["keys"][number + 1], contacts(shared)


@pytest.mark.parametrize("name", NAMES)
def test_what_stays_down_does_not_slide_on_the_way(name):
    row = movement(name)
    for first, last, shared in planted(row):
        for frame in row["frames"][first : last + 1]:
            assert contacts_off(np.array(frame, float), shared) == {}


@pytest.mark.parametrize("name", NAMES)
def test_times_go_forward_and_every_still_is_a_key(name):
    row = movement(name)
    assert len(row["times"]) == len(row["frames"])
    assert row["times"] == sorted(set(row["times"]))
    assert all(0 <= key < len(row["keys"]) for key in row["still"])


def test_an_exercise_lights_its_muscles():
    for name in exercises():
        assert movement(name)["zones"]["main"], name
    assert movement("squat")["zones"] == {
        "main": ["quads"],
        "helper": ["glutes", "adductors", "back"],
    }


def test_every_muscle_of_an_exercise_has_a_zone():
    used = {muscle for row in exercises().values() for muscle in (*row.primary, *row.secondary)}
    assert used <= ZONE_OF.keys()
    assert ZONE_OF.keys() <= muscles().keys()


def test_an_unknown_movement_is_told_with_those_that_there_are():
    with pytest.raises(ValueError, match=r'no movement "sqat".*squat'):
        movement("sqat")


def test_the_file_has_the_skeleton_of_the_program():
    assert skeleton() == json.loads(json.dumps(described()))


def test_solving_again_gives_the_committed_poses():
    """A few of each kind, since solving all takes half a minute; `make poses` does all."""
    names = ["squat", "front_plank", "clamshell", "push_up", "easy_run", "modified_thomas"]
    code = (
        "import json, sys; from make.movements import movements, solve; "
        "print(json.dumps({name: solve(name, movements()[name]) for name in sys.argv[1:]}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *names],
        check=False, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(data_path())},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for name, row in json.loads(done.stdout).items():
        known = movement(name)
        assert row["keys"] == known["keys"]
        for ours, theirs in zip(row["frames"], known["frames"], strict=True):
            assert ours == pytest.approx(theirs, abs=0.3), name

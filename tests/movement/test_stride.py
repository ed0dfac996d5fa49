"""The measured stride: lengths against values calculated apart, and what lies in between."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from running_muscles import tables
from running_muscles.movement import stride, stride_pose

# Calculated apart from our program, by the same recipe: longest at each speed (and where), and
# shortest at 3.5 m/s (and where).
GIVEN = {
    "biceps_femoris_long": ((1.044, 96), (1.058, 96), (1.068, 94), (0.847, 58)),
    "semimembranosus": ((1.037, 96), (1.048, 96), (1.056, 96), (0.814, 60)),
    "semitendinosus": ((1.038, 96), (1.051, 96), (1.059, 96), (0.803, 60)),
    "rectus_femoris": ((1.104, 62), (1.117, 60), (1.125, 58), (0.970, 96)),
    "vastus_lateralis": ((1.180, 68), (1.201, 68), (1.221, 66), (1.019, 98)),
    "psoas": ((1.016, 42), (1.021, 38), (1.024, 36), (0.921, 82)),
    "iliacus": ((1.036, 42), (1.048, 38), (1.057, 36), (0.875, 82)),
    "gluteus_maximus_middle": ((1.149, 82), (1.181, 82), (1.207, 82), (0.914, 38)),
    "gastrocnemius_medial": ((1.012, 24), (1.011, 22), (1.010, 20), (0.897, 60)),
    "soleus": ((1.053, 20), (1.053, 18), (1.052, 18), (0.943, 40)),
    "tibialis_anterior": ((1.044, 46), (1.056, 40), (1.062, 36), (0.934, 18)),
}
PATHS = sorted(tables.stride_paths())


@pytest.mark.parametrize("path", GIVEN)
def test_lengths_agree_with_those_calculated_apart(path):
    *longest, shortest = GIVEN[path]
    for speed, (length, percent) in zip(stride.speeds(), longest, strict=True):
        found = stride.longest(path, speed)
        assert found.length == pytest.approx(length, abs=0.005)
        assert abs(found.percent - percent) <= 2
    found = stride.shortest(path, 3.5)
    assert found.length == pytest.approx(shortest[0], abs=0.005)
    assert abs(found.percent - shortest[1]) <= 2


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("biceps_femoris_long", "just before the foot lands"),
        ("semitendinosus", "just before the foot lands"),
        ("soleus", "in the middle of the contact"),
        ("psoas", "as the foot leaves the ground"),
        ("iliacus", "as the foot leaves the ground"),
    ],
)
def test_the_longest_moment_is_named(path, words):
    assert {stride.longest(path, speed).words for speed in stride.speeds()} == {words}


def test_hamstrings_are_longer_the_faster_it_goes():
    for path in ("biceps_femoris_long", "semimembranosus", "semitendinosus"):
        slow, middle, fast = (stride.longest(path, speed).length for speed in stride.speeds())
        assert slow < middle < fast


def test_every_path_has_every_sample_at_every_speed():
    rows = {(row.path, row.speed_mps, row.percent) for row in tables.stride_lengths()}
    moments = [place * stride.STEP_PERCENT for place in range(stride.SAMPLES)]
    assert rows == {(path, v, at) for path in PATHS for v in stride.speeds() for at in moments}
    angles = {(row.speed_mps, row.percent) for row in tables.stride_angles()}
    assert angles == {(v, at) for v in stride.speeds() for at in moments}


def test_one_path_stands_for_each_muscle():
    main = [row.muscle for row in tables.stride_paths().values() if row.main]
    assert sorted(main) == sorted(set(main)) == sorted(stride.muscles())


@pytest.mark.parametrize("speed", [2.5, 3.1, 3.5, 4.2, 4.5])
def test_between_the_measured_speeds_values_are_mixed_in_proportion(speed):
    below, share = stride.between(speed)
    known = stride.speeds()
    assert known[below] * (1 - share) + known[below + 1] * share == pytest.approx(speed)
    slow, fast = (stride.lengths("soleus", each) for each in known[below : below + 2])
    for low, here, high in zip(slow, stride.lengths("soleus", speed), fast, strict=True):
        assert here == pytest.approx(low * (1 - share) + high * share)
    seconds = [tables.strides()[each].stride_s for each in known[below : below + 2]]
    assert min(seconds) <= stride.stride_seconds(speed) <= max(seconds)


def test_a_moment_between_two_samples_lies_between_them():
    values = stride.lengths("iliacus", 3.5)
    assert stride.length_at("iliacus", 3.5, 98) == pytest.approx(values[49])
    assert stride.length_at("iliacus", 3.5, 99) == pytest.approx((values[49] + values[0]) / 2)
    assert stride.length_at("iliacus", 3.5, 140) == pytest.approx(values[20])


@pytest.mark.parametrize("speed", [2.4, 4.6, 0, -3, math.nan, math.inf, "fast", None, True])
def test_a_speed_that_nobody_measured_is_refused_in_a_sentence(speed):
    with pytest.raises(ValueError, match=r"from 2.5 to 4.5 m/s.*such as 3.5"):
        stride.checked_speed(speed)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ([], "at least one muscle"),
        (["soleus", "soleus"], "named twice"),
        (["heart"], "no muscle 'heart'. There are: gluteus_maximus"),
        (["Soleus"], "no muscle 'Soleus'"),
        ([3], "no muscle 3"),
        ("calf", "no muscle 'calf'"),
    ],
)
def test_muscles_that_it_does_not_know_are_refused_in_a_sentence(asked, sentence):
    with pytest.raises(ValueError, match=sentence):
        stride.paths_of(asked)


def test_a_single_name_is_a_list_of_one():
    assert stride.paths_of("soleus") == stride.paths_of(["soleus"])


def test_every_moment_has_words():
    for contact in (32.2, 38.5):
        said = [stride.phase(percent / 2, contact) for percent in range(201)]
        assert said[0] == "as the foot lands"
        assert said[-1] == "just before the foot lands"
        assert set(said) == {words for rows in stride.PHASES.values() for _, words in rows}


def test_what_the_table_of_timing_lacks_is_unknown():
    assert stride.active("soleus") == ()
    assert stride.active("gastrocnemius") == ((0, 25), (86, 100))


@pytest.mark.parametrize("speed", stride.speeds())
@pytest.mark.parametrize("path", PATHS)
def test_the_drawn_way_is_about_as_long_as_the_muscle(path, speed):
    """What is drawn and what is told are one thing: chords over bends may be a little shorter."""

    def drawn(percent):
        points = stride_pose.way(path, speed, percent)
        return sum(math.dist(a, b) for a, b in pairwise(points))

    ratios = [drawn(at * 2) / stride.lengths(path, speed)[at] for at in range(stride.SAMPLES)]
    assert max(ratios) / min(ratios) < 1.03


@pytest.mark.parametrize("speed", [2.5, 3.0, 3.5, 4.5])
def test_bones_stay_joined_and_whole(speed):
    for percent in range(0, 100, 3):
        places = stride_pose.places(speed, percent)
        for place in places.values():
            assert math.hypot(*place.turn) == pytest.approx(1)
        hip = places["femur"].origin
        knee, ankle = places["tibia"].origin, places["foot"].origin
        assert math.dist(hip, knee) == pytest.approx(405, abs=15)
        assert math.dist(knee, ankle) == pytest.approx(445, abs=25)


@pytest.mark.parametrize("speed", stride.speeds())
def test_the_drawn_foot_is_near_the_ground_while_it_is_down(speed):
    ground = stride_pose.drawing()["ground"]
    numbers = stride_pose.drawing()["bones"]["foot"]["points"]
    points = [numbers[at : at + 3] for at in range(0, len(numbers), 3)]
    for percent in range(100):
        tilt, height = stride_pose.pelvis(speed, percent)
        sine, cosine = math.sin(math.radians(tilt)), math.cos(math.radians(tilt))
        place = stride_pose.places(speed, percent)["foot"]
        lying = (place.put(point) for point in points)
        lowest = min(y * cosine - x * sine for x, y, _ in lying) + height - ground
        assert lowest > -12
        if 6 <= percent <= stride.contact_percent(speed) - 2:
            assert lowest < 12

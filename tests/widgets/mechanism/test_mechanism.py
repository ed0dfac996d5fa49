"""Mechanisms: their arithmetic, and that every frame can be read."""

from __future__ import annotations

import json
import math
import re
from itertools import combinations, pairwise

import pytest

import running_muscles as rm
from running_muscles import tables
from running_muscles.translation import spoken
from running_muscles.widgets.figures.parts import fact
from running_muscles.widgets.mechanism import (
    achilles,
    braking,
    core_box,
    heart,
    hip_lever,
    windlass,
)
from running_muscles.widgets.mechanism.parts import WIDTH, limb, word_box
from running_muscles.widgets.mechanism.widget import MECHANISMS

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
MOST_STATE = 60_000
exactly = pytest.approx
each = pytest.mark.parametrize("name", sorted(MECHANISMS))


@pytest.fixture(params=spoken.languages())
def language(request, monkeypatch):
    """Every language that the course speaks: some have longer words."""
    monkeypatch.setattr(spoken, "_chosen", [request.param])


def places(shape):
    """Points that a shape goes through or is bent by, with how far it reaches round them."""
    at = shape["at"]
    if shape["tag"] == "path":
        # An arc names its radii and flags first; only its end lies on the way.
        way = re.sub(r"A\S+ \S+ 0 \d \d ", "L", at["d"])
        numbers = [float(number) for number in NUMBER.findall(way)]
        return list(zip(numbers[::2], numbers[1::2], strict=True))
    if shape["tag"] == "circle":
        x, y, r = at["cx"], at["cy"], at["r"]
        return [(x - r, y - r), (x + r, y + r)]
    if shape["tag"] == "line":
        return [(at["x1"], at["y1"]), (at["x2"], at["y2"])]
    if shape["tag"] == "rect":
        return [(at["x"], at["y"]), (at["x"] + at["width"], at["y"] + at["height"])]
    left, top, right, bottom = word_box(shape)
    return [(left, top), (right, bottom)]


@each
@pytest.mark.usefixtures("language")
def test_every_shape_of_every_frame_lies_in_the_drawing(name):
    mechanism = MECHANISMS[name]()
    for positions in mechanism.positions():
        for shape in mechanism.frame(positions).shapes:
            for x, y in places(shape):
                assert 0 <= x <= WIDTH, (positions, shape)
                assert 0 <= y <= mechanism.height, (positions, shape)


@each
@pytest.mark.usefixtures("language")
def test_no_two_words_overlap(name):
    mechanism = MECHANISMS[name]()
    for positions in mechanism.positions():
        words = [one for one in mechanism.frame(positions).shapes if one["tag"] == "text"]
        for one, other in combinations(words, 2):
            a, b = word_box(one), word_box(other)
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            assert apart, (positions, one["words"], other["words"])


@each
def test_every_position_answers_in_a_short_sentence(name):
    mechanism = MECHANISMS[name]()
    for positions in mechanism.positions():
        sentence = mechanism.frame(positions).sentence
        assert sentence.endswith(".")
        assert len(sentence.split()) <= 20
        assert mechanism.frame(positions) == mechanism.frame(positions)


@each
def test_it_says_what_it_stands_on(name):
    mechanism = MECHANISMS[name]()
    told = mechanism.note.lower()
    assert "schematic" in told or "worked out from" in told
    assert mechanism.more.endswith(".")
    assert mechanism.sources
    assert set(mechanism.sources) <= set(tables.references())


@each
@pytest.mark.usefixtures("language")
def test_the_state_is_small_and_plain_and_its_frames_stand_in_order(name):
    widget = rm.Mechanism(name)
    mechanism = MECHANISMS[name]()
    assert len(json.dumps(widget.scene, separators=(",", ":"))) < MOST_STATE
    pool, frames = widget.scene["pool"], widget.scene["frames"]
    assert len(frames) == math.prod(len(slider["stops"]) for slider in widget.sliders)
    for positions, frame in zip(mechanism.positions(), frames, strict=True):
        drawn = mechanism.drawing(positions)
        assert [pool[place] for place in frame["shapes"]] == drawn["shapes"]
        assert drawn["label"] == f"{widget.scene['label']} {frame['sentence']}"


@each
def test_an_exported_page_shows_three_pictures_and_the_table(name):
    mechanism = MECHANISMS[name]()
    html = rm.Mechanism(name)._repr_mimebundle_()["text/html"]
    assert html.count('<svg class="rm-strip"') == 3
    assert len(set(mechanism.stills)) == 3
    for positions in mechanism.stills:
        assert mechanism.frame(positions).sentence in html
    assert html.count('<th scope="row">') == len(mechanism.table.rows)


@each
def test_sliders_begin_and_presets_lead_to_where_there_is_a_stop(name):
    mechanism = MECHANISMS[name]()
    assert 1 <= len(mechanism.sliders) <= 2
    for slider in mechanism.sliders:
        assert 0 <= slider.start < len(slider.stops)
        assert len(set(slider.stops)) == len(slider.stops)
    known = set(mechanism.positions())
    assert {positions for _, positions in mechanism.presets} <= known


def test_an_unknown_mechanism_is_refused_by_name():
    with pytest.raises(ValueError, match=r"no mechanism 'hip'.*hip-lever"):
        rm.Mechanism("hip")


def all_balances():
    for positions in hip_lever.mechanism().positions():
        yield hip_lever.balance(positions)


def test_the_moments_at_the_hip_balance():
    for at in all_balances():
        turning = at.weight * at.lever + at.bag * at.bag_lever
        assert abs(at.muscle * hip_lever.MUSCLE_LEVER - turning) < 1e-9
        assert abs(at.hip - (at.muscle + at.weight + at.bag)) < 1e-9
        assert at.muscle > 0


def test_upright_without_a_bag_the_hip_carries_what_the_textbook_says():
    at = hip_lever.balance((1, 0))
    assert at.weight == exactly(6 / 7)
    assert at.muscle == exactly(2 * 6 / 7)
    # "About 2.5 times the weight of the person", and near what implants measured.
    assert at.hip == exactly(2.5, abs=0.1)
    assert at.hip == exactly(fact("hip-force-walk").value / 100, abs=0.3)


def test_leaning_over_the_hip_and_the_bag_on_its_side_ask_less_of_the_muscle():
    leans, bags = range(len(hip_lever.LEANS)), range(len(hip_lever.BAGS))
    for bag in bags:
        pulls = [hip_lever.balance((lean, bag)).muscle for lean in leans]
        assert all(more > less for more, less in pairwise(pulls))
    for lean in leans:
        none, same, other = (hip_lever.balance((lean, bag)).muscle for bag in bags)
        assert same < none < other


def test_the_brake_grows_with_the_landing_place_and_the_push_stays_as_large():
    stops = range(len(braking.STOPS))
    parts = [braking.push(place) for place in stops]
    assert all(less[0] < more[0] for less, more in pairwise(parts))
    assert all(math.hypot(*part) == exactly(braking.PUSH, abs=1e-9) for part in parts)
    for place, (back, up) in zip(stops, parts, strict=True):
        x, y = braking.landing(place)
        # The line of the push runs through the centre of mass.
        across = (x - braking.MASS[0]) * up - (y - braking.MASS[1]) * back
        assert abs(across) < 1e-9


def test_thigh_and_shank_keep_their_lengths_and_the_knee_straightens():
    bends = []
    for place in range(len(braking.STOPS)):
        x, y = braking.landing(place)
        ankle, knee = (x - 4, y - 9), braking.knee(place)
        assert math.dist(knee, braking.HIP) == exactly(braking.BONE, abs=1e-9)
        assert math.dist(knee, ankle) == exactly(braking.BONE, abs=1e-9)
        bends.append(2 * braking.BONE - math.dist(braking.HIP, ankle))
    assert all(more > less for more, less in pairwise(bends))


def test_muscle_and_tendon_together_are_as_long_as_measured():
    steps = range(achilles.STEPS + 1)
    for at in steps:
        both = achilles.lengths()[0] + achilles.muscle_change(at) + achilles.stretch(at)
        # A tendon cannot push: where it would, it is slack.
        assert both == exactly(achilles.lengths()[at], abs=5e-4)
    drawn = [sum(achilles.strip_lengths(at)) for at in steps]
    first = achilles.MUSCLE + achilles.TENDON
    for at in steps:
        change = (achilles.lengths()[at] - achilles.lengths()[0]) * achilles.CHANGE
        assert drawn[at] - first == exactly(change, abs=0.3)


def test_the_tendon_stores_and_gives_back_once_while_the_muscle_only_shortens():
    steps = range(achilles.STEPS + 1)
    energies = [achilles.energy(at) for at in steps]
    top = achilles.fullest()
    assert energies[0] == exactly(0, abs=1e-9)
    assert energies[-1] == exactly(0, abs=1e-9)
    assert energies[top] == 1
    assert all(less <= more for less, more in pairwise(energies[: top + 1]))
    assert all(more > less for more, less in pairwise(energies[top:]))
    changes = [achilles.muscle_change(at) for at in steps]
    assert all(more > less for more, less in pairwise(changes))


def test_the_rods_of_the_arch_stay_and_what_is_wound_up_is_missing_below():
    for degrees in windlass.ANGLES:
        heel, top = windlass.heel(degrees), windlass.top(degrees)
        assert math.dist(heel, top) == exactly(windlass.REAR, abs=1e-9)
        assert math.dist(top, windlass.BALL) == exactly(windlass.FRONT, abs=1e-9)
        below = math.dist(heel, windlass.BALL)
        assert below + windlass.wound(degrees) == exactly(windlass.BAND, abs=1e-9)
    rises = [windlass.rise(degrees) for degrees in windlass.ANGLES]
    assert rises[0] == 0
    assert rises[-1] == 1
    assert all(less < more for less, more in pairwise(rises))


def test_beats_times_blood_is_the_blood_of_a_minute():
    assert heart.output(70, 70) == exactly(4.9)
    for rate in heart.RATES:
        for volume in heart.VOLUMES:
            litres = heart.output(rate, volume)
            assert litres == exactly(rate * volume / 1000, abs=1e-9)
            assert litres <= heart.LITRES
            said = heart.frame(heart.place(rate, volume)).sentence
            assert f"{litres:.1f} litres" in said


def test_the_heart_beats_as_often_as_it_says_and_empties_further_with_a_larger_beat():
    sizes = [heart.squeeze(volume) for volume in heart.VOLUMES]
    assert all(more > less > 0 for more, less in pairwise(sizes))
    for rate in heart.RATES:
        frame = heart.frame(heart.place(rate, 70))
        assert frame.beat["seconds"] * rate == exactly(60, abs=0.1)
        dots = [one for one in frame.shapes if one["kind"] == "dot"]
        assert len(dots) * 60 == rate * heart.SECONDS


def test_what_the_lid_pushes_down_the_walls_give_in_all():
    for positions in core_box.mechanism().positions():
        at = core_box.given(positions)
        assert at.belly + at.floor + at.back == exactly(at.push, abs=1e-9)


def test_a_firmer_belly_gives_less_and_the_rest_more_at_more_pressure():
    for breath in range(1, len(core_box.BREATHS)):
        given = [core_box.given((breath, firm)) for firm in range(len(core_box.BELLIES))]
        for soft, firm in pairwise(given):
            assert firm.belly < soft.belly
            assert firm.floor > soft.floor
            assert firm.back > soft.back
            assert firm.pressure > soft.pressure


def test_a_limb_that_is_all_in_one_circle_is_that_circle():
    assert limb((10, 10), (11, 10), 8, 2).count("A") == 2
    assert limb((10, 10), (60, 10), 8, 2).count("L") == 2

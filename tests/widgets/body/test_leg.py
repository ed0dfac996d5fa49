"""The running leg as a widget and as still pictures."""

from __future__ import annotations

import json
import math
import re

import pytest

import running_muscles as rm
from running_muscles import tables
from running_muscles.movement import stride
from running_muscles.widgets.body.leg_picture import MOMENTS, length_colour
from running_muscles.widgets.scripts import STATIC

NOT_FORCES = "These are lengths of whole muscle and tendon in a generic skeleton, not forces."
BONES = 120 * 1024


def still(**asked):
    return rm.RunningLeg(**asked)._repr_mimebundle_()["text/html"]


def test_it_sends_the_chosen_muscles_with_lengths_and_timing():
    leg = rm.RunningLeg(muscles=["semitendinosus", "gluteus_maximus", "soleus"], speed=4)
    assert [each["muscle"] for each in leg.muscles] == [
        "semitendinosus",
        "gluteus_maximus",
        "soleus",
    ]
    hamstring, glute, calf = leg.muscles
    assert hamstring["active"] == [[6, 30], [70, 100]]
    assert glute["active"] is None
    assert calf["active"] is None
    assert [path["main"] for path in glute["paths"]] == [False, True, False]
    assert glute["name"] == "Gluteus maximus (middle part)"
    assert len(hamstring["paths"][0]["lengths"]) == len(stride.speeds())
    assert leg.speed == 4


def test_bones_are_small_and_everything_crosses_as_json():
    leg = rm.RunningLeg()
    assert len(json.dumps(leg.stride["bones"], separators=(",", ":"))) < BONES
    assert (tables.data_path() / "stride_body.json").stat().st_size < BONES
    json.dumps([leg.stride, leg.muscles, leg.notes, leg.sources], allow_nan=False)
    assert "Apache" in leg.stride["notice"]


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"muscles": ["heart"]}, "no muscle 'heart'"),
        ({"muscles": []}, "at least one"),
        ({"speed": 9}, "from 2.5 to 4.5 m/s"),
    ],
)
def test_what_it_cannot_show_is_said_in_a_sentence(asked, sentence):
    with pytest.raises(ValueError, match=sentence):
        rm.RunningLeg(**asked)


@pytest.mark.parametrize("muscle", stride.muscles())
def test_every_muscle_has_five_stills_and_a_table(muscle):
    html = still(muscles=[muscle])
    pictures = re.findall(r'<svg viewBox[^>]*aria-label="([^"]*)"', html)
    assert len(pictures) == len(MOMENTS)
    name = tables.muscles()[muscle].name.split(" (")[0]
    assert all(name.split()[0] in label and "% of standing" in label for label in pictures)
    strands = sum(row.muscle == muscle for row in tables.stride_paths().values())
    assert html.count("rm-leg-strand") == len(MOMENTS) * 2 * strands
    assert NOT_FORCES in html
    assert html.count('<th scope="row">') == 10
    assert "nan" not in html


def test_stills_name_the_longest_and_the_shortest_moment():
    html = still(muscles=["biceps_femoris"], speed=3.5)
    assert "longest just before the foot lands (106 % of standing, at 96 % of the stride)" in html
    assert "shortest as the heel swings up behind (85 %, at 58 %)" in html


def test_stills_need_no_script_and_no_network():
    html = still(muscles=["soleus"])
    assert "<script" not in html
    assert set(re.findall(r'(?:src|xlink:href)="', html)) == set()
    assert re.findall(r"url\((?!.data:)", html) == []
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert {f"#{each}" for each in ids} == set(re.findall(r'<use href="([^"]+)"', html))


def test_two_stills_of_one_page_share_no_id():
    one, other = (
        set(re.findall(r' id="([^"]+)"', still(muscles=[muscle])))
        for muscle in ("soleus", "iliacus")
    )
    assert one.isdisjoint(other)


def test_colour_grows_with_the_distance_from_standing():
    assert "long) 100%" in length_colour(1.3)
    assert "short) 100%" in length_colour(0.7)
    shares = [int(re.search(r"(\d+)%", length_colour(1 + step / 100))[1]) for step in range(18)]
    assert shares == sorted(shares)


def test_a_muscle_is_drawn_thicker_while_it_is_on():
    """The tibialis anterior is on from 27 % of the stride to its end."""

    def spans(html):
        strands = re.findall(r'rm-leg-strand" d="M([^"]+)z" style="fill:([^;]+);', html)
        # Ten: a left and a right leg in each of the five stills, the right one last.
        return [(_widest(outline), fill) for outline, fill in strands[1::2]]

    lands, middle, leaves, bent, _ = spans(still(muscles=["tibialis_anterior"]))
    assert min(leaves[0], bent[0]) > 1.5 * max(lands[0], middle[0])
    assert "two different facts" in still()


def _widest(outline):
    points = [tuple(map(float, pair.split())) for pair in outline.split("L")]
    half = len(points) // 2
    sides = zip(points[:half], reversed(points[half:]), strict=True)
    return max(math.dist(left, right) for left, right in sides)


def test_limits_and_sources_are_told():
    leg = rm.RunningLeg(muscles=["flexor_hallucis_longus"])
    told = " ".join(leg.notes)
    for word in ("28 runners", "not measured", "second-hand", "toes stay straight"):
        assert word in told
    assert "toes" not in " ".join(rm.RunningLeg(muscles=["soleus"]).notes)
    cited = {source["text"] for source in leg.sources}
    assert {"Fukuchi et al. 2017", "Rajagopal et al. 2016"} <= cited
    timed = rm.RunningLeg(muscles=["gastrocnemius"])
    assert any("Gazendam" in source["text"] for source in timed.sources)


def test_the_script_is_small():
    assert (STATIC / "leg.js").stat().st_size < 60 * 1024

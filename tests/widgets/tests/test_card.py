"""The card of a result: which two results, which noise, which one group, and one sentence."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from running_muscles.measure.about import About
from running_muscles.measure.noise import noise
from running_muscles.measure.result import Result
from running_muscles.tables import protocols
from running_muscles.widgets import still
from running_muscles.widgets.drawing import svg
from running_muscles.widgets.history import history
from running_muscles.widgets.tests.card import card
from running_muscles.widgets.tests.strip import Scale

WOMAN = About(20, "F")


def results(test: str, *values: float, side: str = "") -> list[Result]:
    unit = protocols()[test].unit
    return [
        Result(f"{side}{day}", test, value, unit, f"2026-11-{day:02d}T09:00:00Z", side)
        for day, value in enumerate(values, 1)
    ]


def made(test: str, *values: float, about: About = WOMAN) -> dict[str, Any]:
    row = protocols()[test]
    side = row.sides[0] if row.sides else ""
    return card(results(test, *values, side=side), row, about)


def shapes(one: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [each for each in one["drawing"]["shapes"] if each["kind"] == kind]


def test_the_band_is_the_noise_around_the_result_before():
    one = made("front_plank", 50, 60, 75)
    low, high = noise("front_plank", "s").band(60)
    (band,) = shapes(one, "noise")
    (before,) = shapes(one, "before")
    (now,) = shapes(one, "now")
    place = before["at"]["cx"]
    assert band["at"]["x"] < place < band["at"]["x"] + band["at"]["width"]
    assert f"noise from {low:.1f} to {high:.1f}" in one["drawing"]["label"]
    assert now["at"]["cx"] > place
    (earlier,) = shapes(one, "earlier")
    assert earlier["words"] == "50.0 s, 01 Nov 2026"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((60,), "first result. The next one can land anywhere in the shaded band"),
        ((60, 60), "The same as before."),
        ((60, 70), "10.0 s more than before. That lies inside the shaded band"),
        ((60, 20), "40.0 s less than before. That lies outside the shaded band"),
    ],
)
def test_one_sentence_says_what_the_band_means(values, words):
    one = made("front_plank", *values)
    assert words in one["sentence"]
    if len(values) == 2:
        (band,), (now,) = shapes(one, "noise"), shapes(one, "now")
        start, width = band["at"]["x"], band["at"]["width"]
        assert (start <= now["at"]["cx"] <= start + width) == ("outside" not in one["sentence"])


def test_without_a_known_noise_there_is_no_band_and_the_card_says_so():
    one = made("push_up", 12, 18)
    assert shapes(one, "noise") == []
    assert "no study of this test's noise" in one["sentence"]


def test_one_group_of_people_like_the_learner_and_none_of_others():
    one = made("front_plank", 60)
    assert len(shapes(one, "group")) == 1
    assert one["group"]["text"].startswith("The group: students at a US college")
    assert one["group"]["links"]
    other = made("front_plank", 60, about=About(62, "F"))
    assert shapes(other, "group") == shapes(other, "middle") == []
    assert other["group"] is None


def test_two_sides_are_two_lanes_on_one_line_and_the_latest_has_the_word():
    test = "single_leg_heel_raise"
    both = [*results(test, 20, 22, side="left"), *results(test, 24, side="right")]
    one = card(both, protocols()[test], About(30, "M"))
    assert [each["words"] for each in shapes(one, "side")] == ["Left", "Right"]
    assert len(shapes(one, "now")) == 2
    assert one["sentence"].startswith("Right: this is your first")
    assert len(shapes(one, "middle")) == 1


def test_a_result_without_the_side_that_its_test_asks_for_is_left_out():
    test = "side_plank"
    assert card(results(test, 40), protocols()[test], WOMAN) == {}


def test_practice_and_observations_are_not_compared():
    assert "practice" in made("reaction_warm_up", 9.8, 10.4)["sentence"]
    assert made("reaction_warm_up", 9.8)["group"] is None
    assert made("paper_grip", 1) == {}
    assert made("front_plank") == {}


@pytest.mark.parametrize("test", [row.test for row in protocols().values() if row.unit != "level"])
def test_everything_stays_inside_the_drawing_in_every_test(test):
    for values in ((0,), (0, 0), (3,), (40, 45), (1, 900), (2400, 2450.5)):
        stays_inside(made(test, *values))


def stays_inside(one):
    width, height = one["drawing"]["width"], one["drawing"]["height"]
    for each in one["drawing"]["shapes"]:
        at = each["at"]
        right = max(at.get("x", 0) + at.get("width", 0), at.get("cx", 0), at.get("x2", 0))
        assert 0 <= right <= width
        assert 0 <= max(at.get("y", 0), at.get("cy", 0), at.get("y2", 0)) <= height
        if each["tag"] != "text":
            continue
        half = len(each["words"]) * 3
        assert half <= at.get("x", width / 2) <= width - half
    ticks = [each["words"] for each in shapes(one, "tick")]
    assert 2 <= len(ticks) <= 7
    assert one["sentence"].count(".") <= 4


def test_a_scale_keeps_order_and_its_ticks_are_round():
    scale = Scale(3.2, 97.0, 14.0)
    assert scale.at(3.2) == 14.0
    assert scale.at(50) < scale.at(60)
    assert scale.at(1e9) == scale.at(97.0)
    assert scale.ticks() == [20, 40, 60, 80]


def test_the_trend_stands_by_true_time_and_needs_three_results_on_two_days():
    assert made("front_plank", 60, 70)["trend"] is None
    row = protocols()["front_plank"]
    one_day = [
        Result(f"r{minute}", row.test, 60, "s", f"2026-11-01T09:{minute}:00Z")
        for minute in (10, 20, 30)
    ]
    assert card(one_day, row, WOMAN)["trend"] is None
    # Summer time ends between the second and the third: by the clock, it comes before it.
    days = (
        ("2026-10-24T08:00:00Z", 120),
        ("2026-10-25T00:50:00Z", 120),
        ("2026-10-25T01:10:00Z", 60),
    )
    rows = [
        Result(at, row.test, 60 + n, "s", at, utc_offset_minutes=offset)
        for n, (at, offset) in enumerate(days)
    ]
    drawn = card(rows, row, WOMAN)["trend"]["shapes"]
    across = [each["at"]["cx"] for each in drawn if each["tag"] == "circle"]
    assert across == sorted(across)
    assert len(set(across)) == 3
    assert sum(each["kind"] == "trend-you" for each in drawn) == 2


def test_a_page_draws_the_same_and_folds_the_rest():
    rows = results("front_plank", 60, 70)
    row = protocols()["front_plank"]
    one = card(rows, row, WOMAN)
    drawn = svg(one["drawing"])
    told = {"test": row.test, "name": row.name, "steps": [], "stop_criteria": [], "skip_if": []}
    html = still.assessment(told, history(rows, row, date.min), (), one)
    assert drawn in html
    assert html.index("rm-strip") < html.index("<details>") < html.index("<table>")
    assert re.search(r'role="img" aria-label="[^"]+ now 1:10\.0', drawn.lower())

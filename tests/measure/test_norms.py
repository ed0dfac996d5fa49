from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles import tables
from running_muscles.measure.groups import groups_of
from running_muscles.measure.norms import Reading, compare

TESTS = sorted(tables.protocols())
GRADED = [test for test in TESTS if groups_of(test)]
SEXES = st.sampled_from(["M", "F", None])
AGES = st.one_of(st.none(), st.integers(10, 100))


def by_source(test: str, value: float, *, sex: str, age: int) -> dict[str, Reading]:
    return {reading.citation: reading for reading in compare(test, value, sex=sex, age=age)}


def first(test: str, value: float, **who: object) -> Reading:
    return compare(test, value, **who)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sex", "value", "percentile"),
    [("M", 110, 50), ("M", 62, 10), ("M", 201, 90), ("F", 72, 50), ("F", 108, 80), ("F", 48, 20)],
)
def test_a_student_reads_strand_as_in_his_table(sex: str, value: float, percentile: float) -> None:
    reading = first("front_plank", value, sex=sex, age=20)
    assert reading.citation == "strand2014"
    assert reading.percentile == percentile
    assert reading.method == "interpolated"
    assert reading.verified == "secondary"
    assert "quotes the study" in reading.sentence
    assert (reading.mean, reading.sd) == ((124, 72) if sex == "M" else (83, 63))


def test_the_quartiles_of_chase_stay_with_chase() -> None:
    readings = {
        reading.citation: reading for reading in compare("front_plank", 84, sex="M", age=20)
    }
    assert readings["chase2014"].percentile == 25
    assert readings["chase2014"].verified == "primary"
    assert readings["strand2014"].percentile not in (25, None)


def test_without_sex_and_age_nobody_is_said_to_be_included() -> None:
    readings = compare("front_plank", 100)
    assert {reading.includes_learner for reading in readings} <= {None, False}
    reading = readings[0]
    assert reading.sex == "all"
    assert reading.method == "normal approximation"
    assert "estimate from mean and spread" in reading.sentence
    assert "did not tell us your age" in reading.sentence


@pytest.mark.parametrize("test", GRADED)
@pytest.mark.parametrize("sex", ["M", "F"])
@pytest.mark.parametrize("age", [14, 20, 35, 45, 62, 71, 85])
def test_a_group_without_the_learner_never_stands_before_one_with(
    test: str, sex: str, age: int
) -> None:
    order = [reading.includes_learner for reading in compare(test, 30.0, sex=sex, age=age)]
    assert order == sorted(order, key=lambda included: not included)
    for reading in compare(test, 30.0, sex=sex, age=age):
        if reading.includes_learner:
            assert reading.sex in (sex, "all")
            assert (reading.age_min or 0) <= age <= (reading.age_max or 120)
            assert (reading.age_min, reading.age_max) != (None, None)


def test_athletes_and_people_of_unknown_age_include_nobody() -> None:
    for test, who in (
        ("cadence", "best 100-kilometre runners"),
        ("single_leg_hamstring_bridge", "Australian football"),
        ("single_leg_bridge_hold", "about 20"),
    ):
        for reading in compare(test, 30.0, sex="M", age=20):
            assert reading.includes_learner is False
            assert who in reading.who_sentence


def test_whom_it_is_about_is_one_short_plain_sentence() -> None:
    for test in GRADED:
        for group in groups_of(test):
            assert len(group.who.split()) <= 16, group.who
            assert not re.search(r"n ?=|[;()%]|mean", group.who), group.who


def test_the_main_sentence_is_one_and_the_rest_can_be_folded() -> None:
    reading = first("front_plank", 72, sex="F", age=20)
    assert reading.main == "Your 72 s is more than about 50 in 100 people of a group had."
    assert reading.who_sentence == "They were students at a US college, about 20 years old."
    assert reading.sentence.startswith(f"{reading.main} {reading.who_sentence} ")
    assert any("quotes the study" in words for words in reading.more)


def test_where_only_each_sex_was_measured_both_are_shown() -> None:
    readings = compare("single_leg_stance_eyes_closed", 10, age=30)
    assert {reading.sex for reading in readings} == {"M", "F"}
    assert all("did not tell us your sex" in reading.sentence for reading in readings)


def test_a_learner_outside_a_groups_ages_is_told() -> None:
    readings = {
        reading.citation: reading for reading in compare("front_plank", 90, sex="F", age=45)
    }
    assert "You are older than this group" in readings["strand2014"].sentence
    assert not any(reading.includes_learner for reading in readings.values())
    young = by_source("front_plank", 90, sex="F", age=15)
    assert "You are younger than this group" in young["strand2014"].sentence


def test_a_group_of_men_says_so_to_a_woman() -> None:
    (reading,) = compare("single_leg_hamstring_bridge", 31, sex="F", age=25)
    assert "men only" in reading.sentence
    (for_a_man,) = compare("single_leg_hamstring_bridge", 31, sex="M", age=25)
    assert "men only" not in for_a_man.sentence


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (19, "poor"),
        (20, 'between "poor" and "good"'),
        (30, 'between "poor" and "good"'),
        (31, "good"),
    ],
)  # fmt: skip
def test_hamstring_bridge_bands(value: float, band: str) -> None:
    (reading,) = compare("single_leg_hamstring_bridge", value, sex="M", age=20)
    assert reading.band == band


def test_the_walk_and_the_jog_are_compared_as_oxygen_uptake() -> None:
    for test in ("rockport_mile", "one_mile_jog"):
        readings = by_source(test, 45.0, sex="M", age=25)
        assert set(readings) == {"kaminsky2015", "peterman2020", "loe2013"}
        assert readings["kaminsky2015"].percentile_text == "below the 50th"
        assert compare(test, 45.0, sex="M", age=45)[0].includes_learner is False


def test_balance_has_a_mean_only() -> None:
    reading = first("single_leg_stance_eyes_closed", 10, side="left", sex="F", age=45)
    assert reading.method == "mean only"
    assert reading.mean == 13.5
    assert (reading.percentile, reading.percentile_text, reading.band) == (None, "", None)


def test_a_side_is_compared_with_its_own_side() -> None:
    left = first("side_plank", 55, side="left")
    right = first("side_plank", 55, side="right")
    assert (left.mean, right.mean) == (55, 54)
    assert {reading.mean for reading in compare("side_plank", 55, side="left")} == {55}


def test_a_pulse_is_no_grade() -> None:
    for sex in ("M", "F", None):
        for reading in compare("resting_hr", 60, sex=sex, age=40):
            assert reading.band is None
            assert reading.percentile is None
            assert "Neither a higher nor a lower number is better" in reading.sentence
    assert (
        first("resting_hr", 60, sex="M", age=40).percentile_text == "between the 2.5th and 97.5th"
    )


@pytest.mark.parametrize(
    "test",
    [
        "hr_recovery_1min", "paper_grip", "modified_thomas", "single_leg_squat_quality",
        "jump_in_place", "reaction_warm_up", "single_leg_squat_count",
    ],
)  # fmt: skip
def test_what_has_no_grade_gets_none(test: str) -> None:
    assert compare(test, 1, sex="F", age=30) == ()


def test_a_study_split_by_age_needs_the_age() -> None:
    assert compare("single_leg_stance_eyes_closed", 20, sex="M", age=14) == ()
    assert len(compare("single_leg_stance_eyes_closed", 20, sex="M", age=45)) == 1


def test_where_no_sound_table_was_read_nobody_is_compared() -> None:
    assert compare("push_up", 20, sex="M", age=25) == ()
    assert compare("cooper_12min", 2400, sex="M", age=25) == ()


@given(st.sampled_from(GRADED), st.floats(0, 4000), SEXES, AGES)
def test_every_sentence_is_honest_about_its_numbers(
    test: str, value: float, sex: str | None, age: int | None
) -> None:
    for reading in compare(test, value, sex=sex, age=age):
        assert reading.population in reading.sentence
        assert reading.who in reading.sentence
        assert reading.citation in tables.references()
        assert ("quotes the study" in reading.sentence) == (reading.verified == "secondary")
        assert ("estimate" in reading.sentence) == (reading.method == "normal approximation")
        assert (reading.band is None) == (reading.method != "band")
        assert reading.percentile is None or 0 < reading.percentile < 100
        ours = reading.sentence.replace(reading.reference, "").replace(reading.who, "")
        assert not re.search(r"risk|weak|health|diagnos|injur", ours)
        assert "  " not in reading.sentence
        assert ".." not in reading.sentence


@given(st.sampled_from(GRADED), st.floats(0, 4000), st.floats(0, 4000), SEXES, AGES)
def test_a_higher_result_is_never_placed_lower(
    test: str, one: float, other: float, sex: str | None, age: int | None
) -> None:
    low, high = sorted((one, other))
    pairs = zip(
        compare(test, low, sex=sex, age=age), compare(test, high, sex=sex, age=age), strict=True
    )
    for lower, higher in pairs:
        assert lower.reference == higher.reference
        if lower.percentile is not None and higher.percentile is not None:
            assert lower.percentile <= higher.percentile


@given(st.sampled_from(["single_leg_heel_raise", "single_leg_bridge_hold"]), st.floats(0, 200))
def test_where_sides_were_measured_together_they_read_the_same(test: str, value: float) -> None:
    assert compare(test, value, side="left") == compare(test, value, side="right")


def test_any_two_readings_of_a_result_name_their_group() -> None:
    readings = compare("front_plank", 100, sex="F", age=20)
    assert len({reading.reference for reading in readings}) == len(readings) > 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"value": float("nan")}, "must be a number"),
        ({"side": "top"}, 'A side is "left", "right" or empty, not "top"'),
        ({"sex": "male"}, 'sex is "M", "F" or not given, not "male"'),
        ({"age": 130}, "between 0 and 120 years"),
        ({"test": "plank"}, 'There is no test "plank". The tests are: front_plank, '),
    ],
)
def test_nonsense_gets_a_sentence(arguments: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        compare(**({"test": "front_plank", "value": 60.0} | arguments))  # type: ignore[arg-type]

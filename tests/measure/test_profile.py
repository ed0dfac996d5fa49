from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from running_muscles import tables
from running_muscles.measure import norms
from running_muscles.measure.about import About
from running_muscles.measure.muscle_groups import GROUP_NAMES, STRENGTH_GROUPS
from running_muscles.measure.profile import RUNNING, percentile_range, profile
from running_muscles.measure.result import Result
from running_muscles.plan.standing import OwnResult, Standing, standings

SCORED = [row.test for row in tables.protocols().values() if row.scored]
START = datetime(2026, 11, 1, 10, tzinfo=UTC)


def result(test: str, value: float, day: int = 0, side: str = "", minute: int = 0) -> Result:
    at = START + timedelta(days=day, minutes=minute)
    return Result(
        id=f"{test}-{side}-{day}-{minute}",
        test=test,
        value=value,
        unit=tables.protocols()[test].unit,
        recorded_at=at.isoformat(),
        side=side,
    )


def test_without_results_every_group_is_there_and_untested():
    empty = profile([])
    assert [group.group for group in empty.groups] == [*GROUP_NAMES, RUNNING]
    assert not any(group.tested for group in empty.groups)
    named = {name for group in empty.groups for name in group.untested}
    assert named == {
        row.name for row in tables.protocols().values() if row.lesson != "00-start-here"
    }


def test_every_group_of_a_test_has_a_name():
    used = {row.group for row in tables.protocols().values() if row.group}
    assert used <= set(GROUP_NAMES)
    assert {row.group for row in tables.exercises().values()} <= set(GROUP_NAMES)
    assert {row.group for row in tables.muscles().values()} <= set(GROUP_NAMES)


def test_latest_is_the_best_trial_of_the_last_day():
    found = profile(
        [
            result("front_plank", 90, day=0),
            result("front_plank", 50, day=7, minute=0),
            result("front_plank", 70, day=7, minute=10),
            result("front_plank", 60, day=7, minute=20),
        ]
    )
    (plank,) = found.group("core").measured
    (side,) = plank.sides
    assert side.latest.value == 70
    assert side.best is not None
    assert side.best.value == 90
    assert side.earlier is not None
    assert side.earlier.value == 90
    assert side.change == norms.change("front_plank", 90, 70)


def test_order_of_results_does_not_matter():
    rows = [result("front_plank", value, day=day) for day, value in enumerate([40, 80, 60])]
    assert profile(rows) == profile(rows[::-1])


def test_one_day_alone_has_no_change():
    found = profile([result("front_plank", 50), result("front_plank", 70, minute=5)])
    assert found.group("core").measured[0].sides[0].change is None


def test_two_sides_have_a_gap_and_one_has_none():
    one = profile([result("side_plank", 40, side="left")])
    assert one.group("core").measured[0].gap is None
    both = profile([result("side_plank", 40, side="left"), result("side_plank", 60, side="right")])
    assert both.group("core").measured[0].gap == norms.asymmetry("side_plank", 40, 60)
    assert [side.side for side in both.group("core").measured[0].sides] == ["left", "right"]


def test_no_direction_means_no_best_and_the_last_count_of_the_day():
    found = profile([result("cadence", 170), result("cadence", 160, minute=5)])
    (cadence,) = found.group(RUNNING).measured
    assert cadence.sides[0].latest.value == 160
    assert cadence.sides[0].best is None


def test_what_is_only_observed_has_no_norm_change_or_gap():
    rows = [
        result("modified_thomas", value, day=day, side=side)
        for day, value in enumerate([1, 2])
        for side in ("left", "right")
    ]
    (thomas,) = profile(rows).group("hip-flexors").measured
    assert (thomas.scored, thomas.gap) == (False, None)
    assert all((side.change, side.reading) == (None, None) for side in thomas.sides)


def test_reading_is_the_best_fitting_one_that_places():
    about = About(34, "F")
    found = profile([result("front_plank", 95)], about)
    reading = found.group("core").measured[0].sides[0].reading
    assert reading == norms.compare("front_plank", 95, sex="F", age=34)[0]


def test_trial_runs_and_unknown_tests_are_left_out():
    strange = Result("x", "no_such_test", 1, "s", START.isoformat())
    found = profile([result("reaction_warm_up", 10), strange])
    assert found == profile([])


def test_untested_names_what_is_left():
    found = profile([result("front_plank", 60)]).group("core")
    assert found.untested == (tables.protocols()["side_plank"].name,)


def test_standings_cover_all_strength_groups():
    assert standings(profile([])) == tuple(Standing(group) for group in STRENGTH_GROUPS)


@pytest.mark.parametrize(
    ("test", "value", "side", "about", "group", "first"),
    [
        ("front_plank", 20, "", About(20, "F"), "core", True),
        ("front_plank", 250, "", About(20, "F"), "core", False),
        ("side_plank", 20, "left", About(40, "M"), "core", True),
        ("single_leg_heel_raise", 5, "left", About(34, "F"), "calves", True),
        ("single_leg_heel_raise", 40, "left", About(34, "F"), "calves", False),
    ],
)
def test_a_low_place_comes_first_and_a_high_one_not(test, value, side, about, group, first):  # noqa: PLR0917
    found = {each.group: each for each in standings(profile([result(test, value, 0, side)], about))}
    assert found[group].tested
    assert found[group].first is first
    assert (tables.protocols()[test].name in found[group].why) is first


def test_a_gap_beyond_the_noise_comes_first():
    rows = [result("side_plank", 100, side="left"), result("side_plank", 20, side="right")]
    wide = {each.group: each for each in standings(profile(rows))}["core"]
    assert wide.first
    even = [result("side_plank", 100, side="left"), result("side_plank", 99, side="right")]
    assert not {each.group: each for each in standings(profile(even))}["core"].first


def test_a_group_stands_by_its_least_result():
    rows = [result("front_plank", 300), result("side_plank", 20, side="left")]
    core = {each.group: each for each in standings(profile(rows))}["core"]
    assert core.level == 1
    assert "Side plank, left" in core.why


def test_an_open_place_has_a_range():
    # "between the 50th and 97.5th" is all that the study tells.
    rows = [result("single_leg_heel_raise", 26, side="left")]
    (test,) = profile(rows, About(34, "F")).group("calves").measured
    assert percentile_range(test.sides[0])[0] == 50


@pytest.mark.parametrize("about", [About(), About(62, "F"), About(20, "M"), About(90, "M")])
def test_no_published_group_decides_the_level_of_a_plan(about):
    rows = [result("single_leg_heel_raise", 15, side="left"), result("front_plank", 131)]
    assert standings(profile(rows, about)) == standings(profile(rows))


@settings(deadline=None, derandomize=True, database=None)
@given(
    st.dictionaries(st.sampled_from(SCORED), st.integers(1, 240), min_size=1),
    st.sampled_from(["M", "F", ""]),
    st.none() | st.integers(10, 100),
)
def test_a_plan_is_the_same_with_other_norms_or_none(values, sex, age):
    rows = [
        result(test, value, side=(tables.protocols()[test].sides or ("",))[0])
        for test, value in values.items()
    ]
    mine = standings(profile(rows, About(age, sex)))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(norms, "fitting", lambda *_: ())
        assert standings(profile(rows, About(age, sex))) == mine


@pytest.mark.parametrize(("left", "right", "weaker"), [(22, 12, "right"), (12, 22, "left")])
def test_the_reason_names_the_weaker_side(left, right, weaker):
    rows = [
        result("single_leg_heel_raise", left, side="left"),
        result("single_leg_heel_raise", right, side="right"),
    ]
    calves = {each.group: each for each in standings(profile(rows))}["calves"]
    assert calves.weaker == weaker
    assert f"your {weaker} side is behind (12 repetitions" in calves.why
    assert (calves.tests[0].value, calves.level) == (12, 2)


def test_a_gap_within_the_noise_names_no_side():
    rows = [
        result("single_leg_heel_raise", 22, side="left"),
        result("single_leg_heel_raise", 20, side="right"),
    ]
    calves = {each.group: each for each in standings(profile(rows))}["calves"]
    assert (calves.weaker, calves.why) == ("", "")


@pytest.mark.parametrize(
    ("test", "value", "level"),
    [
        ("front_plank", 20, 1),
        ("front_plank", 45, 2),
        ("front_plank", 131, 3),
        ("push_up", 0, 1),
        ("push_up", 20, 3),
    ],
)
def test_a_result_opens_a_level(test, value, level):
    group = tables.protocols()[test].group
    found = {each.group: each for each in standings(profile([result(test, value)]))}[group]
    assert found.level == level


def test_a_standing_comes_back_as_it_was_kept():
    tests = (OwnResult("front_plank", 20.0, 1, "", 0.5, "Low."),)
    kept = Standing("core", tests, tested=True)
    assert Standing.from_mapping({**asdict(kept), "new": 1}) == kept
    assert Standing.from_mapping({"group": "core", "low": 10, "high": 20, "tested": True}) == (
        Standing("core", (), tested=True)
    )

"""A session step by step: every set, the sides in their order, rests between and none after."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import HealthCheck, given, settings

from plan import learners
from running_muscles import tables
from running_muscles.movement.poses import movements
from running_muscles.plan.ladders import Learner, allowed
from running_muscles.plan.pace import Pace
from running_muscles.plan.parts import Dose, Session
from running_muscles.plan.session import (
    IN_TURN,
    LEFT,
    REST,
    RIGHT,
    TURNING,
    WORK,
    easier_forms,
    items_of,
    seconds_of,
)
from running_muscles.plan.weeks import make_plan
from running_muscles.tables import exercises

SOME = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
ALL = tuple(exercises().values())


def laid_out(*doses, may=ALL):
    return items_of(Session(10, doses), may)


@SOME
@given(learners.wishes(), learners.standings(), learners.ages)
def test_every_session_of_every_plan_can_be_led(wishes, standings, age):
    plan = make_plan(wishes, standings, age=age)
    may = allowed(wishes, Learner(age))
    for session in {session for week in plan.weeks for session in week.sessions}:
        items = items_of(session, may)
        assert [item.planned.dose for item in items] == list(session.doses)
        for item in items:
            for form in item.forms:
                assert tables.exercises()[form.exercise] in may
                _check(form)
            assert len(set(item.easier) | {item.planned.exercise}) == len(item.forms)
        _check_time(session, items)


def _check(form):
    dose, row = form.dose, exercises()[form.exercise]
    assert row.amount_min <= dose.amount <= row.amount_max
    sets = [list(steps) for _, steps in groupby(form.steps, key=lambda step: step.set)]
    assert len(sets) == dose.sets
    for number, steps in enumerate(sets, 1):
        work = [step for step in steps if step.kind == WORK]
        assert [step.kind for step in steps] == [WORK] * len(work) + [REST] * (number < dose.sets)
        assert {(step.set, step.of) for step in steps} == {(number, dose.sets)}
        sides = [step.side for step in work]
        if not row.per_side:
            assert sides == [""]
        elif row.exercise in TURNING:
            assert sides == [IN_TURN]
        else:
            assert sorted(sides) == [LEFT, RIGHT]
            assert sides[0] == (dose.first or LEFT)
        assert sum(step.amount for step in work) == dose.amount * (2 if row.per_side else 1)


def _check_time(session, items):
    """The led session takes what the plan reckons, but for what comes after its last set."""
    pace = Pace()
    rows = [exercises()[dose.exercise] for dose in session.doses]
    pairs = zip(rows, session.doses, strict=True)
    reckoned = sum(pace.seconds(row, dose.sets, dose.amount) for row, dose in pairs)
    assert seconds_of(items) == pytest.approx(reckoned - pace.rest_of(rows[-1]) - pace.change)
    assert items[-1].change == 0
    assert all(item.change > 0 for item in items[:-1])


def test_the_weaker_side_comes_first():
    (item,) = laid_out(Dose("side_plank", "core", 2, 20, "right"))
    assert [step.side for step in item.planned.steps] == ["right", "left", "", "right", "left"]
    assert [step.kind for step in item.planned.steps] == [WORK, WORK, REST, WORK, WORK]
    easier = item.forms[1]
    assert (easier.exercise, easier.dose.amount, easier.dose.first) == (
        "side_plank_knees",
        20,
        "right",
    )


def test_an_easier_form_keeps_its_own_range_and_unit():
    (item,) = laid_out(Dose("front_plank", "core", 3, 45))
    assert [(form.exercise, form.dose.amount) for form in item.forms] == [
        ("front_plank", 45),
        ("knee_plank", exercises()["knee_plank"].amount_max),
    ]
    (item,) = laid_out(Dose("side_plank_leg_lift", "core", 2, 10))
    assert item.forms[1].dose.amount == exercises()["side_plank"].amount_min  # seconds, not times


def test_the_way_down_goes_rung_by_rung_and_stays_with_what_the_learner_may_do():
    heavy = exercises()["heavy_half_squat"]
    way = [form.exercise for form in easier_forms(heavy, ALL)]
    assert way == ["weighted_squat", "squat", "chair_squat"]
    without = [each for each in ALL if each.exercise != "squat"]
    assert [form.exercise for form in easier_forms(heavy, without)] == ["weighted_squat"]
    assert easier_forms(exercises()["chair_squat"], ALL) == ()


def test_sides_take_turns_where_the_drawn_person_lets_them():
    for row in ALL:
        if row.per_side and movements()[row.exercise].get("mirrored"):
            assert row.exercise in TURNING, row.exercise
    for name in TURNING:
        assert exercises()[name].per_side, name

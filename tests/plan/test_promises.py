"""Thousands of made-up learners; every promise of `promises` holds for each plan."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plan import learners
from plan.promises import PROMISES, Case
from running_muscles.measure.muscle_groups import STRENGTH_GROUPS
from running_muscles.plan.export import as_csv
from running_muscles.plan.standing import Standing
from running_muscles.plan.weeks import make_plan

THOUSANDS = settings(
    max_examples=2000,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
HUNDRED = settings(THOUSANDS, max_examples=100)


@THOUSANDS
@given(learners.wishes(), learners.standings(), learners.ages)
def test_every_plan_keeps_every_promise(wishes, standings, age):
    plan = make_plan(wishes, standings, age=age)
    known = {each.group: each for each in standings}
    standing = {group: known.get(group, Standing(group)) for group in STRENGTH_GROUPS}
    for holds in PROMISES:
        holds(Case(plan, standing, age))


@HUNDRED
@given(learners.wishes(stops=True).filter(lambda each: set(each.pain) & set(learners.STOPS)))
def test_a_sign_with_which_nobody_should_train_empties_plan_and_files(wishes):
    plan = make_plan(wishes)
    assert plan.weeks == ()
    assert {note.kind for note in plan.notes} == {"stop"}
    assert len(as_csv(plan).splitlines()) == 1


@HUNDRED
@given(learners.wishes(), learners.standings(), learners.ages, st.randoms())
def test_the_same_input_gives_the_same_plan(wishes, standings, age, random):
    shuffled = list(standings)
    random.shuffle(shuffled)
    assert make_plan(wishes, standings, age=age) == make_plan(wishes, shuffled, age=age)

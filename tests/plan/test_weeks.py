from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import settings
from hypothesis import strategies as st

from running_muscles import tables
from running_muscles.measure.muscle_groups import GROUP_NAMES, STRENGTH_GROUPS
from running_muscles.plan.ladders import FEWEST_SETS_OF_STRENGTH, groups_of
from running_muscles.plan.rules import number, rule, rules_of
from running_muscles.plan.standing import Standing
from running_muscles.plan.weeks import Plan, make_plan
from running_muscles.plan.wishes import WishError, Wishes, choices, equipment, limits

MONDAY = date(2026, 11, 23)
HARD_TWICE = ("easy", "", "hard", "", "easy", "", "hard")
EVERYTHING = equipment()


def given(*strategies):
    # The first plan reads every table; on a busy machine that takes longer than a deadline.
    return lambda test: settings(deadline=None)(hypothesis_given(*strategies)(test))


@st.composite
def all_wishes(draw: st.DrawFn) -> Wishes:
    def some(known: tuple[str, ...], most: int) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(known), max_size=most, unique=True)))

    return Wishes(
        start=draw(st.dates(date(2026, 1, 1), date(2030, 12, 31))),
        weeks=draw(st.integers(*limits("weeks"))),
        minutes=draw(st.integers(*limits("minutes"))),
        runs=tuple(draw(st.lists(st.sampled_from(["", "easy", "hard"]), min_size=7, max_size=7))),
        goals=some(choices("goal"), 3),
        equipment=some(EVERYTHING, len(EVERYTHING)),
        pain=some(choices("pain"), 3),
        in_a_row=draw(st.booleans()),
    )


@st.composite
def all_standings(draw: st.DrawFn) -> tuple[Standing, ...]:
    groups = draw(st.lists(st.sampled_from(STRENGTH_GROUPS), unique=True))
    found = []
    for group in groups:
        low, high = sorted(draw(st.tuples(st.floats(0, 100), st.floats(0, 100))))
        found.append(Standing(group, low, high, True, draw(st.sampled_from(["", "It is low."]))))
    return tuple(found)


plans = st.builds(make_plan, all_wishes(), all_standings())


def doses(plan: Plan):
    for week in plan.weeks:
        for session in week.sessions:
            for dose in session.doses:
                yield week, session, dose, tables.exercises()[dose.exercise]


def times_a_week(plan: Plan, group: str) -> int:
    (least, most) = (
        pick(
            sum(any(dose.group == group for dose in session.doses) for session in week.sessions)
            for week in plan.weeks
        )
        for pick in (min, max)
    )
    assert least == most, "every week trains a group equally often"
    return least


@given(all_wishes(), all_standings())
def test_the_same_input_gives_the_same_plan(wishes, standings):
    assert make_plan(wishes, standings) == make_plan(wishes, tuple(reversed(standings)))


@given(plans)
def test_no_two_strength_days_in_a_row_unless_asked(plan):
    days = [day for week in plan.weeks for day in week.days]
    both = [a.session and b.session for a, b in pairwise(days)]
    assert plan.wishes.in_a_row or not any(both)


@given(plans)
def test_never_on_a_hard_run_day(plan):
    assert not any(d.session for week in plan.weeks for d in week.days if d.run == "hard")


@given(plans)
def test_minutes_stay_within_the_budget(plan):
    for week in plan.weeks:
        assert week.minutes <= plan.wishes.minutes
        assert all(s.minutes <= number("session_longest") for s in week.sessions)


@given(plans)
def test_sessions_are_two_or_three_a_week_or_the_plan_says_why(plan):
    fewest, most = number("sessions_fewest"), number("sessions_most")
    said = any(note.kind in ("days", "pain") for note in plan.notes)
    for week in plan.weeks:
        assert len(week.sessions) <= most
        assert len(week.sessions) >= fewest or said


@given(plans)
def test_only_equipment_that_is_there(plan):
    have = {"none", *plan.wishes.equipment}
    assert all(have.issuperset(exercise.equipment) for *_, exercise in doses(plan))


@given(plans)
def test_what_hurts_is_left_out_and_told(plan):
    hurting = {group for pain in plan.wishes.pain for group in rule(pain).groups}
    for *_, exercise in doses(plan):
        assert hurting.isdisjoint(groups_of(exercise))
    advised = [note for note in plan.notes if note.kind == "pain"]
    assert len(advised) == len(plan.wishes.pain)
    assert not hurting & {focus.group for focus in plan.focus}


@given(plans)
def test_each_focus_group_twice_a_week_or_the_plan_says_it_cannot(plan):
    said = " ".join(note.text for note in plan.notes if note.kind == "short")
    sessions = len(plan.weeks[0].sessions)
    for focus in plan.focus:
        wanted = min(sessions, number("focus_times"))
        assert times_a_week(plan, focus.group) >= wanted or GROUP_NAMES[focus.group] in said


@given(plans)
def test_every_group_is_served_or_named(plan):
    said = " ".join(note.text for note in plan.notes if note.kind != "advice")
    for group in STRENGTH_GROUPS:
        served = times_a_week(plan, group) >= number("other_times")
        assert served or GROUP_NAMES[group] in said or not plan.weeks[0].sessions


@given(plans)
def test_a_plan_without_sessions_says_why(plan):
    empty = not any(week.sessions for week in plan.weeks)
    assert not empty or any(note.kind in ("pain", "days", "short") for note in plan.notes)


@given(plans)
def test_doses_stay_within_the_table(plan):
    for week, _, dose, exercise in doses(plan):
        assert exercise.sets_max >= FEWEST_SETS_OF_STRENGTH
        assert exercise.sets_min <= dose.sets <= exercise.sets_max
        assert exercise.amount_min <= dose.amount <= exercise.amount_max
        if week.lighter:
            assert (dose.sets, dose.amount) == (exercise.sets_min, exercise.amount_min)


@given(plans)
def test_no_exercise_twice_in_a_session(plan):
    for week in plan.weeks:
        for session in week.sessions:
            names = [dose.exercise for dose in session.doses]
            assert len(names) == len(set(names))


@given(plans)
def test_every_fourth_week_is_lighter_and_shorter(plan):
    cycle = len(rules_of("loading-week", "lighter-week"))
    for week in plan.weeks:
        assert week.lighter is (week.number % cycle == 0)
        if week.lighter:
            assert week.minutes <= plan.weeks[week.number - 2].minutes


@given(plans)
def test_weeks_run_from_monday_and_keep_the_runs(plan):
    days = [day for week in plan.weeks for day in week.days]
    assert days[0].date <= plan.wishes.start
    assert (plan.wishes.start - days[0].date).days < 7
    assert [day.date.toordinal() - days[0].date.toordinal() for day in days] == [*range(len(days))]
    assert {week.days[0].name for week in plan.weeks} == {"Monday"}
    assert all(tuple(day.run for day in week.days) == plan.wishes.runs for week in plan.weeks)


@given(all_wishes())
def test_wishes_come_back_as_they_were_kept(wishes):
    assert Wishes.from_mapping(wishes.as_mapping()) == wishes


@given(all_wishes(), st.randoms())
def test_the_order_of_wishes_does_not_matter(wishes, random):
    def shuffled(items):
        items = list(items)
        random.shuffle(items)
        return tuple(items)

    names = ("goals", "equipment", "pain")
    assert replace(wishes, **{name: shuffled(getattr(wishes, name)) for name in names}) == wishes


@given(st.sampled_from(STRENGTH_GROUPS))
def test_with_time_enough_a_low_group_is_trained_twice_and_all_others_once(group):
    wishes = Wishes(MONDAY, minutes=90, runs=HARD_TWICE, equipment=EVERYTHING)
    plan = make_plan(wishes, [Standing(group, 10, 10, True, "It is low.")])
    assert [focus.group for focus in plan.focus] == [group]
    assert times_a_week(plan, group) >= 2
    assert all(times_a_week(plan, other) >= 1 for other in STRENGTH_GROUPS)
    assert not [note for note in plan.notes if note.kind != "advice"]


def test_weakest_first():
    wishes = Wishes(MONDAY, minutes=60)
    plan = make_plan(
        wishes,
        [
            Standing("core", 30, 30, True, "Core is low."),
            Standing("calves", 10, 10, True, "Calves are low."),
            Standing("glutes", 90, 90, True),
        ],
    )
    assert [focus.group for focus in plan.focus] == ["calves", "core"]
    for session in plan.weeks[0].sessions:
        assert [dose.group for dose in session.doses[:2]] == ["calves", "core"]


def test_no_more_focus_groups_than_the_rule_says():
    low = [Standing(group, 10, 10, True, "It is low.") for group in STRENGTH_GROUPS]
    assert len(make_plan(Wishes(MONDAY), low).focus) == number("focus_most")


def test_goals_come_after_results():
    plan = make_plan(
        Wishes(MONDAY, goals=("longer",)), [Standing("foot", 5, 5, True, "Feet are low.")]
    )
    assert [focus.group for focus in plan.focus] == ["foot", "calves", "core"]
    assert plan.focus[1].why.startswith("You chose: Run longer.")


def test_days_lie_away_from_hard_runs_and_leave_a_day_off():
    plan = make_plan(Wishes(MONDAY, runs=HARD_TWICE))
    days = [day.name for day in plan.weeks[0].days if day.session]
    assert days == ["Monday", "Friday"]
    assert [day.name for day in plan.weeks[0].days if day.rest] == [
        "Tuesday",
        "Thursday",
        "Saturday",
    ]


def test_with_runs_on_every_day_but_one_that_day_stays_free():
    runs = ("easy", "easy", "hard", "easy", "easy", "", "easy")
    plan = make_plan(Wishes(MONDAY, runs=runs))
    assert [day.name for day in plan.weeks[0].days if day.rest] == ["Saturday"]


def test_seven_hard_runs_leave_no_session_and_say_so():
    plan = make_plan(Wishes(MONDAY, runs=("hard",) * 7))
    assert not plan.weeks[0].sessions
    assert plan.notes[0].title == "No day is free"


def test_one_day_left_is_used_and_told():
    runs = ("hard", "hard", "easy", "hard", "hard", "hard", "hard")
    plan = make_plan(Wishes(MONDAY, runs=runs))
    assert len(plan.weeks[0].sessions) == 1
    assert any("Only 1 of 2 sessions" in note.text for note in plan.notes)


def test_chest_pain_means_no_session_at_all():
    plan = make_plan(Wishes(MONDAY, pain=("chest",), equipment=EVERYTHING))
    assert not any(week.sessions for week in plan.weeks)
    assert "do not train now" in plan.notes[0].text


def test_a_knee_that_hurts_also_drops_exercises_whose_caution_names_it():
    plan = make_plan(Wishes(MONDAY, minutes=120, pain=("knee",), equipment=EVERYTHING))
    assert not [exercise for *_, exercise in doses(plan) if "knee" in exercise.cautions]


def test_little_time_is_told_with_the_groups_that_miss_out():
    plan = make_plan(Wishes(MONDAY, minutes=20, goals=("faster",)))
    (note,) = [note for note in plan.notes if note.title == "Not everything fits"]
    assert note.text.startswith("20 minutes a week do not hold all")
    assert "Arms and upper body not at all" in note.text


def test_a_dose_grows_and_eases_over_a_cycle():
    plan = make_plan(Wishes(MONDAY, weeks=8))
    name = plan.weeks[0].sessions[0].doses[0].exercise
    exercise = tables.exercises()[name]
    first = [week.sessions[0].doses[0] for week in plan.weeks]
    middle = exercise.amount_min + round((exercise.amount_max - exercise.amount_min) / 2)
    cycle = [exercise.amount_min, middle, exercise.amount_max, exercise.amount_min]
    assert [dose.amount for dose in first] == cycle * 2
    assert {dose.sets for dose in first[:4]} == {exercise.sets_min}
    assert first[5].sets > exercise.sets_min
    assert first[7].sets == exercise.sets_min


def test_the_third_cycle_moves_one_step_harder():
    plan = make_plan(Wishes(MONDAY, weeks=12))
    moved = 0
    for before, after in zip(
        plan.weeks[0].sessions[0].doses, plan.weeks[8].sessions[0].doses, strict=True
    ):
        assert after.exercise in (
            before.exercise,
            *tables.exercises()[before.exercise].harder,
        )
        assert after.group == before.group
        moved += after.exercise != before.exercise
    assert moved


@pytest.mark.parametrize(
    ("standing", "goals", "level"),
    [
        (Standing("core"), (), 1),
        (Standing("core", 30, 30, True), (), 1),
        (Standing("core", 60, 60, True), (), 2),
        (Standing("core", 95, 100, True), (), 3),
        (Standing("core", 0, 50, True), (), 1),
        (Standing("core", 95, 100, True), ("return",), 1),
    ],
)
def test_start_level_follows_the_result(standing, goals, level):
    plan = make_plan(Wishes(MONDAY, minutes=120, goals=goals), [standing])
    levels = [
        tables.exercises()[dose.exercise].level
        for session in plan.weeks[0].sessions
        for dose in session.doses
        if dose.group == "core"
    ]
    assert max(levels) == level


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"weeks": 3}, "weeks: please give a whole number from 4 to 12 weeks."),
        ({"weeks": True}, "weeks: please give a whole number from 4 to 12 weeks."),
        ({"minutes": 60.5}, "minutes: please give a whole number from 20 to 300 minutes a week."),
        ({"minutes": None}, "minutes: please give a whole number from 20 to 300 minutes a week."),
        ({"runs": ["easy"]}, "runs: please say for each of the seven days"),
        ({"runs": ["fast"] * 7}, "runs: please say for each of the seven days"),
        ({"runs": "easy"}, "runs: this is not a list."),
        ({"goals": ["fly"]}, 'goals: "fly" is not one of all-round, longer'),
        ({"pain": ["soul"]}, 'pain: "soul" is not one of foot, calf'),
        ({"equipment": ["sofa"]}, 'equipment: "sofa" is not one of ball, band'),
        ({"start": "soon"}, "start: please give the first day as a date."),
    ],
)
def test_bad_wishes_are_refused_in_words(change, sentence):
    with pytest.raises(WishError) as error:
        Wishes.from_mapping({**Wishes(MONDAY).as_mapping(), **change})
    assert str(error.value).startswith(sentence)


def test_a_missing_wish_is_named():
    kept = Wishes(MONDAY).as_mapping()
    del kept["runs"]
    with pytest.raises(WishError, match=r"^runs: this answer is missing"):
        Wishes.from_mapping(kept)


def test_a_changed_rule_changes_the_plan(monkeypatch):
    rules = dict(tables.plan_rules())
    rules["sessions_fewest"] = replace(rules["sessions_fewest"], value=1)
    monkeypatch.setattr("running_muscles.plan.rules.plan_rules", lambda: rules)
    assert len(make_plan(Wishes(MONDAY)).weeks[0].sessions) == 1


def test_stretches_are_no_strength_sessions():
    plan = make_plan(Wishes(MONDAY, minutes=120, goals=("faster",)))
    names = {exercise.name for *_, exercise in doses(plan)}
    assert names
    assert not [name for name in names if "stretch" in name.lower()]


def test_a_table_without_goals_or_advice_still_makes_a_plan(monkeypatch):
    kept = {n: r for n, r in tables.plan_rules().items() if r.kind not in ("goal", "advice")}
    monkeypatch.setattr("running_muscles.plan.rules.plan_rules", lambda: kept)
    plan = make_plan(Wishes(MONDAY))
    assert plan.weeks[0].sessions
    assert plan.notes == ()


def test_a_rule_that_is_gone_is_named(monkeypatch):
    rules = {name: each for name, each in tables.plan_rules().items() if name != "warm_up"}
    monkeypatch.setattr("running_muscles.plan.rules.plan_rules", lambda: rules)
    with pytest.raises(tables.TableError, match=r'plan_rules.csv: the rule "warm_up" is missing'):
        make_plan(Wishes(MONDAY))


def test_every_rule_is_marked_ours_or_has_a_source():
    for each in tables.plan_rules().values():
        assert (each.basis == "source") == bool(each.source_key), each.rule

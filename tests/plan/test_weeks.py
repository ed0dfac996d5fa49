from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan import learners
from plan.golden import HARD_TWICE, MONDAY, STRONG, results
from plan.promises import work
from running_muscles import tables
from running_muscles.measure.muscle_groups import STRENGTH_GROUPS
from running_muscles.measure.profile import profile
from running_muscles.plan.parts import Plan
from running_muscles.plan.rules import number
from running_muscles.plan.standing import OwnResult, Standing, standings
from running_muscles.plan.weeks import closed_plan, make_plan
from running_muscles.plan.wishes import WishError, Wishes, equipment

EVERYTHING = equipment()


def doses(plan: Plan, *, week: int | None = None):
    for each in plan.weeks:
        if week in (None, each.number):
            for session in each.sessions:
                for dose in session.doses:
                    yield dose, tables.exercises()[dose.exercise]


def low(group: str, share: float = 0.5) -> Standing:
    """A group whose test lies below the line of level 2."""
    test = OwnResult("made_up", 1.0, 1, share=share, why=f"{group} is low.")
    return Standing(group, (test,), tested=True)


def known(**values: float) -> tuple[Standing, ...]:
    return standings(profile(results(**values)))


@settings(deadline=None, derandomize=True, database=None)
@given(learners.wishes(stops=True))
def test_wishes_come_back_as_they_were_kept(wishes):
    assert Wishes.from_mapping(wishes.as_mapping()) == wishes


@settings(deadline=None, derandomize=True, database=None)
@given(learners.wishes(), st.randoms())
def test_the_order_of_wishes_does_not_matter(wishes, random):
    def shuffled(items):
        items = list(items)
        random.shuffle(items)
        return tuple(items)

    names = ("goals", "equipment", "pain", "conditions")
    assert replace(wishes, **{name: shuffled(getattr(wishes, name)) for name in names}) == wishes


def test_wishes_of_an_older_version_are_read():
    old = Wishes(MONDAY).as_mapping()
    del old["conditions"]
    assert Wishes.from_mapping(old) == Wishes(MONDAY)


@pytest.mark.parametrize("minutes", [60, 90])
def test_with_an_hour_every_group_of_a_beginner_comes_twice(minutes):
    plan = make_plan(Wishes(MONDAY, minutes=minutes, runs=HARD_TWICE, equipment=EVERYTHING))
    for group in STRENGTH_GROUPS:
        times = sum(
            any(dose.group == group for dose in session.doses) for session in plan.weeks[0].sessions
        )
        assert times >= 2, group
    assert not [note for note in plan.notes if note.kind == "short"]


def test_without_any_equipment_the_arms_push_and_pull():
    plan = make_plan(Wishes(MONDAY, minutes=60, equipment=()))
    moves = {move for _, exercise in doses(plan, week=1) for move in exercise.movement}
    assert "arm-pull" in moves
    assert moves & {"wall-push", "push-up"}


def test_pregnancy_asks_for_no_stand_on_one_leg():
    plan = make_plan(Wishes(MONDAY, weeks=12, minutes=90, conditions=("pregnancy",)))
    assert not any("balance" in exercise.movement for _, exercise in doses(plan))


def test_weakest_first():
    wishes = Wishes(MONDAY, minutes=60)
    plan = make_plan(wishes, [low("core", 0.8), low("calves", 0.2), Standing("glutes")])
    assert [focus.group for focus in plan.focus] == ["calves", "core"]
    for session in plan.weeks[0].sessions:
        assert [dose.group for dose in session.doses[:2]] == ["calves", "core"]


def test_no_more_focus_groups_than_the_rule_says():
    plan = make_plan(Wishes(MONDAY), [low(group) for group in STRENGTH_GROUPS])
    assert len(plan.focus) == number("focus_most")


def test_goals_come_after_results():
    plan = make_plan(Wishes(MONDAY, goals=("longer",)), [low("foot")])
    assert [focus.group for focus in plan.focus] == ["foot", "calves", "core"]
    assert plan.focus[1].why.startswith("You chose: Run longer.")


def test_a_plank_of_two_minutes_gets_a_full_plank_at_half_of_it():
    plan = make_plan(Wishes(MONDAY), known(front_plank=131))
    core = {dose.exercise: dose.amount for dose, row in doses(plan, week=1) if row.group == "core"}
    assert core["front_plank"] == tables.exercises()["front_plank"].amount_max
    assert "knee_plank" not in {dose.exercise for dose, _ in doses(plan)}


def test_a_short_plank_gets_the_easy_form_and_comes_first():
    plan = make_plan(Wishes(MONDAY), known(front_plank=20))
    assert [focus.group for focus in plan.focus] == ["core"]
    assert {row.level for _, row in doses(plan, week=1) if row.group == "core"} == {1}


def test_the_weaker_calf_goes_first_and_sets_the_number():
    plan = make_plan(
        Wishes(MONDAY), known(single_leg_heel_raise__left=22, single_leg_heel_raise__right=12)
    )
    assert plan.focus[0].why.startswith("Single-leg heel raise: your right side is behind")
    raises = [dose for dose, _ in doses(plan, week=1) if dose.exercise == "single_leg_calf_raise"]
    assert raises
    assert {(dose.first, dose.amount) for dose in raises} == {("right", 6)}


def test_nobody_holds_longer_than_their_own_best():
    best = {"front_plank": 50.0, "side_plank__left": 30.0, "side_plank__right": 30.0}
    plan = make_plan(Wishes(MONDAY), known(**best))
    for dose, row in doses(plan, week=1):
        if row.group == "core" and row.amount_unit == "s":
            assert dose.amount <= min(best.values())


def test_age_brings_balance_slower_steps_and_a_note():
    wishes = Wishes(MONDAY, weeks=12, minutes=60)
    young, old = make_plan(wishes, age=30), make_plan(wishes, age=62)
    for session in old.weeks[0].sessions:
        moves = {move for d in session.doses for move in tables.exercises()[d.exercise].movement}
        assert moves & {"balance", "steady-stand"}
    assert [note.kind for note in old.notes].count("age") == 3
    assert old.weeks[6].minutes < young.weeks[6].minutes
    assert make_plan(wishes) == make_plan(wishes, age=59)


def test_economy_leads_to_heavy_and_springy_work_and_other_goals_do_not():
    wishes = Wishes(MONDAY, weeks=12, minutes=120, equipment=EVERYTHING)
    strong = standings(profile(results(**STRONG)))
    moves = {"heavy", "jump", "fast"}

    def special(goals):
        plan = make_plan(replace(wishes, goals=goals), strong, age=30)
        return {dose.exercise for dose, row in doses(plan) if moves & set(row.movement)}

    assert "heavy_half_squat" in special(("economy",))
    assert special(()) == special(("longer",)) == set()


def test_without_a_weight_there_is_springy_work_for_economy():
    wishes = Wishes(MONDAY, weeks=12, minutes=120, equipment=("step",), goals=("economy",))
    plan = make_plan(wishes, standings(profile(results(**STRONG))), age=30)
    used = {dose.exercise for dose, _ in doses(plan)}
    assert used & {"squat_jump", "quick_step_up", "small_bounces", "single_leg_hops"}


def test_every_economy_rung_has_a_source_and_an_easier_form():
    rungs = [
        row
        for row in tables.exercises().values()
        if {"heavy", "fast"} & set(row.movement)
        or row.exercise in {"squat_jump", "single_leg_hops"}
    ]
    assert len(rungs) >= 5
    for row in rungs:
        assert row.source_key, row.exercise
        assert row.easier, row.exercise
        assert max(tables.exercises()[name].level for name in row.easier) <= row.level
    assert any(row.equipment == ("none",) for row in rungs)


def test_the_notes_say_which_strength_work_the_economy_studies_used():
    (note,) = [each for each in make_plan(Wishes(MONDAY)).notes if each.title == "Which strength"]
    assert "heavy, explosive or jumping" in note.text
    assert "storen2008" in note.source_key


def test_a_sore_knee_speaks_to_the_runs_and_to_kneeling():
    wishes = Wishes(MONDAY, minutes=60, runs=HARD_TWICE, pain=("knee",), equipment=EVERYTHING)
    plan = make_plan(wishes)
    assert {"Plank from the knees", "Bird dog", "Donkey kick"}.isdisjoint(
        row.name for _, row in doses(plan)
    )
    (note,) = [each for each in plan.notes if each.kind == "running"]
    assert "Leave out hard runs" in note.text
    assert [day.run for day in plan.weeks[0].days][2] == "eased"


def test_back_pain_names_the_signs_that_cannot_wait():
    (note,) = [n for n in make_plan(Wishes(MONDAY, pain=("back",))).notes if n.kind == "pain"]
    for words in ("numb between your legs", "pass or hold water", "a leg grow weak"):
        assert words in note.text


def test_a_gentle_start_is_level_one_without_heavy_or_springy_work():
    strong = standings(profile(results(**STRONG)))
    wishes = Wishes(MONDAY, weeks=12, minutes=120, goals=("economy",), equipment=EVERYTHING)
    plan = make_plan(wishes, strong, age=50, gentle=True)
    assert {row.level for _, row in doses(plan, week=1)} == {1}
    assert not any({"heavy", "jump", "fast"} & set(row.movement) for _, row in doses(plan))
    assert "Begin gently" in {note.title for note in plan.notes}


def test_health_questions_answered_with_yes_close_the_plan():
    plan = closed_plan(Wishes(MONDAY))
    assert plan.weeks == ()
    assert plan.notes[0].title == "Your health questions come first"


def test_three_hundred_minutes_are_not_passed_over_without_a_word():
    plan = make_plan(Wishes(MONDAY, minutes=300, equipment=EVERYTHING))
    (note,) = [each for each in plan.notes if each.kind == "spare"]
    assert "You offered 300 minutes" in note.text
    assert "3 sessions of at most 45 minutes" in note.text


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


def test_without_a_session_nobody_is_promised_balance_work():
    plan = make_plan(Wishes(MONDAY, runs=("hard",) * 7), age=60)
    assert "Balance from 60 on" not in {note.title for note in plan.notes}


def test_one_day_left_is_used_and_told():
    runs = ("hard", "hard", "easy", "hard", "hard", "hard", "hard")
    plan = make_plan(Wishes(MONDAY, runs=runs))
    assert len(plan.weeks[0].sessions) == 1
    assert any("Only 1 of 2 sessions" in note.text for note in plan.notes)


def test_chest_pain_means_no_plan_at_all():
    plan = make_plan(Wishes(MONDAY, runs=HARD_TWICE, pain=("chest", "knee"), equipment=EVERYTHING))
    assert (plan.weeks, plan.focus) == ((), ())
    assert "do not train now" in plan.notes[0].text


def test_little_time_is_told_with_the_groups_that_miss_out():
    plan = make_plan(Wishes(MONDAY, minutes=20, goals=("faster",)))
    (note,) = [note for note in plan.notes if note.title == "Not everything fits"]
    assert note.text.startswith("20 minutes a week do not hold every")
    assert "Arms and upper body" in note.text


def test_doses_start_low_grow_by_small_steps_and_ease_every_fourth_week():
    plan = make_plan(Wishes(MONDAY, weeks=8, minutes=60))
    for week in plan.weeks[:1]:
        for session in week.sessions:
            for dose in session.doses:
                row = tables.exercises()[dose.exercise]
                assert (dose.sets, dose.amount) == (row.sets_min, row.amount_min)
    minutes = [week.minutes for week in plan.weeks]
    assert minutes[0] < minutes[2] > minutes[3] < minutes[4] <= minutes[6] > minutes[7]


def test_after_a_lighter_week_the_work_goes_on_from_the_last_full_week():
    plan = make_plan(Wishes(MONDAY, weeks=8, minutes=60))
    third, fourth, fifth = (work(plan.weeks[number - 1]) for number in (3, 4, 5))
    assert fourth < third < fifth <= 1.1 * third


def test_hard_forms_come_only_after_weeks_and_are_named():
    strong = standings(profile(results(**STRONG)))
    plan = make_plan(Wishes(MONDAY, weeks=12, minutes=90, equipment=EVERYTHING), strong, age=30)
    first = {row.level for _, row in doses(plan, week=1)}
    assert max(first) == 2
    hard = min(
        w.number for w in plan.weeks for d, row in doses(plan, week=w.number) if row.level > 2
    )
    assert hard == 5
    assert plan.weeks[4].new.startswith("New: ")


@pytest.mark.parametrize(
    ("seconds", "goals", "level"),
    [(None, (), 1), (20, (), 1), (60, (), 2), (240, (), 2), (240, ("return",), 1)],
)
def test_start_level_follows_the_own_result(seconds, goals, level):
    found = known() if seconds is None else known(front_plank=seconds)
    plan = make_plan(Wishes(MONDAY, minutes=120, goals=goals), found)
    assert max(row.level for _, row in doses(plan, week=1) if row.group == "core") == level


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
    names = {exercise.name for _, exercise in doses(plan)}
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


def test_a_sore_knee_keeps_an_easy_march_and_says_so():
    plan = make_plan(Wishes(MONDAY, weeks=12, minutes=90, pain=("knee",), equipment=EVERYTHING))
    used = {row.exercise for _, row in doses(plan) if row.group == "hip-flexors"}
    assert used == {"standing_march"}
    (note,) = [each for each in plan.notes if each.kind == "pain"]
    assert "stay: Standing march. Stop if one hurts." in note.text


@pytest.mark.parametrize(
    ("pain", "groups"),
    [
        ("back", {"hip-flexors", "upper-body"}),
        ("belly", {"hip-flexors", "upper-body"}),
        ("groin", {"quadriceps"}),
        ("hip", {"core"}),
    ],
)
def test_a_sore_place_leaves_the_groups_that_only_touch_it(pain, groups):
    plan = make_plan(Wishes(MONDAY, minutes=90, pain=(pain,)))
    assert groups <= {row.group for _, row in doses(plan, week=1)}


def test_a_sore_knee_lifts_its_heels_with_straight_knees():
    plan = make_plan(Wishes(MONDAY, minutes=90, pain=("knee",)))
    calves = {row.exercise for _, row in doses(plan) if row.group == "calves"}
    assert calves
    assert "bent_knee_calf_raise" not in calves


def test_a_pregnant_learner_with_strong_results_begins_gently_and_stays_level():
    wishes = Wishes(MONDAY, weeks=12, minutes=120, equipment=EVERYTHING, conditions=("pregnancy",))
    plan = make_plan(replace(wishes, goals=("economy",)), known(**STRONG), age=31)
    assert {row.level for _, row in doses(plan)} == {1}
    assert {work(week) for week in plan.weeks if not week.lighter} == {work(plan.weeks[0])}
    assert "Your plan keeps its level" in {note.title for note in plan.notes}
    assert not any("grows" in note.text for note in plan.notes if note.kind == "spare")


def test_a_beginner_of_sixty_two_sits_down_to_a_chair_first():
    wishes = Wishes(MONDAY, weeks=12, minutes=60, equipment=("chair", "step"))
    squats = {
        d.exercise for d, row in doses(make_plan(wishes, age=62), week=1) if "squat" in row.movement
    }
    assert squats == {"chair_squat"}
    without = make_plan(replace(wishes, equipment=()), age=62)
    assert "squat" in {dose.exercise for dose, _ in doses(without, week=1)}


def test_nordic_and_heavy_squat_lie_on_two_days():
    wishes = Wishes(
        MONDAY, weeks=12, minutes=90, runs=HARD_TWICE, goals=("economy",), equipment=EVERYTHING
    )
    plan = make_plan(wishes, known(**STRONG), age=35)
    days = {
        name: {
            day.name
            for week in plan.weeks
            for day in week.days
            if day.session and name in {dose.exercise for dose in day.session.doses}
        }
        for name in ("heavy_half_squat", "nordic")
    }
    assert all(days.values())
    assert days["heavy_half_squat"].isdisjoint(days["nordic"])


@pytest.mark.parametrize("hard", [*combinations(range(7), 2)])
@pytest.mark.parametrize("goal", ["economy", "faster"])
def test_wherever_the_hard_runs_fall_heavy_work_and_nordics_keep_apart(goal, hard):
    runs = tuple("hard" if day in hard else "" for day in range(7))
    wishes = Wishes(
        MONDAY, weeks=12, minutes=90, runs=runs, goals=(goal,), equipment=EVERYTHING, in_a_row=True
    )
    plan = make_plan(wishes, known(**STRONG), age=35)
    held = [
        ({m for d in day.session.doses for m in tables.exercises()[d.exercise].movement}, at)
        for week in plan.weeks
        for at, day in enumerate(week.days)
        if day.session
    ]
    assert any(moves & {"heavy", "nordic"} for moves, _ in held)
    for moves, at in held:
        assert not {"heavy", "nordic"} <= moves
        assert not (moves & {"heavy", "nordic"} and runs[(at + 1) % 7] == "hard")


def test_a_harder_form_of_the_table_never_leads_down_or_back():
    rows = tables.exercises()
    for row in rows.values():
        for name in row.harder:
            assert rows[name].level >= row.level, (row.exercise, name)
            assert row.exercise in rows[name].easier, (row.exercise, name)
            assert row.exercise not in rows[name].harder, (row.exercise, name)
        for name in row.easier:
            assert row.exercise in rows[name].harder, (row.exercise, name)

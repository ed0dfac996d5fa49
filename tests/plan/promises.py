"""What every plan promises, each as a check of one plan; a failure names what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from running_muscles import tables
from running_muscles.measure.limits import limited
from running_muscles.measure.muscle_groups import GROUP_NAMES, STRENGTH_GROUPS
from running_muscles.plan.ladders import (
    FEWEST_SETS_OF_STRENGTH,
    Learner,
    allowed,
    groups_of,
    trained_by,
)
from running_muscles.plan.parts import Dose, Plan, Session, Week
from running_muscles.plan.rules import choices_of, number, rule
from running_muscles.plan.standing import Standing
from running_muscles.tables import Exercise


@dataclass(frozen=True)
class Case:
    """A learner and the plan made for them."""

    plan: Plan
    standing: dict[str, Standing]
    age: int | None

    @property
    def older(self) -> bool:
        return self.age is not None and self.age >= number("older_from")

    @cached_property
    def may(self) -> dict[str, Exercise]:
        return {each.exercise: each for each in allowed(self.plan.wishes, Learner(self.age))}

    def full(self) -> list[Week]:
        return [week for week in self.plan.weeks if not week.lighter]

    def said(self, *kinds: str) -> str:
        notes = self.plan.notes
        return " ".join(f"{n.title} {n.text}" for n in notes if not kinds or n.kind in kinds)

    def doses(self) -> Iterator[tuple[Week, Session, Dose, Exercise]]:
        for week in self.plan.weeks:
            for session in week.sessions:
                for dose in session.doses:
                    yield week, session, dose, tables.exercises()[dose.exercise]


PROMISES: list[Callable[[Case], None]] = []


def promise(check: Callable[[Case], None]) -> Callable[[Case], None]:
    PROMISES.append(check)
    return check


def work(week: Week) -> float:
    """Seconds at work, added up in another way than the builder does."""
    total = 0.0
    for session in week.sessions:
        for dose in session.doses:
            exercise = tables.exercises()[dose.exercise]
            each = dose.amount * (
                number("seconds_per_rep") if exercise.amount_unit == "reps" else 1
            )
            total += each * dose.sets * (1 + exercise.per_side)
    return total


def sets(week: Week) -> int:
    return sum(dose.sets for session in week.sessions for dose in session.doses)


@promise
def no_two_strength_days_in_a_row_unless_asked(case: Case) -> None:
    days = [day for week in case.plan.weeks for day in week.days]
    assert case.plan.wishes.in_a_row or not any(a.session and b.session for a, b in pairwise(days))


@promise
def never_on_a_hard_run_day(case: Case) -> None:
    hard = [day == "hard" for day in case.plan.wishes.runs]
    for week in case.plan.weeks:
        assert not any(day.session and hard[at] for at, day in enumerate(week.days))


@promise
def minutes_stay_within_the_budget(case: Case) -> None:
    for week in case.plan.weeks:
        assert week.minutes <= case.plan.wishes.minutes
        assert all(each.minutes <= number("session_longest") for each in week.sessions)


@promise
def sessions_are_two_or_three_a_week_or_the_plan_says_why(case: Case) -> None:
    for week in case.plan.weeks:
        assert len(week.sessions) <= number("sessions_most")
        if len(week.sessions) < number("sessions_fewest"):
            assert case.said("days", "pain", "short", "condition")


@promise
def only_equipment_that_is_there(case: Case) -> None:
    have = {"none", *case.plan.wishes.equipment}
    assert all(have.issuperset(exercise.equipment) for *_, exercise in case.doses())


@promise
def what_hurts_is_left_out_told_and_spoken_of_for_running(case: Case) -> None:
    wishes = case.plan.wishes
    hurting = {group for pain in wishes.pain for group in rule(pain).groups}
    mild = {move for pain in wishes.pain for move in rule(pain).words}
    for *_, exercise in case.doses():
        # Where a helping muscle may stay, it is in the easiest form of a move that the rule names.
        assert hurting.isdisjoint(trained_by(exercise))
        assert hurting.isdisjoint(groups_of(exercise)) or (
            exercise.level == 1 and mild.issuperset(exercise.movement)
        )
        assert set(wishes.pain).isdisjoint(limited(exercise.movement))
    kinds = [note.kind for note in case.plan.notes]
    assert kinds.count("pain") == kinds.count("running") == len(wishes.pain)
    assert not hurting & {focus.group for focus in case.plan.focus}


@promise
def a_sore_knee_leaves_work_for_the_hip_flexors(case: Case) -> None:
    if not {"groin", "hip", "thigh-front"} & set(case.plan.wishes.pain):
        assert GROUP_NAMES["hip-flexors"] not in "".join(
            note.text for note in case.plan.notes if note.title == "No exercise fits"
        )


@promise
def what_stays_with_a_sore_place_is_named(case: Case) -> None:
    for pain in case.plan.wishes.pain:
        (note,) = [n for n in case.plan.notes if n.title == f"{rule(pain).label} hurts"]
        for *_, exercise in case.doses():
            if set(rule(pain).groups) & groups_of(exercise):
                assert exercise.name in note.text.partition("only a little")[2]


@promise
def a_sore_leg_turns_hard_runs_into_easy_ones(case: Case) -> None:
    legs = {"foot", "calf", "shin", "knee", "thigh-front", "thigh-back", "groin", "hip"}
    if legs & set(case.plan.wishes.pain):
        assert not any(day.run == "hard" for week in case.plan.weeks for day in week.days)


@promise
def nobody_kneels_on_a_sore_knee(case: Case) -> None:
    if "knee" in case.plan.wishes.pain:
        for *_, exercise in case.doses():
            assert "kneel" not in exercise.movement
            assert "kneel" not in " ".join(exercise.steps).lower()


@promise
def what_health_forbids_is_left_out_and_told(case: Case) -> None:
    for condition in case.plan.wishes.conditions:
        assert rule(condition).text in case.said("condition")
        assert not any(condition in limited(exercise.movement) for *_, exercise in case.doses())


@promise
def a_pregnancy_keeps_the_level_and_sends_to_midwife_or_doctor(case: Case) -> None:
    if "pregnancy" not in case.plan.wishes.conditions:
        return
    assert "Talk it over with your midwife or doctor" in case.said("condition")
    assert all(exercise.level == 1 for *_, exercise in case.doses())
    assert all(week.sessions == ours.sessions for week in case.full() for ours in case.full()[:1])


@promise
def every_group_twice_a_week_or_the_plan_says_so(case: Case) -> None:
    said = case.said("short", "pain", "days")
    for week in case.plan.weeks:
        wanted = min(number("group_times"), len(week.sessions))
        for group in STRENGTH_GROUPS if week.sessions else ():
            times = sum(
                any(group in trained_by(tables.exercises()[d.exercise]) for d in session.doses)
                for session in week.sessions
            )
            assert times >= wanted or GROUP_NAMES[group] in said, group


@promise
def with_two_hours_a_week_every_group_that_can_be_trained_comes_twice(case: Case) -> None:
    if case.plan.wishes.minutes >= 120:
        assert "Not everything fits" not in case.said("short") or len(
            case.plan.weeks[0].sessions
        ) < number("sessions_most")


@promise
def balance_work_twice_a_week_from_sixty_on(case: Case) -> None:
    if not case.older:
        return
    moves = set(rule("balance_times").words)
    for week in case.plan.weeks:
        times = sum(
            any(moves & set(tables.exercises()[d.exercise].movement) for d in session.doses)
            for session in week.sessions
        )
        wanted = min(number("balance_times"), len(week.sessions))
        assert times >= wanted or "Balance" in case.said("short")
        assert times or rule("balance_times").text not in case.said("age")


@promise
def no_jumps_from_sixty_on(case: Case) -> None:
    if case.older:
        assert not any({"jump", "nordic"} & set(e.movement) for *_, e in case.doses())


@promise
def doses_stay_within_the_table(case: Case) -> None:
    for week, _, dose, exercise in case.doses():
        assert exercise.sets_max >= FEWEST_SETS_OF_STRENGTH
        assert exercise.amount_min <= dose.amount <= exercise.amount_max
        assert (1 if week.lighter else exercise.sets_min) <= dose.sets <= exercise.sets_max


@promise
def no_exercise_twice_in_a_session(case: Case) -> None:
    for week in case.plan.weeks:
        for session in week.sessions:
            names = [dose.exercise for dose in session.doses]
            assert len(names) == len(set(names))


@promise
def work_never_grows_by_more_than_the_rule_says(case: Case) -> None:
    most = 1 + number("older_volume_rise" if case.older else "volume_rise") / 100
    for before, after in pairwise(case.full()):
        assert work(after) <= work(before) * most + 1e-9
        assert sets(after) <= sets(before) * most + 1e-9


@promise
def a_lighter_week_is_lighter_and_comes_every_fourth(case: Case) -> None:
    for before, week in pairwise(case.plan.weeks):
        assert week.lighter is (week.number % number("lighter_every") == 0)
        if week.lighter and week.sessions:
            assert sets(week) < sets(before) or work(week) <= work(before)
            assert week.minutes <= before.minutes


@promise
def nobody_starts_with_a_hard_form(case: Case) -> None:
    for week, _, _, exercise in case.doses():
        assert week.number > 1 or exercise.level <= number("highest_start")


@promise
def without_a_result_a_group_starts_at_level_one(case: Case) -> None:
    for week, _, _, exercise in case.doses():
        if week.number == 1 and not case.standing[exercise.group].tests:
            assert exercise.level == 1, exercise.exercise


@promise
def from_sixty_on_level_one_begins_with_the_easiest_forms(case: Case) -> None:
    """A chair to sit back on comes before the squat without one."""
    if not case.older:
        return
    for week, _, _, exercise in case.doses():
        if week.number == 1 and not case.standing[exercise.group].tests:
            easier = [case.may[name].group for name in exercise.easier if name in case.may]
            assert exercise.group not in easier, exercise.exercise


@promise
def what_takes_over_is_harder_by_the_table(case: Case) -> None:
    by_name = {each.name: each for each in tables.exercises().values()}
    for week in case.plan.weeks:
        new = week.new.removeprefix("New: ")
        for line in filter(None, new.rstrip(".").split(", ")):
            now, was = (by_name[name] for name in line.split(" in place of "))
            assert was.exercise in now.easier
            assert now.exercise in was.harder
            assert now.level >= was.level


@promise
def a_harder_form_comes_after_weeks_of_its_easier_form(case: Case) -> None:
    needed = number("older_weeks_before_harder" if case.older else "weeks_before_harder")
    full = case.full()
    first = {dose.exercise for session in full[0].sessions for dose in session.doses}
    for at, week in enumerate(full):
        for session in week.sessions:
            for dose in session.doses:
                exercise = tables.exercises()[dose.exercise]
                if dose.exercise in first:
                    continue
                weeks = sum(
                    any(
                        d.exercise in exercise.easier for one in earlier.sessions for d in one.doses
                    )
                    for earlier in full[:at]
                )
                assert weeks >= needed, (dose.exercise, week.number)


@promise
def few_forms_are_new_in_one_week(case: Case) -> None:
    for before, after in pairwise(case.full()):
        new = sum(
            len({d.exercise for d in young.doses} - {d.exercise for d in old.doses})
            for old, young in zip(before.sessions, after.sessions, strict=True)
        )
        assert new <= number("new_forms")


@promise
def sparing_moves_are_rare_and_never_before_a_hard_run(case: Case) -> None:
    for limit in choices_of("sparing"):
        moves = set(limit.words)
        for week in case.plan.weeks:
            held = [
                at
                for at, day in enumerate(week.days)
                if day.session
                and any(
                    moves & set(tables.exercises()[d.exercise].movement) for d in day.session.doses
                )
            ]
            assert len(held) <= (limit.value or 0)
            assert not any(case.plan.wishes.runs[(at + 1) % 7] == "hard" for at in held)


@promise
def heavy_work_and_the_nordic_share_no_day_while_another_is_free(case: Case) -> None:
    for week in case.plan.weeks:
        moves = {
            at: {m for d in day.session.doses for m in tables.exercises()[d.exercise].movement}
            for at, day in enumerate(week.days)
            if day.session
        }
        if any({"heavy", "nordic"} <= held for held in moves.values()):
            free = [at for at in moves if case.plan.wishes.runs[(at + 1) % 7] != "hard"]
            assert len(free) == 1


@promise
def heavy_and_springy_work_comes_first_in_a_session(case: Case) -> None:
    hard = set(rule("rest_after_hard_set").words)
    for week in case.plan.weeks:
        for session in week.sessions:
            rested = [
                bool(hard & set(tables.exercises()[dose.exercise].movement))
                for dose in session.doses
            ]
            assert rested == sorted(rested, reverse=True)


@promise
def the_nordic_comes_once_a_week_and_never_on_the_eve_of_a_hard_run(case: Case) -> None:
    for week in case.plan.weeks:
        held = [
            at
            for at, day in enumerate(week.days)
            if day.session and any(d.exercise == "nordic" for d in day.session.doses)
        ]
        assert len(held) <= 1
        assert not any(case.plan.wishes.runs[(at + 1) % 7] == "hard" for at in held)


@promise
def minutes_that_stay_free_are_explained(case: Case) -> None:
    if not case.plan.weeks or not case.plan.weeks[0].sessions:
        return
    used = max(week.minutes for week in case.plan.weeks)
    spare = case.plan.wishes.minutes - used > number("spare_minutes")
    assert spare == bool(case.said("spare"))
    if spare:
        assert f"about {used}" in case.said("spare")


@promise
def the_weaker_side_goes_first(case: Case) -> None:
    for *_, dose, exercise in case.doses():
        weaker = case.standing[exercise.group].weaker
        assert dose.first == (weaker if exercise.per_side else "")


@promise
def an_easier_form_never_stands_in_for_one_that_is_in_reach(case: Case) -> None:
    """A plank of two minutes gets no plank from the knees."""
    tests = {each.test: each for each in case.standing["core"].tests}
    if "front_plank" in tests and tests["front_plank"].level > 1:
        assert (
            "return" in case.plan.wishes.goals
            or "front_plank" not in case.may
            or not any(d.exercise == "knee_plank" for *_, d, _ in case.doses())
        )


@promise
def weeks_run_from_monday_and_keep_the_runs(case: Case) -> None:
    plan = case.plan
    days = [day for week in plan.weeks for day in week.days]
    assert days[0].date <= plan.wishes.start
    assert (plan.wishes.start - days[0].date).days < 7
    assert [day.date.toordinal() - days[0].date.toordinal() for day in days] == [*range(len(days))]
    assert {week.days[0].name for week in plan.weeks} == {"Monday"}
    for week in plan.weeks:
        runs = tuple("hard" if day.run == "eased" else day.run for day in week.days)
        assert runs == plan.wishes.runs


@promise
def a_plan_without_sessions_says_why(case: Case) -> None:
    if not any(week.sessions for week in case.plan.weeks):
        assert case.said("pain", "days", "short", "condition")

"""Weeks of strength training from results, wishes and the rules in `data/plan_rules.csv`.

Deterministic: the same wishes, standings and age give the same plan, day by day. The plan
never plans runs, and never trains a region that hurts. With a sign that nobody should train
with, there is no week at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from math import ceil

from running_muscles.measure.muscle_groups import STRENGTH_GROUPS
from running_muscles.plan.days import WEEK, strength_days
from running_muscles.plan.growth import Growth, Sessions, Step, growth
from running_muscles.plan.ladders import Ladders, Learner, ladders
from running_muscles.plan.notes import Outcome, notes, stop_notes
from running_muscles.plan.pace import SECONDS, Pace
from running_muscles.plan.parts import EASED, Day, Dose, Focus, Note, Plan, Session, Week
from running_muscles.plan.rules import choices_of, number, rule
from running_muscles.plan.sparing import sparing
from running_muscles.plan.standing import Standing
from running_muscles.plan.week import BALANCE, Filling, Room, Wanted
from running_muscles.plan.wishes import HARD, Wishes
from running_muscles.translation.spoken import _

__all__ = ["Day", "Dose", "Focus", "Note", "Plan", "Session", "Week", "closed_plan", "make_plan"]


def make_plan(
    wishes: Wishes,
    standings: Iterable[Standing] = (),
    *,
    age: int | None = None,
    gentle: bool = False,
) -> Plan:
    """Make a plan.

    Parameters
    ----------
    wishes : Wishes
    standings : iterable of Standing, optional
        What is known about muscle groups; groups left out count as untested.
    age : int, optional
        In years; not told, the plan is that of a younger adult.
    gentle : bool, optional
        Whether the health questions ask for a gentle start.

    Returns
    -------
    Plan
        Without any week where nobody should train with what was answered, and with no session
        where none fits; its notes then say why.
    """
    stops = stop_notes(wishes)
    if stops:
        return Plan(wishes, (), (), stops)
    known = {standing.group: standing for standing in standings}
    standing = {group: known.get(group, Standing(group)) for group in STRENGTH_GROUPS}
    learner = Learner(age, gentle)
    steps = ladders(wishes, standing, learner)
    trainable = [group for group in STRENGTH_GROUPS if steps.start(group)]
    focus = _focus(wishes, standing, trainable)
    days = strength_days(wishes) if trainable else ()
    wanted = _wanted(focus, trainable, steps)
    pace = Pace()
    longest = _longest(wishes, days) - pace.warm_up
    eves = tuple(wishes.runs[(day + 1) % WEEK] == HARD for day in days)
    rooms = tuple(Room(longest, eve) for eve in eves)
    reserve = longest * (1 - number("first_share"))
    Filling(rooms, wanted, steps, pace, sparing(), reserve).fill()
    plan_of = growth(steps, pace, longest, eves)
    weeks = _weeks(wishes, days, rooms, plan_of)
    return Plan(
        wishes,
        focus,
        weeks,
        notes(
            wishes,
            learner,
            Outcome(days, (*wanted.times,), weeks, wanted.short(rooms) if days else {}),
        ),
    )


def closed_plan(wishes: Wishes) -> Plan:
    """Return the plan of someone whose health questions ask to see a professional first."""
    return Plan(
        wishes,
        (),
        (),
        tuple(Note("stop", each.label, each.text) for each in choices_of("closed")),
    )


def _longest(wishes: Wishes, days: Sequence[int]) -> float:
    """Return the longest time of a session with its warm-up, in seconds."""
    share = wishes.minutes // len(days) if days else 0
    return min(share, int(number("session_longest"))) * SECONDS


def _focus(
    wishes: Wishes, standing: Mapping[str, Standing], trainable: Sequence[str]
) -> tuple[Focus, ...]:
    """Choose the groups that come first: by results, the weakest first, then by goals."""
    needy = sorted(
        (group for group in trainable if standing[group].first),
        key=lambda group: standing[group].share,
    )
    found = {group: Focus(group, standing[group].told) for group in needy}
    for goal in wishes.goals:
        chosen = rule(goal)
        for group in chosen.groups:
            if group in trainable:
                why = _("You chose: {goal}.").format(goal=_(chosen.label))
                found.setdefault(group, Focus(group, why, chosen.source_key, chosen.text))
    return tuple(found.values())[: int(number("focus_most"))]


def _wanted(focus: Sequence[Focus], trainable: Sequence[str], steps: Ladders) -> Wanted:
    """Say how often a week each group should come: those in focus first, balance for some."""
    balance = frozenset(rule("balance_times").words) if steps.older else frozenset()
    times = {}
    starts = (each for group in trainable for each in steps.start(group))
    if any(not balance.isdisjoint(each.movement) for each in starts):
        times[BALANCE] = int(number("balance_times"))
    first = [each.group for each in focus]
    for group in (*first, *(group for group in trainable if group not in first)):
        times[group] = int(number("group_times"))
    return Wanted(times, balance)


def _weeks(
    wishes: Wishes, days: Sequence[int], rooms: Sequence[Room], plan_of: Growth
) -> tuple[Week, ...]:
    """Lay out all weeks; a full week grows from the last full one, a lighter one does not count."""
    every = int(number("lighter_every"))
    runs = tuple(EASED if run == HARD and _eases(wishes) else run for run in wishes.runs)
    full, weeks = plan_of.start(rooms), []
    for index in range(wishes.weeks):
        lighter = (index + 1) % every == 0
        before = full
        if not lighter and index:
            full = plan_of.next(full)
        held = plan_of.lighter(full) if lighter else full
        sessions = dict(zip(days, (_session(each, plan_of) for each in held), strict=True))
        weeks.append(
            Week(
                index + 1,
                lighter,
                _rule(index, lighter, before, full),
                tuple(
                    Day(wishes.monday + timedelta(weeks=index, days=day), run, sessions.get(day))
                    for day, run in enumerate(runs)
                ),
                _new(before, full),
            )
        )
    return tuple(weeks)


def _eases(wishes: Wishes) -> bool:
    """Tell whether something hurts with which hard runs should wait."""
    return any(
        each.value and not set(each.words).isdisjoint(wishes.pain) for each in choices_of("running")
    )


def _rule(index: int, lighter: bool, before: Sessions, full: Sessions) -> str:
    """Say what is special about a week."""
    if index == 0:
        name = "week_first"
    elif lighter:
        name = "week_lighter"
    else:
        name = "week_hold" if _doses(before) == _doses(full) else "week_grow"
    said = rule(name)
    return f"{_(said.label)}: {_(said.text)}"


def _new(before: Sessions, full: Sessions) -> str:
    """Say which harder forms are new; nothing where none is."""
    names = {
        (old.exercise.name, new.exercise.name): None
        for was, now in zip(before, full, strict=True)
        for old, new in zip(was, now, strict=True)
        if old.exercise is not new.exercise
    }
    new = [_("{new} in place of {old}").format(new=now, old=was) for was, now in names]
    return _("New: {exercises}.").format(exercises=", ".join(new)) if new else ""


def _doses(sessions: Sessions) -> list[tuple[str, int, int]]:
    return [(each.exercise.exercise, each.sets, each.amount) for one in sessions for each in one]


def _session(steps: Sequence[Step], plan_of: Growth) -> Session | None:
    """Give a session its doses, heavy and springy work first; nothing without exercises."""
    if not steps:
        return None
    # Sorting keeps the order of the rest.
    steps = sorted(steps, key=lambda each: plan_of.pace.hard.isdisjoint(each.exercise.movement))
    seconds = plan_of.pace.warm_up + plan_of.load([steps]).seconds
    return Session(
        ceil(seconds / SECONDS),
        tuple(
            Dose(
                each.exercise.exercise,
                each.exercise.group,
                each.sets,
                each.amount,
                _first_side(each, plan_of),
            )
            for each in steps
        ),
    )


def _first_side(step: Step, plan_of: Growth) -> str:
    standing = plan_of.ladders.standing.get(step.exercise.group)
    return standing.weaker if standing and step.exercise.per_side else ""

"""Weeks of strength training from results, wishes and the rules in `data/plan_rules.csv`.

Deterministic: the same wishes and standings give the same plan, day by day. The plan never
plans runs, and never trains a region that hurts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from running_muscles.measure.muscle_groups import STRENGTH_GROUPS
from running_muscles.plan.days import strength_days
from running_muscles.plan.ladders import (
    allowed,
    ladder,
    one_step_harder,
    start_level,
)
from running_muscles.plan.notes import Note, notes
from running_muscles.plan.rules import number, rule, rules_of
from running_muscles.plan.standing import Standing
from running_muscles.plan.week import SECONDS, Filled, Slot, fill, seconds_of
from running_muscles.plan.wishes import DAYS, Wishes
from running_muscles.tables import Exercise, PlanRule


@dataclass(frozen=True)
class Dose:
    """One exercise of a session: ``sets`` times ``amount``, in the exercise's own unit."""

    exercise: str
    group: str
    sets: int
    amount: int


@dataclass(frozen=True)
class Session:
    """A strength session; ``minutes`` with its warm-up, rounded up."""

    minutes: int
    doses: tuple[Dose, ...]


@dataclass(frozen=True)
class Day:
    """A day of the plan; ``run`` is ``""``, ``"easy"`` or ``"hard"``."""

    date: date
    run: str
    session: Session | None

    @property
    def name(self) -> str:
        """Name of the weekday."""
        return DAYS[self.date.weekday()]

    @property
    def rest(self) -> bool:
        """Whether there is neither a run nor a session."""
        return not self.run and self.session is None


@dataclass(frozen=True)
class Week:
    """A week from Monday to Sunday; ``rule`` says in words what is special about it."""

    number: int
    lighter: bool
    rule: str
    days: tuple[Day, ...]

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions of the week in their order."""
        return tuple(day.session for day in self.days if day.session is not None)

    @property
    def minutes(self) -> int:
        """Minutes of strength training in the week."""
        return sum(session.minutes for session in self.sessions)


@dataclass(frozen=True)
class Focus:
    """A muscle group that comes first, and why; ``source_key`` where a source says so."""

    group: str
    why: str
    source_key: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """A whole plan, with what could not be done and why."""

    wishes: Wishes
    focus: tuple[Focus, ...]
    weeks: tuple[Week, ...]
    notes: tuple[Note, ...]


def make_plan(wishes: Wishes, standings: Iterable[Standing] = ()) -> Plan:
    """Make a plan.

    Parameters
    ----------
    wishes : Wishes
    standings : iterable of Standing, optional
        What is known about muscle groups; groups left out count as untested.

    Returns
    -------
    Plan
        With no session at all where none is safe or fits; its notes then say why.
    """
    known = {standing.group: standing for standing in standings}
    standing = {group: known.get(group, Standing(group)) for group in STRENGTH_GROUPS}
    may = allowed(wishes)
    ladders = {
        group: ladder(group, start_level(standing[group], wishes), may) for group in STRENGTH_GROUPS
    }
    trainable = [group for group, steps in ladders.items() if steps]
    trainable.sort(key=lambda group: (standing[group].high, standing[group].low))
    focus = _focus(wishes, standing, trainable)
    first = [each.group for each in focus]
    others = [group for group in trainable if group not in first]
    days = strength_days(wishes) if trainable else ()
    filled = Filled((), {})
    if days:
        longest = min(wishes.minutes // len(days), int(number("session_longest")))
        filled = fill(len(days), longest, first, others, ladders)
    return Plan(
        wishes,
        focus,
        _weeks(wishes, days, filled, may),
        notes(wishes, days, trainable, filled.short),
    )


def _focus(
    wishes: Wishes, standing: Mapping[str, Standing], trainable: Sequence[str]
) -> tuple[Focus, ...]:
    """Choose the groups that come first: by results, then by goals."""
    found = {
        group: Focus(group, standing[group].why) for group in trainable if standing[group].first
    }
    for goal in wishes.goals:
        chosen = rule(goal)
        for group in chosen.groups:
            if group in trainable:
                why = f"You chose: {chosen.label}. {chosen.text}"
                found.setdefault(group, Focus(group, why, chosen.source_key))
    return tuple(found.values())[: int(number("focus_most"))]


def _weeks(
    wishes: Wishes, days: tuple[int, ...], filled: Filled, may: tuple[Exercise, ...]
) -> tuple[Week, ...]:
    monday = wishes.start - timedelta(days=wishes.start.weekday())
    cycle, blocks = rules_of("loading-week", "lighter-week"), rules_of("block", "harder-block")
    weeks = []
    for index in range(wishes.weeks):
        # After the last block its dose stays; there is no rule beyond it.
        block = blocks[min(index // len(cycle), len(blocks) - 1)]
        week = cycle[index % len(cycle)]
        sessions = dict(
            zip(
                days,
                (_session(room.slots, week, block, may) for room in filled.sessions),
                strict=True,
            )
        )
        weeks.append(
            Week(
                index + 1,
                week.kind == "lighter-week",
                f"{block.label}: {block.text} {week.label}: {week.text}",
                tuple(
                    Day(monday + timedelta(weeks=index, days=day), run, sessions.get(day))
                    for day, run in enumerate(wishes.runs)
                ),
            )
        )
    return tuple(weeks)


def _session(
    slots: Sequence[Slot], week: PlanRule, block: PlanRule, may: tuple[Exercise, ...]
) -> Session | None:
    """Give every slot its dose in a certain week; nothing for a session without slots."""
    if not slots:
        return None
    doses, seconds = [], number("warm_up") * SECONDS
    for slot in slots:
        exercise, loaded = _loaded(slot, block, may)
        sets = exercise.sets_min if week.kind == "lighter-week" else loaded
        share = week.value or 0.0
        amount = exercise.amount_min + round(share * (exercise.amount_max - exercise.amount_min))
        doses.append(Dose(exercise.exercise, exercise.group, sets, amount))
        seconds += seconds_of(exercise, sets, amount)
    return Session(ceil(seconds / SECONDS), tuple(doses))


def _loaded(slot: Slot, block: PlanRule, may: tuple[Exercise, ...]) -> tuple[Exercise, int]:
    """Return the exercise of a slot in a block and its sets, within the slot's time."""
    exercise, most = slot.exercise, slot.sets_most
    if block.kind == "harder-block":
        harder = one_step_harder(exercise, may)
        seconds = seconds_of(harder, harder.sets_min, harder.amount_max)
        # Where there is no harder step, or no time for it, what was reached stays.
        moves = harder is not exercise and seconds <= slot.seconds
        return (harder, harder.sets_min) if moves else (exercise, most)
    share = block.value or 0.0
    return exercise, exercise.sets_min + round(share * (most - exercise.sets_min))

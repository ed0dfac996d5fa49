"""How the doses of a plan grow from week to week, and when a harder form takes over.

In each full week every exercise may take one small step: a repetition or some seconds, then a
further set, then a harder form. All steps of a week together stay within the growth that the
rules allow, measured from the last full week, in seconds at work, in sets and in time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from running_muscles.plan.ladders import Ladders
from running_muscles.plan.pace import Pace
from running_muscles.plan.rules import number
from running_muscles.plan.sparing import Held, Sparing, sparing
from running_muscles.plan.week import Room
from running_muscles.tables import Exercise

_PERCENT = 100


@dataclass(frozen=True)
class Step:
    """Where an exercise of a session stands.

    ``weeks`` full weeks were done in this form, and ``steps`` were taken since the first week.
    """

    exercise: Exercise
    sets: int
    amount: int
    weeks: int = 0
    steps: int = 0


Sessions = tuple[tuple[Step, ...], ...]


@dataclass(frozen=True)
class Load:
    """How much a week holds: seconds at work, sets, and seconds in all."""

    work: float
    sets: int
    seconds: float

    def __add__(self, other: Load) -> Load:
        return Load(self.work + other.work, self.sets + other.sets, self.seconds + other.seconds)

    def __sub__(self, other: Load) -> Load:
        return Load(self.work - other.work, self.sets - other.sets, self.seconds - other.seconds)

    def within(self, other: Load, growth: float) -> bool:
        """Tell whether this is no more than another load, grown by a share."""
        return (
            self.work <= other.work * (1 + growth)
            and self.sets <= other.sets * (1 + growth)
            and self.seconds <= other.seconds * (1 + growth)
        )


@dataclass(frozen=True)
class Growth:
    """What the weeks of one plan may do.

    ``longest`` is the time of a session without its warm-up, in seconds; ``eves`` tells for
    each session whether the next day has a hard run.
    """

    ladders: Ladders
    pace: Pace
    sparing: Sparing
    longest: float
    eves: tuple[bool, ...]
    share: float
    weeks_before_harder: int
    new_forms: int
    step_reps: int
    step_seconds: int

    def start(self, rooms: Sequence[Room]) -> Sessions:
        """Return the doses of the first week."""
        return tuple(
            tuple(
                Step(each, each.sets_min, self.ladders.first_amount(each))
                for each in room.exercises
            )
            for room in rooms
        )

    def lighter(self, sessions: Sessions) -> Sessions:
        """Return a lighter week: one set fewer, or the least amount where there is one set."""
        return tuple(tuple(_lighter(step) for step in session) for session in sessions)

    def next(self, sessions: Sessions) -> Sessions:
        """Return the full week after a full week; no exercise takes more than one step."""
        if self.ladders.steady:
            return sessions
        last = self.load(sessions)
        grown = [[replace(step, weeks=step.weeks + 1) for step in each] for each in sessions]
        reached, new = last, 0
        for index, place in self._turns(sessions):
            session, now = grown[index], grown[index][place]
            room = self.longest - self.load([session]).seconds
            for step in self._steps(grown, index, now, room):
                is_new = step.exercise is not now.exercise
                rise = self.load([[step]]) - self.load([[now]])
                if (
                    new + is_new <= self.new_forms
                    and rise.seconds <= room
                    and (reached + rise).within(last, self.share)
                ):
                    session[place] = replace(step, steps=now.steps + 1)
                    reached, new = reached + rise, new + is_new
                    break
        return tuple(tuple(session) for session in grown)

    def _turns(self, sessions: Sessions) -> list[tuple[int, int]]:
        """Return the places of a week in the order of their turns.

        What leads to the work of a goal comes first, then what has grown least; among equals,
        what stands first in each session.
        """
        places = [
            (not self._leads([step.exercise], self.ladders.sought), step.steps, place, index)
            for index, session in enumerate(sessions)
            for place, step in enumerate(session)
        ]
        return [(index, place) for *_, place, index in sorted(places)]

    def load(self, sessions: Sequence[Sequence[Step]]) -> Load:
        """Return how much a week, or a part of it, holds."""
        steps = [step for session in sessions for step in session]
        return Load(
            sum(self.pace.work(each.exercise, each.sets, each.amount) for each in steps),
            sum(each.sets for each in steps),
            sum(self.pace.seconds(each.exercise, each.sets, each.amount) for each in steps),
        )

    def _steps(self, sessions: list[list[Step]], index: int, step: Step, room: float) -> list[Step]:
        """Return what may come next for an exercise, the best first.

        A harder form waits until the dose is at its top, unless the learner's own result shows
        that it is in reach, or the session has no time left for more of the same.
        """
        more, harder = self._more(step), self._harder(sessions, index, step)
        level = self.ladders.shown(step.exercise)
        shown = [each for each in harder if each.exercise.level <= level]
        if shown:
            return [*shown, *more]
        at_top = step.amount >= step.exercise.amount_max
        if at_top:
            return [*harder, *more]
        full = more and self._longer(step, more[0]) > room
        return harder if full else more

    def _more(self, step: Step) -> list[Step]:
        """Return the next dose of the same exercise: a larger amount, at its top one more set."""
        exercise = step.exercise
        if step.amount < exercise.amount_max:
            rise = self.step_seconds if exercise.amount_unit == "s" else self.step_reps
            return [replace(step, amount=min(exercise.amount_max, step.amount + rise))]
        if step.sets < exercise.sets_max:
            sets = step.sets + 1
            amount = max(exercise.amount_min, ceil(step.sets * step.amount / sets))
            return [replace(step, sets=sets, amount=amount)]
        return []

    def _harder(self, sessions: list[list[Step]], index: int, step: Step) -> list[Step]:
        """Return the harder forms that may take over, after enough weeks of this one."""
        if step.weeks < self.weeks_before_harder:
            return []
        week = [[each.exercise for each in one if each is not step] for one in sessions]
        held = Held(week, self.eves)
        fit = [
            each
            for each in self.ladders.harder(step.exercise)
            if each not in week[index]
            and self.sparing.fits(each, index, held)
            and not self._waits(each, index, held)
        ]
        # What no other session holds comes first.
        fit.sort(key=lambda each: any(each in one for one in week))
        return [Step(each, each.sets_min, self.ladders.first_amount(each)) for each in fit]

    def _waits(self, exercise: Exercise, index: int, held: Held) -> bool:
        """Tell whether a form to be kept apart should leave its session to the others.

        So it is where its session leads to one of the others, and another day, which does
        not, leads to this form.
        """
        for _, others in self.sparing.parted(exercise):
            if not self._leads(held.sessions[index], others):
                continue
            for at, session in enumerate(held.sessions):
                steps = [step for each in session for step in self.ladders.harder(each)]
                if (
                    at != index
                    and exercise in steps
                    and self.sparing.fits(exercise, at, held)
                    and not self._leads(session, others)
                ):
                    return True
        return False

    def _leads(self, session: Sequence[Exercise], moves: frozenset[str]) -> bool:
        """Tell whether a session holds some moves, or exercises whose next form has them."""
        forms = [form for each in session for form in (each, *self.ladders.harder(each))]
        return any(not moves.isdisjoint(each.movement) for each in forms)

    def _longer(self, step: Step, more: Step) -> float:
        return self.load([[more]]).seconds - self.load([[step]]).seconds


def growth(ladders: Ladders, pace: Pace, longest: float, eves: tuple[bool, ...]) -> Growth:
    """Read from the rules how fast a plan may grow; more slowly from a certain age on."""
    older = "older_" if ladders.older else ""
    return Growth(
        ladders,
        pace,
        sparing(),
        longest,
        eves,
        share=number(f"{older}volume_rise") / _PERCENT,
        weeks_before_harder=int(number(f"{older}weeks_before_harder")),
        new_forms=int(number("new_forms")),
        step_reps=int(number("step_reps")),
        step_seconds=int(number("step_seconds")),
    )


def _lighter(step: Step) -> Step:
    if step.sets > 1:
        return replace(step, sets=step.sets - 1)
    return replace(step, amount=step.exercise.amount_min)

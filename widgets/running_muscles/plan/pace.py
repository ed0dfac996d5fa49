"""How long an exercise takes, and how much work it is, by the rules of the plan."""

from __future__ import annotations

from dataclasses import dataclass, field

from running_muscles.plan.rules import number, rule
from running_muscles.tables import Exercise

SECONDS = 60


@dataclass(frozen=True)
class Pace:
    """The times of the rules, read once for a plan; all in seconds."""

    rep: float = field(default_factory=lambda: number("seconds_per_rep"))
    rest: float = field(default_factory=lambda: number("rest_after_set"))
    rest_sides: float = field(default_factory=lambda: number("rest_after_sides"))
    rest_hard: float = field(default_factory=lambda: number("rest_after_hard_set"))
    change: float = field(default_factory=lambda: number("change_exercise"))
    warm_up: float = field(default_factory=lambda: number("warm_up") * SECONDS)
    hard: frozenset[str] = field(
        default_factory=lambda: frozenset(rule("rest_after_hard_set").words)
    )

    def work(self, exercise: Exercise, sets: int, amount: int) -> float:
        """Return the seconds at work: the measure of how much there is to do."""
        once = amount if exercise.amount_unit == "s" else amount * self.rep
        return sets * once * (2 if exercise.per_side else 1)

    def seconds(self, exercise: Exercise, sets: int, amount: int) -> float:
        """Return the seconds in all, with rests and getting into place."""
        return self.work(exercise, sets, amount) + sets * self.rest_of(exercise) + self.change

    def rest_of(self, exercise: Exercise) -> float:
        """Return the rest after a set."""
        if not self.hard.isdisjoint(exercise.movement):
            return self.rest_hard
        return self.rest_sides if exercise.per_side else self.rest

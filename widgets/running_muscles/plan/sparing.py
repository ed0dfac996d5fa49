"""Moves that may come only a few times a week, and never before a hard run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from running_muscles.plan.rules import choices_of
from running_muscles.tables import Exercise


@dataclass(frozen=True)
class Sparing:
    """The limits of a plan, read once: moves, and how many sessions a week may hold them."""

    limits: tuple[tuple[frozenset[str], int], ...]

    def fits(self, exercise: Exercise, *, eve: bool, others: Iterable[Iterable[Exercise]]) -> bool:
        """Tell whether an exercise may come into a session.

        Parameters
        ----------
        exercise : Exercise
        eve : bool
            Whether the next day has a hard run.
        others : iterable of iterable of Exercise
            What the other sessions of the week hold.
        """
        for moves, most in self.limits:
            if moves.isdisjoint(exercise.movement):
                continue
            if eve:
                return False
            holding = sum(
                any(not moves.isdisjoint(each.movement) for each in session) for session in others
            )
            if holding >= most:
                return False
        return True


def sparing() -> Sparing:
    """Read the limits from the rules of the kind ``sparing``."""
    return Sparing(
        tuple((frozenset(each.words), int(each.value or 0)) for each in choices_of("sparing"))
    )

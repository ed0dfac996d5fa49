"""Moves that may come only a few times a week, never before a hard run, or not on one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from running_muscles.plan.rules import choices_of
from running_muscles.tables import Exercise


@dataclass(frozen=True)
class Held:
    """What the sessions of a week hold; ``eves`` tells which come before a hard run."""

    sessions: Sequence[Sequence[Exercise]]
    eves: Sequence[bool]

    def with_any(self, moves: frozenset[str], *, but: int) -> list[int]:
        """Return the other sessions that hold one of some moves."""
        return [
            at
            for at, session in enumerate(self.sessions)
            if at != but and any(not moves.isdisjoint(each.movement) for each in session)
        ]


@dataclass(frozen=True)
class Sparing:
    """The limits of a plan, read once.

    Attributes
    ----------
    limits : tuple
        Moves, and how many sessions a week may hold them.
    apart : tuple of tuple of str
        Moves that tire the same muscles, and so fall on different days.
    """

    limits: tuple[tuple[frozenset[str], int], ...]
    apart: tuple[tuple[str, ...], ...] = ()

    def fits(self, exercise: Exercise, at: int, held: Held) -> bool:
        """Tell whether an exercise may come into a session.

        Parameters
        ----------
        exercise : Exercise
        at : int
            The place of the session in the week.
        held : Held
            What the week holds.
        """
        for moves, most in self.limits:
            if moves.isdisjoint(exercise.movement):
                continue
            if held.eves[at] or len(held.with_any(moves, but=at)) >= most:
                return False
        return not self._crowds(exercise, at, held)

    def _crowds(self, exercise: Exercise, at: int, held: Held) -> bool:
        """Tell whether a session has a move to be kept apart while another day is free."""
        another = any(not eve for day, eve in enumerate(held.eves) if day != at)
        return another and any(
            not others.isdisjoint(each.movement)
            for _, others in self.parted(exercise)
            for each in held.sessions[at]
        )

    def parted(self, exercise: Exercise) -> list[tuple[str, frozenset[str]]]:
        """Return the moves of an exercise that want a day without some others, and those."""
        return [
            (move, frozenset(words) - {move})
            for words in self.apart
            for move in words
            if move in exercise.movement
        ]


def sparing() -> Sparing:
    """Read the limits from the rules of the kinds ``sparing`` and ``apart``."""
    return Sparing(
        tuple((frozenset(each.words), int(each.value or 0)) for each in choices_of("sparing")),
        tuple(each.words for each in choices_of("apart")),
    )

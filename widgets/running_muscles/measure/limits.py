"""Who should leave out a move, whether it comes as a test or as an exercise.

Both name the moves they consist of, and `data/movement_limits.csv` holds the limits of each
move once. So a card can never lack the limit that the test of the same move has.
"""

from __future__ import annotations

from functools import lru_cache

from running_muscles.tables import Exercise, MovementLimit, Protocol, movement_limits


@lru_cache(maxsize=512)
def limits_of(movements: tuple[str, ...]) -> tuple[MovementLimit, ...]:
    """Return the limits of some moves, each reader's limit once, in the order of the moves.

    Parameters
    ----------
    movements : tuple of str
        Ids of moves, as a protocol or an exercise names them.
    """
    found: dict[str, MovementLimit] = {}
    for movement in movements:
        for row in movement_limits():
            if row.movement == movement:
                found.setdefault(row.limit, row)
    return tuple(found.values())


@lru_cache(maxsize=512)
def limited(movements: tuple[str, ...]) -> frozenset[str]:
    """Return for whom some moves are limited, such as ``"knee"`` or ``"pregnancy"``."""
    return frozenset(row.whom for row in limits_of(movements))


def leave_out(protocol: Protocol) -> tuple[str, ...]:
    """Return who should leave out a test: its own reasons, then the limits of its moves."""
    return (*protocol.skip_if, *(row.limit for row in limits_of(protocol.movement)))


def leave_out_sentence(exercise: Exercise) -> str:
    """Return who should leave out an exercise, as one sentence; empty for nobody."""
    limits = [_inside(row.limit) for row in limits_of(exercise.movement)]
    return f"Leave it out with: {'; '.join(limits)}." if limits else ""


def care(exercise: Exercise) -> str:
    """Return all that a card says about safety: how to take care, then who leaves it out."""
    return " ".join(filter(None, (exercise.cautions, leave_out_sentence(exercise))))


def _inside(limit: str) -> str:
    """Write a limit as it stands inside a sentence."""
    return limit[0].lower() + limit[1:]

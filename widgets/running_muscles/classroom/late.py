"""Late hand-ins: who is late by how much, and what that takes off. Pure arithmetic on times.

Nothing is frozen: a penalty is reckoned anew whenever a mark is shown, exported or given back,
so that a written answer that is marked later, or extra time that is granted later, counts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

SECONDS_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class LateRule:
    """What handing in late costs.

    Attributes
    ----------
    percent_per_day
        Percent of the quiz's points for each day that has begun. 0: late is said and costs nothing.
    grace_minutes
        So late is not late at all.
    at_most_percent
        No more than this is taken off, however late.
    """

    percent_per_day: float = 0.0
    grace_minutes: float = 0.0
    at_most_percent: float = 100.0


def seconds_late(
    handed_in: datetime | None, due: datetime | None, extra: timedelta = timedelta()
) -> float:
    """Return how late a hand-in came, in seconds; 0 when in time, or when a time is unknown.

    Parameters
    ----------
    handed_in, due
        Times in UTC, both with or both without an offset.
    extra
        Time on top that this student has.
    """
    if handed_in is None or due is None:
        return 0.0
    return max(0.0, (handed_in - due - extra).total_seconds())


def is_late(rule: LateRule, seconds: float) -> bool:
    """Say whether a hand-in counts as late under a rule."""
    return seconds > 60 * rule.grace_minutes


def penalty(rule: LateRule, max_points: float, seconds: float) -> float:
    """Return the points that a late hand-in loses, rounded to two decimals.

    The grace is no discount: past it, the first day has begun.
    """
    if not is_late(rule, seconds):
        return 0.0
    days = math.ceil(seconds / SECONDS_A_DAY)
    percent = min(rule.percent_per_day * days, rule.at_most_percent)
    return round(max_points * percent / 100, 2)


def in_words(seconds: float) -> str:
    """Return a lateness as people say it: ``2 days 3 h``, ``3 h 5 min``, ``1 min``."""
    minutes = math.ceil(seconds / 60)
    days, rest = divmod(minutes, 1440)
    hours, rest = divmod(rest, 60)
    if days:
        return f"{days} day{'s' * (days != 1)}" + (f" {hours} h" if hours else "")
    return f"{hours} h {rest} min" if hours else f"{rest} min"

"""How long questions were on the screens of a class, where that is recorded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from running_muscles.analysis.items import Array
from running_muscles.classroom.report import parts, rules

NOT_RECORDED = "not recorded"
RULE = (
    "Time of answering is how long a question was on the student's screen (at least half of it, or"
    " filling half of the window) until the answer was last changed, by the student's own clock."
    " Several questions may be on the screen at once, and nobody knows who was reading. The middle"
    f" of the class is told from {rules.FEWEST} answers on; it changes no points."
)


@dataclass(frozen=True, slots=True)
class Time:
    """The time of one question, in seconds.

    Attributes
    ----------
    people
        Of how many it is recorded.
    low, median, high
        Half of them took between `low` and `high`.
    """

    people: int
    low: float
    median: float
    high: float


def time_of(seconds: Array) -> Time | None:
    """Return the time of a question; None where it is recorded of nobody.

    Parameters
    ----------
    seconds
        Of each answer; nan where it is not recorded.
    """
    known = seconds[~np.isnan(seconds)]
    if not len(known):
        return None
    low, median, high = np.percentile(known, [25, 50, 75])
    return Time(len(known), float(low), float(median), float(high))


def shown(found: Time | None) -> str:
    """Return the median in a word, for a table."""
    if found is None or found.people < rules.FEWEST:
        return parts.NONE
    return in_words(found.median)


def told(found: Time | None) -> str:
    """Return what the page says of a question's time."""
    if found is None:
        return NOT_RECORDED
    if found.people < rules.FEWEST:
        return f"recorded of {found.people}, too few to say"
    return (
        f"{in_words(found.median)} in the middle; half of the {found.people} recorded took"
        f" {in_words(found.low)} to {in_words(found.high)}"
    )


def in_words(seconds: float) -> str:
    """Return seconds as people say them: ``45 s``, ``2 min 5 s``, ``1 h 10 min``."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    minutes, left = divmod(whole, 60)
    if minutes < 60:
        return f"{minutes} min {left} s" if left else f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"

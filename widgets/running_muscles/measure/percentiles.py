"""Where a number stands among published percentiles; plain arithmetic, no tables.

A study publishes a few percentiles, not the whole curve. Between two of them the place is
interpolated; outside them it is only said to be below or above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

# The widest step that Strand et al. (2014) leave between two percentiles of a plank, 20 to 50.
# A straight line over a wider one (the 2.5th to the 50th) would be a guess.
WIDEST_STEP = 30.0
# Mean and SD say little about the tails: hold times are skewed, and 83 s with an SD of 63 s
# would put people below zero. So the approximation stops at these percentiles (our choice).
NORMAL_RANGE = (5.0, 95.0)


@dataclass(frozen=True)
class Place:
    """A place in a group: the percentile when it can be told, and words that always can.

    ``in_100`` is the percentile as it may be spoken of: how many of 100 people had less.
    """

    percentile: float | None
    text: str
    in_100: int | None = None


def ordinal(percentile: float) -> str:
    """Write a percentile as people say it, such as ``"52nd"`` or ``"2.5th"``."""
    number = f"{percentile:g}"
    if number.endswith(("11", "12", "13")) or "." in number:
        return f"{number}th"
    return number + {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")


def interpolate(value: float, points: Sequence[tuple[float, float]]) -> Place:
    """Place a value among published percentiles.

    Parameters
    ----------
    value : float
        The result, in the unit of the points.
    points : sequence of (float, float)
        Percentile and its value, at least one, rising in both.

    Returns
    -------
    Place
        Without a percentile below the first point, above the last, and across a step wider
        than ``WIDEST_STEP``.

    Raises
    ------
    ValueError
        When there is no point.
    """
    if not points:
        raise ValueError("A place needs at least one published percentile.")
    first, last = points[0], points[-1]
    if value < first[1]:
        return Place(None, f"below the {ordinal(first[0])}")
    if value > last[1]:
        return Place(None, f"above the {ordinal(last[0])}")
    for percentile, bound in points:
        if value == bound:
            return Place(percentile, f"at the {ordinal(percentile)}", round(percentile))
    upper = next(index for index, (_, bound) in enumerate(points) if value < bound)
    (low, low_value), (high, high_value) = points[upper - 1], points[upper]
    text = f"between the {ordinal(low)} and {ordinal(high)}"
    if high - low > WIDEST_STEP:
        return Place(None, text)
    share = (value - low_value) / (high_value - low_value)
    percentile = low + share * (high - low)
    return Place(percentile, text, round(percentile))


def approximate(value: float, mean: float, sd: float) -> Place:
    """Place a value by mean and SD alone, as if the group were normally distributed.

    Parameters
    ----------
    value, mean, sd : float
        In one unit; ``sd`` above zero.

    Returns
    -------
    Place
        Without a percentile outside ``NORMAL_RANGE``; the words round to the nearest five.
    """
    percentile = 100 * NormalDist(mean, sd).cdf(value)
    low, high = NORMAL_RANGE
    if percentile < low:
        return Place(None, f"below the {ordinal(low)}")
    if percentile > high:
        return Place(None, f"above the {ordinal(high)}")
    about = 5 * round(percentile / 5)
    return Place(percentile, f"near the {ordinal(about)}", about)

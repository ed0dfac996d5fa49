"""Where a number stands among published percentiles; plain arithmetic, no tables.

A study publishes a few percentiles, not the whole curve. Between two of them the place is
interpolated; outside them it is only said to be below or above.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from running_muscles.translation import spoken
from running_muscles.translation.spoken import _
from running_muscles.translation.written import number

# The widest step that Strand et al. (2014) leave between two percentiles of a plank, 20 to 50.
# A straight line over a wider one (the 2.5th to the 50th) would be a guess.
WIDEST_STEP = 30.0
# Mean and SD say little about the tails: hold times are skewed, and 83 s with an SD of 63 s
# would put people below zero. So the approximation stops at these percentiles (our choice).
NORMAL_RANGE = (5.0, 95.0)


@dataclass(frozen=True)
class Place:
    """A place in a group: the percentile when it can be told, and words that always can.

    ``low`` and ``high`` are the ends between which the percentile lies, equal where it is known.
    ``in_100`` is the percentile as it may be spoken of: how many of 100 people had less.
    """

    percentile: float | None
    text: str
    low: float
    high: float
    in_100: int | None = None


def ordinal(percentile: float) -> str:
    """Write a percentile as people say it, such as ``"52nd"`` or ``"2.5th"``."""
    if spoken.current() != spoken.ENGLISH:
        # For translators: a place in a row, such as the 5th
        return _("{n}th").format(n=number(percentile))
    digits = f"{percentile:g}"
    if digits.endswith(("11", "12", "13")) or "." in digits:
        return f"{digits}th"
    return digits + {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1], "th")


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
        return _below(first[0])
    if value > last[1]:
        return _above(last[0])
    for percentile, bound in points:
        if value == bound:
            text = _("at the {place}").format(place=ordinal(percentile))
            return Place(percentile, text, percentile, percentile, round(percentile))
    upper = next(index for index, (_, bound) in enumerate(points) if value < bound)
    (low, low_value), (high, high_value) = points[upper - 1], points[upper]
    text = _("between the {low} and {high}").format(low=ordinal(low), high=ordinal(high))
    if high - low > WIDEST_STEP:
        return Place(None, text, low, high)
    share = (value - low_value) / (high_value - low_value)
    percentile = low + share * (high - low)
    return Place(percentile, text, percentile, percentile, round(percentile))


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
        return _below(low)
    if percentile > high:
        return _above(high)
    about = 5 * round(percentile / 5)
    text = _("near the {place}").format(place=ordinal(about))
    return Place(percentile, text, percentile, percentile, about)


# For translators: "percentile" follows: below the 5th percentile.
def _below(percentile: float) -> Place:
    text = _("below the {place}").format(place=ordinal(percentile))
    return Place(None, text, 0.0, percentile)


def _above(percentile: float) -> Place:
    text = _("above the {place}").format(place=ordinal(percentile))
    return Place(None, text, percentile, 100.0)

"""One question at a time: how many could, and whether it tells those who know from the others."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from running_muscles.analysis.chance import normal_quantile

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number from `people` people, with the ends of its interval."""

    value: float
    low: float
    high: float
    people: int


def rest_shares(points: Array, most: Array) -> Array:
    """Return for each person and slot the share of their other points that they have.

    With draws, people are asked different questions: each is held against the rest of their own.

    Parameters
    ----------
    points
        People by slots; nan where there is no mark.
    most
        What each slot gives.
    """
    marked = ~np.isnan(points)
    gained = np.where(marked, points, 0.0)
    there = np.where(marked, most, 0.0)
    rest = there.sum(axis=1, keepdims=True) - there
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(rest > 0, (gained.sum(axis=1, keepdims=True) - gained) / rest, np.nan)


def facility(shares: Array, level: float = 0.95) -> Estimate | None:
    """Return the mean share of the points, with Wilson's interval; None without anybody.

    For shares between none and all, the interval is wider than need be, never narrower.

    References
    ----------
    .. [1] Wilson E. B. (1927). Probable inference, the law of succession, and statistical
       inference. Journal of the American Statistical Association 22, 209-212.
    """
    people = len(shares)
    if not people:
        return None
    return proportion(float(shares.mean()), people, level)


def proportion(share: float, people: int, level: float = 0.95) -> Estimate:
    """Return a share of people with Wilson's interval."""
    z = normal_quantile((1 + level) / 2)
    middle = (share + z * z / (2 * people)) / (1 + z * z / people)
    spread = share * (1 - share) / people + z * z / (4 * people * people)
    half = z / (1 + z * z / people) * math.sqrt(max(0.0, spread))
    # At none and all the ends are exactly those, but for the last digit.
    low, high = min(share, middle - half), max(share, middle + half)
    return Estimate(share, max(0.0, low), min(1.0, high), people)


def correlation(one: Array, other: Array, level: float = 0.95) -> Estimate | None:
    """Return Pearson's correlation with Fisher's interval.

    Pairs with a nan do not count. None with fewer than four pairs, or where one of the two is the
    same for everybody.

    References
    ----------
    .. [1] Fisher R. A. (1921). On the probable error of a coefficient of correlation deduced from
       a small sample. Metron 1, 3-32.
    """
    there = ~(np.isnan(one) | np.isnan(other))
    x, y = one[there], other[there]
    people = len(x)
    if people < 4:
        return None
    x, y = x - x.mean(), y - y.mean()
    spread = math.sqrt(float(x @ x) * float(y @ y))
    if spread <= 1e-12:
        return None
    r = max(-1.0, min(1.0, float(x @ y) / spread))
    half = normal_quantile((1 + level) / 2) / math.sqrt(people - 3)
    middle = math.atanh(max(-1 + 1e-15, min(1 - 1e-15, r)))
    return Estimate(r, math.tanh(middle - half), math.tanh(middle + half), people)

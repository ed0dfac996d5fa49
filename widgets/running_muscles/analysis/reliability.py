"""How far a quiz would put a class in the same order again: Cronbach's alpha, with its interval."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from running_muscles.analysis.chance import f_quantile


@dataclass(frozen=True, slots=True)
class Reliability:
    """Alpha and the ends of its interval, from `people` people in `slots` slots."""

    alpha: float
    low: float
    high: float
    people: int
    slots: int


def cronbach_alpha(points: NDArray[np.float64]) -> float | None:
    """Return Cronbach's alpha; where each slot is all or nothing, that is KR-20.

    Parameters
    ----------
    points
        People by slots, without gaps.

    Returns
    -------
    float or None
        None with fewer than two people or slots, or where everybody has the same total.

    References
    ----------
    .. [1] Cronbach L. J. (1951). Coefficient alpha and the internal structure of tests.
       Psychometrika 16, 297-334.
    """
    people, slots = points.shape
    if people < 2 or slots < 2:
        return None
    whole = float(points.sum(axis=1).var(ddof=1))
    if whole <= 1e-12:
        return None
    parts = float(points.var(axis=0, ddof=1).sum())
    return float(slots / (slots - 1) * (1 - parts / whole))


def feldt_interval(
    alpha: float, people: int, slots: int, level: float = 0.95
) -> tuple[float, float]:
    """Return the ends of the interval of an alpha, by Feldt's F.

    References
    ----------
    .. [1] Feldt L. S., Woodruff D. J., Salih F. A. (1987). Statistical inference for coefficient
       alpha. Applied Psychological Measurement 11, 93-103.
    """
    above, below = people - 1, (people - 1) * (slots - 1)
    tail = (1 - level) / 2
    low, high = (1 - (1 - alpha) * f_quantile(p, above, below) for p in (1 - tail, tail))
    return low, high


def reliability(points: NDArray[np.float64], level: float = 0.95) -> Reliability | None:
    """Return alpha with its interval; None where there is none."""
    alpha = cronbach_alpha(points)
    if alpha is None:
        return None
    people, slots = points.shape
    return Reliability(alpha, *feldt_interval(alpha, people, slots, level), people, slots)

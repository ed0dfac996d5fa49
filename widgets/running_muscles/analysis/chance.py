"""How likely chance alone is: the beta distribution, and what follows from it.

The interval of a reliability needs a quantile of F, and a comparison with guessing a tail of the
binomial distribution. Both are the regularised incomplete beta function, which is short enough to
stand here: a package that brings it weighs more than all that instructors install otherwise.
"""

from __future__ import annotations

import math
from statistics import NormalDist

_TINY = 1e-300
_STEPS = 10_000
_NORMAL = NormalDist()


def incomplete_beta(a: float, b: float, x: float) -> float:
    """Return the regularised incomplete beta function I_x(a, b), by its continued fraction.

    Parameters
    ----------
    a, b
        Positive.
    x
        From 0 to 1; beyond, the nearest end counts.

    References
    ----------
    .. [1] NIST Digital Library of Mathematical Functions, 8.17.22 (the continued fraction) and
       8.17.4 (its mirror image).
    """
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (a + 1) / (a + b + 2):  # the fraction converges fast on the other side only
        return 1 - incomplete_beta(b, a, 1 - x)
    log_front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    log_front += a * math.log(x) + b * math.log1p(-x)
    return math.exp(log_front) * _fraction(a, b, x) / a


def _fraction(a: float, b: float, x: float) -> float:
    """Work the continued fraction out from its front (Lentz)."""
    upper, lower = 1.0, 1 / _off_zero(1 - (a + b) * x / (a + 1))
    value = lower
    for m in range(1, _STEPS):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            lower = 1 / _off_zero(1 + term * lower)
            upper = _off_zero(1 + term / upper)
            value *= lower * upper
        if abs(lower * upper - 1) < 1e-16:
            break
    return value


def _off_zero(number: float) -> float:
    return number if abs(number) > _TINY else _TINY


def f_quantile(share: float, above: float, below: float) -> float:
    """Return the quantile of the F distribution, by halving.

    Parameters
    ----------
    share
        The probability below it, more than 0 and less than 1.
    above, below
        Degrees of freedom of numerator and denominator.
    """
    low, high = 0.0, 1.0
    while high - low > 1e-17 and low < (middle := (low + high) / 2) < high:
        if incomplete_beta(above / 2, below / 2, middle) < share:
            low = middle
        else:
            high = middle
    return below * low / (above * (1 - low))


def binomial_tail(hits: int, tries: int, share: float) -> float:
    """Return the probability of at least so many hits, each try hitting with this share."""
    if hits <= 0:
        return 1.0
    return incomplete_beta(hits, tries - hits + 1, share) if hits <= tries else 0.0


def normal_tail(z: float) -> float:
    """Return the probability beyond `z` at one end of the normal distribution."""
    return 0.5 * math.erfc(z / math.sqrt(2))


def normal_quantile(share: float) -> float:
    """Return the quantile of the normal distribution."""
    return _NORMAL.inv_cdf(share)

"""How far two results of one person may lie apart while nothing has changed.

Studies publish this in several ways. ``noise`` chooses one of them by the rule that
CONTRIBUTING states, so that a result is always judged with the same number.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from running_muscles import tables
from running_muscles.tables import Reliability

PERCENT = "mdc95_percent"


@dataclass(frozen=True)
class Noise:
    """One published noise of a test.

    ``value`` is in the test's unit, or in percent of the mean of two results where
    ``percent`` is true. ``own`` tells a paper's own number from one worked out here.
    """

    value: float
    percent: bool
    own: bool
    n: int
    population: str
    citation: str

    def at(self, one: float, other: float) -> float:
        """Return how far these two results may lie apart, in the test's unit."""
        return self.value * (one + other) / 200 if self.percent else self.value

    def band(self, result: float) -> tuple[float, float]:
        """Return the lowest and highest second result that may be noise beside a first one."""
        if not self.percent:
            return result - self.value, result + self.value
        half = self.value / 200
        return result * (1 - half) / (1 + half), result * (1 + half) / (1 - half)


def noise(test: str, unit: str) -> Noise | None:
    """Choose the noise of a test.

    A paper's own number (an MDC95 or limits of agreement) goes before one worked out here; a
    percentage, which the tables hold only where the spread grows with the value, before one
    number for all; more people before fewer; the larger before the smaller.

    Parameters
    ----------
    test, unit : str
        Test id of ``protocols``, and its unit.

    Returns
    -------
    Noise or None
        ``None`` where no study tells.
    """
    rows = [row for row in tables.reliability() if row.test == test]
    known = [_change(row) for row in rows if row.statistic == "mdc95" and row.unit == unit]
    known += [_change(row) for row in rows if row.statistic == PERCENT]
    known += _limits([row for row in rows if row.unit == unit])
    return max(known, key=lambda one: (one.own, one.percent, one.n, one.value), default=None)


def _change(row: Reliability) -> Noise:
    return Noise(
        row.value,
        row.statistic == PERCENT,
        row.verified != "calculated",
        row.n or 0,
        row.population,
        row.source_key,
    )


def _limits(rows: Iterable[Reliability]) -> list[Noise]:
    """Read limits of agreement: half of their width is the noise, rounded up to a tenth."""
    ends: dict[tuple[str, str], dict[str, Reliability]] = {}
    for row in rows:
        if row.statistic in ("loa_low", "loa_high"):
            ends.setdefault((row.source_key, row.metric), {})[row.statistic] = row
    found = []
    for pair in ends.values():
        if len(pair) == 2:
            low, high = pair["loa_low"], pair["loa_high"]
            half = math.ceil(round(5 * (high.value - low.value), 6)) / 10
            found.append(Noise(half, False, True, low.n or 0, low.population, low.source_key))
    return found

"""How far the people of one group lay apart, as far as their study published it."""

from __future__ import annotations

from dataclasses import dataclass

from running_muscles.translation.spoken import _
from running_muscles.translation.written import number

from .groups import Group


@dataclass(frozen=True)
class Spread:
    """A group as a stretch of a number line, in the test's unit.

    ``low`` and ``high`` are ``None`` where only a middle was published, ``middle`` where there
    is none. ``meaning`` says in plain words what the stretch and its middle stand for.
    """

    low: float | None
    high: float | None
    middle: float | None
    meaning: str


def spread(group: Group) -> Spread | None:
    """Return the stretch of a group, from published numbers alone.

    Percentiles go before mean and SD, these before the lowest and the highest. A group that a
    source only cuts into named ranges has no stretch.
    """
    mean = group.statistics.get("mean")
    if len(group.percentiles) > 1:
        return _between_percentiles(group.percentiles, mean)
    if mean is None:
        return _the_middle(group.percentiles[0][1]) if _median(group) else None
    sd = group.statistics.get("sd")
    if sd is not None:
        meaning = _("their mean, and one standard deviation each way")
        return Spread(max(0.0, mean - sd), mean + sd, mean, meaning)
    low, high = group.statistics.get("min"), group.statistics.get("max")
    if low is not None and high is not None:
        return Spread(low, high, mean, _("their mean, from the lowest to the highest"))
    return Spread(None, None, mean, _("their mean"))


def _between_percentiles(points: tuple[tuple[float, float], ...], mean: float | None) -> Spread:
    (first, low), (last, high) = points[0], points[-1]
    median = dict(points).get(50.0)
    if median is not None:
        meaning = _("{n} in 100 of them, with a mark at the middle")
    elif mean:
        meaning = _("{n} in 100 of them, with a mark at the mean")
    else:
        meaning = _("{n} in 100 of them")
    middle = mean if median is None else median
    return Spread(low, high, middle, meaning.format(n=number(last - first)))


def _the_middle(median: float) -> Spread:
    return Spread(None, None, median, _("the middle"))


def _median(group: Group) -> bool:
    return bool(group.percentiles) and group.percentiles[0][0] == 50.0

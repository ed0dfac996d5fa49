"""How far the people of one group lay apart, as far as their study published it."""

from __future__ import annotations

from dataclasses import dataclass

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
        return Spread(None, None, group.percentiles[0][1], "the middle") if _median(group) else None
    sd = group.statistics.get("sd")
    if sd is not None:
        meaning = "their mean, and one standard deviation each way"
        return Spread(max(0.0, mean - sd), mean + sd, mean, meaning)
    low, high = group.statistics.get("min"), group.statistics.get("max")
    if low is not None and high is not None:
        return Spread(low, high, mean, "their mean, from the lowest to the highest")
    return Spread(None, None, mean, "their mean")


def _between_percentiles(points: tuple[tuple[float, float], ...], mean: float | None) -> Spread:
    (first, low), (last, high) = points[0], points[-1]
    median = dict(points).get(50.0)
    share = f"{last - first:g} in 100 of them"
    if median is not None:
        return Spread(low, high, median, f"{share}, with a mark at the middle")
    return Spread(low, high, mean, f"{share}, with a mark at the mean" if mean else share)


def _median(group: Group) -> bool:
    return bool(group.percentiles) and group.percentiles[0][0] == 50.0

"""Questions that may stand in for each other: which is harder for people who know as much."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from running_muscles.analysis.chance import normal_tail

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Comparison:
    """One group against all others.

    Attributes
    ----------
    difference
        Its mean less that of the others, among people with the same rest; negative is harder.
    chance
        How often chance alone makes a difference as large, in either direction.
    people
        How many are in the group.
    """

    difference: float
    chance: float
    people: int


def compare(shares: Array, rest: Array, group: NDArray[np.int64]) -> dict[int, Comparison]:
    """Compare each group with the others, after what the rest of the quiz says about its people.

    An analysis of covariance with one slope: means are taken to the same rest by the slope within
    groups, and differences held against the spread that is left.

    Parameters
    ----------
    shares
        Share of the points of each person.
    rest
        Share of that person's other points.
    group
        Which question each person was asked.

    Returns
    -------
    dict
        Group -> comparison; empty with one group only, or where nothing is left to chance.
    """
    there = ~(np.isnan(shares) | np.isnan(rest))
    y, x, group = shares[there], rest[there], group[there]
    names = np.unique(group)
    left = len(y) - len(names) - 1
    if len(names) < 2 or left < 1:
        return {}
    mean_y = {int(name): float(y[group == name].mean()) for name in names}
    mean_x = {int(name): float(x[group == name].mean()) for name in names}
    own_y = y - np.array([mean_y[int(name)] for name in group])
    own_x = x - np.array([mean_x[int(name)] for name in group])
    spread_x = float(own_x @ own_x)
    slope = float(own_x @ own_y) / spread_x if spread_x > 1e-12 else 0.0
    variance = float(((own_y - slope * own_x) ** 2).sum()) / left
    if variance <= 1e-12:
        return {}
    found = {}
    for name in names:
        inside = group == name
        many, others = int(inside.sum()), int((~inside).sum())
        apart_x = mean_x[int(name)] - float(x[~inside].mean())
        difference = mean_y[int(name)] - float(y[~inside].mean()) - slope * apart_x
        # The slope is not known exactly, which counts where the groups differ in their rest.
        unsure = 1 / many + 1 / others + (apart_x**2 / spread_x if spread_x > 1e-12 else 0.0)
        chance = 2 * normal_tail(abs(difference) / (variance * unsure) ** 0.5)
        found[int(name)] = Comparison(difference, chance, many)
    return found

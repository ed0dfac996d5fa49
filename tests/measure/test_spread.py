"""A group as a stretch of a number line: only what its study published."""

from __future__ import annotations

import pytest

from running_muscles import tables
from running_muscles.measure.groups import Group, groups_of
from running_muscles.measure.spread import spread


def group(**statistics: float) -> Group:
    return Group(
        test="front_plank",
        metric="hold",
        unit="s",
        sex="all",
        age_min=20,
        age_max=30,
        population="",
        who="",
        selected=False,
        citation="",
        n=None,
        statistics=statistics,
        verified="primary",
    )


@pytest.mark.parametrize(
    ("statistics", "low", "middle", "high"),
    [
        ({"p10": 50, "p50": 90, "p90": 200, "mean": 110, "sd": 60}, 50, 90, 200),
        ({"p25": 50, "p75": 200, "mean": 110}, 50, 110, 200),
        ({"p2.5": 50, "p97.5": 80}, 50, None, 80),
        ({"mean": 83, "sd": 63}, 20, 83, 146),
        # Skewed: below nothing nobody stands.
        ({"mean": 30, "sd": 50}, 0, 30, 80),
        ({"mean": 170, "min": 155, "max": 203}, 155, 170, 203),
        ({"mean": 40}, None, 40, None),
        ({"p50": 24}, None, 24, None),
    ],
)
def test_the_stretch_is_what_was_published(statistics, low, middle, high):
    found = spread(group(**statistics))
    assert found is not None
    assert (found.low, found.middle, found.high) == (low, middle, high)


def test_named_ranges_are_no_stretch():
    assert spread(group(**{"poor (below)": 20, "good (above)": 30})) is None


@pytest.mark.parametrize("test", sorted(tables.protocols()))
def test_every_stretch_of_the_tables_is_in_order_and_says_what_it_means(test):
    for each in groups_of(test):
        found = spread(each)
        if found is None:
            continue
        ends = [end for end in (found.low, found.middle, found.high) if end is not None]
        assert ends == sorted(ends)
        assert found.meaning

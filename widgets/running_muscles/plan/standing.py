"""Which muscle groups a plan should put first, and why, read from a profile.

A standing is small and plain, so that it can be kept beside a plan: the plan then stays as it
is while new results come in, until the learner makes a new one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from running_muscles.measure.muscle_groups import STRENGTH_GROUPS
from running_muscles.measure.profile import GroupProfile, Measured, Profile, SideProfile
from running_muscles.plan.rules import number, rule

_TEXT = re.compile(r"(below|above|between) the ([\d.]+)\w\w(?: and ([\d.]+)\w\w)?")
_LOW_BAND = 'under "'


@dataclass(frozen=True)
class Standing:
    """What a plan knows about one muscle group.

    Attributes
    ----------
    low, high : float
        The lowest and highest percentile, 0 to 100, at which the least result may stand;
        0 and 100 when nothing is known.
    tested : bool
        Whether there is a scored result at all.
    why : str
        Why the group should come first, in words; empty when it should not.
    """

    group: str
    low: float = 0.0
    high: float = 100.0
    tested: bool = False
    why: str = ""

    @property
    def first(self) -> bool:
        """Whether the group should come first."""
        return bool(self.why)

    @classmethod
    def from_mapping(cls, kept: Mapping[str, Any]) -> Standing:
        """Build a standing from a kept one."""
        return cls(**{name: kept[name] for name in cls.__dataclass_fields__ if name in kept})


def standings(profile: Profile) -> tuple[Standing, ...]:
    """Read the standing of every strength group from a profile, in the order of the course."""
    return tuple(_standing(profile.group(group)) for group in STRENGTH_GROUPS)


def _standing(group: GroupProfile) -> Standing:
    scored = [(test, side) for test in group.measured if test.scored for side in test.sides]
    if not scored:
        return Standing(group.group)
    low, high, why = 0.0, 100.0, ""
    placed = [(*percentile_range(side), test, side) for test, side in scored if _is_placed(side)]
    if placed:
        low, high, test, side = min(placed, key=lambda each: (each[1], each[0]))
        if high <= _limit():
            why = _low_words(test, side)
    banded = [(test, side) for test, side in scored if _is_low_band(side)]
    if banded and not why:
        why = _low_words(*banded[0])
        high = _limit()
    gaps = [test for test in group.measured if test.gap and test.gap.within_error is False]
    if gaps and not why:
        why = f"{gaps[0].name}: left and right differ by more than the noise of the test."
    return Standing(group.group, low, high, True, why)


def _limit() -> float:
    return number("focus_percentile")


def _is_placed(side: SideProfile) -> bool:
    return _is_about_this_learner(side) and percentile_range(side) != (0.0, 100.0)


def _is_about_this_learner(side: SideProfile) -> bool:
    """Tell whether the group compared with includes the learner; no other steers a plan."""
    return side.reading is not None and side.reading.includes_learner is True


def percentile_range(side: SideProfile) -> tuple[float, float]:
    """Return the lowest and highest percentile at which a result may stand, 0 to 100.

    Equal when the percentile is known; 0 and 100 when nothing is, and when the group compared
    with does not include the learner.
    """
    if side.reading is None or side.reading.includes_learner is False:
        return 0.0, 100.0
    if side.reading.percentile is not None:
        return side.reading.percentile, side.reading.percentile
    match = _TEXT.match(side.reading.percentile_text)
    if match is None:
        return 0.0, 100.0
    bound = float(match[2])
    ranges = {
        "below": (0.0, bound),
        "above": (bound, 100.0),
        "between": (bound, float(match[3] or 100)),
    }
    return ranges[match[1]]


def _is_low_band(side: SideProfile) -> bool:
    band = side.reading.band if side.reading else None
    low = rule("focus_percentile").words
    if band is None or not _is_about_this_learner(side):
        return False
    return band in low or band.startswith(_LOW_BAND)


def _low_words(test: Measured, side: SideProfile) -> str:
    """Say where the result lies and among whom; called for placed results only."""
    reading = side.reading
    if reading is None:
        return ""
    name = f"{test.name}, {side.side}" if side.side else test.name
    if reading.band is None:
        place = f"{reading.percentile_text} percentile"
    elif reading.band.startswith(_LOW_BAND):
        place = f"{reading.band}, in the words of the source"
    else:
        place = f'in the range that the source calls "{reading.band}"'
    return f"{name}: {place} (compared with {reading.who})."

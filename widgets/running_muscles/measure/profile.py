"""All results of a learner side by side, one muscle group after the other.

Pure functions: results in, dataclasses out. A profile compares learners with themselves and
left with right first, then with published groups; it never calls a result a diagnosis.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from running_muscles import tables
from running_muscles.measure import norms
from running_muscles.measure.about import About
from running_muscles.measure.muscle_groups import GROUP_NAMES
from running_muscles.measure.result import Result
from running_muscles.tables import Protocol
from running_muscles.translation.spoken import N_, _

# Tests that speak for the whole stride and not for one muscle group.
RUNNING = "running"
RUNNING_NAME = N_("The whole stride")
# The trial runs of the first lesson measure nothing about a body.
_TRY_OUT_LESSON = "00-start-here"


@dataclass(frozen=True)
class SideProfile:
    """One side of one test; values in the unit of the test.

    ``latest`` and ``earlier`` are the results of the two last days (the best trial of a day
    where higher is better). ``change`` and ``reading`` are ``None`` where there is nothing to
    compare with.
    """

    side: str
    latest: Result
    best: Result | None
    earlier: Result | None
    change: norms.Change | None
    reading: norms.Reading | None


@dataclass(frozen=True)
class Measured:
    """One test that the learner has taken, with its sides."""

    test: str
    name: str
    unit: str
    scored: bool
    sides: tuple[SideProfile, ...]
    gap: norms.Asymmetry | None


@dataclass(frozen=True)
class GroupProfile:
    """What is known about one muscle group, and the names of the tests not yet taken."""

    group: str
    name: str
    measured: tuple[Measured, ...]
    untested: tuple[str, ...]

    @property
    def tested(self) -> bool:
        """Whether there is any result."""
        return bool(self.measured)


@dataclass(frozen=True)
class Profile:
    """Every muscle group of the course, tested or not."""

    groups: tuple[GroupProfile, ...]

    def group(self, name: str) -> GroupProfile:
        """Return one group by id.

        Raises
        ------
        KeyError
            If the course has no such group.
        """
        return {group.group: group for group in self.groups}[name]


def profile(results: Iterable[Result], about: About | None = None) -> Profile:
    """Put results together by muscle group.

    Parameters
    ----------
    results : iterable of Result
        In any order; those of tests that the course no longer has are left out.
    about : About, optional
        Age and sex, which choose the published group.

    Returns
    -------
    Profile
        Groups in the order of the course, the whole stride last.
    """
    known = tables.protocols()
    of_test: dict[str, list[Result]] = {test: [] for test in known}
    for result in sorted(results, key=lambda each: each.local_time):
        if result.test in known:
            of_test[result.test].append(result)
    names = {**GROUP_NAMES, RUNNING: RUNNING_NAME}
    return Profile(
        tuple(_group(group, name, of_test, about or About()) for group, name in names.items())
    )


def _group(group: str, name: str, of_test: dict[str, list[Result]], about: About) -> GroupProfile:
    protocols = [
        row
        for row in tables.protocols().values()
        if (row.group or RUNNING) == group and row.lesson != _TRY_OUT_LESSON
    ]
    return GroupProfile(
        group,
        _(name),
        tuple(_measured(row, of_test[row.test], about) for row in protocols if of_test[row.test]),
        tuple(_(row.name) for row in protocols if not of_test[row.test]),
    )


def _measured(protocol: Protocol, results: Sequence[Result], about: About) -> Measured:
    sides = tuple(
        _side(protocol, side, rows, about)
        for side in protocol.sides or ("",)
        if (rows := [result for result in results if result.side == side])
    )
    latest = {one.side: one.latest.value for one in sides}
    gap = None
    if protocol.scored and latest.keys() == {"left", "right"}:
        gap = norms.asymmetry(protocol.test, latest["left"], latest["right"])
    return Measured(protocol.test, _(protocol.name), protocol.unit, protocol.scored, sides, gap)


def _side(protocol: Protocol, side: str, rows: Sequence[Result], about: About) -> SideProfile:
    days = [
        _best(tuple(trials), protocol.better)
        for _, trials in groupby(rows, key=lambda result: result.local_time.date())
    ]
    latest, earlier = days[-1], days[-2] if len(days) > 1 else None
    change = reading = None
    if protocol.scored:
        if earlier is not None:
            change = norms.change(protocol.test, earlier.value, latest.value)
        found = norms.compare(
            protocol.test, latest.value, side=side, sex=about.sex or None, age=about.age
        )
        reading = _most_telling(found)
    best = None if protocol.better == "none" else _best(tuple(rows), protocol.better)
    return SideProfile(side, latest, best, earlier, change, reading)


def percentile_range(side: SideProfile) -> tuple[float, float]:
    """Return the lowest and highest percentile at which a result may stand, 0 to 100.

    Equal when the percentile is known; 0 and 100 when nothing is, and when the group compared
    with does not include the learner.
    """
    if side.reading is None or side.reading.includes_learner is False:
        return 0.0, 100.0
    return side.reading.percentile_range


def _best(trials: Sequence[Result], better: str) -> Result:
    """Return the best trial, the earliest of equals; the last one where none is better."""
    if better == "none":
        return trials[-1]
    sign = 1 if better == "higher" else -1
    return max(trials, key=lambda result: sign * result.value)


def _most_telling(found: Sequence[norms.Reading]) -> norms.Reading | None:
    """Return the best-fitting comparison that carries a place, else the best-fitting one."""
    fitting = (one for one in found if one.includes_learner is not False)
    placed = (one for one in fitting if one.percentile_text or one.band)
    return next(placed, found[0] if found else None)

"""The published groups of a test, and which of them fit a learner."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from running_muscles import tables
from running_muscles.tables import Norm

# These two give VO2max, whose groups stand in the table under the name of the quantity.
_STANDS_UNDER = {"rockport_mile": "vo2max_category", "one_mile_jog": "vo2max_category"}
_PERCENTILE = re.compile(r"p(\d+(?:\.\d+)?)(?: \(model\))?")
_BAND = re.compile(r"(.+) \((at least|above|below)\)")


@dataclass(frozen=True)
class Group:
    """People of one study who took a test, and what was published about them."""

    test: str
    metric: str
    unit: str
    sex: str
    age_min: int | None
    age_max: int | None
    population: str
    who: str
    selected: bool
    citation: str
    n: int | None
    statistics: dict[str, float] = field(compare=False)
    verified: str = field(compare=False)

    @property
    def percentiles(self) -> tuple[tuple[float, float], ...]:
        """Published percentiles and their values, rising."""
        found = ((_PERCENTILE.fullmatch(name), value) for name, value in self.statistics.items())
        return tuple(sorted((float(match[1]), value) for match, value in found if match))

    @property
    def bands(self) -> tuple[tuple[float, str, str], ...]:
        """Bound, ``at least``/``above``/``below`` and name of each band, rising."""
        found = ((_BAND.fullmatch(name), value) for name, value in self.statistics.items())
        return tuple(
            sorted(
                (value, match[2], match[1])
                for match, value in found
                if match and match[1] != "cutoff"
            )
        )

    @property
    def side(self) -> str:
        """``left`` or ``right`` when the group's numbers are for one side, else ``""``."""
        last = self.metric.rpartition(", ")[2]
        return last if last in ("left", "right") else ""

    def says_something(self) -> bool:
        """Tell whether a single result can be compared with this group."""
        return bool(self.percentiles or self.bands or "mean" in self.statistics)

    def has_age(self, age: int) -> bool:
        """Tell whether the group's ages, as far as published, take in an age in years."""
        return (self.age_min or 0) <= age and (self.age_max is None or age <= self.age_max)

    def includes(self, sex: str | None, age: int | None) -> bool | None:
        """Tell whether a learner is one of the kind of people that were measured.

        ``None`` when the learner did not tell enough. People who were chosen for being
        trained or ill, and people of ages that nobody states, include no learner.
        """
        if self.selected or self.span() == (None, None):
            return False
        if sex is not None and self.sex not in (sex, "all"):
            return False
        if age is not None and not self.has_age(age):
            return False
        return None if age is None or (sex is None and self.sex != "all") else True

    def span(self) -> tuple[int | None, int | None]:
        """Give the group's youngest and oldest age."""
        return self.age_min, self.age_max


@lru_cache(maxsize=64)
def groups_of(test: str) -> tuple[Group, ...]:
    """Collect the groups that a result of a test can be compared with.

    Parameters
    ----------
    test : str
        Test id of ``protocols``, or another test of ``norms``.

    Returns
    -------
    tuple of Group
        In the order of the table; none for a test that is only observed, or that nobody
        measured in the unit of our protocol.

    Raises
    ------
    ValueError
        When no table knows the test.
    """
    protocol = tables.protocols().get(test)
    name = _STANDS_UNDER.get(test, test)
    rows = [norm for norm in tables.norms() if norm.test == name]
    if protocol is None and not rows:
        raise ValueError(
            f'There is no test "{test}". The tests are: {", ".join(tables.protocols())}.'
        )
    if protocol is not None:
        rows = [norm for norm in rows if protocol.scored and norm.unit == protocol.unit]
    return tuple(group for group in _gather(rows) if group.says_something())


def _gather(rows: Iterable[Norm]) -> Iterable[Group]:
    people: dict[tuple[object, ...], list[Norm]] = {}
    for row in rows:
        key = (row.metric, row.sex, row.age_min, row.age_max, row.population, row.source_key)
        people.setdefault(key, []).append(row)
    for members in people.values():
        first = members[0]
        marks = {member.verified for member in members}
        yield Group(
            test=first.test,
            metric=first.metric,
            unit=first.unit,
            sex=first.sex,
            age_min=first.age_min,
            age_max=first.age_max,
            population=first.population,
            who=first.who,
            selected=first.selected,
            citation=first.source_key,
            n=first.n,
            statistics={member.statistic: member.value for member in members},
            # One number read second-hand makes the whole comparison second-hand.
            verified="secondary" if "secondary" in marks else first.verified,
        )


def fitting(test: str, side: str, sex: str | None, age: int | None) -> tuple[Group, ...]:
    """Choose the groups that a learner may be compared with.

    A study that is split by sex or by age is used only where it fits; one that is not split
    is kept, and its misfit is for the caller to say.

    Parameters
    ----------
    test : str
        Test id.
    side : str
        ``left``, ``right`` or ``""``.
    sex : str or None
        ``M``, ``F`` or not told.
    age : int or None
        In years, or not told.

    Returns
    -------
    tuple of Group
        In the order of the table.
    """
    groups = [group for group in groups_of(test) if not side or group.side in ("", side)]
    if sex is None and any(group.sex == "all" for group in groups):
        groups = [group for group in groups if group.sex == "all"]
    chosen: list[Group] = []
    for citation in dict.fromkeys(group.citation for group in groups):
        study = [group for group in groups if group.citation == citation]
        if sex is not None:
            study = _for_sex(study, sex)
        chosen += (group for group in study if _fits_age(group, study, age))
    return tuple(chosen)


def _for_sex(study: list[Group], sex: str) -> list[Group]:
    for wanted in (sex, "all"):
        found = [group for group in study if group.sex == wanted]
        if found:
            return found
    return study


def _fits_age(group: Group, study: list[Group], age: int | None) -> bool:
    split = any(
        other.metric == group.metric and other.sex == group.sex and other.span() != group.span()
        for other in study
    )
    return not split or (age is not None and group.has_age(age))

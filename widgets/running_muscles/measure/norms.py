"""From a result to plain words about it: against others, against before, against the other side.

Pure functions over the tables. They compare with published people and say who those were; they
never call a result healthy, weak or risky.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from running_muscles import tables

from .change import Asymmetry, Change, asymmetry, change, plain
from .groups import Group, fitting
from .percentiles import Place, approximate, interpolate
from .spread import Spread, spread

__all__ = ["Asymmetry", "Change", "Reading", "asymmetry", "change", "compare"]

_SEXES = {"M": "men", "F": "women", "all": "men and women"}
_METHODS = ("interpolated", "band", "normal approximation", "mean only")


@dataclass(frozen=True)
class Reading:
    """A result held against one published group.

    ``percentile`` is ``None`` wherever the source does not carry it; ``percentile_text`` then
    still says as much as it does. ``method`` is one of ``interpolated``, ``band``,
    ``normal approximation`` and ``mean only``; ``mean``, ``sd`` and ``spread`` are in the
    test's unit.

    ``main`` is the one sentence to show, ``who`` says in plain words whom it is about, and
    ``more`` is what can be folded; ``sentence`` is all of them. ``includes_learner`` is ``None``
    when the learner has not told enough to say.
    """

    reference: str
    citation: str
    verified: str
    population: str
    who: str
    includes_learner: bool | None
    n: int | None
    sex: str
    age_min: int | None
    age_max: int | None
    percentile: float | None
    percentile_text: str
    method: str
    band: str | None
    mean: float | None
    sd: float | None
    spread: Spread | None
    main: str
    more: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """All that is said about this group, in one piece."""
        return " ".join([self.main, self.who_sentence, *self.more])

    @property
    def who_sentence(self) -> str:
        """Whom the comparison is about, as one short sentence."""
        return f"They were {self.who}."


def compare(
    test: str,
    value: float,
    *,
    side: str = "",
    sex: str | None = None,
    age: int | None = None,
) -> tuple[Reading, ...]:
    """Hold a result against the published groups that fit best.

    Parameters
    ----------
    test : str
        Test id of ``protocols``, or another test of ``norms``.
    value : float
        The result, in the unit of the test.
    side : str, optional
        ``left`` or ``right``.
    sex : str, optional
        ``M`` or ``F``; without it, groups of both sexes, or each sex by itself.
    age : int, optional
        In years; without it, no study that is split by age is used.

    Returns
    -------
    tuple of Reading
        Groups that include the learner first, the best-fitting of them before all. Empty when
        no published group fits, and for tests whose numbers are no grades, such as heart-rate
        recovery or the paper grip.

    Raises
    ------
    ValueError
        When the test is unknown, or a value makes no sense.
    """
    _check(value, side, sex, age)
    protocol = tables.protocols().get(test)
    better = protocol.better if protocol else "none"
    groups = sorted(fitting(test, side, sex, age), key=lambda group: _misfit(group, sex, age))
    return tuple(_reading(group, value, better, sex, age) for group in groups)


def _check(value: float, side: str, sex: str | None, age: int | None) -> None:
    if not math.isfinite(value):
        raise ValueError(f"A result must be a number, not {value}.")
    if side not in ("", "left", "right"):
        raise ValueError(f'A side is "left", "right" or empty, not "{side}".')
    if sex not in ("M", "F", None):
        raise ValueError(f'For the norms, sex is "M", "F" or not given, not "{sex}".')
    if age is not None and not 0 <= age <= 120:
        raise ValueError(f"An age lies between 0 and 120 years, not at {age}.")


_INCLUDED_FIRST = {True: 0, None: 1, False: 2}


def _misfit(group: Group, sex: str | None, age: int | None) -> tuple[int, int, int, int, int]:
    """Rank a group, best first: without the learner, unlike, unsplit by sex, by method, small."""
    return (
        _INCLUDED_FIRST[group.includes(sex, age)],
        len(_cautions(group, sex, age)),
        int(group.sex != sex),
        _METHODS.index(_method(group)),
        -(group.n or 0),
    )


def _method(group: Group) -> str:
    if group.percentiles:
        return "interpolated"
    if group.bands:
        return "band"
    return "normal approximation" if "sd" in group.statistics else "mean only"


def _reading(group: Group, value: float, better: str, sex: str | None, age: int | None) -> Reading:
    method = _method(group)
    mean, sd = group.statistics.get("mean"), group.statistics.get("sd")
    place: Place | None = None
    band: str | None = None
    if method == "interpolated":
        place = interpolate(value, group.percentiles)
        finding = [_say_place(value, group, place)]
    elif method == "band":
        band, said = _band(value, group)
        finding = [f"Your {plain(value)} {group.unit}: {said}"]
    elif mean is not None and sd is not None:
        place = approximate(value, mean, sd)
        finding = [
            _say_place(value, group, place),
            f"Their mean was {mean:g} {group.unit}.",
            "This place is an estimate from mean and spread only.",
        ]
    else:
        finding = [_say_mean(value, group)]
    reference = _reference(group)
    first, *rest = finding
    return Reading(
        reference=reference,
        citation=group.citation,
        verified=group.verified,
        population=group.population,
        who=group.who,
        includes_learner=group.includes(sex, age),
        n=group.n,
        sex=group.sex,
        age_min=group.age_min,
        age_max=group.age_max,
        percentile=place.percentile if place else None,
        percentile_text=place.text if place else "",
        method=method,
        band=band,
        mean=mean,
        sd=sd,
        spread=spread(group),
        main=first,
        more=(*rest, *_caveats(group, better, sex, age), f"The group in full: {reference}."),
    )


def _band(value: float, group: Group) -> tuple[str, str]:
    """Name the band of a value, and say so; outside the source's bands, say where it lies."""
    reached = missed = ""
    for bound, kind, name in group.bands:
        if kind == "below":
            if value < bound:
                return name, f'the source calls this range "{name}".'
            missed = name
        elif value > bound or (kind == "at least" and value == bound):
            reached = name
        elif not reached:
            where = f'between "{missed}" and "{name}"' if missed else f'under "{name}"'
            return where, f"this lies {where}, in the words of the source."
    return reached, f'the source calls this range "{reached}".'


def _say_place(value: float, group: Group, place: Place) -> str:
    yours = f"Your {plain(value)} {group.unit}"
    if place.percentile is None:
        return f"{yours} is {place.text} percentile of a group."
    return f"{yours} is more than about {place.in_100} in 100 people of a group had."


def _say_mean(value: float, group: Group) -> str:
    numbers = group.statistics
    words = f"You have {plain(value)} {group.unit}; the mean of a group was {numbers['mean']:g}"
    if "min" in numbers and "max" in numbers:
        words += f", from {numbers['min']:g} to {numbers['max']:g}"
    return f"{words}."


def _ages(group: Group) -> str:
    low, high = group.span()
    if low is None and high is None:
        return "ages not stated"
    return f"aged {low} and over" if high is None else f"aged {low or 0} to {high}"


def _reference(group: Group) -> str:
    measured = f", n = {group.n}" if group.n else ""
    return f"{group.population}; {_SEXES[group.sex]}, {_ages(group)}{measured} ({group.metric})"


def _cautions(group: Group, sex: str | None, age: int | None) -> list[str]:
    """Say in which ways the group is unlike the learner."""
    found = []
    if sex is not None and group.sex not in (sex, "all"):
        found.append(f"This group was {_SEXES[group.sex]} only, so it may not fit you.")
    if age is not None and not group.has_age(age):
        older = "older" if age > (group.age_min or 0) else "younger"
        found.append(f"You are {older} than this group, so it may not fit you.")
    if group.span() == (None, None):
        found.append("The ages of this group are not stated, so it may not fit you.")
    if group.selected:
        found.append("These people were chosen for something that you may not share.")
    return found


def _caveats(group: Group, better: str, sex: str | None, age: int | None) -> list[str]:
    said = _cautions(group, sex, age)
    if sex is None and group.sex != "all":
        said.append("You did not tell us your sex, so we show each group by itself.")
    if age is None and group.span() != (None, None):
        said.append("You did not tell us your age, so we cannot say how well the group fits.")
    if group.verified == "secondary":
        said.append("We read these numbers on a page that quotes the study, not in the study.")
    if better == "none":
        said.append("Neither a higher nor a lower number is better here.")
    return said

"""From a result to plain words about it: against others, against before, against the other side.

Pure functions over the tables. They compare with published people and say who those were; they
never call a result healthy, weak or risky.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from running_muscles import tables
from running_muscles.measure.quantity import quantity, unit_text
from running_muscles.translation.content import inside
from running_muscles.translation.spoken import N_, _
from running_muscles.translation.written import number

from .change import Asymmetry, Change, asymmetry, change
from .groups import Group, fitting
from .percentiles import Place, approximate, interpolate
from .spread import Spread, spread

__all__ = ["Asymmetry", "Change", "Reading", "asymmetry", "change", "compare"]

_SEXES = {"M": N_("men"), "F": N_("women"), "all": N_("men and women")}
_ONLY = {
    "M": N_("This group was men only, so it may not fit you."),
    "F": N_("This group was women only, so it may not fit you."),
}
_METHODS = ("interpolated", "band", "normal approximation", "mean only")


@dataclass(frozen=True)
class Reading:
    """A result held against one published group.

    ``percentile`` is ``None`` wherever the source does not carry it; ``percentile_text`` then
    still says as much as it does, and ``percentile_range`` between which it lies (0 and 100 where
    nothing is known). ``method`` is one of ``interpolated``, ``band``,
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
    percentile_range: tuple[float, float]
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
        return _("They were {people}.").format(people=inside(self.who))


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
        finding = [said]
    elif mean is not None and sd is not None:
        place = approximate(value, mean, sd)
        finding = [
            _say_place(value, group, place),
            _("Their mean was {mean} {unit}.").format(
                mean=number(mean), unit=unit_text(group.unit)
            ),
            _("This place is an estimate from mean and spread only."),
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
        percentile_range=(place.low, place.high) if place else (0.0, 100.0),
        method=method,
        band=band,
        mean=mean,
        sd=sd,
        spread=spread(group),
        main=first,
        more=(
            *rest,
            *_caveats(group, better, sex, age),
            _("The group in full: {group}.").format(group=reference),
        ),
    )


def _band(value: float, group: Group) -> tuple[str, str]:
    """Name the band of a value, and say so; outside the source's bands, say where it lies."""
    reached = missed = ""
    yours = quantity(value, group.unit)
    for bound, kind, name in group.bands:
        if kind == "below":
            if value < bound:
                return inside(name), _called(yours, name)
            missed = name
        elif value > bound or (kind == "at least" and value == bound):
            reached = name
        elif not reached:
            where = _('between "{low}" and "{high}"') if missed else _('under "{high}"')
            where = where.format(low=inside(missed), high=inside(name))
            said = _("Your {value}: this lies {where}, in the words of the source.")
            return where, said.format(value=yours, where=where)
    return inside(reached), _called(yours, reached)


def _called(yours: str, name: str) -> str:
    said = _('Your {value}: the source calls this range "{name}".')
    return said.format(value=yours, name=inside(name))


def _say_place(value: float, group: Group, place: Place) -> str:
    yours = quantity(value, group.unit)
    if place.percentile is None:
        # For translators: {place} is such as "below the 5th"
        said = _("Your {value} is {place} percentile of a group.")
        return said.format(value=yours, place=place.text)
    said = _("Your {value} is more than about {n} in 100 people of a group had.")
    return said.format(value=yours, n=place.in_100)


def _say_mean(value: float, group: Group) -> str:
    numbers = {name: number(each) for name, each in group.statistics.items()}
    words = (
        _("You have {value}; the mean of a group was {mean}, from {min} to {max}.")
        if "min" in numbers and "max" in numbers
        else _("You have {value}; the mean of a group was {mean}.")
    )
    ends = {name: numbers.get(name, "") for name in ("mean", "min", "max")}
    return words.format(value=quantity(value, group.unit), **ends)


def _ages(group: Group) -> str:
    low, high = group.span()
    if low is None and high is None:
        return _("ages not stated")
    said = _("aged {low} and over") if high is None else _("aged {low} to {high}")
    return said.format(low=low or 0, high=high)


def _reference(group: Group) -> str:
    said = (
        _("{people}; {sex}, {ages}, n = {n} ({metric})")
        if group.n
        else _("{people}; {sex}, {ages} ({metric})")
    )
    return said.format(
        people=inside(group.population),
        sex=_(_SEXES[group.sex]),
        ages=_ages(group),
        n=group.n,
        metric=inside(group.metric),
    )


def _cautions(group: Group, sex: str | None, age: int | None) -> list[str]:
    """Say in which ways the group is unlike the learner."""
    found = []
    if sex is not None and group.sex not in (sex, "all"):
        found.append(_(_ONLY[group.sex]))
    if age is not None and not group.has_age(age):
        found.append(
            _("You are older than this group, so it may not fit you.")
            if age > (group.age_min or 0)
            else _("You are younger than this group, so it may not fit you.")
        )
    if group.span() == (None, None):
        found.append(_("The ages of this group are not stated, so it may not fit you."))
    if group.selected:
        found.append(_("These people were chosen for something that you may not share."))
    return found


def _caveats(group: Group, better: str, sex: str | None, age: int | None) -> list[str]:
    said = _cautions(group, sex, age)
    if sex is None and group.sex != "all":
        said.append(_("You did not tell us your sex, so we show each group by itself."))
    if age is None and group.span() != (None, None):
        said.append(_("You did not tell us your age, so we cannot say how well the group fits."))
    if group.verified == "secondary":
        said.append(_("We read these numbers on a page that quotes the study, not in the study."))
    if better == "none":
        said.append(_("Neither a higher nor a lower number is better here."))
    return said

"""Whether two results differ by more than the noise of the test.

The MDC95, the minimal detectable change, is how far two measurements of a person who did not
change lie apart in 95 of 100 cases at most. It fits two days and, since it is about the
difference of two measurements, two sides. Which one of several counts, ``noise`` decides.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from running_muscles import tables
from running_muscles.measure.noise import Noise, noise
from running_muscles.measure.quantity import plain, quantity, unit_text
from running_muscles.translation.content import inside
from running_muscles.translation.spoken import N_, _
from running_muscles.translation.written import number

__all__ = ["Asymmetry", "Change", "asymmetry", "change", "plain"]


@dataclass(frozen=True)
class Change:
    """Later minus earlier, in the test's unit; ``beyond_noise`` is ``None`` without an MDC95."""

    test: str
    difference: float
    mdc95: float | None
    beyond_noise: bool | None
    sentence: str
    citation: str


@dataclass(frozen=True)
class Asymmetry:
    """Left minus right, in the test's unit; ``percent`` is of the larger side, 0 to 100."""

    test: str
    difference: float
    percent: float
    larger: str
    mdc95: float | None
    within_error: bool | None
    sentence: str
    citation: str


def change(test: str, earlier: float, later: float) -> Change:
    """Compare a result with an earlier one of the same person.

    Parameters
    ----------
    test : str
        Test id of ``protocols``.
    earlier, later : float
        Results in the unit of the test, zero or more.

    Returns
    -------
    Change
        With the MDC95 of the test where one is known.

    Raises
    ------
    ValueError
        When the test is unknown or a result makes no sense.
    """
    unit, error = _unit_and_error(test, earlier, later)
    difference = later - earlier
    start = _("From {earlier} to {later} {unit}: a change of {difference} {unit}.").format(
        earlier=plain(earlier),
        later=plain(later),
        unit=unit_text(unit),
        difference=number(round(difference, 1), "+g"),
    )
    if error is None:
        return Change(test, difference, None, None, f"{start} {_(_UNKNOWN)}", "")
    limit = error.at(earlier, later)
    beyond = abs(difference) > limit
    verdict = (
        _("Yours is larger, so it stands out from the noise.")
        if beyond
        else _("Yours is not larger, so it may be noise.")
    )
    sentence = f"{start} {_noise(error, limit, unit)} {verdict}"
    return Change(test, difference, limit, beyond, sentence, error.citation)


def asymmetry(test: str, left: float, right: float) -> Asymmetry:
    """Compare the two sides of a person.

    Parameters
    ----------
    test : str
        Test id of ``protocols``.
    left, right : float
        Results in the unit of the test, zero or more.

    Returns
    -------
    Asymmetry
        With the MDC95 of the test where one is known.

    Raises
    ------
    ValueError
        When the test is unknown or a result makes no sense.
    """
    unit, error = _unit_and_error(test, left, right)
    difference = left - right
    larger = "left" if difference > 0 else "right" if difference < 0 else ""
    # The share first: 100 times a large number, divided, can come out above 100.
    percent = 100 * (abs(difference) / max(left, right)) if difference else 0.0
    gap = (
        _("Left {left}, right {right}: a gap of {gap}, {percent} % of the larger side.")
        if difference
        else _("Left {left}, right {right}: no gap.")
    )
    start = gap.format(
        left=quantity(left, unit),
        right=quantity(right, unit),
        gap=quantity(abs(difference), unit),
        percent=number(percent, ".0f"),
    )
    if error is None:
        sentence = f"{start} {_(_UNKNOWN)}"
        return Asymmetry(test, difference, percent, larger, None, None, sentence, "")
    limit = error.at(left, right)
    within = abs(difference) <= limit
    verdict = (
        _("Your gap is no larger, so it may be noise.")
        if within
        else _("Your gap is larger. See whether it is still there on another day.")
    )
    sentence = f"{start} {_noise(error, limit, unit)} {verdict}"
    return Asymmetry(test, difference, percent, larger, limit, within, sentence, error.citation)


_UNKNOWN = N_(
    "We found no study that says how large a difference must be in this test to stand out. "
    "Look at the trend over some weeks."
)


def _noise(error: Noise, limit: float, unit: str) -> str:
    apart = (
        _(
            "Two tests of a person who has not changed can lie {size} apart, "
            "{percent} % of their mean."
        )
        if error.percent
        else _("Two tests of a person who has not changed can lie {size} apart.")
    )
    origin = (
        _("This comes from a study of {people}.")
        if error.own
        else _("We worked this out from a study of {people}.")
    )
    size, percent = quantity(limit, unit), number(error.value)
    people = inside(error.population)
    return f"{apart.format(size=size, percent=percent)} {origin.format(people=people)}"


def _unit_and_error(test: str, *results: float) -> tuple[str, Noise | None]:
    protocol = tables.protocols().get(test)
    if protocol is None:
        raise ValueError(
            f'There is no test "{test}". The tests are: {", ".join(tables.protocols())}.'
        )
    for result in results:
        if not math.isfinite(result) or result < 0:
            raise ValueError(f"A result must be a number of zero or more, not {result}.")
    return protocol.unit, noise(test, protocol.unit)

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


def plain(value: float) -> str:
    """Write a result as learners read it: to a tenth, without needless zeros."""
    return f"{round(value, 1):g}"


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
    start = f"From {plain(earlier)} to {plain(later)} {unit}: "
    start += f"a change of {round(difference, 1):+g} {unit}."
    if error is None:
        return Change(test, difference, None, None, f"{start} {_UNKNOWN}", "")
    limit = error.at(earlier, later)
    beyond = abs(difference) > limit
    verdict = (
        "Yours is larger, so it stands out from the noise."
        if beyond
        else "Yours is not larger, so it may be noise."
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
    start = f"Left {plain(left)} {unit}, right {plain(right)} {unit}: " + (
        f"a gap of {plain(abs(difference))} {unit}, {percent:.0f} % of the larger side."
        if difference
        else "no gap."
    )
    if error is None:
        sentence = f"{start} {_UNKNOWN}"
        return Asymmetry(test, difference, percent, larger, None, None, sentence, "")
    limit = error.at(left, right)
    within = abs(difference) <= limit
    verdict = (
        "Your gap is no larger, so it may be noise."
        if within
        else "Your gap is larger. See whether it is still there on another day."
    )
    sentence = f"{start} {_noise(error, limit, unit)} {verdict}"
    return Asymmetry(test, difference, percent, larger, limit, within, sentence, error.citation)


_UNKNOWN = (
    "We found no study that says how large a difference must be in this test to stand out. "
    "Look at the trend over some weeks."
)


def _noise(error: Noise, limit: float, unit: str) -> str:
    share = f", {error.value:g} % of their mean" if error.percent else ""
    origin = "This comes from" if error.own else "We worked this out from"
    return (
        f"Two tests of a person who has not changed can lie {plain(limit)} {unit} apart{share}. "
        f"{origin} a study of {error.population}."
    )


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

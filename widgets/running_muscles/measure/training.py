"""Exercises that a learner has trained, kept beside the results of tests.

An exercise and a test may have one name, such as the side plank. So an exercise is kept under a
name of its own, in sets: no norm, profile or plan takes training for a measurement.
"""

from __future__ import annotations

from dataclasses import replace

from running_muscles.measure.result import Result, ResultError
from running_muscles.tables import Exercise, exercises
from running_muscles.translation.spoken import _, ngettext
from running_muscles.translation.written import number

PREFIX = "exercise:"
UNIT = "sets"


def is_training(test: str) -> bool:
    """Tell whether a result tells of training and not of a test."""
    return test.startswith(PREFIX)


def exercise_of(test: str) -> Exercise | None:
    """Return the exercise that a result tells of; None for a test, or one no longer known."""
    return exercises().get(test.removeprefix(PREFIX)) if is_training(test) else None


def sets_text(sets: float, amount: int, unit: str, *, each_side: bool) -> str:
    """Return a dose as a person reads it, such as ``"2 sets of 12 on each side"``."""
    much = _("{n} s").format(n=number(amount)) if unit == "s" else number(amount)
    dose = ngettext("{sets} set of {amount}", "{sets} sets of {amount}", sets)
    told = dose.format(sets=number(sets), amount=much)
    return _("{dose} on each side").format(dose=told) if each_side else told


def trained_text(result: Result) -> str:
    """Return what was done; without the details of a set, the number of sets alone."""
    amount, unit = result.details.get("amount"), result.details.get("unit")
    if isinstance(amount, int) and isinstance(unit, str):
        each_side = result.details.get("each_side") is True
        return sets_text(result.value, amount, unit, each_side=each_side)
    return ngettext("{n} set", "{n} sets", result.value).format(n=number(result.value))


def fitted_training(result: Result) -> Result:
    """Return what was trained as it is kept.

    Raises
    ------
    ResultError
        If the exercise or the unit is not known, or the number of sets is none.
    """
    if exercise_of(result.test) is None:
        told = _(
            "test: {test} is not an exercise of this course. If a newer course wrote it, "
            "update Running Muscles."
        )
        raise ResultError(told.format(test=repr(result.test.removeprefix(PREFIX))))
    if result.unit.strip().lower() != UNIT:
        # Units as a file writes them.
        told = _("unit: an exercise is kept in {unit}, not in {other}.")
        raise ResultError(told.format(unit=UNIT, other=repr(result.unit)))
    if result.side:
        raise ResultError(_("side: both sides make one set; leave the side empty."))
    if result.value != int(result.value):
        told = _("value: {value} is not a whole number of sets.")
        raise ResultError(told.format(value=number(result.value)))
    return replace(result, unit=UNIT)

"""Whether a result fits the test that it names: its unit, its side and its range."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from running_muscles.measure.quantity import unit_text
from running_muscles.measure.result import Result, ResultError
from running_muscles.measure.training import fitted_training, is_training
from running_muscles.tables import Protocol, protocols
from running_muscles.translation.spoken import _
from running_muscles.translation.written import number

# What other programs and people call the units of the protocols, and how many of ours one is.
UNITS: Mapping[str, Mapping[str, float]] = {
    "s": {
        **dict.fromkeys(("sec", "secs", "second", "seconds"), 1),
        **dict.fromkeys(("min", "mins", "minute", "minutes"), 60),
        **dict.fromkeys(("h", "hour", "hours"), 3600),
        "ms": 0.001,
    },
    "m": {
        **dict.fromkeys(("metre", "metres", "meter", "meters"), 1),
        **dict.fromkeys(("km", "kilometre", "kilometres", "kilometer", "kilometers"), 1000),
        **dict.fromkeys(("mi", "mile", "miles"), 1609.344),
        **dict.fromkeys(("yd", "yard", "yards"), 0.9144),
    },
    "reps": dict.fromkeys(("rep", "repetition", "repetitions"), 1),
    "bpm": dict.fromkeys(("beats a minute", "beats per minute", "beats/min", "1/min"), 1),
    "steps/min": dict.fromkeys(("spm", "steps a minute", "steps per minute"), 1),
    "mL/kg/min": dict.fromkeys(("ml/kg/min", "ml/(kg*min)", "ml/kg per minute"), 1),
}


def fitted(result: Result) -> Result:
    """Return a result as its test keeps it, in the unit of the protocol.

    Raises
    ------
    ResultError
        If the test, the unit or the side is not known, or the value is beyond what can be.
    """
    if is_training(result.test):
        return fitted_training(result)
    protocol = protocols().get(result.test)
    if protocol is None:
        told = _(
            "test: {test} is not a test of this course. If a newer course wrote it, "
            "update Running Muscles."
        )
        raise ResultError(told.format(test=repr(result.test)))
    if protocol.sides and result.side not in protocol.sides:
        # Both sides, by the words that a file writes them with.
        told = _("side: {test} is kept as {sides}.")
        raise ResultError(told.format(test=result.test, sides=_("left or right")))
    if not protocol.sides and result.side:
        told = _("side: {test} has no left and right; leave the side empty.")
        raise ResultError(told.format(test=result.test))
    factor = _factor(result, protocol)
    kept = replace(result, value=result.value * factor) if factor != 1 else result
    if protocol.max_value is not None and kept.value > protocol.max_value:
        told = _("value: {test} ends at {most} {unit}, and this is {value}.").format(
            test=result.test,
            most=number(protocol.max_value),
            unit=unit_text(protocol.unit),
            value=number(kept.value),
        )
        raise ResultError(told)
    return kept if kept.unit == protocol.unit else replace(kept, unit=protocol.unit)


def _factor(result: Result, protocol: Protocol) -> float:
    unit = result.unit.strip()
    if unit.lower() == protocol.unit.lower():
        return 1
    factor = UNITS.get(protocol.unit, {}).get(unit.lower())
    if factor is None:
        # Units as a file writes them.
        told = _("unit: {test} is kept in {unit}, not in {other}.")
        raise ResultError(told.format(test=result.test, unit=protocol.unit, other=repr(unit)))
    return factor

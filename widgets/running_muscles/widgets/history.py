"""A learner's results of one test, ready to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from running_muscles.measure.result import Result
from running_muscles.measure.training import UNIT, trained_text
from running_muscles.tables import Protocol
from running_muscles.translation.spoken import N_
from running_muscles.translation.written import number, stamped
from running_muscles.widgets.speaking import _, ngettext
from running_muscles.widgets.tests.criteria import seen_text

RECENT = 20
# The unit of observations. Their value is no measurement, so it is never shown.
OBSERVED = "level"
# A unit by itself, such as at an axis.
UNITS = {
    "reps": N_("repetitions"),
    "bpm": N_("beats a minute"),
    "steps/min": N_("steps a minute"),
}


def unit_name(unit: str) -> str:
    """Return a unit by itself; signs such as ``"s"`` are the same in every language."""
    return _(UNITS[unit]) if unit in UNITS else unit


def value_text(value: float, unit: str) -> str:
    """Return a value as a person reads it, such as ``"38.2 s"`` or ``"1:05.0"``."""
    if unit == OBSERVED:
        return _("observed")
    if unit == "s":
        # As the sentences round it: a card must not say 18.7 where they say 18.8.
        tenths = round(round(value, 1) * 10)
        minutes, rest = divmod(tenths, 600)
        if minutes:
            return f"{minutes}:{number(rest / 10, '04.1f')}"
        return f"{number(rest / 10, '.1f')} s"
    said = number(value, ".0f" if float(value).is_integer() else ".1f")
    forms = {
        "reps": ngettext("{n} repetition", "{n} repetitions", value),
        "bpm": ngettext("{n} beat a minute", "{n} beats a minute", value),
        "steps/min": ngettext("{n} step a minute", "{n} steps a minute", value),
    }
    return forms[unit].format(n=said) if unit in forms else f"{said} {unit}".strip()


def result_text(result: Result) -> str:
    """Return a result as a person reads it; an observation says what was seen."""
    if result.unit == UNIT:
        return trained_text(result)
    seen = seen_text(result) if result.unit == OBSERVED else ""
    return seen or value_text(result.value, result.unit)


def best(results: Sequence[Result], better: str) -> Result | None:
    """Return the best result, the earliest of equals; None where no direction is better."""
    pick = {"higher": max, "lower": min}.get(better)
    return pick(results, key=lambda result: result.value) if pick and results else None


def history(results: Sequence[Result], protocol: Protocol, today: date) -> dict[str, Any]:
    """Return the latest and best result of each side, recent ones, and today's trials.

    Parameters
    ----------
    results : sequence of Result
        In order of time, all of `protocol`'s test.
    today : date
        The learner's day.
    """
    sides = protocol.sides or ("",)
    of_side = {side: [result for result in results if result.side == side] for side in sides}
    tops = (best(of_side[side], protocol.better) for side in sides)
    return {
        "latest": [_shown(of_side[side][-1]) for side in sides if of_side[side]],
        "best": [_shown(top) for top in tops if top is not None],
        "recent": _all_shown(reversed(results[-RECENT:])),
        "today": {
            side: [result.id for result in rows if result.local_time.date() == today]
            for side, rows in of_side.items()
        },
    }


def _all_shown(results: Iterable[Result]) -> list[dict[str, Any]]:
    return [_shown(result) for result in results]


def _shown(result: Result) -> dict[str, Any]:
    return {
        "id": result.id,
        "value": result.value,
        "unit": result.unit,
        "text": result_text(result),
        "side": result.side,
        "at": result.recorded_at,
        "when": stamped(result.local_time),
        "trial": result.trial,
        "effort": result.effort,
        "note": result.note,
        "details": result.details,
    }

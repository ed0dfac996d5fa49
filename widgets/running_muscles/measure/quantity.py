"""A number with its unit as it stands inside a sentence."""

from __future__ import annotations

from running_muscles.translation.spoken import N_, _
from running_muscles.translation.written import number

# Units that are words; the others are signs, which other languages write alike.
# For translators: a unit behind a number, short.
WORDS = {"reps": N_("reps"), "bpm": N_("bpm"), "steps/min": N_("steps/min"), "sets": N_("sets")}


def plain(value: float) -> str:
    """Write a result as learners read it: to a tenth, without needless zeros."""
    return number(round(value, 1))


def unit_text(unit: str) -> str:
    """Return a unit as it stands behind a number."""
    return _(WORDS[unit]) if unit in WORDS else unit


def quantity(value: float, unit: str) -> str:
    """Return a result with its unit, such as ``"38.2 s"``."""
    return f"{plain(value)} {unit_text(unit)}"

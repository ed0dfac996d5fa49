"""Numbers and days as the language that is spoken writes them: the one place for both."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from running_muscles.translation.spoken import N_, _

# For translators: a number with the signs of your language, such as 1.234,5
SAMPLE = N_("1,234.5")
_SIGNS = re.compile(r"1(\D)234(\D)5")
WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
# For translators: months as they stand behind a day where there is little room
SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


def number(value: float, form: str = "g") -> str:
    """Return a number: ``12.5`` in English, ``12,5`` in German.

    Parameters
    ----------
    value : float
    form : str, optional
        As Python's own `format` takes it: ``".1f"`` for one decimal, ``",.0f"`` for thousands in
        groups.
    """
    return _signed(format(value, form))


def _signed(plain: str) -> str:
    """Put the signs of the language into a number that Python wrote."""
    signs = separators()
    return plain.translate({ord(","): signs[1], ord("."): signs[0]})


def separators() -> str:
    """Return the sign before decimals and the one between thousands, as plotly asks for them."""
    found = _SIGNS.search(_(SAMPLE))
    return f"{found[2]}{found[1]}" if found else ".,"


def weekday(day: date) -> str:
    """Return the name of a day of the week."""
    return _(WEEKDAYS[day.weekday()])


def short_day(day: date) -> str:
    """Return a date without its year, such as ``"23 Nov"``."""
    return _day(day, _(SHORT_MONTHS[day.month - 1]))


def long_day(day: date, *, year: bool = False) -> str:
    """Return a date with its month in full, such as ``"23 November"``, and with its year if asked.

    It stands alone or behind a preposition, as ``"on 23 November"``.
    """
    said = _day(day, _(MONTHS[day.month - 1]))
    return _("{day} {year}").format(day=said, year=day.year) if year else said


def whole_day(day: date) -> str:
    """Return a date with its year, short, in numbers: ``"2026-11-23"``."""
    said = _("{year}-{month}-{day}")
    return said.format(year=day.year, month=f"{day.month:02d}", day=f"{day.day:02d}")


def dated(day: date) -> str:
    """Return the day of a result, with two digits and its year, such as ``"05 Nov 2026"``."""
    # For translators: {day:02} has two digits, {day} may have one
    said = _("{day:02} {month} {year}")
    return said.format(day=day.day, month=_(SHORT_MONTHS[day.month - 1]), year=day.year)


def dated_in_full(day: date) -> str:
    """Return the same with its month in full, such as ``"05 November 2026"``."""
    said = _("{day:02} {month} {year}")
    return said.format(day=day.day, month=_(MONTHS[day.month - 1]), year=day.year)


def stamped(at: datetime) -> str:
    """Return the day and the time on a clock, such as ``"05 Nov 2026, 09:00"``."""
    return _("{day}, {time}").format(day=dated(at), time=f"{at:%H:%M}")


def _day(day: date, month: str) -> str:
    return _("{day} {month}").format(day=day.day, month=month)


def listed(names: Iterable[str]) -> str:
    """Return names in a row, ``"and"`` before the last: ``"a, b and c"``."""
    *first, last = names
    return _("{some} and {last}").format(some=", ".join(first), last=last) if first else last

"""The day on which something was recorded, as the language that is spoken writes it."""

from __future__ import annotations

from datetime import date, datetime

from running_muscles.translation.spoken import _
from running_muscles.translation.written import MONTHS, SHORT_MONTHS


def day(at: date) -> str:
    """Return a day with its year, such as ``"05 Nov 2026"``; of a moment, on its own clock."""
    # For translators: {day:02} has two digits, {day} may have one.
    return _("{day:02} {month} {year}").format(day=at.day, month=_short_month(at), year=at.year)


def short_day(at: date) -> str:
    """Return a day where there is little room, without its year."""
    return _("{day:02} {month}").format(day=at.day, month=_short_month(at))


def long_day(at: date) -> str:
    """Return a day with its month in full, such as ``"05 November 2026"``."""
    return _("{day:02} {month} {year}").format(
        day=at.day, month=_(MONTHS[at.month - 1]), year=at.year
    )


def moment(at: datetime) -> str:
    """Return a day and the time on its clock, such as ``"05 Nov 2026, 09:00"``."""
    return _("{day}, {time}").format(day=day(at), time=f"{at:%H:%M}")


def _short_month(at: date) -> str:
    return _(SHORT_MONTHS[at.month - 1])

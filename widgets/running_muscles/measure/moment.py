"""When something was: moments in one UTC form, and the day on the learner's own clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from running_muscles.translation.spoken import _

# Clocks on earth run from 12 hours behind UTC to 14 hours ahead of it.
WEST, EAST = -12 * 60, 14 * 60
EARLIEST, LATEST = datetime(1990, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


class MomentError(ValueError):
    """A time that cannot be right; the message says why, as the end of a sentence."""


def normal(text: str, utc_offset_minutes: int = 0) -> str:
    """Return a time in the one form that is kept: ``2026-11-21T10:00:00.000Z``.

    Texts in this form sort like the moments they name.

    Parameters
    ----------
    text : str
        ISO 8601. Without an offset it is UTC; a day alone begins on the learner's clock.
    utc_offset_minutes : int, optional
        The learner's clock against UTC.

    Raises
    ------
    MomentError
    """
    try:
        at = datetime.fromisoformat(text)
        if at.tzinfo is None:
            day_alone = "T" not in text.upper() and ":" not in text
            at = at.replace(tzinfo=_zone(utc_offset_minutes) if day_alone else UTC)
        at = at.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        told = _("{text} is not a time as ISO 8601 writes it, such as 2026-11-21T10:00:00Z")
        raise MomentError(told.format(text=repr(text[:40]))) from error
    if not EARLIEST <= at < LATEST:
        told = _("{text} is not between the years {first} and {last}")
        raise MomentError(
            told.format(text=repr(text[:40]), first=EARLIEST.year, last=LATEST.year - 1)
        )
    return f"{at:%Y-%m-%dT%H:%M:%S}.{at.microsecond // 1000:03d}Z"


def on_clock(text: str, utc_offset_minutes: int) -> datetime:
    """Return a kept time on the learner's own clock.

    Raises
    ------
    MomentError
        If no clock on earth stands so far from UTC.
    """
    if not WEST <= utc_offset_minutes <= EAST:
        told = _("a clock {n} minutes from UTC is none on earth")
        raise MomentError(told.format(n=utc_offset_minutes))
    return datetime.fromisoformat(text).astimezone(_zone(utc_offset_minutes))


def today(utc_offset_minutes: int | None = None, now: datetime | None = None) -> date:
    """Return the learner's day.

    Parameters
    ----------
    utc_offset_minutes : int, optional
        Their clock against UTC, as their browser tells it. Without one that can be, this
        machine's clock counts, which may stand on another continent.
    now : datetime, optional
        With a time zone; this moment by default.
    """
    at = now if now is not None else datetime.now(UTC)
    told = isinstance(utc_offset_minutes, int) and WEST <= utc_offset_minutes <= EAST
    return at.astimezone(_zone(utc_offset_minutes) if told else None).date()  # type: ignore[arg-type]


def _zone(utc_offset_minutes: int) -> timezone:
    return timezone(timedelta(minutes=utc_offset_minutes))

"""How a quiz is sat: without a clock, or as an exam with a window and a time limit. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

QUIZ = "quiz"
EXAM = "exam"
KINDS = (QUIZ, EXAM)

IN_TIME = "in time"
EARLY = "before the exam opened"
AFTER = "after the exam had closed"
OVER = "over the time limit"
UNKNOWN = "time not known"
STATES = (IN_TIME, EARLY, AFTER, OVER, UNKNOWN)


@dataclass(frozen=True, slots=True)
class Sitting:
    """How one quiz is sat.

    Attributes
    ----------
    kind
        One of `KINDS`.
    opens, closes
        The window of an exam, with an offset; None where it has no such end.
    minutes
        How long one person has, from first seeing the exam; None without a limit.
    """

    kind: str = QUIZ
    opens: datetime | None = None
    closes: datetime | None = None
    minutes: float | None = None

    def released(self) -> dict[str, Any]:
        """Return what the student's notebook is told; nothing of a quiz without a clock."""
        if self.kind != EXAM:
            return {}
        return {
            "kind": EXAM,
            "opens": _iso(self.opens),
            "closes": _iso(self.closes),
            "minutes": self.minutes or 0,
        }


PLAIN = Sitting()


@dataclass(frozen=True, slots=True)
class Timing:
    """Whether a hand-in came in time: one of `STATES`, and a sentence where there is more to say.

    It takes no points off. What it means for a mark is for the academy to decide.
    """

    state: str
    told: str = ""


def timing(
    sitting: Sitting,
    handed_in: datetime | None,
    begun: datetime | None,
    extra: timedelta = timedelta(),
    grace: timedelta = timedelta(),
) -> Timing:
    """Judge a hand-in by the server's stamp, and by the student's own clock where that began.

    Parameters
    ----------
    handed_in
        The server's time stamp, with an offset.
    begun
        When the student first saw the exam, by the student's own clock; None where it is not told.
    extra
        Time that this student has on top, of the window and of the limit.
    grace
        So late is not late.
    """
    if sitting.kind != EXAM:
        return Timing(IN_TIME)
    if handed_in is None:
        return Timing(
            UNKNOWN, "There is no readable time stamp, so nobody can say whether it came in time."
        )
    if sitting.closes is not None and handed_in > sitting.closes + extra + grace:
        late = in_minutes(handed_in - sitting.closes - extra)
        return Timing(AFTER, f"It was handed in {late} after the exam had closed.")
    if sitting.opens is not None and handed_in < sitting.opens:
        early = in_minutes(sitting.opens - handed_in)
        return Timing(EARLY, f"It was handed in {early} before the exam opened.")
    return _limit(sitting, handed_in, begun, extra, grace)


def _limit(
    sitting: Sitting,
    handed_in: datetime,
    begun: datetime | None,
    extra: timedelta,
    grace: timedelta,
) -> Timing:
    if sitting.minutes is None:
        return Timing(IN_TIME)
    if begun is None:
        return Timing(IN_TIME, "When it was begun is not told, so the time limit was not checked.")
    if begun > handed_in:
        return Timing(
            IN_TIME, "By the student's own clock it was begun after it was handed in, so the time"
            " limit was not checked.",
        )  # fmt: skip
    allowed = timedelta(minutes=sitting.minutes) + extra
    took = handed_in - begun
    if took <= allowed + grace:
        return Timing(IN_TIME)
    return Timing(
        OVER,
        f"It took {in_minutes(took)} from first seeing the exam, by the student's own clock, to"
        f" handing in: {in_minutes(took - allowed)} more than allowed.",
    )


def shut(sitting: Sitting, longest_extra: timedelta) -> datetime | None:
    """Return when the window has closed for the last student; None when it never closes."""
    if sitting.kind != EXAM or sitting.closes is None:
        return None
    return sitting.closes + longest_extra


def in_minutes(span: timedelta) -> str:
    """Return a span as people say it: ``50 s``, ``12 min``, ``2 h 5 min``, ``3 days 2 h``."""
    seconds = int(span.total_seconds())
    if seconds < 60:
        return f"{seconds} s"
    hours, minutes = divmod(seconds // 60, 60)
    days, left = divmod(hours, 24)
    if days:
        return f"{days} day{'s' * (days != 1)}" + (f" {left} h" if left else "")
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def _iso(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

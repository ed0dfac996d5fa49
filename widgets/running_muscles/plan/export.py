"""A plan as files: a calendar (iCalendar, RFC 5545) and a table (CSV).

The printable page is in `plan_page`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from running_muscles import tables
from running_muscles.measure.limits import care
from running_muscles.plan.parts import Dose, Plan, Session, Week
from running_muscles.plan.words import dose_line, dose_text, strength_text, warm_up_text
from running_muscles.tables.sheet import write_sheet
from running_muscles.translation.spoken import N_, _, in_english

PRODUCT = "-//Running Muscles//Strength plan//EN"
# A session has a day and no hour: its alarm rings in the morning of that day.
ALARM = timedelta(hours=8)
CANCELLED = N_("Your plan was made anew and has no session on this day. You may delete this entry.")
COLUMNS = (
    "week",
    "lighter_week",
    "date",
    "weekday",
    "run",
    "session_minutes",
    "order",
    "exercise",
    "name",
    "group",
    "sets",
    "amount",
    "unit",
    "per_side",
    "dose",
    "dose_basis",
)


def as_csv(plan: Plan) -> str:
    """Return a plan as CSV text: one row an exercise of a day, one row a day without any.

    It is data, and stays English in every language.
    """
    with in_english():
        rows = list(_rows(plan))
    # Its words are plain ASCII, which no spreadsheet misreads; so it needs no mark.
    return write_sheet(rows, COLUMNS).decode("utf-8-sig")


def _rows(plan: Plan) -> Iterator[dict[str, object]]:
    for week in plan.weeks:
        for day in week.days:
            row: dict[str, object] = {
                "week": week.number,
                "lighter_week": _truth(week.lighter),
                "date": day.date.isoformat(),
                "weekday": day.name,
                "run": day.run,
            }
            if day.session is None:
                yield row
                continue
            row["session_minutes"] = day.session.minutes
            for order, dose in enumerate(day.session.doses, start=1):
                exercise = tables.exercises()[dose.exercise]
                yield {
                    **row,
                    "order": order,
                    "exercise": dose.exercise,
                    "name": exercise.name,
                    "group": dose.group,
                    "sets": dose.sets,
                    "amount": dose.amount,
                    "unit": exercise.amount_unit,
                    "per_side": _truth(exercise.per_side),
                    "dose": dose_text(dose),
                    "dose_basis": exercise.dose_basis,
                }


def as_ics(
    plan: Plan,
    made_at: datetime,
    *,
    owner: str = "",
    sequence: int = 0,
    gone: Iterable[date] = (),
) -> str:
    """Return a plan as a calendar of all-day events, one a session.

    Parameters
    ----------
    plan : Plan
    made_at : datetime
        When the plan was made, in UTC.
    owner : str, optional
        Whose plan it is. Only a trace of it that cannot be turned back is written: it keeps
        the sessions of two people apart in one calendar, and a person's own the same.
    sequence : int, optional
        How many plans this one came after. A calendar that reads a file with a greater
        number replaces the sessions of the same days.
    gone : iterable of datetime.date, optional
        Days of sessions in earlier plans that this plan does not have: they are cancelled.

    Returns
    -------
    str
        With CRLF line ends, as the format asks for.
    """
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")

    def event(day: date, summary: str, description: str, status: str) -> None:
        entry = Event()
        entry.add("uid", _uid(day, owner))
        entry.add("dtstamp", made_at)
        entry.add("sequence", sequence)
        entry.add("status", status)
        entry.add("dtstart", day)
        entry.add("dtend", day + timedelta(days=1))
        entry.add("summary", summary)
        entry.add("description", description)
        # The day stays free for other appointments.
        entry.add("transp", "TRANSPARENT")
        if status == "CONFIRMED":
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", summary)
            alarm.add("trigger", ALARM)
            entry.add_component(alarm)
        calendar.add_component(entry)

    for week in plan.weeks:
        for day in week.days:
            if day.session is not None:
                summary = strength_text(day.session.minutes)
                event(day.date, summary, _description(week, day.session), "CONFIRMED")
    for past in sorted(set(gone) - set(session_days(plan))):
        event(past, _("Strength (cancelled)"), _(CANCELLED), "CANCELLED")
    return str(calendar.to_ical().decode("utf-8"))


def session_days(plan: Plan) -> tuple[date, ...]:
    """Return the days of a plan that have a session, in order."""
    return tuple(day.date for week in plan.weeks for day in week.days if day.session is not None)


def _uid(day: date, owner: str) -> str:
    trace = hashlib.sha256(f"strength plan of {owner}".encode()).hexdigest()[:16]
    return f"strength-{day.isoformat()}-{trace}@running-muscles"


def _description(week: Week, session: Session) -> str:
    title = _("Week {n}, a lighter week") if week.lighter else _("Week {n}")
    lines = [
        title.format(n=week.number),
        warm_up_text(),
        *(dose_line(dose) for dose in session.doses),
        _("Leave an exercise out when it hurts."),
        *(_how_to(dose) for dose in session.doses),
    ]
    return "\n".join(lines)


def _how_to(dose: Dose) -> str:
    """Return how an exercise is done and what to take care of, as its card says it."""
    exercise = tables.exercises()[dose.exercise]
    steps = (f"{number}. {step}" for number, step in enumerate(exercise.steps, 1))
    return "\n".join(("", exercise.name, *steps, care(exercise)))


def _truth(value: bool) -> str:
    return str(value).lower()

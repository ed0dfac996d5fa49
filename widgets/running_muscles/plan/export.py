"""A plan as files: a calendar (iCalendar, RFC 5545) and a table (CSV).

The printable page is in `plan_page`.
"""

from __future__ import annotations

import csv
import io
from datetime import datetime, timedelta

from running_muscles import tables
from running_muscles.plan.parts import Plan, Session, Week
from running_muscles.plan.words import dose_line, dose_text, warm_up_text

PRODUCT = "-//Running Muscles//Strength plan//EN"
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
    """Return a plan as CSV text: one row an exercise of a day, one row a day without any."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
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
                writer.writerow(row)
                continue
            row["session_minutes"] = day.session.minutes
            for order, dose in enumerate(day.session.doses, start=1):
                exercise = tables.exercises()[dose.exercise]
                writer.writerow(
                    {
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
                )
    return out.getvalue()


def as_ics(plan: Plan, made_at: datetime) -> str:
    """Return a plan as a calendar of all-day events, one a session.

    Parameters
    ----------
    plan : Plan
    made_at : datetime
        When the plan was made, in UTC. A calendar that reads a newer file replaces the
        sessions of the same days.

    Returns
    -------
    str
        With CRLF line ends, as the format asks for.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for week in plan.weeks:
        for day in week.days:
            if day.session is None:
                continue
            event = Event()
            event.add("uid", f"strength-{day.date.isoformat()}@running-muscles")
            event.add("dtstamp", made_at)
            event.add("dtstart", day.date)
            event.add("dtend", day.date + timedelta(days=1))
            event.add("summary", f"Strength, about {day.session.minutes} minutes")
            event.add("description", _description(week, day.session))
            # The day stays free for other appointments.
            event.add("transp", "TRANSPARENT")
            calendar.add_component(event)
    return str(calendar.to_ical().decode("utf-8"))


def _description(week: Week, session: Session) -> str:
    lines = [
        f"Week {week.number}" + (", a lighter week" if week.lighter else ""),
        warm_up_text(),
        *(dose_line(dose) for dose in session.doses),
        "Leave an exercise out when it hurts.",
    ]
    return "\n".join(lines)


def _truth(value: bool) -> str:
    return str(value).lower()

"""A session of the plan as the browser is given it, and as a still page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from running_muscles.measure.limits import care
from running_muscles.movement.tempo import loop_seconds, seconds_per_repetition
from running_muscles.plan.pace import Pace
from running_muscles.plan.parts import Day, Week
from running_muscles.plan.session import Form, Item, Step, items_of
from running_muscles.plan.words import day_name, dose_text, run_text, warm_up_text
from running_muscles.tables import Exercise, exercises
from running_muscles.translation.content import content
from running_muscles.translation.spoken import N_
from running_muscles.widgets.page import page, paragraph
from running_muscles.widgets.speaking import _

TITLE = N_("Your session")
ASLEEP = N_("Open this lesson in Jupyter to be led through a session of your plan.")
# What the marching of the warm-up looks like.
WARM_UP_MOVE = "standing_march"


def days_of(week: Week, may: Sequence[Exercise], done: Iterable[str]) -> list[dict[str, Any]]:
    """Return the days of a week that have a session, as plain data.

    Parameters
    ----------
    week : Week
    may : sequence of Exercise
        What the learner may do.
    done : iterable of str
        Dates, ISO 8601, of which something has been done.
    """
    known = set(done)
    return [
        {**_day(day, may), "done": day.date.isoformat() in known}
        for day in week.days
        if day.session is not None
    ]


def warm_up() -> dict[str, Any]:
    """Return how a session begins."""
    return {"movement": WARM_UP_MOVE, "seconds": Pace().warm_up, "text": warm_up_text()}


def _day(day: Day, may: Sequence[Exercise]) -> dict[str, Any]:
    assert day.session is not None
    laid_out = items_of(day.session, may)
    return {
        "date": day.date.isoformat(),
        "name": day_name(day.date),
        "run": run_text(day.run),
        "minutes": day.session.minutes,
        "items": [_item(each) for each in laid_out],
        "exercises": {
            form.exercise: _exercise(form.exercise) for item in laid_out for form in item.forms
        },
    }


def _item(item: Item) -> dict[str, Any]:
    return {"change": item.change, "forms": [_form(form) for form in item.forms]}


def _form(form: Form) -> dict[str, Any]:
    return {
        "exercise": form.exercise,
        "dose": dose_text(form.dose),
        "amount": form.dose.amount,
        "steps": [_step(step) for step in form.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "kind": step.kind,
        "set": step.set,
        "of": step.of,
        "side": step.side,
        "unit": step.unit,
        "amount": step.amount,
    }


def _exercise(name: str) -> dict[str, Any]:
    row = exercises()[name]
    return {
        "name": row.name,
        "how": list(row.steps),
        "care": care(row),
        "equipment": [item for item in row.equipment if item != "none"],
        "each_side": row.per_side,
        "unit": row.amount_unit,
        "loop": round(loop_seconds(name), 2),
        "tempo": round(seconds_per_repetition(name), 2),
    }


def still_page(days: Sequence[dict[str, Any]], chosen: str, note: str) -> str:
    """Return the list of a day's session as HTML without a script."""
    title = f'<p class="rm-title">{_(TITLE)}</p>'
    day = next((each for each in days if each["date"] == chosen), None)
    if day is None:
        return page(title, paragraph(note or _(ASLEEP)))
    lines = [
        f"<li>{content(escape(day['exercises'][form['exercise']]['name']))}: "
        f"{escape(form['dose'])}</li>"
        for form in (item["forms"][0] for item in day["items"])
    ]
    long = escape(_("about {minutes} minutes").format(minutes=day["minutes"]))
    head = f"<p><strong>{escape(day['name'])}</strong>, {long}</p>"
    return page(title, head, paragraph(warm_up_text()), f"<ol>{''.join(lines)}</ol>")

"""A plan, and what can be wished for, as the browser is given it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from running_muscles import tables
from running_muscles.measure.limits import care
from running_muscles.measure.muscle_groups import group_name
from running_muscles.plan.parts import Day, Note, Plan, Session, Week
from running_muscles.plan.rules import choices_of
from running_muscles.plan.wishes import DAYS, equipment, limits
from running_muscles.plan.words import (
    START,
    dose_basis,
    dose_text,
    focus_lines,
    run_text,
    used_exercises,
    warm_up_text,
    week_sum,
    week_title,
)
from running_muscles.translation.written import short_day, weekday
from running_muscles.widgets.speaking import _


def choices() -> dict[str, Any]:
    """Return what a learner may choose, in the order in which it is shown."""
    return {
        "goals": _offered("goal"),
        "pain": _offered("pain", "stop"),
        "conditions": _offered("condition"),
        "equipment": list(equipment()),
        "days": [_(day) for day in DAYS],
        "weeks": list(limits("weeks")),
        "minutes": list(limits("minutes")),
    }


def view(plan: Plan) -> dict[str, Any]:
    """Return a plan as plain data; sources as texts with links."""
    return {
        "start": plan.wishes.monday.isoformat(),
        "sessions": max((len(week.sessions) for week in plan.weeks), default=0),
        "focus": [
            {
                "title": names,
                "text": focus.why,
                "content": focus.rule,
                "links": _links(focus.source_key),
            }
            for names, focus in focus_lines(plan)
        ],
        "notes": [_note(note) for note in plan.notes],
        "warm_up": warm_up_text(),
        "advice": _(START),
        "weeks": [_week(week) for week in plan.weeks],
        "exercises": {name: _exercise(name) for name in used_exercises(plan)},
    }


def _offered(*kinds: str) -> list[dict[str, str]]:
    return [{"value": each.rule, "label": _(each.label)} for each in choices_of(*kinds)]


def _note(note: Note) -> dict[str, Any]:
    return {
        "kind": note.kind,
        "title": note.title,
        "text": note.text,
        "spoken": note.spoken,
        "links": _links(note.source_key),
    }


def _links(keys: Iterable[str]) -> list[dict[str, str]]:
    sources = (tables.references()[key] for key in keys)
    return [{"text": source.short, "url": source.url} for source in sources]


def _week(week: Week) -> dict[str, Any]:
    return {
        "title": week_title(week),
        "sum": week_sum(week),
        "rule": week.rule,
        "new": week.new,
        "lighter": week.lighter,
        "days": [_day(day) for day in week.days],
    }


def _day(day: Day) -> dict[str, Any]:
    return {
        "name": weekday(day.date),
        "date": short_day(day.date),
        "run": run_text(day.run),
        "session": None if day.session is None else _session(day.session),
    }


def _session(session: Session) -> dict[str, Any]:
    return {
        "minutes": session.minutes,
        "doses": [
            {
                "exercise": dose.exercise,
                "dose": dose_text(dose),
                "group": group_name(dose.group),
            }
            for dose in session.doses
        ],
    }


def _exercise(name: str) -> dict[str, Any]:
    exercise = tables.exercises()[name]
    return {
        "name": exercise.name,
        "steps": list(exercise.steps),
        "cautions": care(exercise),
        "basis": dose_basis(exercise),
        "equipment": [item for item in exercise.equipment if item != "none"],
    }

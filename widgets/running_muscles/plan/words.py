"""The words in which a plan is shown, the same on screen, on paper and in a calendar."""

from __future__ import annotations

from datetime import date

from running_muscles import tables
from running_muscles.measure.muscle_groups import group_name
from running_muscles.measure.training import sets_text
from running_muscles.plan.parts import EASED, Day, Dose, Focus, Plan, Week
from running_muscles.plan.rules import number as rule_number
from running_muscles.tables import Exercise
from running_muscles.translation.spoken import N_, _, ngettext
from running_muscles.translation.written import number, short_day, weekday

RUN_WORDS = {
    "": "",
    "easy": N_("Easy run"),
    "hard": N_("Hard run"),
    EASED: N_("Easy run or rest, in place of the hard run"),
}
START = N_("A plan is a start: do less whenever a session feels like too much.")
FIRST = {"left": N_("{dose}, left first"), "right": N_("{dose}, right first")}


def dose_text(dose: Dose) -> str:
    """Return a dose as a person reads it, such as ``"2 sets of 12 on each side"``."""
    exercise = tables.exercises()[dose.exercise]
    text = sets_text(dose.sets, dose.amount, exercise.amount_unit, each_side=exercise.per_side)
    sided = exercise.per_side and dose.first
    return _(FIRST[dose.first]).format(dose=text) if sided else text


def run_text(run: str) -> str:
    """Return what to run on a day; empty for no run."""
    return _(RUN_WORDS[run])


def dose_basis(exercise: Exercise) -> str:
    """Return whose idea the dose of an exercise is."""
    if exercise.dose_basis == "ours":
        return _("The dose is our own starting suggestion.")
    sources = (tables.references()[key].short for key in exercise.source_key)
    return _("The dose follows a source: {sources}.").format(sources=", ".join(sources))


def focus_lines(plan: Plan) -> tuple[tuple[str, Focus], ...]:
    """Return what comes first: the names of groups with one reason, and that reason."""
    names: dict[str, list[str]] = {}
    reasons: dict[str, Focus] = {}
    for focus in plan.focus:
        names.setdefault(focus.why, []).append(group_name(focus.group))
        reasons.setdefault(focus.why, focus)
    return tuple((", ".join(names[why]), focus) for why, focus in reasons.items())


def dose_line(dose: Dose) -> str:
    """Return an exercise with its dose and group, on one line."""
    name = tables.exercises()[dose.exercise].name
    return f"{name}: {dose_text(dose)} ({group_name(dose.group)})"


def day_name(day: date) -> str:
    """Return a day with its date, such as ``"Monday 23 Nov"``."""
    return _("{weekday} {day}").format(weekday=weekday(day), day=short_day(day))


def week_title(week: Week) -> str:
    """Return the title of a week with its dates."""
    first, last = week.days[0].date, week.days[-1].date
    title = (
        _("Week {n} · {first} to {last} · lighter week")
        if week.lighter
        else _("Week {n} · {first} to {last}")
    )
    return title.format(n=week.number, first=short_day(first), last=short_day(last))


def week_sum(week: Week) -> str:
    """Return how much a week holds."""
    count = len(week.sessions)
    if count == 0:
        return _("No strength session")
    said = ngettext(
        "{n} session, about {minutes} minutes", "{n} sessions, about {minutes} minutes", count
    )
    return said.format(n=count, minutes=week.minutes)


def day_parts(day: Day) -> list[str]:
    """Return what happens on a day: a run, a session, or rest."""
    parts = [run_text(day.run)] if day.run else []
    if day.session is not None:
        parts.append(strength_text(day.session.minutes))
    return parts or [_("Rest")]


def strength_text(minutes: int) -> str:
    """Return a session in a few words."""
    return _("Strength, about {minutes} minutes").format(minutes=minutes)


def warm_up_text() -> str:
    """Return how a session starts."""
    said = _("Warm-up: {minutes} minutes of easy marching and loose swings.")
    return said.format(minutes=number(rule_number("warm_up")))


def used_exercises(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the exercises of a plan, in the order of the table."""
    used = {
        dose.exercise for week in plan.weeks for session in week.sessions for dose in session.doses
    }
    return tuple(name for name in tables.exercises() if name in used)

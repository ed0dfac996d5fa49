"""The words in which a plan is shown, the same on screen, on paper and in a calendar."""

from __future__ import annotations

from datetime import date

from running_muscles import tables
from running_muscles.measure.muscle_groups import GROUP_NAMES
from running_muscles.measure.training import sets_text
from running_muscles.plan.parts import EASED, Day, Dose, Focus, Plan, Week
from running_muscles.plan.rules import number
from running_muscles.tables import Exercise

RUN_WORDS = {
    "": "",
    "easy": "Easy run",
    "hard": "Hard run",
    EASED: "Easy run or rest, in place of the hard run",
}
START = "A plan is a start: do less whenever a session feels like too much."


def dose_text(dose: Dose) -> str:
    """Return a dose as a person reads it, such as ``"2 sets of 12 on each side"``."""
    exercise = tables.exercises()[dose.exercise]
    text = sets_text(dose.sets, dose.amount, exercise.amount_unit, each_side=exercise.per_side)
    return f"{text}, {dose.first} first" if exercise.per_side and dose.first else text


def dose_basis(exercise: Exercise) -> str:
    """Return whose idea the dose of an exercise is."""
    if exercise.dose_basis == "ours":
        return "The dose is our own starting suggestion."
    sources = (tables.references()[key].short for key in exercise.source_key)
    return f"The dose follows a source: {', '.join(sources)}."


def focus_lines(plan: Plan) -> tuple[tuple[str, Focus], ...]:
    """Return what comes first: the names of groups with one reason, and that reason."""
    names: dict[str, list[str]] = {}
    reasons: dict[str, Focus] = {}
    for focus in plan.focus:
        names.setdefault(focus.why, []).append(GROUP_NAMES[focus.group])
        reasons.setdefault(focus.why, focus)
    return tuple((", ".join(names[why]), focus) for why, focus in reasons.items())


def dose_line(dose: Dose) -> str:
    """Return an exercise with its dose and group, on one line."""
    name = tables.exercises()[dose.exercise].name
    return f"{name}: {dose_text(dose)} ({GROUP_NAMES[dose.group]})"


def day_text(at: date) -> str:
    """Return a date without the year, such as ``"23 Nov"``."""
    return f"{at.day} {at:%b}"


def week_title(week: Week) -> str:
    """Return the title of a week with its dates."""
    first, last = week.days[0].date, week.days[-1].date
    lighter = " · lighter week" if week.lighter else ""
    return f"Week {week.number} · {day_text(first)} to {day_text(last)}{lighter}"


def week_sum(week: Week) -> str:
    """Return how much a week holds."""
    count = len(week.sessions)
    if count == 0:
        return "No strength session"
    return f"{count} {'session' if count == 1 else 'sessions'}, about {week.minutes} minutes"


def day_parts(day: Day) -> list[str]:
    """Return what happens on a day: a run, a session, or rest."""
    parts = [RUN_WORDS[day.run]] if day.run else []
    if day.session is not None:
        parts.append(f"Strength, about {day.session.minutes} minutes")
    return parts or ["Rest"]


def warm_up_text() -> str:
    """Return how a session starts."""
    return f"Warm-up: {number('warm_up'):g} minutes of easy marching and loose swings."


def used_exercises(plan: Plan) -> tuple[str, ...]:
    """Return the ids of the exercises of a plan, in the order of the table."""
    used = {
        dose.exercise for week in plan.weeks for session in week.sessions for dose in session.doses
    }
    return tuple(name for name in tables.exercises() if name in used)

"""What is due today, over all lessons, and what comes next: worked out from the answers alone."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from running_muscles.measure.answer import Answer
from running_muscles.review.schedule import next_due
from running_muscles.translation.spoken import N_, _, ngettext
from running_muscles.translation.written import long_day, weekday

QUESTIONS_A_MINUTE = 2  # as `make minutes` counts a question that is met inside a lesson
NOTHING_YET = N_("Nothing to review yet. Questions that you answer in a lesson come back here.")


@dataclass(frozen=True, slots=True)
class Due:
    """A question and the day on which it comes back."""

    lesson: str
    question: str
    day: date
    answers: int  # how often it was answered: the seed of its next numbers


def schedule(answers: Iterable[Answer], today: date) -> tuple[Due, ...]:
    """Return every question that was answered, in order of the day on which it comes back."""
    groups: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for answer in answers:
        groups[answer.lesson, answer.question].append(answer)
    found = []
    for (lesson, question), given in groups.items():
        day = next_due(given, today)
        if day is not None:
            found.append(Due(lesson, question, day, len(given)))
    return tuple(sorted(found, key=lambda one: (one.day, one.lesson, one.question)))


def mixed(due: Sequence[Due]) -> tuple[Due, ...]:
    """Return questions so that lessons take turns, each in its own order."""
    turn: dict[str, int] = defaultdict(int)
    placed = []
    for one in due:
        placed.append((turn[one.lesson], one))
        turn[one.lesson] += 1
    # Sorting keeps the order of equals: within a round, what has waited longest comes first.
    return tuple(one for _, one in sorted(placed, key=lambda pair: pair[0]))


def due_today(all_due: Iterable[Due], today: date) -> tuple[Due, ...]:
    """Return what is due on a day, lessons in turns."""
    return mixed([one for one in all_due if one.day <= today])


def sentence(due: int, coming: Iterable[Due], today: date) -> str:
    """Return how much there is to do, or when there will be something, in plain words."""
    if due:
        minutes = math.ceil(due / QUESTIONS_A_MINUTE)
        said = ngettext(
            "Today {due}, about {minutes} minute.", "Today {due}, about {minutes} minutes.", minutes
        )
        return said.format(due=due, minutes=minutes)
    later = [one.day for one in coming if one.day > today]
    if not later:
        return _(NOTHING_YET)
    day = min(later)
    said = _("Nothing is due. Next: {n} {when}.")
    return said.format(n=later.count(day), when=in_words(day, today))


def in_words(day: date, today: date) -> str:
    """Return a coming day as people say it: ``"tomorrow"``, ``"on Tuesday"``."""
    if day == today + timedelta(days=1):
        return _("tomorrow")
    if day < today + timedelta(days=7):
        return _("on {weekday}").format(weekday=weekday(day))
    return _("on {day}").format(day=long_day(day, year=day.year != today.year))

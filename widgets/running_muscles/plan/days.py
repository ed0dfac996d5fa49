"""On which days of the week strength training falls.

Every choice of days has a cost, from the rules of the kind ``day``; the cheapest choice is
taken, the earliest in the week among equals. A week has few choices, so all are tried.
"""

from __future__ import annotations

from itertools import combinations
from math import inf

from running_muscles.plan.rules import number, rule
from running_muscles.plan.wishes import EASY, HARD, Wishes

WEEK = 7


def strength_days(wishes: Wishes) -> tuple[int, ...]:
    """Choose the days of strength training.

    Parameters
    ----------
    wishes : Wishes

    Returns
    -------
    tuple of int
        Days from 0 (Monday) to 6, rising: as many as the time asks for, or as many as can
        be had. Empty when every day has a hard run.
    """
    for count in range(sessions_wanted(wishes.minutes), 0, -1):
        priced = [(cost(days, wishes), days) for days in combinations(range(WEEK), count)]
        cheapest, days = min(priced)
        if cheapest < inf:
            return days
    return ()


def sessions_wanted(minutes: int) -> int:
    """Return how many sessions a week the minutes a week ask for."""
    enough = minutes >= number("third_session_from")
    return int(number("sessions_most" if enough else "sessions_fewest"))


def cost(days: tuple[int, ...], wishes: Wishes) -> float:
    """Return the cost of a choice of days; infinite where a rule says never.

    The week is a ring: Monday comes after Sunday.
    """
    runs, chosen = wishes.runs, set(days)
    total = 0.0
    for day in days:
        before, after = (day - 1) % WEEK, (day + 1) % WEEK
        if runs[day] == HARD:
            total += _price("day_of_hard_run")
        if runs[day] == EASY:
            total += _price("day_of_easy_run")
        if runs[after] == HARD:
            total += _price("day_before_hard_run")
        if runs[before] == HARD:
            total += _price("day_after_hard_run")
        if before in chosen and not wishes.in_a_row:
            total += _price("day_after_strength")
    busy = chosen | {day for day in range(WEEK) if runs[day]}
    if len(busy) == WEEK:
        total += _price("no_day_off")
    # Among equally cheap choices, sessions far apart leave more time to recover.
    return total + 0.01 * _crowding(days)


def _crowding(days: tuple[int, ...]) -> float:
    gaps = [(later - day) % WEEK or WEEK for day, later in zip(days, days[1:] + days[:1])]  # noqa: B905
    return sum(1 / gap for gap in gaps)


def _price(name: str) -> float:
    value = rule(name).value
    return inf if value is None else value

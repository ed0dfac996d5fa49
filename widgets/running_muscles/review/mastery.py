"""Which goals a learner holds, by what they answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from running_muscles import tables
from running_muscles.measure.answer import RIGHT, Answer
from running_muscles.translation.spoken import N_

MEANING = N_(
    "A goal is held once you were right about it on two different days, or at the first try on "
    "two of its questions. What is held can fade; reviews ask for it again."
)


def held(answers: Iterable[Answer]) -> frozenset[str]:
    """Return the objectives that are held.

    An objective is held when it was answered right on two separate days, or when two different
    questions of it were right at the first try. An answer after the right one was shown counts
    for neither.
    """
    groups: dict[str, list[Answer]] = defaultdict(list)
    for answer in sorted(answers, key=lambda one: (one.at, one.id)):
        groups[answer.objective].append(answer)
    return frozenset(objective for objective, given in groups.items() if _is_held(given))


def goals(answers: Iterable[Answer]) -> Mapping[str, tuple[int, int]]:
    """Return, for every lesson, how many of its objectives are held, and how many it has."""
    holds = held(answers)
    count: dict[str, tuple[int, int]] = {}
    for row in tables.objectives().values():
        kept, of = count.get(row.lesson, (0, 0))
        count[row.lesson] = (kept + (row.objective in holds), of + 1)
    return count


def _is_held(in_order: list[Answer]) -> bool:
    first: dict[tuple[str, str], Answer] = {}
    for answer in in_order:
        first.setdefault((answer.lesson, answer.question), answer)
    at_once = sum(_counts(answer) for answer in first.values())
    days = {answer.day for answer in in_order if _counts(answer)}
    return len(days) >= 2 or at_once >= 2


def _counts(answer: Answer) -> bool:
    return answer.verdict == RIGHT and not answer.shown

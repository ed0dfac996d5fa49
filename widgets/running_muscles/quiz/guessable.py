"""Find banks that can be passed by form alone, without knowing anything."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from running_muscles.quiz.bank import Problem
from running_muscles.quiz.questions import Bank, Multiple, Single

# With fewer questions than this, a majority says nothing.
ENOUGH = 4
_CATCH_ALL = re.compile(r"\b(all|none|both|neither) of (the )?(above|these|them)\b", re.IGNORECASE)


def warnings(bank: Bank) -> list[Problem]:
    """Return what makes the bank guessable, in file order."""
    return sorted(problem for check in _CHECKS for problem in check(bank))


def _singles(bank: Bank) -> list[Single]:
    return [question for question in bank.questions if isinstance(question, Single)]


def _longest(bank: Bank) -> Iterator[Problem]:
    singles = _singles(bank)
    giving_away = [
        question
        for question in singles
        if max(question.options, key=lambda option: len(option.text)).correct
    ]
    if len(singles) >= ENOUGH and len(giving_away) * 2 > len(singles):
        yield Problem(
            bank.path,
            giving_away[0].line,
            "",
            f"The right option is the longest in {len(giving_away)} of {len(singles)} questions:"
            f" {', '.join(question.id for question in giving_away)}."
            " Shorten some, or lengthen the wrong ones.",
        )


def _position(bank: Bank) -> Iterator[Problem]:
    singles = _singles(bank)
    places = Counter(
        next((n for n, option in enumerate(question.options, 1) if option.correct), 0)
        for question in singles
    )
    if len(singles) < ENOUGH:
        return
    place, count = places.most_common(1)[0]
    if count * 2 > len(singles):
        yield Problem(
            bank.path,
            singles[0].line,
            "",
            f"The right option stands at place {place} in {count} of {len(singles)} questions."
            " Move some.",
        )


def _catch_all(bank: Bank) -> Iterator[Problem]:
    for question in bank.questions:
        if not isinstance(question, Single | Multiple):
            continue
        for option in question.options:
            if _CATCH_ALL.search(option.text):
                yield Problem(
                    bank.path,
                    question.line,
                    question.id,
                    f"The option {option.id!r} is a catch-all ({option.text!r})."
                    " Write an option that stands on its own.",
                )


_CHECKS: tuple[Callable[[Bank], Iterator[Problem]], ...] = (_longest, _position, _catch_all)

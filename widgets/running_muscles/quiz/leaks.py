"""Find questions of one quiz that hold the answer of another one, word for word.

A student meets one question of each slot, so only questions of different slots count. Reasons
are shown after the answer and give nothing away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from running_muscles.quiz.bank import Problem
from running_muscles.quiz.by_row import Gaps, Labels, Match
from running_muscles.quiz.guesses import content
from running_muscles.quiz.questions import Bank, Multiple, Order, Question, Single
from running_muscles.quiz.wording import alike

# A shorter answer, such as "the calf", has to stand in other questions now and then.
MIN_WORDS = 4


def problems(banks: Iterable[Bank]) -> list[Problem]:
    """Return each right answer that another slot of the same quiz tells, in file order."""
    return sorted(problem for bank in banks for problem in _told(bank))


def _told(bank: Bank) -> Iterator[Problem]:
    read = [(question, [_plain(text) for text in _seen(question)]) for question in bank.questions]
    for question in bank.questions:
        for answer in _answers(question):
            words = _plain(answer)
            for other, texts in read:
                if other.slot != question.slot and any(words in text for text in texts):
                    yield Problem(
                        other.origin if other.origin.name else bank.path,
                        other.line,
                        other.id,
                        f"This holds the right answer of {question.id!r}, which the same student"
                        f" may be asked: {answer!r}. Say it in other words in one of them.",
                    )


def _answers(question: Question) -> Iterator[str]:
    yield from (text for text in _right(question) if len(content(text)) >= MIN_WORDS)


def _right(question: Question) -> Iterator[str]:
    if isinstance(question, Single | Multiple):
        yield from (option.text for option in question.options if option.correct)
    if isinstance(question, Match):
        right = {row.answer for row in question.rows}
        yield from (choice.text for choice in question.choices if choice.id in right)
    if isinstance(question, Gaps):
        yield from (one.text for gap in question.gaps for one in gap.options if one.correct)


def _seen(question: Question) -> Iterator[str]:
    """Yield what a student reads before answering."""
    yield question.stem
    if isinstance(question, Single | Multiple):
        yield from (option.text for option in question.options)
    if isinstance(question, Order):
        yield from (item.text for item in question.items)
    if isinstance(question, Match):
        yield from (row.text for row in question.rows)
        yield from (choice.text for choice in question.choices)
    if isinstance(question, Labels):
        yield from (label.text for label in question.labels)
    if isinstance(question, Gaps):
        yield question.text
        yield from (option.text for gap in question.gaps for option in gap.options)


def _plain(text: str) -> str:
    # Between spaces, so that a word is found as a whole.
    return f" {' '.join(re.findall(r'[a-z0-9]+', alike(text)))} "

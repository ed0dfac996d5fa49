"""Find banks that can be passed by form alone, without knowing anything.

Each rule of `running_muscles.quiz.guesses` answers every single-choice question. What it wins
is held against chance, the mean of one over the number of options.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from running_muscles.quiz import guesses
from running_muscles.quiz.bank import Problem
from running_muscles.quiz.questions import Bank, Multiple, Single

# How far a rule may beat chance, as a share: in one lesson, and over all graded banks together.
LESSON_LIMIT = 0.25
COURSE_LIMIT = 0.08
# With fewer single-choice questions, a rule that wins says nothing but luck: one question in
# eight is half of the limit. Over all, 8 points are more than luck from a hundred questions on.
ENOUGH = 8
ENOUGH_IN_ALL = 100
_CATCH_ALL = re.compile(r"\b(all|none|both|neither) of (the )?(above|these|them)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Score:
    """What one rule wins in some questions, as shares of them.

    Attributes
    ----------
    rule
        Its name in `guesses.RULES`.
    won, chance
        Shares from 0 to 1 that it wins, and that a blind choice wins.
    given_away
        The questions that it answers right with more than chance.
    """

    rule: str
    won: float
    chance: float
    given_away: tuple[Single, ...]

    @property
    def gain(self) -> float:
        """How far the rule beats chance."""
        return self.won - self.chance


def singles(banks: Iterable[Bank]) -> list[Single]:
    """Return the single-choice questions of some banks, in order."""
    return [q for bank in banks for q in bank.questions if isinstance(q, Single)]


def share_won(rule: guesses.Rule, question: Single) -> float:
    """Return what a rule wins in a question: 1, 0, or its part where it likes several options."""
    chosen = rule(question.stem, [option.text for option in question.options])
    return sum(question.options[place].correct for place in chosen) / len(chosen)


def scores(questions: list[Single]) -> list[Score]:
    """Return what each rule wins; nothing without questions."""
    if not questions:
        return []
    chance = sum(1 / len(question.options) for question in questions) / len(questions)
    return [_score(name, rule, questions, chance) for name, rule in guesses.RULES.items()]


def _score(name: str, rule: guesses.Rule, questions: list[Single], chance: float) -> Score:
    won = [share_won(rule, question) for question in questions]
    return Score(
        name,
        sum(won) / len(questions),
        chance,
        tuple(
            question
            for question, share in zip(questions, won, strict=True)
            if share > 1 / len(question.options)
        ),
    )


def problems(banks: Iterable[Bank]) -> list[Problem]:
    """Return what makes banks guessable, in file order.

    Checkpoints, which have no slots, are held to the limit of a lesson and do not count for that
    of the course.
    """
    loaded = list(banks)
    found = [problem for bank in loaded for check in _CHECKS for problem in check(bank)]
    return sorted([*found, *_over_all([bank for bank in loaded if bank.slots])])


def _by_form(bank: Bank) -> Iterator[Problem]:
    questions = singles([bank])
    if len(questions) < ENOUGH:
        return
    for score in scores(questions):
        if score.gain > LESSON_LIMIT:
            yield _problem(score, bank.path, len(questions), LESSON_LIMIT)


def _over_all(graded: list[Bank]) -> Iterator[Problem]:
    questions = singles(graded)
    if len(questions) < ENOUGH_IN_ALL:
        return
    for score in scores(questions):
        if score.gain > COURSE_LIMIT:
            giving = {question.id for question in score.given_away}
            worst = max(graded, key=lambda bank: sum(q.id in giving for q in singles([bank])))
            yield _problem(score, worst.path, len(questions), COURSE_LIMIT, " of all banks")


def _problem(score: Score, path: Path, count: int, limit: float, whose: str = "") -> Problem:
    own = [q for q in score.given_away if q.origin == path] or score.given_away
    return Problem(
        path,
        own[0].line,
        "",
        f"Who chooses {score.rule} option wins {score.won:.0%} of {count} single-choice"
        f" questions{whose}, and a blind choice {score.chance:.0%}; up to {limit * 100:.0f} points"
        " more are fine. Make right and wrong options alike in form in some of these:"
        f" {', '.join(question.id for question in score.given_away)}.",
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


def table(banks: Iterable[Bank]) -> Iterator[str]:
    """Yield the lines of the whole table: points above chance, by rule and bank.

    Graded banks and checkpoints stand apart, each with a line for all of them.
    """
    loaded = list(banks)
    for title, some in (
        ("Graded banks", [bank for bank in loaded if bank.slots]),
        ("Checkpoints", [bank for bank in loaded if not bank.slots]),
    ):
        if singles(some):
            yield from _part(title, some)


def _part(title: str, banks: list[Bank]) -> Iterator[str]:
    columns = [bank for bank in banks if singles([bank])]
    yield f"{title}: points above a blind choice, all together and by lesson"
    yield _row("", "all", [bank.quiz.split("-")[0] for bank in columns])
    counts = [len(singles([bank])) for bank in columns]
    yield _row("questions", str(sum(counts)), [str(count) for count in counts])
    together = scores(singles(columns))
    apart = [scores(singles([bank])) for bank in columns]
    yield _row(
        "a blind choice wins, in %",
        f"{together[0].chance * 100:.0f}",
        [f"{one[0].chance * 100:.0f}" for one in apart],
    )
    for n, score in enumerate(together):
        yield _row(score.rule, _points(score), [_points(one[n]) for one in apart])
    yield ""


def _points(score: Score) -> str:
    return f"{score.gain * 100:+.0f}"


def _row(name: str, whole: str, cells: list[str]) -> str:
    return f"{name:<34}{whole:>5}{''.join(f'{cell:>5}' for cell in cells)}"


_CHECKS: tuple[Callable[[Bank], Iterator[Problem]], ...] = (_by_form, _catch_all)

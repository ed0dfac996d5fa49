"""Each question of a quiz in figures, and the flags that its figures raise."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from running_muscles.analysis.chance import binomial_tail, normal_tail
from running_muscles.analysis.items import Estimate, correlation, facility, proportion
from running_muscles.analysis.siblings import Comparison, compare
from running_muscles.classroom.report import rules
from running_muscles.classroom.report.answering import Time, time_of
from running_muscles.classroom.report.rules import Flag
from running_muscles.classroom.report.sat import Sat
from running_muscles.quiz.by_row import ROWED
from running_muscles.quiz.choices import OTHER, Choice, choices
from running_muscles.quiz.questions import Multiple, Question


@dataclass(frozen=True, slots=True)
class Chosen:
    """A kind of answer: how many gave it, and how giving it goes with the rest of the quiz."""

    choice: Choice
    people: int
    share: float
    rest: Estimate | None


@dataclass(frozen=True, slots=True)
class Half:
    """The people with the lower or the higher half of one number of a question."""

    number: str
    low: tuple[float, float, int]
    high: tuple[float, float, int]
    compared: Comparison | None


@dataclass(frozen=True, slots=True)
class Figures:
    """One question.

    Attributes
    ----------
    asked, answered
        How many were asked it, and gave an answer.
    facility
        Mean share of its points; None where nobody has a mark.
    discrimination
        Corrected item-total correlation: its points against the rest of one's own quiz.
    sibling
        Against the other questions of the slot.
    chance
        How often equal guessing would draw as many to the most chosen wrong answer.
    time
        How long it was on the screen; None where that is recorded of nobody.
    """

    question: Question
    asked: int
    answered: int
    facility: Estimate | None
    discrimination: Estimate | None
    chosen: tuple[Chosen, ...]
    sibling: Comparison | None
    halves: tuple[Half, ...]
    chance: float
    time: Time | None = None
    flags: tuple[Flag, ...] = ()

    @property
    def mistake(self) -> Chosen | None:
        """The most chosen wrong answer that the bank has a reason for."""
        wrong = [one for one in self.chosen if not one.choice.correct and one.choice.reason]
        found = max(wrong, key=lambda one: one.people, default=None)
        return found if found is not None and found.people else None


def figures(sat: Sat, not_met: Collection[str] = ()) -> list[Figures]:
    """Return every question that somebody was asked, in the order of the quiz.

    Parameters
    ----------
    not_met
        Objectives that the class has not met: that their questions are hard is no news.
    """
    held = sat.held
    found = []
    for slot in sat.slots:
        own = held[held["slot"] == slot]
        siblings = _siblings(own)
        asked = dict(list(own.groupby("question")))
        for name in (one for one in sat.source.questions if one in asked):
            part = asked[name]
            found.append(_figures(sat.source.questions[name], part, siblings.get(name)))
    return _flagged(found, set(sat.source.dropped), not_met)


def _siblings(own: pd.DataFrame) -> dict[str, Comparison]:
    codes, names = pd.factorize(own["question"])
    compared = compare(own["share"].to_numpy(float), own["rest"].to_numpy(float), codes)
    return {names[code]: one for code, one in compared.items()}


def _figures(question: Question, part: pd.DataFrame, sibling: Comparison | None) -> Figures:
    share, rest = part["share"].to_numpy(float), part["rest"].to_numpy(float)
    kinds = tuple(_chosen(question, part, rest))
    figures = Figures(
        question,
        asked=len(part),
        answered=int(part["answered"].sum()),
        facility=facility(share[~np.isnan(share)]),
        discrimination=correlation(share, rest, rules.ONCE_IN_A_HUNDRED),
        chosen=kinds,
        sibling=sibling,
        halves=tuple(_halves(part, share, rest)),
        chance=1.0,
        time=time_of(part["seconds"].to_numpy(float)),
    )
    return replace(figures, chance=_guessed(figures))


def _chosen(question: Question, part: pd.DataFrame, rest: np.ndarray) -> Iterator[Chosen]:
    for choice in choices(question):
        took = part["chosen"].map(lambda ids, name=choice.id: name in ids).to_numpy(float)
        people = int(took.sum())
        yield Chosen(
            choice,
            people,
            people / len(part),
            correlation(took, rest, rules.ONCE_IN_A_HUNDRED),
        )


def _halves(part: pd.DataFrame, share: np.ndarray, rest: np.ndarray) -> Iterator[Half]:
    for name in sorted({name for numbers in part["numbers"] for name in numbers}):
        values = part["numbers"].map(lambda numbers, name=name: numbers[name]).to_numpy(float)
        high = (values > np.median(values)).astype(np.int64)
        if not 0 < high.sum() < len(high):
            continue
        parts = [(float(values[high == side].min()), float(values[high == side].max()),
                  int((high == side).sum())) for side in (0, 1)]  # fmt: skip
        yield Half(name, parts[0], parts[1], compare(share, rest, high).get(1))


def _guessed(figures: Figures) -> float:
    wrong = [one for one in figures.chosen if not one.choice.correct]
    most = figures.mistake
    if most is None or len(wrong) < 2:
        return 1.0
    return binomial_tail(most.people, sum(one.people for one in wrong), 1 / len(wrong))


def _flagged(found: list[Figures], dropped: set[str], not_met: Collection[str]) -> list[Figures]:
    """Raise flags, each kind with its share of chance; none on what is dropped already."""
    enough = [
        one
        for one in found
        if one.asked >= rules.FEWEST and one.question.id not in dropped and one.facility
    ]
    tests = {
        "mistakes": sum(one.mistake is not None for one in enough),
        "siblings": sum(one.sibling is not None for one in enough),
        "numbers": sum(half.compared is not None for one in enough for half in one.halves),
        "choices": sum(not each.choice.correct for one in enough for each in one.chosen),
    }
    level = {kind: rules.AT_ONCE / max(1, count) for kind, count in tests.items()}
    return [
        replace(one, flags=_told_once(list(_flags(one, level)), one.question.objective in not_met))
        if one in enough
        else one
        for one in found
    ]


def _told_once(flags: list[Flag], not_met: bool) -> tuple[Flag, ...]:
    """Leave out what follows from something else that is told."""
    raised = {flag.rule for flag in flags}
    follows = {rule for cause in raised for rule in rules.FOLLOWS.get(cause, ())}
    if not_met:
        follows.add(rules.DIFFICULT)
    return tuple(flag for flag in flags if flag.rule not in follows)


def _flags(one: Figures, level: dict[str, float]) -> Iterator[Flag]:
    key = _suspect(one, level["choices"])
    if key is not None:
        yield Flag(
            rules.KEY,
            f"{key.people} of {one.asked} chose “{key.choice.text.rstrip('.')}”,"
            f" {_right(one)} the answer that counts as right.",
        )
    elif one.discrimination is not None and one.discrimination.high < 0:
        yield Flag(rules.APART, f"The correlation is {one.discrimination.value:.2f}.")
    mistake = one.mistake
    if (
        mistake is not None
        and mistake != key
        and mistake.share >= rules.MISTAKEN
        and one.chance < level["mistakes"]
    ):
        yield Flag(
            rules.MISCONCEPTION,
            f"{mistake.share:.0%} chose “{mistake.choice.text.rstrip('.')}”."
            f" {mistake.choice.reason}",
        )
    if one.sibling is not None and one.sibling.chance < level["siblings"]:
        rule = rules.HARDER if one.sibling.difference < 0 else rules.EASIER
        yield Flag(rule, f"The difference is {100 * one.sibling.difference:+.0f}% of its points.")
    for half in one.halves:
        if half.compared is not None and half.compared.chance < level["numbers"]:
            yield Flag(rules.NUMBERS, _told(half))
    if one.facility is not None and one.facility.high < rules.HARD:
        yield Flag(rules.DIFFICULT, f"{one.facility.value:.0%} of its points were earned.")
    if proportion(1 - one.answered / one.asked, one.asked).low > rules.OPEN:
        yield Flag(rules.LEFT, f"{one.asked - one.answered} of {one.asked} left it open.")


def _right(one: Figures) -> int:
    return max((each.people for each in one.chosen if each.choice.correct), default=0)


def _told(half: Half) -> str:
    assert half.compared is not None
    return (
        f"With {half.number} from {half.high[0]:g} to {half.high[1]:g}, people get"
        f" {100 * half.compared.difference:+.0f}% of its points, compared with"
        f" {half.low[0]:g} to {half.low[1]:g}."
    )


def _suspect(one: Figures, level: float) -> Chosen | None:
    """Return the wrong answer that may be right."""
    for each in one.chosen:
        if each.choice.correct or _is_other(each.choice) or each.rest is None:
            continue
        if each.people >= rules.FEW and _beyond(each.rest, level):
            return each
    most = one.mistake
    if isinstance(one.question, (Multiple, *ROWED)) or most is None or most.people <= _right(one):
        return None
    against = one.discrimination is not None and one.discrimination.high < 0
    return most if against or (most.rest is not None and most.rest.low > 0) else None


def _is_other(choice: Choice) -> bool:
    """Say whether a choice stands for all others, of the question or of one of its rows."""
    return choice.id.rsplit(":", 1)[-1] == OTHER


def _beyond(found: Estimate, chance: float) -> bool:
    """Say whether a correlation is above 0 beyond this chance, by Fisher's transformation."""
    z = math.atanh(min(found.value, 1 - 1e-15)) * math.sqrt(found.people - 3)
    return normal_tail(z) < chance

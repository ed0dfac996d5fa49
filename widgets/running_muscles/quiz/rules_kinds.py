"""Of each kind of question: the course's own rules, which a JSON Schema cannot say."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping

from running_muscles.quiz import rules_credit, rules_rows, variants
from running_muscles.quiz.by_row import Gaps, Labels, Match
from running_muscles.quiz.markup import count_words
from running_muscles.quiz.questions import (
    Hotspot,
    Multiple,
    Numeric,
    Order,
    Single,
    Text,
)
from running_muscles.quiz.scoring import slack


def _single(question: Single) -> Iterator[str]:
    yield from rules_rows.repeated(option.id for option in question.options)
    right = sum(option.correct for option in question.options)
    if right != 1:
        yield f"{right} options are right. Mark exactly one with `correct: true`."
    yield from rules_credit.single(question)


def _multiple(question: Multiple) -> Iterator[str]:
    yield from rules_rows.repeated(option.id for option in question.options)
    right = sum(option.correct for option in question.options)
    if right == 0:
        yield "No option is right. Mark at least one with `correct: true`."
    if right == len(question.options):
        yield "Every option is right, so ticking all is no test. Add one that is wrong."
    yield from rules_credit.multiple(question)


def _numeric(question: Numeric) -> Iterator[str]:
    numbers = [question.tolerance, *(factor for _, factor in question.units)]
    numbers += [one for mistake in question.mistakes for one in (mistake.value, mistake.tolerance)]
    if not all(math.isfinite(number) for number in [question.value, *numbers]):
        yield "A number is infinite or not a number. Write a finite one."
    if dict(question.units).get(question.unit) != 1:
        yield f"The unit of the answer is missing. Put `{question.unit}: 1` into `units`."
    try:
        for values, member in variants.members(question):
            told = _overlap(member)
            if told:
                yield told + _where(values)
                break
            if question.family and not _plain(member.value):
                yield f"The answer is {member.value:g}, an absurd number{_where(values)}"
                break
    except variants.ExpressionError as error:
        yield str(error)
    if question.family:
        yield from _placeholders(question)


def _overlap(question: Numeric) -> str:
    for mistake in question.mistakes:
        room = question.tolerance + mistake.tolerance
        # With the slack of both, as the scoring gives it.
        if abs(mistake.value - question.value) <= room + 2 * slack(question.value, room):
            return (
                f"The mistake {mistake.value:g} overlaps with the right answer {question.value:g}."
                " Narrow its tolerance or drop it."
            )
    return ""


def _where(values: Mapping[str, float]) -> str:
    shown = ", ".join(f"{name} = {value:g}" for name, value in values.items())
    return f" (with {shown})" if shown else ""


def _plain(value: float) -> bool:
    """Say whether people would write this number: not huge, not tiny, few digits."""
    return value == 0 or (1e-3 <= abs(value) <= 1e7 and float(f"{value:.6g}") == value)


def _placeholders(question: Numeric) -> Iterator[str]:
    names = set(variants.values_of(question))
    for name in sorted(names):
        if f"{{{name}}}" not in question.stem:
            yield f"The stem never shows {{{name}}}, so nobody can work it out. Put it in."
    for text in (question.stem, question.reason, *(m.reason for m in question.mistakes)):
        for found in re.findall(r"\{([a-z_]+)\}", text):
            if found not in names | {"answer"} or (found == "answer" and text == question.stem):
                yield f"{{{found}}} stands for nothing here. Known: {', '.join(sorted(names))}."


def _order(question: Order) -> Iterator[str]:
    ids = [item.id for item in question.items]
    yield from rules_rows.repeated(ids)
    yield from rules_credit.any_order(question)
    place = question.ranks()
    places = [place[name] for name in sorted(ids)]
    if places == sorted(places):
        yield (
            "The item ids in alphabetical order spell the right order, and learners can see ids."
            " Rename them, for example after what they say."
        )


def _hotspot(question: Hotspot) -> Iterator[str]:
    yield from rules_rows.repeated(region.id for region in question.regions)
    if not any(region.correct for region in question.regions):
        yield "No region is right. Mark at least one with `correct: true`."


def _text(question: Text) -> Iterator[str]:
    total = sum(line.points for line in question.rubric)
    if not math.isclose(total, question.points):
        yield (
            f"The rubric adds up to {total:g} and the question gives {question.points:g} points."
            " Make them equal."
        )
    if count_words(question.model_answer) > question.max_words:
        yield f"The model answer is longer than {question.max_words} words. Shorten it."


BY_TYPE: dict[type, Callable[..., Iterator[str]]] = {
    Single: _single,
    Multiple: _multiple,
    Numeric: _numeric,
    Order: _order,
    Hotspot: _hotspot,
    Text: _text,
    Match: rules_rows.match,
    Gaps: rules_rows.gaps,
    Labels: rules_rows.labels,
}

"""The course's own rules for banks: what a JSON Schema cannot say."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from running_muscles.quiz.bank import Problem
from running_muscles.quiz.markup import count_words
from running_muscles.quiz.questions import (
    Bank,
    Hotspot,
    Multiple,
    Numeric,
    Order,
    Question,
    Single,
    Text,
)

MIN_TYPES = 4


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that a bank may name: those of the tables in ``data/``.

    `regions` are those of the body map, each with the view that shows it.
    """

    lessons: frozenset[str]
    objectives: frozenset[str]
    sources: frozenset[str]
    regions: Mapping[str, str]


@cache
def known() -> Known:
    """Return the ids of the course's tables. A source is a bib key or ``table/row``.

    Norms and reliability have several rows per test; the test names them together.
    """
    from running_muscles import tables

    rows: dict[str, Iterable[str]] = {
        "claims": tables.claims(),
        "exercises": tables.exercises(),
        "lessons": tables.lessons(),
        "muscles": tables.muscles(),
        "norms": {row.test for row in tables.norms()},
        "protocols": tables.protocols(),
        "reliability": {row.test for row in tables.reliability()},
        "running_facts": {row.fact for row in tables.running_facts()},
    }
    sources = {f"{table}/{row}" for table, ids in rows.items() for row in ids}
    return Known(
        lessons=frozenset(tables.lessons()),
        objectives=frozenset(tables.objectives()),
        sources=frozenset(sources | set(tables.references())),
        regions={row.region: row.view for row in tables.body_regions().values()},
    )


def problems(banks: Iterable[Bank], names: Known) -> list[Problem]:
    """Return every broken rule of all banks together, in file order."""
    found: list[Problem] = []
    first: dict[str, Bank] = {}
    for bank in banks:
        found += [Problem(bank.path, 1, "", told) for told in _bank_rules(bank, names)]
        for question in bank.questions:
            told = list(_question_rules(question, names))
            if question.id in first:
                told.append(
                    f"The id stands already in {first[question.id].path.name}. Choose another one:"
                    " ids are unique in the whole course."
                )
            first.setdefault(question.id, bank)
            found += [Problem(bank.path, question.line, question.id, one) for one in told]
    return sorted(found)


def _bank_rules(bank: Bank, names: Known) -> Iterator[str]:
    if bank.quiz != bank.path.stem:
        yield f"`quiz` is {bank.quiz!r}, but the file is named {bank.path.name}. Make them equal."
    if bank.lesson not in names.lessons:
        yield f"`lesson` {bank.lesson!r} is not in data/lessons.csv. Mend the id."
    if bank.draw is None:
        return
    written = sum(isinstance(question, Text) for question in bank.questions)
    if not written:
        yield "A quiz draws one free-text question and the bank has none. Add one of type `text`."
    elif len(bank.questions) - written < bank.draw - 1:
        yield f"`draw: {bank.draw}` cannot be met with one free text. Add questions or draw fewer."
    if len(bank.questions) < 2 * bank.draw:
        yield (
            f"The bank holds {len(bank.questions)} questions and draws {bank.draw}."
            " Add questions until it holds twice as many as it draws."
        )
    if len({question.type for question in bank.questions}) < MIN_TYPES:
        yield f"The bank has fewer than {MIN_TYPES} question types. Add another type."


def _question_rules(question: Question, names: Known) -> Iterator[str]:
    if question.objective not in names.objectives:
        yield f"`objective` {question.objective!r} is not in data/objectives.csv. Mend the id."
    for source in question.sources:
        if source not in names.sources:
            yield (
                f"The source {source!r} is neither a key of data/references.bib nor a table/row"
                " such as claims/core-29-muscles. Mend it."
            )
    if isinstance(question, Hotspot):
        yield from _on_the_map(question, names)
    rule = _BY_TYPE.get(type(question))
    if rule:
        yield from rule(question)


def _on_the_map(question: Hotspot, names: Known) -> Iterator[str]:
    for region in question.regions:
        view = names.regions.get(region.id)
        if view is None:
            yield f"The region {region.id!r} is not in data/body_regions.csv. Mend the id."
        elif view != question.view:
            yield (
                f"The region {region.id!r} is on the {view}, and the question shows the"
                f" {question.view}. Change `view` or take it out."
            )


def _repeated(ids: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            yield f"The id {one!r} stands twice in this question. Rename one."
        seen.add(one)


def _single(question: Single) -> Iterator[str]:
    yield from _repeated(option.id for option in question.options)
    right = sum(option.correct for option in question.options)
    if right != 1:
        yield f"{right} options are right. Mark exactly one with `correct: true`."


def _multiple(question: Multiple) -> Iterator[str]:
    yield from _repeated(option.id for option in question.options)
    right = sum(option.correct for option in question.options)
    if right == 0:
        yield "No option is right. Mark at least one with `correct: true`."
    if right == len(question.options):
        yield "Every option is right, so ticking all is no test. Add one that is wrong."


def _numeric(question: Numeric) -> Iterator[str]:
    numbers = [question.value, question.tolerance, *(factor for _, factor in question.units)]
    if not all(math.isfinite(number) for number in numbers):
        yield "A number is infinite or not a number. Write a finite one."
    if dict(question.units).get(question.unit) != 1:
        yield f"The unit of the answer is missing. Put `{question.unit}: 1` into `units`."
    for mistake in question.mistakes:
        if abs(mistake.value - question.value) <= question.tolerance + mistake.tolerance:
            yield (
                f"The mistake {mistake.value:g} overlaps with the right answer."
                " Narrow its tolerance or drop it."
            )


def _order(question: Order) -> Iterator[str]:
    ids = [item.id for item in question.items]
    yield from _repeated(ids)
    if ids == sorted(ids):
        yield (
            "The item ids in alphabetical order spell the right order, and learners can see ids."
            " Rename them, for example after what they say."
        )


def _hotspot(question: Hotspot) -> Iterator[str]:
    yield from _repeated(region.id for region in question.regions)
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


_BY_TYPE: dict[type, Callable[..., Iterator[str]]] = {
    Single: _single,
    Multiple: _multiple,
    Numeric: _numeric,
    Order: _order,
    Hotspot: _hotspot,
    Text: _text,
}

"""The course's own rules for banks: what a JSON Schema cannot say."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from running_muscles.quiz import joined, notebook, rules_credit, rules_rows, variants, wording
from running_muscles.quiz.bank import Problem
from running_muscles.quiz.by_row import Gaps, Labels, Match
from running_muscles.quiz.markup import count_words
from running_muscles.quiz.patterns import TODO
from running_muscles.quiz.questions import (
    Bank,
    Hotspot,
    Multiple,
    Numeric,
    Order,
    Question,
    Single,
    Slot,
    Text,
)
from running_muscles.quiz.scoring import slack

MIN_TYPES = 4
# How an academy's own questions name sources that the course's tables do not hold.
_ELSEWHERE = ("https://", "doi:", "isbn:")
# So that neighbours seldom get the same quiz, and a question that leaks is not the whole exam.
MIN_FILLING = 3
MAX_WRITTEN_SHARE = 0.2


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
        found += [
            Problem(bank.path, slot.line, slot.id, told)
            for slot in bank.slots
            for told in _slot_rules(bank, slot, names)
        ]
        for question in bank.questions:
            told = list(_question_rules(question, names))
            if question.id in first:
                told.append(
                    f"The id stands already in {first[question.id].path.name}. Choose another one:"
                    " ids are unique in the whole course."
                )
            first.setdefault(question.id, bank)
            where = question.origin if question.origin.name else bank.path
            found += [Problem(where, question.line, question.id, one) for one in told]
    return sorted(found)


def _bank_rules(bank: Bank, names: Known) -> Iterator[str]:
    if bank.quiz != bank.path.stem:
        yield f"`quiz` is {bank.quiz!r}, but the file is named {bank.path.name}. Make them equal."
    if wording.is_blank(bank.title):
        yield "`title` is blank: it holds nothing to be seen. Write it."
    if bank.lesson not in names.lessons:
        yield f"`lesson` {bank.lesson!r} is not in data/lessons.csv. Mend the id."
    if not bank.slots:
        return
    written = [slot for slot in bank.slots if bank.is_written(slot.id)]
    if len(written) != 1 or bank.slots[-1] not in written:
        yield "Exactly one slot is written, the last one. Move or mend the `text` questions."
    total = sum(slot.points for slot in bank.slots)
    hand = sum(slot.points for slot in written)
    if hand > MAX_WRITTEN_SHARE * total:
        yield (
            f"The written answer gives {hand:g} of {total:g} points, more than a fifth."
            " Give it fewer, or the others more."
        )
    sums = [slot.id for slot in bank.slots if slot.arithmetic]
    if len(sums) > 1:
        yield (
            f"{len(sums)} slots are sums that need no lesson: {', '.join(sums)}. Keep one, and let"
            " the others need a fact or a rule that the lesson teaches."
        )
    if len({question.type for question in bank.questions}) < MIN_TYPES:
        yield f"The bank has fewer than {MIN_TYPES} question types. Add another type."


def _slot_rules(bank: Bank, slot: Slot, names: Known) -> Iterator[str]:
    filling = bank.filling(slot.id)
    if slot.objective not in names.objectives:
        yield f"`objective` {slot.objective!r} is not in data/objectives.csv. Mend the id."
    if not math.isfinite(slot.points):
        yield f"`points` is {slot.points}. Write a finite number."
    if [each.id for each in bank.slots].count(slot.id) > 1:
        yield "This slot stands twice. Rename one."
    if slot.id in (notebook.SETUP, notebook.PROGRESS, notebook.CLOCK):
        yield "A cell of every quiz has this name. Choose another one."
    if len(filling) < MIN_FILLING:
        yield (
            f"{len(filling)} questions may fill this slot; it needs {MIN_FILLING}."
            f" Write more of the same objective, with `slot: {slot.id}`."
        )
    if len({isinstance(question, Text) for question in filling}) > 1:
        yield "Some questions of this slot are written and others are not. Part them."


def _question_rules(question: Question, names: Known) -> Iterator[str]:
    if not question.slot and question.objective not in names.objectives:
        yield f"`objective` {question.objective!r} is not in data/objectives.csv. Mend the id."
    if question.certainty and not question.slot:
        yield "A checkpoint keeps no answers, so it cannot keep `certainty`. Take it out."
    own = question.origin.parent.name == joined.OWN
    for source in question.sources:
        if source not in names.sources and not (own and source.startswith(_ELSEWHERE)):
            yield (
                f"The source {source!r} is neither a key of data/references.bib nor a table/row"
                " such as claims/core-29-muscles. Mend it."
                + (" Your own sources start with https://, doi: or isbn:." if own else "")
            )
    yield from wording.problems(question)
    if TODO in repr(question):
        yield f"A text still says {TODO}, as the pattern left it. Write it."
    if isinstance(question, Hotspot):
        yield from _on_the_map([one.id for one in question.regions], question.view, names)
    if isinstance(question, Labels):
        places = [region for label in question.labels for region in label.regions]
        yield from _on_the_map(places, question.view, names)
    rule = _BY_TYPE.get(type(question))
    if rule:
        yield from rule(question)


def _on_the_map(regions: Iterable[str], shown: str, names: Known) -> Iterator[str]:
    for region in regions:
        view = names.regions.get(region)
        if view is None:
            yield f"The region {region!r} is not in data/body_regions.csv. Mend the id."
        elif view != shown:
            yield (
                f"The region {region!r} is on the {view}, and the question shows the {shown}."
                " Change `view` or take it out."
            )


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


_BY_TYPE: dict[type, Callable[..., Iterator[str]]] = {
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

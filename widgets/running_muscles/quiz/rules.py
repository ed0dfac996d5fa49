"""The course's own rules for banks: what a JSON Schema cannot say."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from running_muscles.quiz import joined, notebook, wording
from running_muscles.quiz.bank import Problem
from running_muscles.quiz.by_row import Labels
from running_muscles.quiz.patterns import TODO
from running_muscles.quiz.questions import Bank, Hotspot, Question, Slot, Text
from running_muscles.quiz.rules_kinds import BY_TYPE

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
    rule = BY_TYPE.get(type(question))
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

"""The open bank as bundles, and what of a question must come back from another format."""

from functools import cache
from pathlib import Path
from typing import Any

from running_muscles.classroom.interchange import from_bank
from running_muscles.classroom.interchange.carried import Bundle
from running_muscles.quiz import build
from running_muscles.quiz.by_row import GAP, ROWED, Gaps, Labels, Match
from running_muscles.quiz.markup import block
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

ASSESSMENTS = Path(__file__).parents[3] / "assessments"


@cache
def banks() -> tuple[Bank, ...]:
    """Every graded bank of the course."""
    return tuple(build.load_all(build.bank_files(ASSESSMENTS)))


@cache
def bundles() -> tuple[Bundle, ...]:
    """Every question of it, families as questions with numbers."""
    return tuple(from_bank.whole(bank) for bank in banks())


# Of the kinds that are answered row by row, those that come back from a format.
COMES_BACK: dict[str, tuple[type, ...]] = {"moodle": (Match, Gaps, Labels), "gift": (Match,)}


def held(way: str) -> list[Question]:
    """Questions of the bank that come back from a format."""
    return [
        one
        for bundle in bundles()
        for one in bundle.questions
        if not isinstance(one, ROWED) or isinstance(one, COMES_BACK.get(way, ()))
    ]


def _spare(question: Match) -> set[str]:
    return {one.id for one in question.choices} - {row.answer for row in question.rows}


def key_of(question: Any) -> Any:
    """What is right and what it earns, reasons included, as a learner would see them."""
    if isinstance(question, Single | Multiple):
        return [
            (block(one.text), one.correct, one.credit and round(one.credit, 4), block(one.reason))
            for one in question.options
        ]
    if isinstance(question, Numeric):
        mistakes = [(one.value, one.tolerance, block(one.reason)) for one in question.mistakes]
        return question.value, question.tolerance, question.unit, block(question.reason), mistakes
    if isinstance(question, Order):
        return [(block(one.text), block(one.reason)) for one in question.items]
    if isinstance(question, Hotspot):
        regions = sorted((one.id, one.correct, block(one.reason)) for one in question.regions)
        return question.view, regions, block(question.elsewhere)
    if isinstance(question, ROWED):
        return _key_by_row(question)
    assert isinstance(question, Text)
    rubric = [(line.points, block(line.criterion)) for line in question.rubric]
    return rubric, block(question.model_answer)


def _key_by_row(question: Match | Gaps | Labels) -> Any:
    if isinstance(question, Match):
        texts = {one.id: block(one.text) for one in question.choices}
        left = sorted(texts[one.id] for one in question.choices if one.id in _spare(question))
        return [
            (block(row.text), texts[row.answer], block(row.reason)) for row in question.rows
        ], left
    if isinstance(question, Gaps):
        lists = [
            sorted((block(one.text), one.correct, block(one.reason)) for one in gap.options)
            for gap in question.gaps
        ]
        return block(GAP.sub("{{}}", question.text)), lists
    named = [(block(one.text), set(one.regions), block(one.reason)) for one in question.labels]
    return question.view, named, block(question.elsewhere)

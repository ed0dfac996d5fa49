"""What a question from elsewhere still lacks before the bank can take it, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from running_muscles.quiz.by_row import Gaps, Labels, Match
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

_FEWEST_CHOICES = 3


def missing(question: Question, bank: Bank) -> Iterator[str]:
    """Yield a sentence for each thing that the bank asks for and the question does not have."""
    slots = {slot.id: slot for slot in bank.slots}
    if question.slot not in slots:
        said = f" (the file says {question.slot!r})" if question.slot else ""
        yield f"it names no slot of {bank.quiz}{said}. Choose one of: {', '.join(slots)}."
    if not question.stem:
        yield "it has no question text."
    if not question.sources:
        yield "it has no source. Name one, such as https://… or doi:…"
    yield from _LACKS[type(question)](question)


def _choices_lack(question: Single | Multiple) -> Iterator[str]:
    if len(question.options) < _FEWEST_CHOICES:
        yield f"it has {len(question.options)} options; the bank asks for {_FEWEST_CHOICES}."
    for one in question.options:
        if not one.text:
            yield f"option {one.id} has no text."
        if not one.reason:
            yield f"option {one.id} has no reason."


def _numeric_lacks(question: Numeric) -> Iterator[str]:
    if not question.reason:
        yield "it does not say why its number is right."
    for one in question.mistakes:
        if not one.reason:
            yield f"the wrong number {one.value:g} has no reason."


def _order_lacks(question: Order) -> Iterator[str]:
    if len(question.items) < _FEWEST_CHOICES:
        yield f"it has {len(question.items)} steps; the bank asks for {_FEWEST_CHOICES}."
    for number, one in enumerate(question.items, 1):
        if not one.reason:
            yield f"step {number} has no reason."


def _match_lacks(question: Match) -> Iterator[str]:
    if len(question.choices) < _FEWEST_CHOICES:
        yield f"it has {len(question.choices)} choices; the bank asks for {_FEWEST_CHOICES}."
    for number, row in enumerate(question.rows, 1):
        if not row.reason:
            yield f"pair {number} has no reason."
    taken = {row.answer for row in question.rows}
    for choice in question.choices:
        if choice.id not in taken and not choice.reason:
            yield f"choice {choice.id}, which belongs to no row, has no reason."


def _gaps_lack(question: Gaps) -> Iterator[str]:
    for number, gap in enumerate(question.gaps, 1):
        for one in gap.options:
            if not one.reason:
                yield f"option {one.id} of gap {number} has no reason."


def _labels_lack(question: Labels) -> Iterator[str]:
    for number, one in enumerate(question.labels, 1):
        if not one.reason:
            yield f"label {number} has no reason."
    if not question.elsewhere:
        yield "it does not say what is told of every other place."


def _hotspot_lacks(question: Hotspot) -> Iterator[str]:
    for one in question.regions:
        if not one.reason:
            yield f"the region {one.id} has no reason."
    if not question.elsewhere:
        yield "it does not say what is told of every other place."


def _text_lacks(question: Text) -> Iterator[str]:
    if not question.rubric:
        yield "it has no rubric."
    if not question.model_answer:
        yield "it has no model answer."


_LACKS: dict[type, Callable[[Any], Iterator[str]]] = {
    Single: _choices_lack,
    Multiple: _choices_lack,
    Numeric: _numeric_lacks,
    Order: _order_lacks,
    Hotspot: _hotspot_lacks,
    Text: _text_lacks,
    Match: _match_lacks,
    Gaps: _gaps_lack,
    Labels: _labels_lack,
}

"""Questions from elsewhere as YAML of the bank, and what each still lacks, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from running_muscles.classroom.interchange.carried import Lost
from running_muscles.quiz.by_row import Gaps, Match
from running_muscles.quiz.patterns import TODO
from running_muscles.quiz.questions import (
    Bank,
    Hotspot,
    Multiple,
    Numeric,
    Option,
    Order,
    Question,
    Single,
    Text,
)
from running_muscles.tables.typed_number import written

_FEWEST_CHOICES = 3
_SOURCE = "doi:TODO"
_WIDTH = 96


def block(question: Question, bank: Bank) -> str:
    """Return a question as YAML for an academy's own file; what is missing says TODO.

    Parameters
    ----------
    bank
        The quiz that it joins.
    """
    slots = {slot.id for slot in bank.slots}
    data: dict[str, Any] = {
        "id": question.id,
        "slot": question.slot if question.slot in slots else TODO.lower(),
        "type": question.type,
        "stem": question.stem or f"{TODO} the question",
        **_OWN[type(question)](question),
        "sources": list(question.sources) or [_SOURCE],
    }
    text = yaml.safe_dump([data], allow_unicode=True, sort_keys=False, width=_WIDTH)
    return "".join(f"  {line}\n" for line in text.splitlines())


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


def changed_points(question: Question, bank: Bank) -> Iterator[Lost]:
    """Yield that a question gives other points in the bank, where it does."""
    slot = next((one for one in bank.slots if one.id == question.slot), None)
    if slot is not None and question.points and slot.points != question.points:
        yield Lost(
            question.id,
            f"its {question.points:g} points",
            f"the slot {slot.id} gives {slot.points:g}",
        )


def _choices(question: Single | Multiple) -> dict[str, Any]:
    return {"options": [_option(one) for one in question.options]}


def _option(one: Option) -> dict[str, Any]:
    right = {"correct": True} if one.correct else {}
    what = "right" if one.correct else "wrong"
    credit = {"credit": round(one.credit, 4)} if one.credit is not None else {}
    return {
        "id": one.id,
        "text": one.text or f"{TODO} an option",
        **right,
        **credit,
        "reason": one.reason or f"{TODO} why this is {what}",
    }


def _numeric(question: Numeric) -> dict[str, Any]:
    mistakes = [
        {
            "value": _number(one.value),
            "tolerance": _number(one.tolerance),
            "reason": one.reason or f"{TODO} what went wrong",
        }
        for one in question.mistakes
    ]
    answer = {
        "value": _number(question.value),
        "tolerance": _number(question.tolerance),
        "unit": question.unit,
    }
    return {
        "answer": answer,
        "units": {unit: _number(factor) for unit, factor in question.units},
        "reason": question.reason or f"{TODO} how to get there",
        **({"mistakes": mistakes} if mistakes else {}),
    }


def _number(value: float) -> float | int:
    return int(value) if value.is_integer() and abs(value) < 1e15 else float(written(value))


def _order(question: Order) -> dict[str, Any]:
    rows = [
        {"id": one.id, "text": one.text, "reason": one.reason or f"{TODO} why it stands here"}
        for one in question.items
    ]
    return {"items": rows}


def _match(question: Match) -> dict[str, Any]:
    rows = [
        {
            "id": row.id,
            "text": row.text,
            "answer": row.answer,
            "reason": row.reason or f"{TODO} why these two",
        }
        for row in question.rows
    ]
    taken = {row.answer for row in question.rows}
    choices: list[dict[str, str]] = []
    for one in question.choices:
        reason = one.reason or ("" if one.id in taken else f"{TODO} what is wrong with it")
        told = {"reason": reason} if reason else {}
        choices.append({"id": one.id, "text": one.text or f"{TODO} a choice", **told})
    return {"rows": rows, "choices": choices}


def _gaps(question: Gaps) -> dict[str, Any]:
    rows = [
        {"id": gap.id, "options": [_option(one) for one in gap.options]} for gap in question.gaps
    ]
    return {"text": question.text, "gaps": rows}


def _hotspot(question: Hotspot) -> dict[str, Any]:
    rows = [
        {
            "id": one.id,
            **({"correct": True} if one.correct else {}),
            "reason": one.reason or f"{TODO} why {'here' if one.correct else 'not here'}",
        }
        for one in question.regions
    ]
    elsewhere = question.elsewhere or f"{TODO} what to say about every other place"
    return {"view": question.view, "regions": rows, "elsewhere": elsewhere}


def _text(question: Text) -> dict[str, Any]:
    rubric = [
        {"points": _number(line.points), "criterion": line.criterion} for line in question.rubric
    ] or [{"points": 1, "criterion": f"{TODO} what earns this point"}]
    return {
        "max_words": question.max_words,
        "rubric": rubric,
        "model_answer": question.model_answer or f"{TODO} an answer that earns all points",
    }


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


_OWN: dict[type, Callable[[Any], dict[str, Any]]] = {
    Single: _choices,
    Multiple: _choices,
    Numeric: _numeric,
    Order: _order,
    Hotspot: _hotspot,
    Text: _text,
    Match: _match,
    Gaps: _gaps,
}
_LACKS: dict[type, Callable[[Any], Iterator[str]]] = {
    Single: _choices_lack,
    Multiple: _choices_lack,
    Numeric: _numeric_lacks,
    Order: _order_lacks,
    Hotspot: _hotspot_lacks,
    Text: _text_lacks,
    Match: _match_lacks,
    Gaps: _gaps_lack,
}

"""Questions from elsewhere as YAML of the bank."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import yaml

from running_muscles.classroom.interchange.carried import Lost
from running_muscles.quiz.by_row import Gaps, Labels, Match
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


def _labels(question: Labels) -> dict[str, Any]:
    rows = [
        {
            "id": one.id,
            "text": one.text or f"{TODO} a name",
            "regions": list(one.regions),
            "reason": one.reason or f"{TODO} why it lies there",
        }
        for one in question.labels
    ]
    elsewhere = question.elsewhere or f"{TODO} what to say about every other place"
    return {"view": question.view, "labels": rows, "elsewhere": elsewhere}


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


_OWN: dict[type, Callable[[Any], dict[str, Any]]] = {
    Single: _choices,
    Multiple: _choices,
    Numeric: _numeric,
    Order: _order,
    Hotspot: _hotspot,
    Text: _text,
    Match: _match,
    Gaps: _gaps,
    Labels: _labels,
}

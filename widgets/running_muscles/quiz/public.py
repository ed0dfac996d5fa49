"""The part of a quiz that learners get: questions without key, reasons or model answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from running_muscles.quiz.by_row import ROWED, Gaps, Labels, Match, in_reading_order
from running_muscles.quiz.draw import drawn, seed
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
from running_muscles.quiz.sitting import PLAIN, Sitting
from running_muscles.quiz.variants import filled, picked, values_of
from running_muscles.translation.spoken import _

FILE_NAME = "questions.json"
FORMAT = 2
COURSE = "running-muscles"


@dataclass(frozen=True, slots=True)
class PublicQuiz:
    """A quiz as the student's widget knows it.

    Attributes
    ----------
    edition
        Which class: it decides, with the student's name, what is drawn.
    slots
        The places of the quiz in order, each a dict with `id`, `points` and `questions`.
    questions
        The entries of the file by id.
    sitting
        Window and time limit of an exam; empty for a quiz without a clock.
    """

    quiz: str
    title: str
    course: str
    edition: str
    slots: tuple[dict[str, Any], ...]
    questions: dict[str, dict[str, Any]]
    sitting: dict[str, Any] = field(default_factory=dict)

    def asked(self, student: str) -> dict[str, dict[str, Any]]:
        """Return what a student is asked: slot id -> entry, with the student's own numbers."""
        questions = drawn(self.slots, self.edition, self.quiz, student)
        return {
            slot: self._entry(self.questions[name], student) for slot, name in questions.items()
        }

    def _entry(self, entry: dict[str, Any], student: str) -> dict[str, Any]:
        parameters = entry.get("parameters")
        if not parameters:
            return entry
        values = picked(parameters, seed(self.edition, self.quiz, student, entry["id"]))
        rest = {key: value for key, value in entry.items() if key != "parameters"}
        return {**rest, "stem": filled(entry["stem"], values)}


def document(bank: Bank, edition: str, sitting: Sitting = PLAIN) -> dict[str, Any]:
    """Return what ``questions.json`` holds: every question that somebody may be asked."""
    told = sitting.released()
    return {
        "format": FORMAT,
        "quiz": bank.quiz,
        "title": bank.title,
        "course": COURSE,
        "edition": edition,
        **({"sitting": told} if told else {}),
        "slots": [
            {
                "id": slot.id,
                "points": slot.points,
                "questions": [question.id for question in bank.filling(slot.id)],
            }
            for slot in bank.slots
        ],
        "questions": [public(question) for question in bank.questions],
    }


def public(question: Question) -> dict[str, Any]:
    """Return one question as learners may see it."""
    return {
        "id": question.id,
        "type": question.type,
        "stem": question.stem,
        "points": question.points,
        **({"certainty": True} if question.certainty else {}),
        **_OWN[type(question)](question),
    }


def load(path: Path) -> PublicQuiz:
    """Read a ``questions.json``.

    Raises
    ------
    ValueError
        With a sentence for the learner, when the file is not there or is damaged.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise _unusable(path, _("{file} is not beside this notebook.")) from None
    except (OSError, ValueError, RecursionError):
        raise _unusable(path, _("{file} cannot be read.")) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _unusable(path, _("{file} has a format that this version does not know."))
    try:
        questions = {question["id"]: question for question in data["questions"]}
        if not all(question["type"] in _TYPES for question in questions.values()):
            raise _unusable(path, _("{file} holds a question of an unknown type."))
        slots = tuple(data["slots"])
        if not all(slot["id"] and set(slot["questions"]) <= set(questions) for slot in slots):
            raise KeyError
        return PublicQuiz(
            data["quiz"],
            data["title"],
            data["course"],
            data["edition"],
            slots,
            questions,
            _sitting(data.get("sitting", {})),
        )
    except (KeyError, TypeError):
        raise _unusable(path, _("{file} is damaged.")) from None


def _unusable(path: Path, problem: str) -> ValueError:
    again = _("Fetch the quiz again: your answers stand in a file of their own.")
    return ValueError(f"{problem.format(file=path.name)} {again}")


def _sitting(told: Any) -> dict[str, Any]:
    if told and not {"opens", "closes", "minutes"} <= set(told):
        raise KeyError
    return dict(told)


def _options(question: Single | Multiple) -> dict[str, Any]:
    return {"options": [{"id": option.id, "text": option.text} for option in question.options]}


def _order(question: Order) -> dict[str, Any]:
    # By id, which a rule keeps from being the right order.
    items = sorted(question.items, key=lambda item: item.id)
    return {"items": [{"id": item.id, "text": item.text} for item in items]}


def _numeric(question: Numeric) -> dict[str, Any]:
    units = {"units": [unit for unit, _ in question.units]}
    return {"parameters": values_of(question), **units} if question.family else units


def _hotspot(question: Hotspot) -> dict[str, Any]:
    return {"view": question.view}


def _text(question: Text) -> dict[str, Any]:
    return {
        "max_words": question.max_words,
        "criteria": [line.criterion for line in question.rubric],
    }


def _match(question: Match) -> dict[str, Any]:
    return {
        "rows": [{"id": row.id, "text": row.text} for row in question.rows],
        "choices": in_reading_order([(one.id, one.text) for one in question.choices]),
    }


def _gaps(question: Gaps) -> dict[str, Any]:
    lists = [
        {"id": gap.id, "options": in_reading_order([(one.id, one.text) for one in gap.options])}
        for gap in question.gaps
    ]
    return {"text": question.text, "gaps": lists}


def _labels(question: Labels) -> dict[str, Any]:
    rows = [{"id": label.id, "text": label.text} for label in question.labels]
    return {"view": question.view, "rows": rows}


_OWN: dict[type, Callable[..., dict[str, Any]]] = {
    Single: _options,
    Multiple: _options,
    Numeric: _numeric,
    Order: _order,
    Hotspot: _hotspot,
    Text: _text,
    Match: _match,
    Gaps: _gaps,
    Labels: _labels,
}
_KINDS = (Single, Multiple, Numeric, Order, Hotspot, Text, *ROWED)
_TYPES = frozenset(kind.type for kind in _KINDS)

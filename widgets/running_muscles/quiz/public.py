"""The part of a quiz that learners get: questions without key, reasons or model answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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

FILE_NAME = "questions.json"
FORMAT = 1
COURSE = "running-muscles"


@dataclass(frozen=True, slots=True)
class PublicQuiz:
    """A quiz as the student's widget knows it. `questions` are the entries of the file."""

    quiz: str
    title: str
    course: str
    questions: tuple[dict[str, Any], ...]

    def question(self, question_id: str) -> dict[str, Any]:
        """Return one question.

        Raises
        ------
        KeyError
            When the quiz does not ask it.
        """
        for question in self.questions:
            if question["id"] == question_id:
                return question
        raise KeyError(question_id)


def document(bank: Bank, questions: tuple[Question, ...]) -> dict[str, Any]:
    """Return what ``questions.json`` holds for the drawn questions of a bank."""
    return {
        "format": FORMAT,
        "quiz": bank.quiz,
        "title": bank.title,
        "course": COURSE,
        "questions": [public(question) for question in questions],
    }


def public(question: Question) -> dict[str, Any]:
    """Return one question as learners may see it."""
    return {
        "id": question.id,
        "type": question.type,
        "stem": question.stem,
        "points": question.points,
        **_OWN[type(question)](question),
    }


def load(path: Path) -> PublicQuiz:
    """Read a ``questions.json``.

    Raises
    ------
    ValueError
        With a sentence for the learner, when the file is not there or is damaged.
    """
    again = "Fetch the quiz again: your answers stand in a file of their own."
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ValueError(f"{path.name} is not beside this notebook. {again}") from None
    except (OSError, ValueError, RecursionError):
        raise ValueError(f"{path.name} cannot be read. {again}") from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError(f"{path.name} has a format that this version does not know. {again}")
    try:
        questions = tuple(data["questions"])
        if not all(question["id"] and question["type"] in _TYPES for question in questions):
            raise ValueError(f"{path.name} holds a question of an unknown type. {again}")
        return PublicQuiz(data["quiz"], data["title"], data["course"], questions)
    except (KeyError, TypeError):
        raise ValueError(f"{path.name} is damaged. {again}") from None


def _options(question: Single | Multiple) -> dict[str, Any]:
    return {"options": [{"id": option.id, "text": option.text} for option in question.options]}


def _order(question: Order) -> dict[str, Any]:
    # By id, which a rule keeps from being the right order.
    items = sorted(question.items, key=lambda item: item.id)
    return {"items": [{"id": item.id, "text": item.text} for item in items]}


def _numeric(question: Numeric) -> dict[str, Any]:
    return {"units": [unit for unit, _ in question.units]}


def _hotspot(question: Hotspot) -> dict[str, Any]:
    return {"view": question.view}


def _text(question: Text) -> dict[str, Any]:
    return {
        "max_words": question.max_words,
        "criteria": [line.criterion for line in question.rubric],
    }


_OWN: dict[type, Callable[..., dict[str, Any]]] = {
    Single: _options,
    Multiple: _options,
    Numeric: _numeric,
    Order: _order,
    Hotspot: _hotspot,
    Text: _text,
}
_TYPES = frozenset(kind.type for kind in (Single, Multiple, Numeric, Order, Hotspot, Text))

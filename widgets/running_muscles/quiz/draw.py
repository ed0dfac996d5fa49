"""Draw a quiz for a student: one question of each slot, the same ones on every machine.

A draw depends on the edition of the class, the quiz and the student's id, and on nothing else.
The student's notebook and the grader work it out apart from each other.
"""

from __future__ import annotations

import hashlib
import random
import unicodedata
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any


def student_key(student: str) -> str:
    """Return a student's id as draws know it: one form of accents, no space around it."""
    return unicodedata.normalize("NFC", student).strip()


def seed(edition: str, quiz: str, student: str, question_id: str) -> str:
    """Return what decides the numbers and the order of options in a student's question."""
    return "\n".join((edition, quiz, student_key(student), question_id))


def drawn(
    slots: Iterable[Mapping[str, Any]], edition: str, quiz: str, student: str
) -> dict[str, str]:
    """Return the question of each slot.

    Each question of a slot has a lot of its own, and the highest one wins. So a question that is
    added to a slot later changes only the draws that it wins, about one in its number.

    Parameters
    ----------
    slots
        As in ``questions.json``: each with `id`, and `questions`, the ids that may fill it.
    edition, quiz, student
        Which class, which quiz, who.

    Returns
    -------
    dict
        Slot id -> question id, in the order of the quiz.
    """
    who = student_key(student)
    return {
        slot["id"]: max(slot["questions"], key=partial(_lot, edition, quiz, who, slot["id"]))
        for slot in slots
    }


def shuffled(question: Mapping[str, Any], *seed: str) -> dict[str, Any]:
    """Return a question with its options in an order that depends on the seed alone.

    Items that are to be put in order stay as they are: their order is not the right one,
    and a shuffled one might be.
    """
    options = list(question.get("options", ()))
    if not options:
        return dict(question)
    random.Random("\n".join([*seed, question["id"]])).shuffle(options)
    return {**question, "options": options}


def _lot(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

"""Read questions from the JSON of jupyterquiz."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

from running_muscles.classroom.interchange.carried import InterchangeError, Read
from running_muscles.classroom.interchange.collector import MOST_QUESTIONS, Collector, common
from running_muscles.quiz.questions import Mistake, Numeric

LARGEST = 5_000_000
_FULL = 1.0


def read(content: bytes, name: str) -> Read:
    """Return the questions of a file of jupyterquiz.

    Raises
    ------
    InterchangeError
        When it cannot be read at all.
    """
    if len(content) > LARGEST:
        raise InterchangeError(f"{name}: larger than {LARGEST // 1_000_000} MB. Split it.")
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise InterchangeError(f"{name}: this is not sound JSON ({error}).") from error
    if not isinstance(data, list) or not all(isinstance(one, dict) for one in data):
        raise InterchangeError(
            f"{name}: jupyterquiz keeps a list of questions, and this is none."
            " Its first sign is [, and each question stands in { and }."
        )
    if len(data) > MOST_QUESTIONS:
        raise InterchangeError(f"{name}: more than {MOST_QUESTIONS} questions. Split it.")
    into = Collector()
    for number, one in enumerate(data, 1):
        _read_one(into, one, number)
    return into.done()


def _read_one(into: Collector, data: Mapping[str, Any], number: int) -> None:
    kind = str(data.get("type", ""))
    stem = str(data.get("question", ""))
    answers = [one for one in _listed(data.get("answers")) if isinstance(one, dict)]
    label = f"question {number}"
    if kind not in ("multiple_choice", "many_choice", "numeric"):
        into.lose(label, "the whole question", f"the bank has no kind like {kind[:40]!r}")
        return
    name = into.new_id(f"question-{number}")
    about = common(name, into.text(name, stem), 1.0)
    if data.get("code"):
        into.lose(name, "a block of code", "a text of the bank is words, lists and links alone")
    if kind == "numeric":
        _numeric(into, data, answers, about)
        return
    right = sum(one.get("correct") is True for one in answers)
    wrong = max(1, len(answers) - right)
    rows = []
    for one in answers:
        shares = (_FULL, 0.0) if kind == "multiple_choice" else (_FULL / max(1, right), -1 / wrong)
        share = shares[0] if one.get("correct") is True else shares[1]
        text = str(one.get("answer") or one.get("code") or "")
        rows.append((into.line(name, text), into.text(name, str(one.get("feedback", ""))), share))
    into.choice(about, rows, single=kind == "multiple_choice")


def _numeric(
    into: Collector, data: Mapping[str, Any], answers: list[dict[str, Any]], about: dict[str, Any]
) -> None:
    name = about["id"]
    # Numbers are rounded before they are compared.
    precision = data.get("precision")
    if precision is not None:
        into.lose(name, f"rounding to {precision} digits", "the bank has a tolerance in its place")
    right: list[Mistake] = []
    wrong: list[Mistake] = []
    for one in answers:
        value, tolerance = _number(one)
        reason = into.text(name, str(one.get("feedback", "")))
        if math.isfinite(value):
            (right if one.get("correct") is True else wrong).append(
                Mistake(value, tolerance, reason)
            )
        elif reason:
            into.lose(name, "the text for any other number", "the bank has none for it")
    if not right:
        into.lose(name, "the whole question", "no number of it is right")
        return
    for other in right[1:]:
        into.lose(name, f"{other.value:g}, which is right too", "the bank has one right number")
    into.questions.append(
        Numeric(
            **about,
            value=right[0].value,
            tolerance=right[0].tolerance,
            reason=right[0].reason,
            unit="",
            units=(("", 1.0),),
            mistakes=tuple(wrong),
        )
    )


def _number(answer: Mapping[str, Any]) -> tuple[float, float]:
    """Return a number and its tolerance; a range is its middle and half its width."""
    ends = _listed(answer.get("range"))
    try:
        if answer.get("type") == "range" and len(ends) == 2:
            low, high = (float(end) for end in ends)
            return (low + high) / 2, (high - low) / 2
        if answer.get("type") == "value":
            return float(answer["value"]), 0.0
    except (KeyError, TypeError, ValueError, OverflowError):
        pass
    return math.nan, 0.0


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []

"""Writing down what a learner answered: once for each time they pressed Check."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from running_muscles.measure import answers, moment
from running_muscles.measure.answer import MISSED, PARTLY, RIGHT, Answer
from running_muscles.measure.store import Store
from running_muscles.quiz.fitting import problem_with
from running_muscles.quiz.questions import Question
from running_muscles.review.shown import was_shown
from running_muscles.translation.spoken import N_
from running_muscles.widgets.message import RefusedError
from running_muscles.widgets.speaking import _

ONCE_MORE = N_("Your answer does not fit this question. Please answer once more.")
# What the browser shows, as it is kept. A written answer is compared, not judged.
VERDICTS = {"right": RIGHT, "partly": PARTLY, "wrong": MISSED}


def record(
    store: Store, asked: tuple[str, Question], verdict: str, asked_in: str, said: Mapping[str, Any]
) -> None:
    """Keep an answer that was checked in the kernel.

    Parameters
    ----------
    store : Store
    asked : tuple of str and Question
        The lesson and its question.
    verdict : str
        As `checked` tells it; one that judges nothing is not kept.
    asked_in : str
        ``"checkpoint"`` or ``"review"``.
    said : mapping
        The message: its `id`, and `at` and `utc_offset_minutes` of the learner's clock.

    Raises
    ------
    AnswerError
        If the message cannot be right.
    StoreError
    """
    if verdict not in VERDICTS:
        return
    lesson, question = asked
    values = {
        "id": said.get("id"),
        "lesson": lesson,
        "question": question.id,
        "objective": question.objective,
        "verdict": VERDICTS[verdict],
        "asked_in": asked_in,
        **clock(said),
    }
    keep(store, values)


def keep(store: Store, values: Mapping[str, Any]) -> None:
    """Keep an answer, told whether its question had been shown with its answer that day.

    Raises
    ------
    AnswerError
        If a value is missing or cannot be right.
    StoreError
    """
    answer = Answer.from_mapping({**values, "shown": False})
    before = [
        one
        for one in answers.load(store, answer.lesson, answer.question)
        if one.at <= answer.at and one.id != answer.id
    ]
    shown = was_shown(before, answer.day)
    answers.add(store, [Answer.from_mapping({**answer.as_row(), "shown": shown})])


def check_fits(question: Question, value: Any, otherwise: str) -> None:
    """Refuse an answer that does not fit its question, with a sentence for the learner.

    Raises
    ------
    RefusedError
    """
    if problem_with(question, value):
        raise RefusedError(_(otherwise))


def clock(said: Mapping[str, Any]) -> dict[str, Any]:
    """Return when something was said, by the learner's clock; by this machine's without one."""
    at, offset = said.get("at"), said.get("utc_offset_minutes")
    if isinstance(at, str) and isinstance(offset, int) and moment.WEST <= offset <= moment.EAST:
        return {"recorded_at": at, "utc_offset_minutes": offset}
    here = datetime.now(UTC).astimezone()
    behind = here.utcoffset()
    minutes = 0 if behind is None else int(behind.total_seconds() // 60)
    return {"recorded_at": here.isoformat(), "utc_offset_minutes": minutes}

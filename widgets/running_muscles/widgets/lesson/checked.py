"""What a learner reads after pressing Check: why the chosen answer is right or not.

Only what was chosen is explained at first, so that trying again is worth it. The whole answer
comes with a right one, and after a second try that is not right.
"""

from __future__ import annotations

from typing import Any

from running_muscles.quiz.by_row import OTHER_LINE, ROWED, Gaps, rows_of
from running_muscles.quiz.feedback import any_order
from running_muscles.quiz.questions import Hotspot, Multiple, Order, Question, Text
from running_muscles.quiz.scoring import PARTLY, RIGHT, Part, Score, score
from running_muscles.review.shown import TRIES_BEFORE_THE_ANSWER
from running_muscles.widgets.speaking import _


def checked(question: Question, value: Any, tries: int) -> dict[str, Any]:
    """Check an answer.

    Parameters
    ----------
    question
        The question with its key.
    value
        A valid answer in the form of ``responses.json``.
    tries
        How often this learner has checked this question, this time included.

    Returns
    -------
    dict
        `verdict` (right, partly, wrong, or compare for written answers), `given` (what was
        chosen, each with whether it is right and why), `more` (something right is missing),
        `ordered`, `note` (a sentence about the answer; empty without one), and `answer` (the
        whole answer, once it is time for it).
    """
    if isinstance(question, Text):
        model = [{"id": "model", "text": question.model_answer, "reason": ""}]
        return _told("compare", answer=model)
    result = score(question, value)
    right = result.verdict == RIGHT
    verdict = "right" if right else "partly" if result.verdict == PARTLY else "wrong"
    missing = [part for part in result.parts if part.correct and not part.chosen]
    # An order that is right needs no second list: each line carries its reason.
    whole = tries >= TRIES_BEFORE_THE_ANSWER and not right
    return _told(
        verdict,
        given=_order_given(question, value, result)
        if isinstance(question, Order)
        else [_given(question, part) for part in result.parts if part.chosen],
        more=_more(question, value, missing) and not whole,
        ordered=isinstance(question, Order),
        note=_any_order(question) if isinstance(question, Order) and (right or whole) else "",
        answer=[_answer(question, part) for part in _whole(question, missing, result)]
        if whole
        else [],
    )


def _any_order(question: Order) -> str:
    said = _("Lines {first} to {last} may stand in any order.")
    return " ".join(said.format(first=first, last=last) for first, last in any_order(question))


def _more(question: Question, value: Any, missing: list[Part]) -> bool:
    """Say whether something right was left out, and not only missed."""
    if isinstance(question, ROWED):
        return len(value) < len(rows_of(question))
    return isinstance(question, Multiple) and bool(missing)


def _whole(question: Question, missing: list[Part], result: Score) -> list[Part]:
    if isinstance(question, Order):
        return list(result.parts)
    # Left and right of one muscle carry the same reason; one of them says it.
    return missing[:1] if isinstance(question, Hotspot) else missing


def _order_given(question: Order, value: list[str], result: Score) -> list[dict[str, Any]]:
    items = {item.id: item for item in question.items}
    right = result.verdict == RIGHT
    return [
        {
            "id": there,
            "text": items[there].text,
            "right": part.chosen,
            "reason": items[there].reason if right else "",
        }
        for part, there in zip(result.parts, value, strict=True)
    ]


def _given(question: Question, part: Part) -> dict[str, Any]:
    half = not part.correct and part.credit > 0
    given = {**_answer(question, part), "right": part.correct}
    return given | {"half": True} if half else given


def _answer(question: Question, part: Part) -> dict[str, str]:
    reason = _(OTHER_LINE) if part.reason == OTHER_LINE else part.reason
    return {"id": part.id, "text": _text(question, part), "reason": reason}


def _text(question: Question, part: Part) -> str:
    if not isinstance(question, Gaps):
        return part.text
    number = 1 + [gap.id for gap in question.gaps].index(part.id)
    return _("Gap {n}: {word}").format(n=number, word=part.text.partition(": ")[2])


def _told(verdict: str, **more: Any) -> dict[str, Any]:
    nothing = {"given": [], "more": False, "ordered": False, "note": "", "answer": []}
    return {"verdict": verdict, **nothing, **more}

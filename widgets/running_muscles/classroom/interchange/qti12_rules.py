"""How QTI 1.2 scores an answer, and which feedback it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lxml import etree

from running_muscles.classroom.interchange.html_text import to_html
from running_muscles.classroom.interchange.not_held import shares
from running_muscles.classroom.interchange.reasons import as_list
from running_muscles.quiz.questions import (
    Hotspot,
    Multiple,
    Numeric,
    Order,
    Question,
    Single,
    Text,
)
from running_muscles.tables.typed_number import written

RESPONSE = "response1"
SCORE = "SCORE"
FULL = 100
CORRECT = "correct_fb"
GENERAL = "general_fb"
ELSEWHERE = "elsewhere_fb"
Rules = tuple[list[etree._Element], dict[str, str]]


def rules(make: Any, question: Question) -> tuple[etree._Element, dict[str, str]]:
    """Return the conditions of an item, and its feedback as HTML by name.

    Parameters
    ----------
    make
        The maker of elements.
    """
    conditions, feedback = _KINDS[type(question)](_Conditions(make), question)
    score = make.decvar(maxvalue=str(FULL), minvalue="0", varname=SCORE, vartype="Decimal")
    return make.resprocessing(make.outcomes(score), *conditions), feedback


class _Conditions:
    """Makes conditions on the one answer of an item."""

    def __init__(self, make: Any) -> None:
        self.make = make

    def chosen(self, name: str, **place: str) -> etree._Element:
        return self.make.varequal(name, respident=RESPONSE, **place)

    def between(self, value: float, tolerance: float) -> etree._Element:
        """Return that a number lies within the tolerance; written as Canvas writes it."""
        return self.make(
            "or",
            self.make.varequal(written(value), respident=RESPONSE),
            self.make(
                "and",
                self.make.vargte(written(value - tolerance), respident=RESPONSE),
                self.make.varlte(written(value + tolerance), respident=RESPONSE),
            ),
        )

    def when(
        self, test: etree._Element, *, then: etree._Element | None = None, show: str = ""
    ) -> etree._Element:
        parts = [self.make.conditionvar(test)]
        if then is not None:
            parts.append(then)
        if show:
            parts.append(self.make.displayfeedback(feedbacktype="Response", linkrefid=show))
        return self.make.respcondition(*parts, **{"continue": "Yes"})

    def score(self, action: str, value: float) -> etree._Element:
        return self.make.setvar(f"{value:.9g}", action=action, varname=SCORE)


def _reason_of(name: str) -> str:
    return f"{name}_fb"


def _single(to: _Conditions, question: Single) -> Rules:
    told = [to.when(to.chosen(one.id), show=_reason_of(one.id)) for one in question.options]
    share = shares(question)
    right = [
        to.when(to.chosen(one.id), then=to.score("Set", FULL * share[one.id]))
        for one in question.options
        if share[one.id]
    ]
    return [*told, *right], {_reason_of(one.id): to_html(one.reason) for one in question.options}


def _multiple(to: _Conditions, question: Multiple) -> Rules:
    share = shares(question)
    conditions = []
    for one in question.options:
        # Added, also where it takes off: Canvas reads what is subtracted as right.
        then = to.score("Add", FULL * share[one.id])
        conditions.append(to.when(to.chosen(one.id), then=then, show=_reason_of(one.id)))
    key = [
        to.chosen(one.id) if one.correct else to.make("not", to.chosen(one.id))
        for one in question.options
    ]
    conditions.append(to.when(to.make("and", *key), then=to.score("Set", FULL)))
    return conditions, {_reason_of(one.id): to_html(one.reason) for one in question.options}


def _numeric(to: _Conditions, question: Numeric) -> Rules:
    feedback = {CORRECT: to_html(question.reason)}
    conditions = []
    for number, one in enumerate(question.mistakes, 1):
        name = f"mistake-{number}_fb"
        conditions.append(to.when(to.between(one.value, one.tolerance), show=name))
        feedback[name] = to_html(one.reason)
    test = to.between(question.value, question.tolerance)
    conditions.append(to.when(test, then=to.score("Set", FULL), show=CORRECT))
    return conditions, feedback


def _order(to: _Conditions, question: Order) -> Rules:
    places = [to.chosen(one.id, index=str(at)) for at, one in enumerate(question.items, 1)]
    told = as_list((one.text, one.reason) for one in question.items)
    return [
        to.when(to.make.other(), show=GENERAL),
        to.when(to.make("and", *places), then=to.score("Set", FULL)),
    ], {GENERAL: told}


def _hotspot(to: _Conditions, question: Hotspot) -> Rules:
    conditions, feedback = [], {ELSEWHERE: to_html(question.elsewhere)}
    for one in question.regions:
        then = to.score("Set", FULL) if one.correct else None
        conditions.append(to.when(to.chosen(one.id), then=then, show=_reason_of(one.id)))
        feedback[_reason_of(one.id)] = to_html(one.reason)
    named = to.make("or", *(to.chosen(one.id) for one in question.regions))
    conditions.append(to.when(to.make("not", named), show=ELSEWHERE))
    return conditions, feedback


def _text(to: _Conditions, question: Text) -> Rules:
    return [to.when(to.make.other(), show=GENERAL)], {GENERAL: to_html(question.model_answer)}


_KINDS: dict[type, Callable[..., Rules]] = {
    Single: _single,
    Multiple: _multiple,
    Numeric: _numeric,
    Order: _order,
    Hotspot: _hotspot,
    Text: _text,
}

"""The bank's rules of scoring in QTI 2.1: the same points for the same answer.

`running_muscles.quiz.scoring` says what the rules are.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from lxml import etree

from running_muscles.classroom.interchange.html_text import to_html
from running_muscles.classroom.interchange.not_held import shares
from running_muscles.classroom.interchange.qti21_elements import (
    E,
    declared,
    html,
    identifier,
    put,
    value,
    variable,
    when,
)
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
from running_muscles.quiz.scoring import slack
from running_muscles.tables.typed_number import written

RESPONSE = "RESPONSE"
UNIT = "UNIT"
SCORE = "SCORE"
_FEEDBACK = "FEEDBACK"
_VALUE = "VALUE"
_TAU = "TAU"
_ELSEWHERE = "elsewhere"
_ALL = "all"


@dataclass(frozen=True, slots=True)
class Rules:
    """What an item declares, how it scores an answer, and what it then shows."""

    declarations: list[etree._Element]
    processing: etree._Element
    feedback: list[etree._Element]


def rules(question: Question) -> Rules:
    """Return the rules of a question; its kind makes feedback as HTML, by name."""
    declarations, steps, told = _KINDS[type(question)](question)
    many = "multiple" if isinstance(question, Multiple) else "single"
    outcomes = [
        declared(SCORE, "single", "float", "0"),
        declared("MAXSCORE", "single", "float", written(question.points)),
        declared(_FEEDBACK, many, "identifier"),
    ]
    responses = [one for one in declarations if one.tag.endswith("responseDeclaration")]
    others = [one for one in declarations if not one.tag.endswith("responseDeclaration")]
    feedback = [
        html(
            "modalFeedback",
            text,
            outcomeIdentifier=_FEEDBACK,
            identifier=name,
            showHide="show",
        )
        for name, text in told.items()
        if text
    ]
    return Rules([*responses, *outcomes, *others], E.responseProcessing(*steps), feedback)


_Made = tuple[list[etree._Element], list[etree._Element], dict[str, str]]


def _points(share: float) -> etree._Element:
    return value("float", f"{share:.12g}")


def _response(
    cardinality: str, kind: str, *parts: etree._Element, name: str = RESPONSE
) -> etree._Element:
    return E.responseDeclaration(*parts, identifier=name, cardinality=cardinality, baseType=kind)


def _right(names: list[str]) -> etree._Element:
    return E.correctResponse(*(E.value(identifier(name)) for name in names))


def _mapped(shares: dict[str, float], most: float) -> etree._Element:
    rows = (
        E.mapEntry(mapKey=identifier(name), mappedValue=f"{share:.12g}")
        for name, share in shares.items()
    )
    return E.mapping(*rows, lowerBound="0", upperBound=written(most), defaultValue="0")


def _is_right() -> etree._Element:
    return E.match(variable(RESPONSE), E.correct(identifier=RESPONSE))


def _single(question: Single) -> _Made:
    right = [one.id for one in question.options if one.correct]
    return (
        [_response("single", "identifier", _right(right))],
        [
            when(_is_right(), put(SCORE, _points(question.points))),
            *(
                when(
                    E.match(variable(RESPONSE), value("identifier", identifier(one.id))),
                    put(SCORE, _points(question.points * one.credit)),
                )
                for one in question.options
                if one.credit
            ),
            put(_FEEDBACK, variable(RESPONSE)),
        ],
        {identifier(one.id): to_html(one.reason) for one in question.options},
    )


def _multiple(question: Multiple) -> _Made:
    right = [one.id for one in question.options if one.correct]
    points = {name: question.points * share for name, share in shares(question).items()}
    answer = _response("multiple", "identifier", _right(right), _mapped(points, question.points))
    # Thirds do not add up to a whole: the right answer is asked for first.
    whole = put(SCORE, _points(question.points))
    part = put(SCORE, E.mapResponse(identifier=RESPONSE))
    return (
        [answer],
        [when(_is_right(), whole, part), put(_FEEDBACK, variable(RESPONSE))],
        {identifier(one.id): to_html(one.reason) for one in question.options},
    )


def _numeric(question: Numeric) -> _Made:
    made = [_response("single", "float", E.correctResponse(E.value(written(question.value))))]
    steps = [put(_VALUE, variable(RESPONSE))]
    if len(question.units) > 1:
        made.append(_response("single", "identifier", name=UNIT))
        for number, (_, factor) in enumerate(question.units):
            named = E.match(variable(UNIT), value("identifier", f"unit-{number}"))
            converted = E.product(variable(RESPONSE), value("float", written(factor)))
            steps.append(when(named, put(_VALUE, converted)))
    made.append(declared(_VALUE, "single", "float"))
    told = {}
    # The right number last, so that what it shows stands.
    for number, one in enumerate(reversed(question.mistakes)):
        told[f"mistake-{number}"] = to_html(one.reason)
        test = _near(one.value, one.tolerance)
        steps.append(when(test, put(_FEEDBACK, value("identifier", f"mistake-{number}"))))
    near = _near(question.value, question.tolerance)
    steps.append(when(near, put(SCORE, _points(question.points))))
    steps.append(
        when(
            _near(question.value, question.tolerance),
            put(_FEEDBACK, value("identifier", _ALL)),
        )
    )
    return made, steps, {**told, _ALL: to_html(question.reason)}


def _near(wanted: float, tolerance: float) -> etree._Element:
    width = written(tolerance + slack(wanted, tolerance))
    return E.equal(
        variable(_VALUE),
        value("float", written(wanted)),
        toleranceMode="absolute",
        tolerance=f"{width} {width}",
    )


def _order(question: Order) -> _Made:
    """Return Kendall's tau: pairs in the right order less the others, never below nothing."""
    names = [one.id for one in question.items]
    places = {name: f"PLACE-{number}" for number, name in enumerate(names, 1)}
    made = [_response("ordered", "identifier", _right(names))]
    made += [declared(place, "single", "integer", "0") for place in places.values()]
    made.append(declared(_TAU, "single", "float", "0"))
    steps = [
        when(
            E.match(E.index(variable(RESPONSE), n=str(at)), value("identifier", identifier(name))),
            put(place, value("integer", str(at))),
        )
        for name, place in places.items()
        for at in range(1, len(names) + 1)
    ]
    rank = question.ranks()
    pairs = [(one, two) for one, two in combinations(names, 2) if rank[one] != rank[two]]
    for first, second in pairs:
        steps.append(
            when(
                E.lt(variable(places[first]), variable(places[second])),
                put(_TAU, E.sum(variable(_TAU), value("float", "1"))),
                put(_TAU, E.sum(variable(_TAU), value("float", "-1"))),
            )
        )
    share = E.product(variable(_TAU), _points(question.points / len(pairs)))
    steps.append(when(E.gt(variable(_TAU), value("float", "0")), put(SCORE, share)))
    whole = _is_right()
    if question.any_order:
        whole = E.gt(variable(_TAU), value("float", f"{len(pairs) - 0.5}"))
    steps.append(when(whole, put(SCORE, _points(question.points))))
    steps.append(put(_FEEDBACK, value("identifier", _ALL)))
    return made, steps, {_ALL: as_list((one.text, one.reason) for one in question.items)}


def _hotspot(question: Hotspot) -> _Made:
    right = {one.id: question.points for one in question.regions if one.correct}
    named = E.multiple(*(value("identifier", identifier(one.id)) for one in question.regions))
    return (
        [_response("single", "identifier", _mapped(right, question.points))],
        [
            put(SCORE, E.mapResponse(identifier=RESPONSE)),
            when(
                E.member(variable(RESPONSE), named),
                put(_FEEDBACK, variable(RESPONSE)),
                put(_FEEDBACK, value("identifier", _ELSEWHERE)),
            ),
        ],
        {
            **{identifier(one.id): to_html(one.reason) for one in question.regions},
            _ELSEWHERE: to_html(question.elsewhere),
        },
    )


def _text(question: Text) -> _Made:
    shown = put(_FEEDBACK, value("identifier", _ALL))
    return [_response("single", "string")], [shown], {_ALL: to_html(question.model_answer)}


_KINDS: dict[type, Callable[[Any], _Made]] = {
    Single: _single,
    Multiple: _multiple,
    Numeric: _numeric,
    Order: _order,
    Hotspot: _hotspot,
    Text: _text,
}

"""Write questions as a QTI 2.1 package: a file for each item, a test, pictures and a manifest.

Elements and their order are those of the IMS QTI 2.1 information model. How an answer is scored
stands in `qti21_rules`: what the bank's rules give is what these give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lxml import etree

from running_muscles.classroom.interchange import body_picture, package, safe_xml
from running_muscles.classroom.interchange.carried import Bundle, Lost, Written, told_once
from running_muscles.classroom.interchange.html_text import line_to_html, to_html
from running_muscles.classroom.interchange.not_held import without
from running_muscles.classroom.interchange.qti21_elements import E, html, identifier, manifest
from running_muscles.classroom.interchange.qti21_rules import RESPONSE, UNIT, Rules, rules
from running_muscles.classroom.interchange.reasons import rubric_as_html
from running_muscles.quiz.questions import (
    Hotspot,
    Multiple,
    Numeric,
    Order,
    Question,
    Single,
    Text,
)

_TEST = "test.xml"
_PICTURES = "pictures"
_LETTERS_A_WORD = 7


def write(bundle: Bundle) -> Written:
    """Return the questions as a zip."""
    bundle = without(bundle, "QTI 2.1")
    items = {
        f"items/{question.id}.xml": safe_xml.written(_item(question))
        for question in bundle.questions
    }
    views = dict.fromkeys(one.view for one in bundle.questions if isinstance(one, Hotspot))
    pictures = {_picture(view): body_picture.png(view) for view in views}
    needs = {
        f"items/{question.id}.xml": [_picture(question.view)]
        for question in bundle.questions
        if isinstance(question, Hotspot)
    }
    listed = manifest(bundle.name, _TEST, list(items), list(pictures), needs)
    files = {
        package.MANIFEST: safe_xml.written(listed),
        _TEST: safe_xml.written(_test(bundle)),
        **items,
        **pictures,
    }
    fields = Lost("", "sources, objectives and levels", "QTI 2.1 items have no field for them")
    lost = [
        *bundle.lost,
        fields,
        *(one for question in bundle.questions for one in _lost(question)),
    ]
    return Written(package.zipped(files), told_once(lost))


def _picture(view: str) -> str:
    return f"{_PICTURES}/{body_picture.file_name(view)}"


def _test(bundle: Bundle) -> etree._Element:
    sections = [
        E.assessmentSection(
            # Each student gets one question of a slot.
            E.selection(select="1"),
            *(
                E.assessmentItemRef(identifier=identifier(one.id), href=f"items/{one.id}.xml")
                for one in questions
            ),
            identifier=f"slot-{slot or bundle.name}",
            title=slot or bundle.name,
            visible="false",
        )
        for slot, questions in bundle.by_slot().items()
    ]
    part = E.testPart(
        *sections, identifier="part", navigationMode="nonlinear", submissionMode="simultaneous"
    )
    return E.assessmentTest(part, identifier=f"quiz-{bundle.name}", title=bundle.title)


def _item(question: Question) -> etree._Element:
    made: Rules = rules(question)
    return E.assessmentItem(
        *made.declarations,
        E.itemBody(*_BODIES[type(question)](question)),
        made.processing,
        *made.feedback,
        identifier=identifier(question.id),
        title=question.id,
        adaptive="false",
        timeDependent="false",
    )


def _prompt(question: Question) -> etree._Element:
    return html("div", to_html(question.stem))


def _choices(question: Single | Multiple) -> list[etree._Element]:
    rows = (
        html("simpleChoice", line_to_html(one.text), identifier=identifier(one.id))
        for one in question.options
    )
    most = "1" if isinstance(question, Single) else "0"
    choice = E.choiceInteraction(
        *rows, responseIdentifier=RESPONSE, shuffle="true", maxChoices=most
    )
    return [_prompt(question), choice]


def _numeric(question: Numeric) -> list[etree._Element]:
    box = E.textEntryInteraction(responseIdentifier=RESPONSE, expectedLength="8")
    if len(question.units) < 2:
        line = E.p(box)
        box.tail = f" {question.unit}" if question.unit else ""
        return [_prompt(question), line]
    units = (
        E.inlineChoice(unit, identifier=f"unit-{number}")
        for number, (unit, _) in enumerate(question.units)
    )
    chosen = E.inlineChoiceInteraction(*units, responseIdentifier=UNIT, shuffle="false")
    return [_prompt(question), E.p(box, chosen)]


def _order(question: Order) -> list[etree._Element]:
    # By id, which a rule of the bank keeps from being the right order.
    rows = (
        html("simpleChoice", line_to_html(one.text), identifier=identifier(one.id))
        for one in sorted(question.items, key=lambda item: item.id)
    )
    order = E.orderInteraction(*rows, responseIdentifier=RESPONSE, shuffle="true")
    return [_prompt(question), order]


def _hotspot(question: Hotspot) -> list[etree._Element]:
    width, height = body_picture.size(question.view)
    picture = E.object(
        data=f"../{_picture(question.view)}",
        type="image/png",
        width=str(width),
        height=str(height),
    )
    # All of them, so that none is given away; where two meet, the upper one comes first.
    places = (
        E.hotspotChoice(
            identifier=identifier(region),
            shape="poly",
            coords=",".join(f"{x},{y}" for x, y in body_picture.outline(question.view, [region])),
        )
        for region in reversed(body_picture.regions(question.view))
    )
    click = E.hotspotInteraction(picture, *places, responseIdentifier=RESPONSE, maxChoices="1")
    return [_prompt(question), click]


def _text(question: Text) -> list[etree._Element]:
    criteria = "".join(f"<li>{line_to_html(line.criterion)}</li>" for line in question.rubric)
    limit = f"<p>At most {question.max_words} words. What counts:</p><ul>{criteria}</ul>"
    letters = str(question.max_words * _LETTERS_A_WORD)
    return [
        _prompt(question),
        html("rubricBlock", limit, view="candidate"),
        html("rubricBlock", rubric_as_html(question), view="scorer"),
        E.extendedTextInteraction(responseIdentifier=RESPONSE, expectedLength=letters),
    ]


def _lost(question: Question) -> Iterable[Lost]:
    if isinstance(question, Text):
        yield Lost(
            question.id,
            "that the limit of words is kept; it is only said",
            "QTI 2.1 counts letters, and as a hint",
        )


_BODIES: dict[type, Callable[[Any], list[etree._Element]]] = {
    Single: _choices,
    Multiple: _choices,
    Numeric: _numeric,
    Order: _order,
    Hotspot: _hotspot,
    Text: _text,
}

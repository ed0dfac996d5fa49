"""Write questions as a QTI 1.2 package, in the shape that Canvas and others import.

Items, conditions and feedback are those of IMS QTI ASI 1.2.1; the fields `question_type` and
`points_possible` are Canvas's. `qti12_reader` reads it back. Scores run from 0 to 100, as Canvas
writes them; the points stand in `points_possible`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from running_muscles.classroom.interchange import body_picture, package, qti12_rules, safe_xml
from running_muscles.classroom.interchange.carried import Bundle, Lost, Written, told_once
from running_muscles.classroom.interchange.html_text import (
    answer_in,
    how_to_answer,
    line_to_html,
    to_html,
)
from running_muscles.classroom.interchange.not_held import without
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
from running_muscles.tables.typed_number import written

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_E: Any = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
_CP = "http://www.imsglobal.org/xsd/imscp_v1p1"
_M: Any = ElementMaker(namespace=_CP, nsmap={None: _CP})
KINDS: dict[type, str] = {
    Single: "multiple_choice_question",
    Multiple: "multiple_answers_question",
    Numeric: "numerical_question",
    Order: "ordering_question",
    Hotspot: "hot_spot_question",
    Text: "essay_question",
}
# The numbers of one choice, in the attributes of the answer.
_CARDINALITY: dict[type, str] = {Multiple: "Multiple", Order: "Ordered"}


def write(bundle: Bundle) -> Written:
    """Return the questions as a zip: the items, the pictures that they need, and a manifest."""
    bundle = without(bundle, "QTI 1.2")
    sections = [
        _section(slot or bundle.name, questions) for slot, questions in bundle.by_slot().items()
    ]
    test = _E.questestinterop(
        _E.assessment(
            _E.section(*sections, ident="root_section"), ident=bundle.name, title=bundle.title
        )
    )
    views = dict.fromkeys(one.view for one in bundle.questions if isinstance(one, Hotspot))
    items = f"{bundle.name}/{bundle.name}.xml"
    pictures = {
        f"{bundle.name}/{body_picture.file_name(view)}": body_picture.png(view) for view in views
    }
    manifest = _manifest(bundle.name, items, list(pictures))
    files = {package.MANIFEST: safe_xml.written(manifest), items: safe_xml.written(test)}
    lost = [*bundle.lost, *(one for question in bundle.questions for one in _lost(question))]
    return Written(package.zipped(files | pictures), told_once(lost))


def _manifest(name: str, items: str, pictures: list[str]) -> etree._Element:
    resource = _M.resource(
        *(_M.file(href=path) for path in [items, *pictures]),
        identifier=f"{name}-items",
        type="imsqti_xmlv1p2",
        href=items,
    )
    return _M.manifest(
        _M.metadata(_M.schema("IMS Content"), _M.schemaversion("1.1.3")),
        _M.organizations(),
        _M.resources(resource),
        identifier=name,
    )


def _section(slot: str, questions: list[Question]) -> etree._Element:
    """Return the items of a slot, of which each student gets one."""
    pick = _E.selection(
        _E.selection_number("1"),
        _E.selection_extension(_E.points_per_item(written(questions[0].points))),
    )
    return _E.section(_E.selection_ordering(pick), *map(_item, questions), ident=slot, title=slot)


def _item(question: Question) -> etree._Element:
    fields = {
        "question_type": KINDS[type(question)],
        "points_possible": written(question.points),
        "objective": question.objective,
        "level": question.level,
        "sources": " ".join(question.sources),
    }
    if isinstance(question, Text):
        fields["max_words"] = str(question.max_words)
    rows = [
        _E.qtimetadatafield(_E.fieldlabel(name), _E.fieldentry(value))
        for name, value in fields.items()
    ]
    rubric = (
        [_E.itemrubric(_material(rubric_as_html(question)), view="Scorer")]
        if isinstance(question, Text)
        else []
    )
    processing, feedback = qti12_rules.rules(_E, question)
    return _E.item(
        _E.itemmetadata(_E.qtimetadata(*rows)),
        *rubric,
        _presentation(question),
        processing,
        *(_feedback(name, content) for name, content in feedback.items()),
        ident=question.id,
        title=question.id,
    )


def _presentation(question: Question) -> etree._Element:
    unit = answer_in(question.unit) if isinstance(question, Numeric) else ""
    stem = _material(to_html(question.stem) + how_to_answer(unit))
    if isinstance(question, Numeric | Text):
        kind = {"fibtype": "Decimal"} if isinstance(question, Numeric) else {}
        box = _E.render_fib(_E.response_label(ident="answer1"), **kind)
        answer = _E.response_str(box, ident=qti12_rules.RESPONSE, rcardinality="Single")
        return _E.presentation(stem, answer)
    body = _map(question) if isinstance(question, Hotspot) else _list(question)
    cardinality = _CARDINALITY.get(type(question), "Single")
    answer = _E.response_lid(body, ident=qti12_rules.RESPONSE, rcardinality=cardinality)
    return _E.presentation(stem, answer)


def _list(question: Any) -> etree._Element:
    rows = list(question.items if isinstance(question, Order) else question.options)
    if isinstance(question, Order):
        # By id, which a rule of the bank keeps from being the right order.
        rows.sort(key=lambda item: item.id)
    labels = (_E.response_label(_material(line_to_html(row.text)), ident=row.id) for row in rows)
    return _E.render_choice(*labels, shuffle="Yes")


def _map(question: Hotspot) -> etree._Element:
    """Return the picture with every region of the view, so that none is given away."""
    width, height = body_picture.size(question.view)
    picture = _E.matimage(
        imagtype="image/png",
        uri=body_picture.file_name(question.view),
        width=str(width),
        height=str(height),
    )
    labels = (
        _E.response_label(_flat(question.view, region), ident=region, rarea="Bounded")
        for region in body_picture.regions(question.view)
    )
    return _E.render_hotspot(_E.material(picture), *labels)


def _flat(view: str, region: str) -> str:
    return ",".join(f"{x},{y}" for x, y in body_picture.outline(view, [region]))


def _material(html: str) -> etree._Element:
    return _E.material(_E.mattext(html, texttype="text/html"))


def _feedback(name: str, html: str) -> etree._Element:
    return _E.itemfeedback(_E.flow_mat(_material(html)), ident=name)


def _lost(question: Question) -> Iterable[Lost]:
    if isinstance(question, Numeric) and len(question.units) > 1:
        others = ", ".join(unit for unit, _ in question.units if unit != question.unit)
        yield Lost(question.id, f"an answer in {others}", "QTI 1.2 knows no units")
    if isinstance(question, Numeric) and question.mistakes:
        yield Lost(
            question.id,
            "for Canvas, the reasons of wrong numbers; the file holds them",
            "Canvas shows a reason for right and wrong alone",
        )
    if isinstance(question, Order):
        yield Lost(
            question.id,
            "partial credit by Kendall's tau; it is all or nothing there",
            "QTI 1.2 cannot compare the places of two items",
        )
    if isinstance(question, Hotspot):
        yield Lost(
            question.id,
            "for Canvas's Classic Quizzes, the whole question; the file holds it",
            "they have no kind for clicks on a picture",
        )
    if isinstance(question, Text):
        yield Lost(
            question.id,
            "for Canvas, the rubric; the file holds it for who marks",
            "Canvas keeps rubrics apart from quizzes",
        )

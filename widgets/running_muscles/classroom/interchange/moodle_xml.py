"""Write questions as Moodle XML, one category for each slot.

The elements and their order are those of Moodle's own exporter (``question/format/xml``, and each
question type's ``export_to_xml``). `moodle_xml_reader` reads them back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lxml import etree

from running_muscles.classroom.interchange import moodle_gaps, moodle_markers, safe_xml
from running_muscles.classroom.interchange.carried import Bundle, Lost, Written, told_once
from running_muscles.classroom.interchange.html_text import (
    as_words,
    how_to_answer,
    line_to_html,
    to_html,
)
from running_muscles.classroom.interchange.moodle_elements import put, put_html, put_text
from running_muscles.classroom.interchange.not_held import shares, without
from running_muscles.classroom.interchange.reasons import as_list, rubric_as_html
from running_muscles.quiz.by_row import Gaps, Labels, Match, rows_of
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

# Moodle's nearest to Kendall's tau, and what a wrong unit costs: the whole mark.
ORDER_GRADING = "RELATIVE_ALL_PREVIOUS_AND_NEXT"
UNIT_FROM_LIST = "2"
NO_UNIT = "3"
_SHARE = 100
_LONGEST_TAG = 50


def write(bundle: Bundle) -> Written:
    """Return the questions as a Moodle XML file."""
    bundle = without(bundle, "Moodle XML", held=(Match, Gaps, Labels))
    root = etree.Element("quiz")
    lost = list(bundle.lost)
    for slot, questions in bundle.by_slot().items():
        category = etree.SubElement(root, "question", type="category")
        put_text(category, "category", f"$course$/top/{bundle.title}/{slot or bundle.name}")
        for question in questions:
            root.append(_question(question))
            lost += _lost(question)
    return Written(safe_xml.written(root), told_once(lost))


def _question(question: Question) -> etree._Element:
    kind, fill = _KINDS[type(question)]
    element = etree.Element("question", type=kind)
    put_text(element, "name", question.id)
    how = _HOW.get(type(question), "")
    put_html(element, "questiontext", moodle_gaps.stem_of(question) + how_to_answer(how))
    general = _GENERAL.get(type(question), lambda _: "")
    put_html(element, "generalfeedback", general(question))
    put(element, "defaultgrade", written(question.points))
    put(element, "penalty", "0")
    put(element, "hidden", "0")
    put(element, "idnumber", question.id)
    fill(element, question)
    tags = etree.SubElement(element, "tags")
    for tag in _tags(question):
        put_text(tags, "tag", tag)
    return element


def _tags(question: Question) -> list[str]:
    about = (f"objective:{question.objective}", f"level:{question.level}")
    every = [*about, *(f"source:{source}" for source in question.sources)]
    return [tag for tag in every if len(tag) <= _LONGEST_TAG and not tag.endswith(":")]


def _choices(element: etree._Element, question: Single | Multiple) -> None:
    single = isinstance(question, Single)
    put(element, "single", "true" if single else "false")
    put(element, "shuffleanswers", "true")
    put(element, "answernumbering", "none")
    share = shares(question)
    for option in question.options:
        _answer(element, _SHARE * share[option.id], line_to_html(option.text), option.reason)


def _numeric(element: etree._Element, question: Numeric) -> None:
    answers = [(_SHARE, question.value, question.tolerance, question.reason)]
    answers += [(0, each.value, each.tolerance, each.reason) for each in question.mistakes]
    for share, value, tolerance, reason in answers:
        answer = _answer(element, share, written(value), reason, plain=True)
        put(answer, "tolerance", written(tolerance))
    named = [(unit, factor) for unit, factor in question.units if unit]
    if named:
        units = etree.SubElement(element, "units")
        for unit, factor in named:
            one = etree.SubElement(units, "unit")
            # Moodle multiplies the right answer, where the bank multiplies the given one.
            put(one, "multiplier", written(1 / factor))
            put(one, "unit_name", unit)
    put(element, "unitgradingtype", "1" if named else "0")
    put(element, "unitpenalty", "1" if named else "0")
    put(element, "showunits", UNIT_FROM_LIST if named else NO_UNIT)
    put(element, "unitsleft", "0")


def _order(element: etree._Element, question: Order) -> None:
    for name, value in (
        ("layouttype", "VERTICAL"),
        ("selecttype", "ALL"),
        ("selectcount", "0"),
        ("gradingtype", ORDER_GRADING),
        ("showgrading", "SHOW"),
        ("numberingstyle", "none"),
    ):
        put(element, name, value)
    for place, item in enumerate(question.items, 1):
        _answer(element, place, line_to_html(item.text), "")


def _match(element: etree._Element, question: Match) -> None:
    put(element, "shuffleanswers", "true")
    texts = {choice.id: as_words(choice.text) for choice in question.choices}
    left = {choice: "" for choice in texts}
    for row in question.rows:
        left.pop(row.answer, None)
    pairs = [(line_to_html(row.text), texts[row.answer]) for row in question.rows]
    # A choice that belongs to no row is a pair without a left side there.
    for text, answer in [*pairs, *(("", texts[choice]) for choice in left)]:
        part = etree.SubElement(element, "subquestion", format="html")
        put(part, "text", text)
        put_text(part, "answer", answer)


def _essay(element: etree._Element, question: Text) -> None:
    for name, value in (
        ("responseformat", "plain"),
        ("responserequired", "1"),
        ("responsefieldlines", "10"),
        ("minwordlimit", ""),
        ("maxwordlimit", str(question.max_words)),
        ("attachments", "0"),
        ("attachmentsrequired", "0"),
    ):
        put(element, name, value)
    put_html(element, "graderinfo", rubric_as_html(question))
    put_html(element, "responsetemplate", "")


def _answer(
    element: etree._Element, share: float, text: str, reason: str, plain: bool = False
) -> etree._Element:
    kind = "plain_text" if plain else "html"
    answer = etree.SubElement(element, "answer", fraction=f"{share:.7g}", format=kind)
    put(answer, "text", text)
    put_html(answer, "feedback", to_html(reason))
    return answer


def _lost(question: Question) -> Iterable[Lost]:
    left = [tag for tag in (f"source:{one}" for one in question.sources) if len(tag) > _LONGEST_TAG]
    if left:
        yield Lost(question.id, "a long source", f"a tag has {_LONGEST_TAG} letters at most")
    if isinstance(question, Order):
        yield Lost(
            question.id,
            "partial credit by Kendall's tau; a half-right order earns more there",
            "Moodle counts the pairs in the right order and takes nothing off for the others",
        )
    if isinstance(question, Match | Gaps | Labels):
        yield Lost(
            question.id,
            "a word of its own for each line; all of them are shown together",
            "Moodle has one text for the whole question",
        )
    if isinstance(question, Hotspot):
        yield Lost(
            question.id,
            "a word of its own for each wrong place; all of them are shown together",
            "Moodle's markers have one text for every wrong place",
        )
    if isinstance(question, Text):
        yield Lost(
            question.id,
            "criteria that a student sees beforehand; they stand in the notes for who marks",
            "a Moodle essay has no rubric",
        )


def _steps(question: Any) -> str:
    return as_list((item.text, item.reason) for item in question.items)


def _rows(question: Any) -> str:
    return as_list((row.text, row.reason) for row in rows_of(question))


_KINDS: dict[type, tuple[str, Callable[..., None]]] = {
    Single: ("multichoice", _choices),
    Multiple: ("multichoice", _choices),
    Numeric: ("numerical", _numeric),
    Order: ("ordering", _order),
    Hotspot: ("ddmarker", moodle_markers.hotspot),
    Text: ("essay", _essay),
    Match: ("matching", _match),
    Gaps: ("gapselect", moodle_gaps.fill),
    Labels: ("ddmarker", moodle_markers.labels),
}
_HOW = {
    Hotspot: f"Drag the mark “{moodle_markers.HERE}” to the place.",
    Labels: "Drag each name to its place.",
}
_GENERAL: dict[type, Callable[[Any], str]] = {
    Order: _steps,
    Match: _rows,
    Gaps: moodle_gaps.told,
    Labels: moodle_markers.told,
    Text: lambda question: to_html(question.model_answer),
}

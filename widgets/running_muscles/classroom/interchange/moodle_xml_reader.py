"""Read questions from Moodle XML; `moodle_xml` writes them."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from lxml import etree

from running_muscles.classroom.interchange import (
    moodle_gaps,
    moodle_markers,
    reasons,
    safe_xml,
)
from running_muscles.classroom.interchange.carried import InterchangeError, Read
from running_muscles.classroom.interchange.collector import (
    MOST_QUESTIONS,
    Collector,
    common,
    slug,
)
from running_muscles.classroom.interchange.moodle_elements import marked, marked_at, text_at
from running_muscles.quiz.questions import Mistake, Numeric, Text

_WORDS = 120
_OURS = ("objective", "level", "source")


def read(content: bytes, name: str) -> Read:
    """Return the questions of a Moodle XML file.

    Raises
    ------
    InterchangeError
        When it cannot be read at all.
    """
    root = safe_xml.parse(content, name)
    if root.tag != "quiz":
        raise InterchangeError(
            f"{name}: this is not Moodle XML: its outermost element is {root.tag!r}, not 'quiz'."
            " In Moodle choose Question bank, Export, Moodle XML format."
        )
    found = root.findall("question")
    if len(found) > MOST_QUESTIONS:
        raise InterchangeError(f"{name}: more than {MOST_QUESTIONS} questions. Export a category.")
    into, slot = Collector(), ""
    for element in found:
        kind = element.get("type", "")
        if kind == "category":
            slot = slug(text_at(element, "category/text").rstrip("/").split("/")[-1])
            continue
        _read_one(into, element, kind, slot)
    return into.done()


def _read_one(into: Collector, element: etree._Element, kind: str, slot: str) -> None:
    label = text_at(element, "idnumber") or text_at(element, "name/text")
    reader = _KINDS.get(kind)
    if reader is None:
        into.lose(label[:60], "the whole question", f"the bank has no kind like {kind!r}")
        return
    name = into.new_id(label)
    tags = [tag.split(":", 1) for tag in _tags(element) if tag.split(":", 1)[0] in _OURS]
    about = common(
        name,
        marked_at(into, name, element, "questiontext"),
        _number(text_at(element, "defaultgrade"), 1.0),
        slot=slot,
        objective=next((value for key, value in tags if key == "objective"), ""),
        level=next((value for key, value in tags if key == "level"), ""),
        sources=tuple(value for key, value in tags if key == "source"),
    )
    reader(into, element, about)
    if element.find("hint") is not None:
        into.lose(name, "hints", "a graded quiz is answered once")


def _choices(into: Collector, element: etree._Element, about: dict[str, Any]) -> None:
    rows = [
        (
            marked(into, about["id"], answer, one_line=True),
            marked_at(into, about["id"], answer, "feedback"),
            _share(answer),
        )
        for answer in element.findall("answer")
    ]
    _say_general(into, element, about)
    into.choice(about, rows, single=text_at(element, "single") not in ("false", "0"))


def _true_false(into: Collector, element: etree._Element, about: dict[str, Any]) -> None:
    rows = [
        (
            text_at(answer, "text").capitalize(),
            marked_at(into, about["id"], answer, "feedback"),
            _share(answer),
        )
        for answer in element.findall("answer")
    ]
    _say_general(into, element, about)
    into.choice(about, rows, single=True)


def _numeric(into: Collector, element: etree._Element, about: dict[str, Any]) -> None:
    name = about["id"]
    read: list[tuple[float, float, float, str]] = []
    for answer in element.findall("answer"):
        value = _number(text_at(answer, "text"), math.nan)
        reason = marked_at(into, name, answer, "feedback")
        if math.isfinite(value):
            tolerance = _number(text_at(answer, "tolerance"), 0.0)
            read.append((_share(answer), value, tolerance, reason))
        elif reason:
            into.lose(name, "the text for any other number", "the bank has none for it")
    right = [one for one in read if one[0] >= 1]
    if not right:
        into.lose(name, "the whole question", "no number of it earns all points")
        return
    for share, value, _, _ in [*right[1:], *(one for one in read if 0 < one[0] < 1)]:
        into.lose(
            name, f"the {100 * share:g} % that {value:g} earns", "the bank has one right number"
        )
    units = _units(element)
    _say_general(into, element, about)
    into.questions.append(
        Numeric(
            **about,
            value=right[0][1],
            tolerance=right[0][2],
            reason=right[0][3],
            unit=next((unit for unit, factor in units if factor == 1), ""),
            units=units or (("", 1.0),),
            mistakes=tuple(Mistake(*one[1:]) for one in read if one[0] <= 0),
        )
    )


def _units(element: etree._Element) -> tuple[tuple[str, float], ...]:
    found = []
    for unit in element.findall("units/unit"):
        multiplier = _number(text_at(unit, "multiplier"), 1.0) or 1.0
        found.append((text_at(unit, "unit_name"), float(f"{1 / multiplier:.12g}")))
    return tuple(found)


def _order(into: Collector, element: etree._Element, about: dict[str, Any]) -> None:
    name = about["id"]
    general = text_at(element, "generalfeedback/text")
    told = dict(reasons.of_list(general))
    answers = sorted(element.findall("answer"), key=_share)
    rows = []
    for answer in answers:
        text = marked(into, name, answer, one_line=True)
        rows.append((text, told.get(text, "")))
    if general.strip() and not told:
        _say_general(into, element, about)
    into.lose(name, "its way of grading", "the bank grades an order by Kendall's tau")
    into.order(about, rows)


def _match(into: Collector, element: etree._Element, about: dict[str, Any]) -> None:
    name = about["id"]
    pairs = [
        (
            marked(into, name, part, one_line=True),
            into.line(name, text_at(part, "answer/text"), "plain"),
        )
        for part in element.findall("subquestion")
    ]
    told = dict(reasons.of_list(text_at(element, "generalfeedback/text")))
    if not told:
        _say_general(into, element, about)
    into.match(about, pairs, told)


def _essay(into: Collector, element: etree._Element, about: dict[str, Any]) -> None:
    rubric, model = reasons.rubric_of(text_at(element, "graderinfo/text"))
    words = _number(text_at(element, "maxwordlimit"), 0.0)
    if not words:
        into.lose(about["id"], "an answer of any length", f"{_WORDS} words are taken for the most")
    model = model or marked_at(into, about["id"], element, "generalfeedback")
    into.questions.append(
        Text(**about, max_words=int(words or _WORDS), rubric=rubric, model_answer=model)
    )


def _say_general(into: Collector, element: etree._Element, about: dict[str, Any]) -> None:
    if text_at(element, "generalfeedback/text"):
        into.lose(
            about["id"], "the text for everybody", "in the bank each choice has its own reason"
        )


def _tags(element: etree._Element) -> list[str]:
    return [(tag.text or "").strip() for tag in element.findall("tags/tag/text")]


def _share(answer: etree._Element) -> float:
    return _number(answer.get("fraction", "0"), 0.0) / 100


def _number(text: str, otherwise: float) -> float:
    try:
        value = float(text)
    except ValueError:
        return otherwise
    return value if math.isfinite(value) else otherwise


_KINDS: dict[str, Callable[..., None]] = {
    "multichoice": _choices,
    "truefalse": _true_false,
    "numerical": _numeric,
    "ordering": _order,
    "matching": _match,
    "ddmarker": moodle_markers.read,
    "essay": _essay,
    "gapselect": moodle_gaps.read,
}

"""Read questions from QTI 1.2, alone or in a package; `qti12` writes them."""

from __future__ import annotations

import math
from collections.abc import Callable

from lxml import etree

from running_muscles.classroom.interchange import hotspots, package, reasons, safe_xml
from running_muscles.classroom.interchange.carried import InterchangeError, Read
from running_muscles.classroom.interchange.collector import MOST_QUESTIONS, Collector
from running_muscles.classroom.interchange.html_text import unit_told
from running_muscles.classroom.interchange.qti12_item import (
    Condition,
    Item,
    fields_of,
    html_in,
    number,
)
from running_muscles.quiz.questions import Hotspot, Mistake, Numeric, Region, Text

_WORDS = 120


def read(content: bytes, name: str) -> Read:
    """Return the questions of a QTI 1.2 file or package.

    Raises
    ------
    InterchangeError
        When it cannot be read at all, or holds no items of QTI 1.2.
    """
    into = Collector()
    is_package = content[:2] == b"PK"
    files = package.xml_files(content, name) if is_package else {name: content}
    items = 0
    for path, text in files.items():
        root = safe_xml.parse(text, f"{name}, {path}" if is_package else name)
        if safe_xml.local(root) != "questestinterop":
            continue
        safe_xml.without_namespaces(root)
        for item in root.iter("item"):
            items += 1
            if items > MOST_QUESTIONS:
                raise InterchangeError(f"{name}: more than {MOST_QUESTIONS} questions. Split it.")
            _read_one(into, item)
    if not items:
        raise InterchangeError(
            f"{name}: no question of QTI 1.2 stands in it. Export as QTI 1.2, not as 2.x or 3."
        )
    return into.done()


def _read_one(into: Collector, item: etree._Element) -> None:
    answers = [
        one for one in item.iter() if one.tag in ("response_lid", "response_str", "response_num")
    ]
    label = item.get("title") or item.get("ident") or "an item"
    reader = _kind(item, answers)
    if reader is None:
        kind = dict(fields_of(item)).get("question_type", "")
        into.lose(label[:60], "the whole question", f"the bank has no kind like {kind or 'this'!r}")
        return
    reader(Item(into, item))


def _kind(item: etree._Element, answers: list[etree._Element]) -> Callable[[Item], None] | None:
    kind = dict(fields_of(item)).get("question_type", "")
    grouped = len(answers) != 1 or item.find(".//response_grp") is not None
    if grouped or kind == "short_answer_question":
        return None
    [answer] = answers
    if answer.tag == "response_lid":
        if answer.find(".//render_hotspot") is not None:
            return _hotspot
        if answer.get("rcardinality") == "Ordered":
            return _order
        several = answer.get("rcardinality") == "Multiple"
        return _multiple if several else _single
    numbers = (
        item.find(".//vargte") is not None or answer.find(".//render_fib[@fibtype]") is not None
    )
    if numbers or kind == "numerical_question":
        return _numeric
    return None if item.find(".//varequal") is not None else _text


def _single(one: Item) -> None:
    about = one.about()
    shares: dict[str, float] = {}
    for condition in one.conditions:
        for choice in condition.chosen:
            shares[choice] = max(shares.get(choice, 0.0), condition.score / one.full)
    rows = [
        (one.into.line(one.name, text), one.reason_of(name), shares.get(name, 0.0))
        for name, text in one.labels()
    ]
    _say_general(one)
    one.into.choice(about, rows, single=True)


def _multiple(one: Item) -> None:
    about = one.about()
    added: dict[str, float] = {}
    whole: set[str] = set()
    for condition in one.conditions:
        if condition.action in ("Add", "Subtract") and len(condition.chosen) == 1:
            sign = -1 if condition.action == "Subtract" else 1
            [choice] = condition.chosen
            added[choice] = added.get(choice, 0.0) + sign * condition.score / one.full
        elif condition.score >= one.full:
            whole |= set(condition.chosen)
    if not added:
        one.into.lose(
            one.name, "all or nothing", "the bank gives partial credit for choosing several"
        )
        labels = [name for name, _ in one.labels()]
        wrong = max(1, len(labels) - len(whole))
        added = {name: 1 / len(whole) if name in whole else -1 / wrong for name in labels}
    rows = [
        (one.into.line(one.name, text), one.reason_of(name), added.get(name, 0.0))
        for name, text in one.labels()
    ]
    _say_general(one)
    one.into.choice(about, rows, single=False)


def _numeric(one: Item) -> None:
    about = one.about()
    numbers = [condition for condition in one.conditions if math.isfinite(condition.low)]
    right = [condition for condition in numbers if condition.score >= one.full]
    if not right:
        one.into.lose(one.name, "the whole question", "no number of it earns all points")
        return
    for condition in [*right[1:], *(each for each in numbers if 0 < each.score < one.full)]:
        one.into.lose(
            one.name,
            f"the credit for {condition.low:g} to {condition.high:g}",
            "the bank has one right number",
        )
    _say_general(one)
    unit = unit_told(one.stem())
    value, tolerance = _middle(right[0])
    one.into.questions.append(
        Numeric(
            **about,
            value=value,
            tolerance=tolerance,
            unit=unit,
            units=((unit, 1.0),),
            reason=one.reason(*right[0].shows, "correct_fb"),
            mistakes=tuple(
                Mistake(*_middle(each), one.reason(*each.shows))
                for each in numbers
                if each.score <= 0
            ),
        )
    )


def _middle(condition: Condition) -> tuple[float, float]:
    value = (condition.low + condition.high) / 2
    return float(f"{value:.12g}"), float(f"{condition.high - value:.12g}")


def _order(one: Item) -> None:
    about = one.about()
    places = next((each.places for each in one.conditions if each.places), {})
    texts = dict(one.labels())
    if set(places) != set(texts):
        one.into.lose(one.name, "the whole question", "it does not say which order is right")
        return
    told = dict(reasons.of_list(one.feedback.get("general_fb", "")))
    rows = []
    for name in sorted(places, key=lambda each: int(places[each])):
        text = one.into.line(one.name, texts[name])
        rows.append((text, told.get(text, "")))
    one.into.order(about, rows)


def _hotspot(one: Item) -> None:
    about = one.about()
    picture = one.item.find(".//matimage")
    view = hotspots.view_of(picture.get("uri", "")) if picture is not None else ""
    if not view:
        one.into.lose(
            one.name, "the whole question", "its picture is not the body map of the course"
        )
        return
    regions = tuple(
        Region(each.chosen[0], each.score >= one.full, one.reason(*each.shows))
        for each in one.conditions
        if len(each.chosen) == 1 and not each.refused
    )
    elsewhere = one.reason("elsewhere_fb")
    one.into.questions.append(Hotspot(**about, view=view, regions=regions, elsewhere=elsewhere))


def _text(one: Item) -> None:
    about = one.about()
    rubric, model = reasons.rubric_of(
        "".join(html_in(each) for each in one.item.findall("itemrubric"))
    )
    words = number(one.fields.get("max_words", ""), 0.0)
    if not words:
        one.into.lose(one.name, "an answer of any length", f"{_WORDS} words are taken for the most")
    one.into.questions.append(
        Text(
            **about,
            max_words=int(words or _WORDS),
            rubric=rubric,
            model_answer=model or one.reason("general_fb"),
        )
    )


def _say_general(one: Item) -> None:
    if one.feedback.get("general_fb"):
        one.into.lose(
            one.name, "the text for everybody", "in the bank each choice has its own reason"
        )


_BY_CARDINALITY: dict[str, Callable[[Item], None]] = {"Ordered": _order, "Multiple": _multiple}

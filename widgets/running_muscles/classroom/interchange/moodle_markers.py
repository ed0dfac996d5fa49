"""Places on the body as Moodle's “drag and drop markers”, and back: a hotspot has one marker."""

from __future__ import annotations

import base64
from typing import Any

from lxml import etree

from running_muscles.classroom.interchange import body_picture, hotspots, reasons
from running_muscles.classroom.interchange.collector import Collector
from running_muscles.classroom.interchange.html_text import as_words, to_html
from running_muscles.classroom.interchange.moodle_elements import marked_at, put, put_html, text_at
from running_muscles.quiz.by_row import Label, Labels
from running_muscles.quiz.questions import Hotspot, Region

HERE = "here"


def hotspot(element: etree._Element, question: Hotspot) -> None:
    """Write a hotspot: one marker, and one outline around every right region."""
    right = [region for region in question.regions if region.correct]
    wrong = [region for region in question.regions if not region.correct]
    elsewhere = to_html(question.elsewhere) + reasons.as_list(hotspots.grouped(wrong))
    _feedback(element, reasons.as_list(hotspots.grouped(right)), elsewhere)
    _picture(element, question.view, [(HERE, [region.id for region in right])])


def labels(element: etree._Element, question: Labels) -> None:
    """Write labels: a marker for each, and an outline around its regions."""
    _feedback(element, "", to_html(question.elsewhere))
    marks = [(as_words(label.text), list(label.regions)) for label in question.labels]
    _picture(element, question.view, marks)


def told(question: Labels) -> str:
    """Return the reason of each label, by its name."""
    return reasons.as_list((label.text, label.reason) for label in question.labels)


def _feedback(element: etree._Element, right: str, wrong: str) -> None:
    for name, text in (
        ("correctfeedback", right),
        ("partiallycorrectfeedback", ""),
        ("incorrectfeedback", wrong),
    ):
        put_html(element, name, text)


def _picture(element: etree._Element, view: str, marks: list[tuple[str, list[str]]]) -> None:
    picture = etree.SubElement(
        element, "file", name=body_picture.file_name(view), path="/", encoding="base64"
    )
    picture.text = base64.b64encode(body_picture.png(view)).decode("ascii")
    for number, (text, _) in enumerate(marks, 1):
        drag = etree.SubElement(element, "drag")
        for name, value in (("no", str(number)), ("text", text)):
            put(drag, name, value)
    for number, (_, regions) in enumerate(marks, 1):
        drop = etree.SubElement(element, "drop")
        corners = body_picture.outline(view, regions)
        for name, value in (
            ("no", str(number)),
            ("shape", "polygon"),
            ("coords", ";".join(f"{x},{y}" for x, y in corners)),
            ("choice", str(number)),
        ):
            put(drop, name, value)


def read(into: Collector, element: etree._Element, about: dict[str, Any]) -> None:
    """Add a hotspot, or labels where there are several markers or the one has a name."""
    file = element.find("file")
    view = hotspots.view_of(file.get("name", "") if file is not None else "")
    names = {text_at(drag, "no"): text_at(drag, "text") for drag in element.findall("drag")}
    places = [
        (names.get(text_at(drop, "choice"), ""), _regions(view, text_at(drop, "coords")))
        for drop in element.findall("drop")
    ]
    if not places or not all(regions for _, regions in places):
        into.lose(
            about["id"], "the whole question", "its picture is not the body map of the course"
        )
    elif [name for name, _ in places] == [HERE]:
        into.questions.append(_hotspot(into, element, about, view, places[0][1]))
    else:
        into.questions.append(_labels(into, element, about, view, places))


def _hotspot(
    into: Collector, element: etree._Element, about: dict[str, Any], view: str, right: list[str]
) -> Hotspot:
    reasons_of = {
        region: (correct, reason)
        for part, correct in (("correctfeedback", True), ("incorrectfeedback", False))
        for names, reason in reasons.of_list(text_at(element, f"{part}/text"))
        for region in hotspots.named(names, view)
    }
    told = {region: reasons_of.get(region, (True, ""))[1] for region in right}
    wrong = {region: reason for region, (correct, reason) in reasons_of.items() if not correct}
    return Hotspot(
        **about,
        view=view,
        regions=(
            *(Region(region, True, reason) for region, reason in told.items()),
            *(Region(region, False, reason) for region, reason in wrong.items()),
        ),
        elsewhere=_elsewhere(into, element, about["id"]),
    )


def _labels(
    into: Collector,
    element: etree._Element,
    about: dict[str, Any],
    view: str,
    places: list[tuple[str, list[str]]],
) -> Labels:
    general = text_at(element, "generalfeedback/text")
    told = dict(reasons.of_list(general))
    if general and not told:
        into.lose(about["id"], "the text for everybody", "in the bank each name has its own reason")
    texts = [into.line(about["id"], name, "plain") for name, _ in places]
    return Labels(
        **about,
        view=view,
        labels=tuple(
            Label(f"label-{number}", text, tuple(regions), told.get(text, ""))
            for number, (text, (_, regions)) in enumerate(zip(texts, places, strict=True), 1)
        ),
        elsewhere=_elsewhere(into, element, about["id"]),
    )


def _elsewhere(into: Collector, element: etree._Element, name: str) -> str:
    return marked_at(into, name, element, "incorrectfeedback").split("\n\n- ")[0]


def _regions(view: str, coords: str) -> list[str]:
    try:
        corners = [(int(x), int(y)) for x, y in (one.split(",") for one in coords.split(";"))]
    except ValueError:
        return []
    return body_picture.regions_in(view, corners) if view else []

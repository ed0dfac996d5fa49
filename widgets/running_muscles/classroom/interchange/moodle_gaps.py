"""A text with gaps as Moodle's “select missing words”, and back."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import Any

from lxml import etree

from running_muscles.classroom.interchange import reasons
from running_muscles.classroom.interchange.collector import Collector, letters
from running_muscles.classroom.interchange.html_text import as_words, to_html
from running_muscles.classroom.interchange.moodle_elements import put, text_at
from running_muscles.quiz.by_row import GAP, Gap, Gaps
from running_muscles.quiz.questions import Option, Question

# The number of the right word, counted through all groups.
_PLACE = re.compile(r"\[\[([0-9]{1,3})\]\]")


def fill(element: etree._Element, question: Gaps) -> None:
    """Write the lists, each a group of its own; `stem_of` puts their numbers into the text."""
    put(element, "shuffleanswers", "1")
    for group, gap in enumerate(question.gaps, 1):
        for option in _right_first(gap):
            choice = etree.SubElement(element, "selectoption")
            put(choice, "text", as_words(option.text))
            put(choice, "group", str(group))


def told(question: Gaps) -> str:
    """Return the reason of each word, in the order in which `fill` writes them."""
    return reasons.as_list(
        (one.text, one.reason) for gap in question.gaps for one in _right_first(gap)
    )


def stem_of(question: Question) -> str:
    """Return a question's text as HTML, with its gaps where it has some."""
    if not isinstance(question, Gaps):
        return to_html(question.stem)
    # A gap names the number of its right option, counted through all groups.
    first = accumulate((len(gap.options) for gap in question.gaps), initial=1)
    right = {gap.id: number for gap, number in zip(question.gaps, first, strict=False)}
    text = GAP.sub(lambda found: f"[[{right[found[1]]}]]", to_html(question.text))
    return to_html(question.stem) + text


def _right_first(gap: Gap) -> list[Option]:
    return sorted(gap.options, key=lambda one: not one.correct)


def read(into: Collector, element: etree._Element, about: dict[str, Any]) -> None:
    """Add a text with gaps; a group is the list of each gap whose word belongs to it.

    Parameters
    ----------
    about
        What all questions share; its stem holds the text, with the gaps in its last paragraphs.
    """
    name, whole = about["id"], about["stem"]
    words = [
        (into.line(name, text_at(one, "text"), "plain"), one.findtext("group"))
        for one in element.findall("selectoption")
    ]
    places = [int(found) for found in _PLACE.findall(whole)]
    if not places or not all(1 <= place <= len(words) for place in places):
        into.lose(name, "the whole question", "its gaps and its words do not go together")
        return
    general = text_at(element, "generalfeedback/text")
    listed = _reasons(words, reasons.of_list(general))
    if general and not any(listed):
        into.lose(name, "the text for everybody", "in the bank each choice has its own reason")
    gaps = tuple(_gap(number, place, words, listed) for number, place in enumerate(places, 1))
    numbers = iter(range(1, len(places) + 1))
    marked = _PLACE.sub(lambda _: f"{{{{gap-{next(numbers)}}}}}", whole)
    head, text = _parted(marked)
    into.questions.append(Gaps(**{**about, "stem": head}, text=text, gaps=gaps))


def _reasons(words: list[tuple[str, str | None]], rows: list[tuple[str, str]]) -> list[str]:
    """Return the reason of each word; all are empty where the list is not of these words."""
    if [name for name, _ in rows] != [text for text, _ in words]:
        return [""] * len(words)
    return [reason for _, reason in rows]


def _gap(number: int, place: int, words: list[tuple[str, str | None]], listed: list[str]) -> Gap:
    group = words[place - 1][1]
    # By alphabet, so that the ids, which learners can see, tell nothing about the right one.
    rows = sorted(
        (text, at == place, reason)
        for at, ((text, its), reason) in enumerate(zip(words, listed, strict=True), 1)
        if its == group
    )
    names = letters(len(rows))
    return Gap(
        f"gap-{number}",
        tuple(
            Option(name, text, correct, reason, None)
            for name, (text, correct, reason) in zip(names, rows, strict=True)
        ),
    )


def _parted(whole: str) -> tuple[str, str]:
    """Return what stands before the paragraph of the first gap, and the rest."""
    paragraphs = whole.split("\n\n")
    first = next(at for at, one in enumerate(paragraphs) if "{{gap-1}}" in one)
    return "\n\n".join(paragraphs[:first]), "\n\n".join(paragraphs[first:])

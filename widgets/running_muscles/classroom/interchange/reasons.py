"""Texts that a format has one place for and the bank has several: as lists of HTML, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from lxml import html

from running_muscles.classroom.interchange.html_text import from_html, line_to_html, to_html
from running_muscles.quiz.questions import Criterion, Text

_CRITERION = re.compile(r"\(([0-9]+(?:\.[0-9]+)?)\)\s+(.+)", re.DOTALL)
MODEL = "A model answer"


def as_list(named: Iterable[tuple[str, str]]) -> str:
    """Return names, in marks of the bank, each with its reason, as a list of HTML."""
    rows = "".join(
        f"<li><strong>{line_to_html(name)}</strong>: {line_to_html(reason)}</li>"
        for name, reason in named
    )
    return f"<ul>{rows}</ul>"


def of_list(source: str) -> list[tuple[str, str]]:
    """Return names and reasons of a list that `as_list` has made; nothing of any other text."""
    if not source.strip():
        return []
    found = []
    for row in html.fragment_fromstring(source, create_parent="div").iter("li"):
        if len(row) == 0 or row[0].tag != "strong":
            continue
        name, row[0].tag = row[0], "span"
        inside = _inside(name)
        tail = name.tail or ""
        row.remove(name)
        row.text = re.sub(r"^\s*:\s*", "", tail)
        found.append((from_html(inside).text, from_html(_inside(row)).text))
    return found


def rubric_as_html(question: Text) -> str:
    """Return what who marks a written answer has to know: points, criteria and a model answer."""
    rows = "".join(
        f"<li>({line.points:g}) {line_to_html(line.criterion)}</li>" for line in question.rubric
    )
    return f"<ol>{rows}</ol>\n<p><strong>{MODEL}</strong></p>\n{to_html(question.model_answer)}"


def rubric_of(source: str) -> tuple[tuple[Criterion, ...], str]:
    """Return the rubric and the model answer of a text that `rubric_as_html` has made.

    Of another text, all of it is the model answer, and there are no criteria.
    """
    text = from_html(source).text
    head, _, model = text.partition(f"**{MODEL}**")
    lines = [re.sub(r"^[0-9]+\. ", "", line) for line in head.strip().split("\n")]
    read = [_CRITERION.fullmatch(line.strip()) for line in lines if line.strip()]
    if not model or not all(read):
        return (), text
    rubric = tuple(Criterion(float(one[1]), one[2]) for one in read if one)
    return rubric, model.strip()


def _inside(node: html.HtmlElement) -> str:
    return escape(node.text or "", quote=False) + "".join(
        html.tostring(child, encoding="unicode") for child in node
    )

"""A question as static HTML, for notebooks exported or printed without a kernel. No key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from running_muscles.quiz.by_row import numbered
from running_muscles.quiz.markup import block, inline


def html(question: Mapping[str, Any], title: str = "") -> str:
    """Return a question from ``questions.json`` as HTML."""
    heading = f"<h3>{escape(title)}</h3>" if title else ""
    return (
        f'<section class="rm-still">{heading}{block(question["stem"])}{_choices(question)}'
        '<p class="rm-elsewhere"><em>Open this notebook in Jupyter to answer.</em></p></section>'
    )


def _choices(question: Mapping[str, Any]) -> str:
    if "gaps" in question:
        return _gaps(question)
    lines = question.get("options") or question.get("items") or question.get("rows") or ()
    return _list(lines) + _named("To choose from", _list(question.get("choices", ())))


def _gaps(question: Mapping[str, Any]) -> str:
    numbers = {gap["id"]: number for number, gap in enumerate(question["gaps"], 1)}
    lists = "".join(
        _named(f"Gap {numbers[gap['id']]}", _list(gap["options"])) for gap in question["gaps"]
    )
    return block(numbered(question["text"], numbers)) + lists


def _list(lines: Iterable[Mapping[str, str]]) -> str:
    rows = "".join(f"<li>{inline(line['text'])}</li>" for line in lines)
    return f'<ul dir="auto">{rows}</ul>' if rows else ""


def _named(heading: str, html: str) -> str:
    return f"<p><b>{heading}</b></p>{html}" if html else ""

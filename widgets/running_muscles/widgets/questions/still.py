"""A question as static HTML, for notebooks exported or printed without a kernel. No key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from running_muscles.quiz.by_row import numbered
from running_muscles.quiz.markup import block, inline
from running_muscles.translation.content import content_lang, page_lang
from running_muscles.widgets.speaking import _


def html(question: Mapping[str, Any], title: str = "") -> str:
    """Return a question from ``questions.json`` as HTML."""
    heading = f"<h3>{escape(title)}</h3>" if title else ""
    elsewhere = _("Open this notebook in Jupyter to answer.")
    return (
        f'<section class="rm-still"{page_lang()}>{heading}'
        f"<div{content_lang()}>{block(question['stem'])}</div>{_choices(question)}"
        f'<p class="rm-elsewhere"><em>{elsewhere}</em></p>'
        "</section>"
    )


def _choices(question: Mapping[str, Any]) -> str:
    if "gaps" in question:
        return _gaps(question)
    lines = question.get("options") or question.get("items") or question.get("rows") or ()
    return _list(lines) + _named(_("To choose from"), _list(question.get("choices", ())))


def _gaps(question: Mapping[str, Any]) -> str:
    numbers = {gap["id"]: number for number, gap in enumerate(question["gaps"], 1)}
    heading = _("Gap {n}")
    lists = "".join(
        _named(heading.format(n=numbers[gap["id"]]), _list(gap["options"]))
        for gap in question["gaps"]
    )
    return f"<div{content_lang()}>{block(numbered(question['text'], numbers))}</div>{lists}"


def _list(lines: Iterable[Mapping[str, str]]) -> str:
    rows = "".join(f"<li>{inline(line['text'])}</li>" for line in lines)
    return f'<ul dir="auto"{content_lang()}>{rows}</ul>' if rows else ""


def _named(heading: str, html: str) -> str:
    return f"<p><b>{heading}</b></p>{html}" if html else ""

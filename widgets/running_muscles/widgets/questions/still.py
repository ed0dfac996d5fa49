"""A question as static HTML, for notebooks exported or printed without a kernel. No key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

# The same little Markdown as in the live widget: `widgets/js/lib/markup.js`.
_MARKS = (
    (re.compile(r"`([^`]+)`"), r"<code>\1</code>"),
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"), r"<strong>\1</strong>"),
    (re.compile(r"\*(?=\S)([^*]+?)(?<=\S)\*"), r"<em>\1</em>"),
    (re.compile(r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"), r"<em>\1</em>"),
)


def html(question: Mapping[str, Any], title: str = "") -> str:
    """Return a question from ``questions.json`` as HTML."""
    heading = f"<h3>{escape(title)}</h3>" if title else ""
    return (
        f'<section class="rm-still">{heading}{_paragraphs(question["stem"])}{_choices(question)}'
        "<p><em>Open this notebook in Jupyter to answer.</em></p></section>"
    )


def _choices(question: Mapping[str, Any]) -> str:
    lines = question.get("options") or question.get("items") or ()
    rows = "".join(f"<li>{inline(line['text'])}</li>" for line in lines)
    return f"<ul>{rows}</ul>" if rows else ""


def _paragraphs(text: str) -> str:
    parts = re.split(r"\n\s*\n", text.strip())
    return "".join(f"<p>{inline(part)}</p>" for part in parts)


def inline(text: str) -> str:
    """Return text with the little Markdown that questions use as HTML."""
    shown = escape(text)
    for mark, tag in _MARKS:
        shown = mark.sub(tag, shown)
    return shown

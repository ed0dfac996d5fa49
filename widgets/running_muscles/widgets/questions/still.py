"""A question as static HTML, for notebooks exported or printed without a kernel. No key."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from running_muscles.quiz.markup import block, inline


def html(question: Mapping[str, Any], title: str = "") -> str:
    """Return a question from ``questions.json`` as HTML."""
    heading = f"<h3>{escape(title)}</h3>" if title else ""
    return (
        f'<section class="rm-still">{heading}{block(question["stem"])}{_choices(question)}'
        '<p class="rm-elsewhere"><em>Open this notebook in Jupyter to answer.</em></p></section>'
    )


def _choices(question: Mapping[str, Any]) -> str:
    lines = question.get("options") or question.get("items") or ()
    rows = "".join(f"<li>{inline(line['text'])}</li>" for line in lines)
    return f'<ul dir="auto">{rows}</ul>' if rows else ""

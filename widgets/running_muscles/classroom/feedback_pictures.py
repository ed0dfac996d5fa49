"""The drawn person on a feedback page, beside a question that is about an exercise or a test."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from running_muscles.quiz.questions import Question
from running_muscles.tables import drawing, exercises, protocols, still_style

# What a question says of where it comes from, and the table that it means.
TABLES: dict[str, Callable[[], Mapping[str, Any]]] = {
    "exercises": exercises,
    "protocols": protocols,
}


def picture_of(question: Question) -> str:
    """Return the movement that a question is about; nothing where it is about none, or several."""
    cited = [source.split("/", 1) for source in question.sources if "/" in source]
    names = {
        name: TABLES[table]()[name].name
        for table, name in cited
        if table in TABLES and name in TABLES[table]()
    }
    if len(names) != 1:
        return ""
    [(movement, name)] = names.items()
    return (
        f'<figure class="rm-shown">{drawing(movement, f"A drawn person: {name}")}'
        f"<figcaption>{escape(name)}</figcaption></figure>"
    )


def picture_style(articles: str) -> str:
    """Return the style that the pictures of a page need; nothing for a page without any."""
    return still_style() if 'class="rm-shown"' in articles else ""

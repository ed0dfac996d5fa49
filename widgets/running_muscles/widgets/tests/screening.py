"""The health questions by themselves, for the lesson that explains them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from running_muscles.widgets.panel import Panel


class Screening(Panel):
    """Health questions and stop rules; answered once, they open the tests of every lesson.

    Parameters
    ----------
    store : Store, optional
        Where the outcome is kept; the learner's own file by default.
    """

    script = "screening"

    def _still(self) -> str:
        asked = self.front.screening
        questions = "".join(_group(group) for group in asked["groups"])
        rules = "".join(f"<li>{escape(each)}</li>" for each in asked["stop_rules"])
        return (
            f'<section class="rm-still"><h3>Before you start</h3>{questions}'
            "<p>If one of your answers is yes, talk to a health professional before you test "
            f"yourself.</p><p><strong>Stop at once if you notice</strong></p><ul>{rules}</ul>"
            "</section>"
        )


def _group(group: Mapping[str, Any]) -> str:
    """Return a group of questions, each with what follows from a yes."""
    items = "".join(
        f"<li>{escape(each['text'])}<details><summary>If yes</summary>"
        f"<p>See: {escape(each['who'])}</p><p>Tell or ask: {escape(each['say'])}</p>"
        f"<p>Still fine today: {escape(each['fine'])}</p></details></li>"
        for each in group["questions"]
    )
    return f"<h4>{escape(group['title'])}</h4><ol>{items}</ol>"

"""The health questions by themselves, for the lesson that explains them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from running_muscles.translation.content import page_lang
from running_muscles.translation.spoken import N_
from running_muscles.widgets.panel import Panel
from running_muscles.widgets.speaking import _

ASK_FIRST = N_(
    "If one of your answers is yes, talk to a health professional before you test yourself."
)


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
        head = escape(_("Before you start"))
        return (
            f'<section class="rm-still"{page_lang()}><h3>{head}</h3>{questions}'
            f"<p>{escape(_(ASK_FIRST))}</p>"
            f"<p><strong>{escape(_('Stop at once if you notice'))}</strong></p><ul>{rules}</ul>"
            "</section>"
        )


def _group(group: Mapping[str, Any]) -> str:
    """Return a group of questions, each with what follows from a yes."""
    items = "".join(
        f"<li>{escape(each['text'])}<details><summary>{escape(_('If yes'))}</summary>"
        f"{_line(_('See: {who}').format(who=each['who']))}"
        f"{_line(_('Tell or ask: {say}').format(say=each['say']))}"
        f"{_line(_('Still fine today: {fine}').format(fine=each['fine']))}</details></li>"
        for each in group["questions"]
    )
    return f"<h4>{escape(group['title'])}</h4><ol>{items}</ol>"


def _line(text: str) -> str:
    return f"<p>{escape(text)}</p>"

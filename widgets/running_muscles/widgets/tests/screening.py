"""The health questions by themselves, for the lesson that explains them."""

from __future__ import annotations

from html import escape

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
        questions = "".join(f"<li>{escape(each)}</li>" for each in asked["questions"])
        rules = "".join(f"<li>{escape(each)}</li>" for each in asked["stop_rules"])
        return (
            f'<section class="rm-still"><h3>Before you start</h3><ol>{questions}</ol>'
            "<p>If one of your answers is yes, talk to a health professional before you test "
            f"yourself.</p><p><strong>Stop at once if you notice</strong></p><ul>{rules}</ul>"
            "</section>"
        )

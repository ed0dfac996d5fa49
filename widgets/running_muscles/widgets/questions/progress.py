"""How far a learner has come in a quiz or a checkpoint."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from running_muscles.quiz.markup import inline
from running_muscles.widgets import still
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.scripts import STATIC, Script


class ProgressFront(Asleep, anywidget.AnyWidget):  # type: ignore[misc]
    """A count, and for a quiz the open questions and how to hand in.

    Attributes
    ----------
    mode : str
        ``quiz`` counts answers, ``checkpoint`` counts right ones.
    unanswered : list of dict
        The open questions as ``{"number": ..., "stem": ...}``.
    again : bool
        Whether there is a button for another try, as in practice.
    """

    _esm = Script("progress.js")
    _css = STATIC / "progress.css"

    mode = traitlets.Enum(("quiz", "checkpoint")).tag(sync=True)
    done = traitlets.Int().tag(sync=True)
    total = traitlets.Int().tag(sync=True)
    unanswered = traitlets.List().tag(sync=True)
    again = traitlets.Bool().tag(sync=True)
    problem = traitlets.Unicode().tag(sync=True)

    def sentence(self) -> str:
        """Return the count in words, such as ``7 of 8 answered``."""
        word = {"quiz": "answered", "checkpoint": "right so far"}[self.mode]
        return f"{self.done} of {self.total} {word}"

    def _asleep(self) -> str:
        return still.words("How far you are", f"There are {self.total} questions here.")

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        live = super()._repr_mimebundle_()
        rows = "".join(
            f"<li>Question {row['number']}: {inline(row['stem'])}</li>" for row in self.unanswered
        )
        listed = f"<p>Still open</p><ul>{rows}</ul>" if rows else ""
        return still.with_html(
            live and live[0],
            f'<section class="rm-still"><p>{self.sentence()}.</p>{listed}</section>',
        )

"""How far a learner has come in a quiz or a checkpoint."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from running_muscles.quiz.markup import inline
from running_muscles.translation.content import content, page_lang
from running_muscles.widgets import still
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.scripts import STATIC, Script
from running_muscles.widgets.speaking import _


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
        said = _("{n} of {of} answered") if self.mode == "quiz" else _("{n} of {of} right so far")
        return said.format(n=self.done, of=self.total)

    def _asleep(self) -> str:
        return still.words(
            _("How far you are"),
            _("There are {n} questions here.").format(n=self.total),
        )

    def _repr_mimebundle_(self, **__: Any) -> dict[str, Any]:
        live = super()._repr_mimebundle_()
        numbered, still_open = _("Question {n}"), _("Still open")
        rows = "".join(
            f"<li>{numbered.format(n=row['number'])}: {content(inline(row['stem']))}</li>"
            for row in self.unanswered
        )
        listed = f"<p>{still_open}</p><ul>{rows}</ul>" if rows else ""
        return still.with_html(
            live and live[0],
            f'<section class="rm-still"{page_lang()}><p>{self.sentence()}.</p>{listed}</section>',
        )

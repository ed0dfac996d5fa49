"""The time of an exam in the student's notebook."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from running_muscles.translation.spoken import N_
from running_muscles.translation.written import number
from running_muscles.widgets import still
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.scripts import STATIC, Script
from running_muscles.widgets.speaking import _

ASLEEP = N_("How much time is left is shown when the notebook runs.")


class ExamClock(Asleep, anywidget.AnyWidget):  # type: ignore[misc]
    """How much time of an exam is left, by the learner's own clock. It stops nobody.

    Attributes
    ----------
    opens, closes, begun : str
        The window, and when this learner first saw the exam: ISO 8601, "" without.
    minutes : float
        How long one person has, from `begun` on; 0 without a limit.
    owner : str
        Whose exam it is: the browser keeps what waits to be stored apart by it.
    problem : str
        A sentence on what could not be kept.
    """

    _esm = Script("examclock.js")
    _css = STATIC / "examclock.css"

    opens = traitlets.Unicode().tag(sync=True)
    closes = traitlets.Unicode().tag(sync=True)
    minutes = traitlets.Float().tag(sync=True)
    begun = traitlets.Unicode().tag(sync=True)
    owner = traitlets.Unicode().tag(sync=True)
    problem = traitlets.Unicode().tag(sync=True)

    def __init__(self, on_message: Callable[[Any, Callable[[Any], Any]], Any], **state: Any):
        super().__init__(**state)
        self.on_msg(lambda _, content, __: on_message(content, self.send))

    def _asleep(self) -> str:
        sentences = [_(ASLEEP)]
        if self.minutes:
            sentences.append(_("You have {n} minutes.").format(n=number(self.minutes)))
        return still.words(_("The time of this exam"), " ".join(sentences))

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        live = super()._repr_mimebundle_()
        return still.with_html(live and live[0], self._asleep())

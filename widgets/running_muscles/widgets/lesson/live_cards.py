"""Exercise cards whose pictures move when a learner asks for it."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from running_muscles.widgets import message, still
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.body import figure
from running_muscles.widgets.scripts import STATIC, Script
from running_muscles.widgets.speaking import _


class LiveCards(Asleep, anywidget.AnyWidget):  # type: ignore[misc]
    """Cards as `Exercises` writes them, with a person who moves in each.

    Parameters
    ----------
    html : str
        The cards, each picture in an element that names its movement (`data-movement`).
    """

    _esm = Script("cards.js")
    _css = STATIC / "cards.css"

    html = traitlets.Unicode().tag(sync=True)

    def __init__(self, html: str) -> None:
        super().__init__(html=html)
        self.on_msg(lambda _, content, __: message.answered(content, self.send, _answer))

    def _asleep(self) -> str:
        return str(self.html)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the cards live where widgets live, and as they are anywhere else."""
        data, _meta = super()._repr_mimebundle_() or ({}, {})
        return still.with_html(data, self._picture())


def _answer(content: dict[str, Any]) -> dict[str, Any]:
    if content.get("kind") != "figure":
        raise message.RefusedError(_("These cards answer for their pictures alone."))
    return {"kind": "answered", **figure.answer(content["body"])}

"""Which language the tools of the course speak, and a way to choose another."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from running_muscles.translation import spoken
from running_muscles.translation.spoken import N_
from running_muscles.widgets import message, speaking, still
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.scripts import STATIC, Script
from running_muscles.widgets.speaking import _

ASK = "language"  # a request of the browser
TITLE = N_("Your language")
AGAIN = N_("What already stands on this page changes when you run the page again.")


class Language(Asleep, anywidget.AnyWidget):  # type: ignore[misc]
    """One button for each language. Showing it chooses nothing.

    Attributes
    ----------
    spoken : str
        Code of the language that is spoken now.
    sentence : str
        Which that is, in its own words.
    languages : list of dict
        Each language as ``{"code": ..., "name": ...}``, its name in its own words.
    """

    _esm = Script("language.js")
    _css = STATIC / "language.css"

    title = traitlets.Unicode().tag(sync=True)
    spoken = traitlets.Unicode().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)
    languages = traitlets.List().tag(sync=True)

    def __init__(self) -> None:
        speaking.settle()
        languages = [{"code": code, "name": spoken.own_name(code)} for code in spoken.languages()]
        super().__init__(languages=languages)
        self._tell(_(speaking.SPOKEN))
        self.on_msg(lambda _widget, content, _buffers: self._receive(content))

    def _tell(self, sentence: str) -> None:
        with self.hold_sync():
            self.title = _(TITLE)
            self.spoken = spoken.current()
            self.sentence = sentence

    def _receive(self, content: Any) -> None:
        message.answered(content, self.send, self._reply)

    def _reply(self, content: dict[str, Any]) -> dict[str, Any]:
        chosen = content["body"]["language"]
        if content["kind"] != ASK or chosen not in spoken.languages():
            raise message.RefusedError(_(message.UNREADABLE))
        told = speaking.language(chosen)
        self._tell(f"{told.sentence} {_(AGAIN)}")
        return {"kind": "answered"}

    def _asleep(self) -> str:
        return still.words(_(TITLE), _(speaking.SPOKEN))

    def _repr_mimebundle_(self, **__: Any) -> dict[str, Any]:
        live = super()._repr_mimebundle_()
        return still.with_html(live and live[0], self._picture())

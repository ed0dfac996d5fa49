"""The visible part of one question, in a graded quiz or in a checkpoint. It never holds a key."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from typing import Any

import anywidget
import traitlets

from running_muscles.widgets import still
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.questions import still as still_question
from running_muscles.widgets.scripts import STATIC, Script


class QuestionFront(Asleep, anywidget.AnyWidget):  # type: ignore[misc]
    """One question.

    Attributes
    ----------
    question : dict
        An entry of ``questions.json``: no key, no reason.
    mode : str
        ``quiz`` saves every answer and judges none; ``checkpoint`` checks on request.
    title : str
        A heading, for questions that do not stand under one of their own.
    answer : dict
        The saved answer of a quiz as ``{"value": ..., "at": ...}``, with `certainty` where the
        learner has said how sure; empty without one.
    solved : bool
        Whether this learner has answered the checkpoint question rightly before.
    owner : str
        Whose answers these are: the browser keeps waiting answers apart by it.
    """

    _esm = Script("question.js")
    _css = STATIC / "question.css"

    question = traitlets.Dict().tag(sync=True)
    mode = traitlets.Enum(("quiz", "checkpoint")).tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)
    solved = traitlets.Bool().tag(sync=True)
    owner = traitlets.Unicode().tag(sync=True)

    def __init__(self, on_message: Callable[[QuestionFront, Any], None], **state: Any) -> None:
        super().__init__(**state)
        self.on_msg(lambda _, content, __: on_message(self, content))

    def _asleep(self) -> str:
        return still_question.html(self.question, self.title)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the widget where widgets live, and the question without its key elsewhere."""
        live = super()._repr_mimebundle_()
        return still.with_html(live and live[0], still_question.html(self.question, self.title))


def student() -> str:
    """Return who is at work, by the name that a hand-in will bear.

    nbgrader takes the account of the computer, and on a hub where all are ``jovyan`` the hub's.
    """
    account = _account()
    hub = os.environ.get("JUPYTERHUB_USER")
    return hub if hub and account in ("", "jovyan") else account or "student"


def _account() -> str:
    try:
        import pwd

        # As nbgrader asks: not the environment, which says what somebody wrote there.
        return pwd.getpwuid(os.getuid()).pw_name
    except (ImportError, KeyError):
        pass  # Windows, or a container that runs under an id without a name
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""

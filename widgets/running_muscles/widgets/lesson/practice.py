"""Practice: the open questions of a lesson, in another draw and order at each try."""

from __future__ import annotations

import random
import secrets
from typing import Any

import ipywidgets

from running_muscles.quiz.bank import BankError, load
from running_muscles.quiz.draw import shuffled
from running_muscles.quiz.public import COURSE, public
from running_muscles.quiz.questions import Question, Text
from running_muscles.quiz.variants import as_asked
from running_muscles.translation.spoken import N_
from running_muscles.widgets import message, notice, still
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.lesson.answered import ONCE_MORE, check_fits
from running_muscles.widgets.lesson.checked import checked
from running_muscles.widgets.lesson.questions_of import CHECKPOINTS, STEPS, questions_of
from running_muscles.widgets.questions.progress import ProgressFront
from running_muscles.widgets.questions.question import QuestionFront
from running_muscles.widgets.speaking import _

AT_A_TIME = 6
AGAIN = "again"  # a request of the browser: another try
UNKNOWN = N_("This question belongs to an earlier try. Answer the ones that are shown now.")


class Practice(Asleep, ipywidgets.VBox):  # type: ignore[misc]
    """A few questions of a lesson with feedback at once, and others at each new try.

    Only questions that are not graded are asked: their keys may be where learners are. Nothing
    is kept; what is to be asked again another day is the business of `Review`.

    Parameters
    ----------
    lesson : str
        Id of the lesson, such as ``"03-core"``.
    draw : str, optional
        What the draws depend on; something new each time by default.
    """

    def __init__(self, lesson: str, draw: str = "") -> None:
        self._lesson = lesson
        self._draw = draw or secrets.token_hex(4)
        self._lot = random.Random(self._draw)
        self._deck: list[Question] = []
        self._number = 0
        self._tries: dict[str, int] = {}
        self._right: set[str] = set()
        self._asked: dict[str, Question] = {}
        try:
            self._questions = _open_questions(lesson)
        except (BankError, ValueError, OSError) as error:
            super().__init__([ipywidgets.HTML(notice.html(str(error)))])
            return
        self.progress = ProgressFront(mode="checkpoint", again=True)
        self.progress.on_msg(lambda _, content, __: self._hear(content))
        super().__init__()
        self._deal()

    def _deal(self) -> None:
        """Ask the next questions. Each is asked once before one comes again."""
        count = min(AT_A_TIME, len(self._questions))
        if len(self._deck) < count:
            rest = [each for each in self._questions if each not in self._deck]
            self._lot.shuffle(rest)
            self._deck += rest
        chosen, self._deck = self._deck[:count], self._deck[count:]
        self._number += 1
        seed = f"{self._draw}/{self._number}"
        self._asked = {each.id: as_asked(each, f"{seed}/{each.id}") for each in chosen}
        self._tries.clear()
        self._right.clear()
        fronts = [
            QuestionFront(
                self._receive,
                mode="checkpoint",
                title=_("Question {n} of {of}").format(n=number, of=count),
                question=shuffled(public(question), COURSE, seed),
            )
            for number, question in enumerate(self._asked.values(), 1)
        ]
        before: tuple[QuestionFront, ...] = self.children[1:]  # type: ignore[has-type]
        self.progress.total = count
        self.progress.done = 0
        self.children = [self.progress, *fronts]
        for each in before:
            each.close()

    def _hear(self, content: Any) -> None:
        message.answered(content, self.progress.send, self._again)

    def _again(self, content: dict[str, Any]) -> dict[str, Any]:
        if content["kind"] != AGAIN:
            raise message.RefusedError(message.UNREADABLE)
        self._deal()
        return {"kind": AGAIN}

    def _receive(self, front: QuestionFront, content: Any) -> None:
        """Check an answer. Errors go to the learner."""
        message.answered(content, front.send, self._check)
        self.progress.done = len(self._right)

    def _check(self, content: dict[str, Any]) -> dict[str, Any]:
        try:
            question = self._asked[content["question"]]
        except (KeyError, TypeError):
            raise message.RefusedError(UNKNOWN) from None
        check_fits(question, content["value"], ONCE_MORE)
        tries = self._tries[question.id] = self._tries.get(question.id, 0) + 1
        told = checked(question, content["value"], tries)
        if told["verdict"] == "right":
            self._right.add(question.id)
        return {"kind": "checked", **told}

    def _asleep(self) -> str:
        return still.words(_("Practice"), _("Open this page in Jupyter to practise."))


def _open_questions(lesson: str) -> list[Question]:
    """Return the questions of a lesson that are not graded, without written ones."""
    found: dict[str, Question] = {}
    for folder in (CHECKPOINTS, STEPS):
        bank = load(questions_of(lesson, folder), against_schema=False)
        found |= {each.id: each for each in bank.questions if not isinstance(each, Text)}
    return list(found.values())

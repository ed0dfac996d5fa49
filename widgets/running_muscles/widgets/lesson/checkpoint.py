"""The ungraded questions of a lesson: check, read why, try again."""

from __future__ import annotations

import threading
from typing import Any

import ipywidgets

from running_muscles.measure.answer import CHECKPOINT
from running_muscles.measure.store import Store, StoreError
from running_muscles.quiz.bank import BankError, load
from running_muscles.quiz.draw import shuffled
from running_muscles.quiz.public import COURSE, public
from running_muscles.quiz.questions import Bank, Question, Text
from running_muscles.translation.spoken import N_
from running_muscles.widgets import message, notice, still
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.lesson.answered import check_fits, record
from running_muscles.widgets.lesson.checked import checked
from running_muscles.widgets.lesson.questions_of import CHECKPOINTS, questions_of
from running_muscles.widgets.lesson.review import Review
from running_muscles.widgets.questions import still as still_question
from running_muscles.widgets.questions.progress import ProgressFront
from running_muscles.widgets.questions.question import QuestionFront, student
from running_muscles.widgets.speaking import _, settle


class Checkpoint(Asleep, ipywidgets.VBox):  # type: ignore[misc]
    """All checkpoint questions of a lesson, with a count of the right ones.

    The key stays here. Which questions were right is remembered as the setting
    ``checkpoint:<lesson>`` of the learner's results file, in the form
    ``{"right": [question ids], "of": how many there are}``. Every answer is an event besides.

    Parameters
    ----------
    lesson : str
        Id of the lesson, such as ``"03-core"``.
    store : Store, optional
        Where it is remembered; the learner's own file by default.
    """

    def __init__(self, lesson: str, store: Store | None = None) -> None:
        self._store = store if store is not None else Store()
        self._lesson = lesson
        settle()
        self._setting = f"checkpoint:{lesson}"
        # ipykernel 7 may call two handlers on two threads.
        self._lock = threading.Lock()
        self._tries: dict[str, int] = {}
        self._right: set[str] = set()
        self._news: dict[str, str] = {}  # verdicts that are not yet remembered
        self._fronts: dict[str, QuestionFront] = {}
        self._problem = ""
        try:
            self._bank = load(questions_of(lesson, CHECKPOINTS), against_schema=False)
        except (BankError, ValueError, OSError) as error:
            self._problem = str(error)
            super().__init__([ipywidgets.HTML(notice.html(self._problem))])
            return
        self.progress = ProgressFront(mode="checkpoint", total=len(_counted(self._bank)))
        self._recall()
        count = len(self._bank.questions)
        for number, question in enumerate(self._bank.questions, 1):
            self._fronts[question.id] = QuestionFront(
                self._receive,
                mode="checkpoint",
                title=_("Question {n} of {of}").format(n=number, of=count),
                question=shuffled(public(question), COURSE, lesson, student()),
                solved=question.id in self._right,
            )
        super().__init__([*self._fronts.values(), self.progress])

    def _recall(self) -> None:
        try:
            kept = self._store.setting(self._setting) or {}
        except StoreError as error:
            self.progress.problem = str(error)
            kept = {}
        known = {question.id for question in _counted(self._bank)}
        self._right |= known & set(kept.get("right", ()))
        self.progress.done = len(self._right)

    def _receive(self, front: QuestionFront, content: Any) -> None:
        """Check an answer. Errors go to the learner."""
        if message.answered(content, front.send, self._check):
            question = self._bank.question(content["question"])
            verdict = self._news.pop(question.id, "")
            self._record(question, verdict, content)
            if verdict == "right":
                self._remember(question)

    def _check(self, content: dict[str, Any]) -> dict[str, Any]:
        try:
            question = self._bank.question(content["question"])
        except (KeyError, TypeError):
            raise message.RefusedError(_UNKNOWN) from None
        value = content["value"]
        check_fits(question, value, _MISFIT)
        with self._lock:
            tries = self._tries[question.id] = self._tries.get(question.id, 0) + 1
        told = checked(question, value, tries)
        self._news[question.id] = told["verdict"]
        return {"kind": "checked", **told}

    def _record(self, question: Question, verdict: str, content: dict[str, Any]) -> None:
        """Keep the answer, after the learner has read about it."""
        with self._lock:
            try:
                record(self._store, (self._lesson, question), verdict, CHECKPOINT, content)
                self.progress.problem = ""
            except StoreError as error:
                self.progress.problem = str(error)
            except Exception as error:
                message.LOG.error("An answer could not be kept.", exc_info=error)
                self.progress.problem = _(_UNKEPT)
        Review.look_again(self._store)

    def _remember(self, question: Question) -> None:
        with self._lock:
            self._right.add(question.id)
            self._fronts[question.id].solved = True
            try:
                # Another copy of this lesson may have counted more since.
                self._recall()
                kept = {"right": sorted(self._right), "of": self.progress.total}
                self._store.remember(self._setting, kept)
                self.progress.problem = ""
            except StoreError as error:
                self.progress.problem = str(error)
            except Exception as error:
                message.LOG.error("A right answer could not be remembered.", exc_info=error)
                self.progress.problem = _(_UNREMEMBERED)

    def _asleep(self) -> str:
        shown = (
            still_question.html(front.question, front.title) for front in self._fronts.values()
        )
        return "".join(shown) or notice.html(self._problem)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the widgets where widgets live, and the questions without a key elsewhere."""
        return still.with_html(super()._repr_mimebundle_(), self._asleep())


_UNREMEMBERED = N_("Your answer is right, but it could not be remembered. Check it again later.")
_UNKEPT = N_("Your answer was checked, but it could not be kept for your reviews.")
_UNKNOWN = N_("This checkpoint does not ask this question any more. Run this cell again.")
_MISFIT = N_("Your answer does not fit this question. Run this cell again and try once more.")


def _counted(bank: Bank) -> list[Question]:
    # A written answer is compared, not judged, so it can be neither right nor wrong.
    return [question for question in bank.questions if not isinstance(question, Text)]

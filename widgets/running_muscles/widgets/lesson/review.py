"""Questions that are due again, from the whole course, one at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import traitlets

from running_muscles import tables
from running_muscles.measure import answers
from running_muscles.measure.answer import REVIEW, AnswerError
from running_muscles.measure.store import Store, StoreError
from running_muscles.quiz.bank import BankError, load
from running_muscles.quiz.draw import shuffled
from running_muscles.quiz.public import COURSE, public
from running_muscles.quiz.questions import Question, Text
from running_muscles.quiz.variants import as_asked
from running_muscles.review import queue
from running_muscles.review.queue import Due
from running_muscles.review.shown import TRIES_BEFORE_THE_ANSWER
from running_muscles.translation.spoken import N_
from running_muscles.widgets import message, still
from running_muscles.widgets.lesson.answered import ONCE_MORE, check_fits, record
from running_muscles.widgets.lesson.checked import checked
from running_muscles.widgets.lesson.questions_of import CHECKPOINTS, STEPS, questions_of
from running_muscles.widgets.panel import Front, Panel
from running_muscles.widgets.speaking import _

CHECK = "check"  # a request of the browser
AT_A_TIME = 10  # so that a long pause from the course ends in no mountain
TITLE = N_("Review")
UNKNOWN = N_("This question is not asked any more. Run this cell again.")
ELSEWHERE = N_("Open this page in Jupyter to go over what is due today.")

Asked = tuple[str, Question]  # a lesson and its question


class ReviewFront(Front):
    """What the browser knows of a review.

    Attributes
    ----------
    line : str
        How much is due, or when something will be.
    questions : list of dict
        The next ones, without a key, each with the `lesson` it belongs to.
    """

    line = traitlets.Unicode().tag(sync=True)
    questions = traitlets.List().tag(sync=True)


class Review(Panel):
    """What was missed or is due again, over all lessons, mixed.

    Parameters
    ----------
    store : Store, optional
        Where answers live; the learner's own file by default.
    """

    script = "review"
    base = ReviewFront

    def __init__(self, store: Store | None = None) -> None:
        # A question keeps its numbers until it is answered, also while others are.
        self._asked: dict[str, Asked] = {}
        super().__init__(store)

    def _show(self) -> None:
        waiting = queue.schedule(answers.load(self._store), self.today)
        due = _present(queue.due_today(waiting, self.today))
        self.front.line = queue.sentence(len(due), waiting, self.today)
        self.front.questions = [self._public(one, found) for one, found in due[:AT_A_TIME]]

    def _public(self, due: Due, question: Question) -> dict[str, Any]:
        seed = f"{due.lesson}/{due.answers}"
        if question.id not in self._asked:
            self._asked[question.id] = (due.lesson, as_asked(question, f"{seed}/{question.id}"))
        _, asked = self._asked[question.id]
        # Another order each time: it is the answer that is to be known, not its place.
        shown = shuffled(public(asked), COURSE, seed)
        return {**shown, "lesson": tables.lessons()[due.lesson].title}

    def _reply(self, content: dict[str, Any]) -> dict[str, Any]:
        if content["kind"] != CHECK:
            return super()._reply(content)
        self._hear_day(content)
        lesson, question = self._question(content)
        told = checked(question, content["value"], TRIES_BEFORE_THE_ANSWER)
        problem = self._record((lesson, question), told["verdict"], content)
        self.refresh()
        if problem:
            self.front.problem = problem
        return {"kind": "checked", **told}

    def _question(self, content: dict[str, Any]) -> Asked:
        try:
            lesson, question = self._asked[content["question"]]
        except (KeyError, TypeError):
            raise message.RefusedError(UNKNOWN) from None
        check_fits(question, content["value"], ONCE_MORE)
        return lesson, question

    def _record(self, asked: Asked, verdict: str, content: dict[str, Any]) -> str:
        """Keep the answer; return why it could not be kept. The reasons are read all the same."""
        try:
            with self._turn:
                record(self._store, asked, verdict, REVIEW, content)
        except (AnswerError, StoreError) as error:
            return str(error)
        self._asked.pop(asked[1].id, None)
        return ""

    def _asleep(self) -> str:
        return still.words(_(TITLE), _(ELSEWHERE))

    def _still(self) -> str:
        return still.words(_(TITLE), f"{self.front.line} {_(ELSEWHERE)}")


def _present(due: Sequence[Due]) -> list[tuple[Due, Question]]:
    """Return what the course still asks; an answer is scored, so a written one is never due."""
    lessons = {lesson: _questions(lesson) for lesson in {one.lesson for one in due}}
    found = ((one, lessons[one.lesson].get(one.question)) for one in due)
    return [(one, question) for one, question in found if question is not None]


def _questions(lesson: str) -> dict[str, Question]:
    if lesson not in tables.lessons():
        return {}
    found: dict[str, Question] = {}
    for folder in (CHECKPOINTS, STEPS):
        try:
            bank = load(questions_of(lesson, folder), against_schema=False)
        except (BankError, ValueError, OSError):
            continue  # the lesson itself says what is wrong with it
        found |= {each.id: each for each in bank.questions if not isinstance(each, Text)}
    return found

"""One learner's answers to the quiz in one folder: what all its widgets share.

A cell may run twice and a quiz may be opened in several tabs. All of them end up at one sheet,
so that a question is always the same widget and the count is always the same count.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from running_muscles.quiz import answer_time, certainty, fitting, public, responses
from running_muscles.quiz.answers_file import Responses
from running_muscles.quiz.draw import seed, shuffled
from running_muscles.quiz.markup import cut
from running_muscles.quiz.questions import is_open
from running_muscles.widgets import message
from running_muscles.widgets.questions.clock import ExamClock
from running_muscles.widgets.questions.progress import ProgressFront
from running_muscles.widgets.questions.question import QuestionFront, student
from running_muscles.widgets.speaking import _

STEM_SHOWN = 80


class AnswerSheet:
    """The widgets of one quiz and the file behind them.

    Parameters
    ----------
    folder
        Where ``questions.json`` is, and ``responses.json`` will be.

    Raises
    ------
    ValueError
        With a sentence for the learner, when ``questions.json`` is missing or damaged.
    OSError
        When a damaged ``responses.json`` cannot be moved aside.
    """

    def __init__(self, folder: Path) -> None:
        self.quiz = public.load(folder / public.FILE_NAME)
        self._student = student()
        self._asked = self.quiz.asked(self._student)
        self._path = folder / responses.FILE_NAME
        self._file = Responses(self._path, self.quiz.quiz, self.quiz.edition, self._student)
        # On a shared computer or hub, one browser may hold the waiting answers of two people.
        hub = os.environ.get("JUPYTERHUB_USER", "")
        owner = f"{self._student}\n{hub}\n{self._path.resolve()}"
        self._owner = f"quiz-{hashlib.sha256(owner.encode()).hexdigest()[:16]}"
        # ipykernel 7 may call two handlers on two threads.
        self._lock = threading.RLock()
        self._fronts: dict[str, QuestionFront] = {}
        self._answers: dict[str, dict[str, Any]] = {}
        self._revs: dict[str, int] = {}  # the latest revision that arrived for each question
        self.progress = ProgressFront(mode="quiz", total=len(self._asked))
        self.clock = self._clock() if self.quiz.sitting else None
        self.refresh()

    def front(self, slot_id: str) -> QuestionFront:
        """Return the widget of the question in a slot, the same one every time.

        Raises
        ------
        KeyError
            When the quiz has no such slot.
        """
        question = self._asked[slot_id]
        name = question["id"]
        if name not in self._fronts:
            order = seed(self.quiz.edition, self.quiz.quiz, self._student, name)
            self._fronts[name] = QuestionFront(
                self._receive,
                mode="quiz",
                question=shuffled(question, order),
                owner=self._owner,
                answer=self._answers.get(name, {}),
            )
        return self._fronts[name]

    def refresh(self) -> None:
        """Read the file again, and show what it holds."""
        self._file.answers()  # moves a damaged file aside
        self._answers = {
            name: entry
            for name, entry in self._saved().items()
            if name in self._questions and fits(self._questions[name], entry["value"])
        }
        for name, front in self._fronts.items():
            front.answer = self._answers.get(name, {})
        self._count()

    def _clock(self) -> ExamClock:
        told = self.quiz.sitting
        return ExamClock(
            lambda content, send: message.answered(content, send, self._begin),
            opens=told["opens"],
            closes=told["closes"],
            minutes=float(told["minutes"]),
            begun=self._file.begun,
            owner=self._owner,
        )

    def _begin(self, content: dict[str, Any]) -> dict[str, Any]:
        """Keep when the learner first saw the exam; the first moment that was told stays."""
        rev = message.revision(content)
        try:
            with self._lock:
                begun = self._file.begin(content["body"]["at"])
        except OSError as error:
            raise message.NotNowError(
                _(
                    "When you began cannot be written to {file} ({error}). It waits in this "
                    "browser and is tried again by itself. You can go on."
                ).format(file=responses.FILE_NAME, error=error.strerror)
            ) from error
        assert self.clock is not None
        self.clock.begun = begun
        return {"kind": "stored", "rev": rev}

    @property
    def _questions(self) -> dict[str, dict[str, Any]]:
        return {question["id"]: question for question in self._asked.values()}

    def _saved(self) -> dict[str, dict[str, Any]]:
        try:
            data = responses.decoded(responses.content(self._path))
            return responses.entries(data, self.quiz.quiz)
        except responses.UnreadableError:
            return {}

    def _count(self) -> None:
        missing = [
            {"number": number, "stem": cut(question["stem"], STEM_SHOWN)}
            for number, question in enumerate(self._asked.values(), 1)
            if not answered(self._answers.get(question["id"], {}).get("value"))
        ]
        with self.progress.hold_sync():
            self.progress.unanswered = missing
            self.progress.done = self.progress.total - len(missing)
            self.progress.problem = self._file.notice

    def _receive(self, front: QuestionFront, content: Any) -> None:
        """Save an entry of the browser's outbox, then say so. Errors go to the learner."""
        message.answered(content, front.send, self._save)

    def _save(self, content: dict[str, Any]) -> dict[str, Any]:
        rev = message.revision(content)
        body = content["body"]
        try:
            with self._lock:
                self._keep(body["question"], body, rev)
        except OSError as error:
            raise message.NotNowError(
                _(
                    "Your answer cannot be written to {file} ({error}). Check that the disk is "
                    "not full and that you may write in this folder. Your answer waits in this "
                    "browser and is tried again by itself."
                ).format(file=responses.FILE_NAME, error=error.strerror)
            ) from error
        except UnicodeError:
            raise
        except ValueError as error:
            said = _("Your answer could not be saved: {why}.").format(why=error)
            raise message.RefusedError(said) from error
        return {"kind": "stored", "rev": rev}

    def _keep(self, question_id: str, body: Mapping[str, Any], rev: int) -> None:
        value, at, sure = body["value"], body["at"], certainty.level(body)
        question = self._questions.get(question_id)
        if question is None:
            # Left over from an earlier version of the quiz: nobody can see or change it here.
            return
        if value is not None and not fits(question, value):
            raise ValueError(
                _("it does not fit this version of the question; please answer it again")
            )
        last = self._answers.get(question_id, {}).get("at")
        moment = at if last is None else _moment(at, rev, last, self._revs.get(question_id, 0))
        # The outbox sends again until it hears back, so most of what comes twice is not news.
        if moment is None:
            return
        took = answer_time.seconds(body)
        if not self._file.set(question_id, value, moment, sure, took):
            self.refresh()  # another program saved a later answer
            return
        self._revs[question_id] = rev
        said: dict[str, Any] = {"certainty": sure} if sure else {}
        if took is not None:
            said[answer_time.KEY] = took
        self._answers[question_id] = {"value": value, "at": moment, **said}
        if question_id in self._fronts:
            self._fronts[question_id].answer = self._answers[question_id]
        self._count()


def _moment(at: str, rev: int, last: str, last_rev: int) -> str | None:
    """Return the time under which an answer is kept; None when a later one is kept already.

    In the file, time orders the answers. A clock that was put back gives a later answer an
    earlier time; its revision, which is counted in milliseconds, still rises, so the time is
    taken from it.
    """
    if datetime.fromisoformat(at) > datetime.fromisoformat(last):
        return at
    if rev <= max(last_rev, int(datetime.fromisoformat(last).timestamp() * 1000)):
        return None
    counted = datetime.fromtimestamp(rev / 1000, UTC).isoformat(timespec="milliseconds")
    return counted.replace("+00:00", "Z")


def answered(value: Any) -> bool:
    """Say whether a value is an answer at all."""
    return not is_open(value)


def fits(question: Mapping[str, Any], value: Any) -> bool:
    """Say whether a value has the form of an answer to this question."""
    return _FORMS[question["type"]](question, value)


def _ids(question: Mapping[str, Any], key: str) -> set[str]:
    return {one["id"] for one in question[key]}


def _numeric(question: Mapping[str, Any], value: Any) -> bool:
    whole = isinstance(value, dict) and set(value) == {"number", "unit"}
    return (
        whole
        and isinstance(value["number"], int | float)
        and not isinstance(value["number"], bool)
        and value["unit"] in question["units"]
    )


def _listed(value: Any, ids: set[str]) -> bool:
    known = isinstance(value, list) and all(isinstance(one, str) and one in ids for one in value)
    return known and len(set(value)) == len(value)


def _order(question: Mapping[str, Any], value: Any) -> bool:
    ids = _ids(question, "items")
    return _listed(value, ids) and len(value) == len(ids)


def _rows(lists: Mapping[str, set[str]], value: Any) -> bool:
    return isinstance(value, dict) and all(
        row in lists and isinstance(chosen, str) and chosen in lists[row]
        for row, chosen in value.items()
    )


def _match(question: Mapping[str, Any], value: Any) -> bool:
    choices = _ids(question, "choices")
    return _rows(dict.fromkeys(_ids(question, "rows"), choices), value)


def _gaps(question: Mapping[str, Any], value: Any) -> bool:
    return _rows({gap["id"]: _ids(gap, "options") for gap in question["gaps"]}, value)


def _labels(question: Mapping[str, Any], value: Any) -> bool:
    rows = _ids(question, "rows")
    return isinstance(value, dict) and all(
        row in rows and fitting.is_region(place) for row, place in value.items()
    )


_FORMS: dict[str, Callable[[Mapping[str, Any], Any], bool]] = {
    "single": lambda question, value: _listed([value], _ids(question, "options")),
    "multiple": lambda question, value: _listed(value, _ids(question, "options")),
    "numeric": _numeric,
    "order": _order,
    "hotspot": lambda _, value: isinstance(value, str),
    "text": lambda _, value: isinstance(value, str),
    "match": _match,
    "gaps": _gaps,
    "labels": _labels,
}

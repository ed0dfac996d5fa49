"""One question inside a lesson: a guess before the text that answers it, or a check after it."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import traitlets

from running_muscles import tables
from running_muscles.measure.answer import CHECK, MISSED, RIGHT
from running_muscles.measure.store import Store
from running_muscles.quiz.bank import BankError, load
from running_muscles.quiz.markup import block, inline
from running_muscles.quiz.questions import Single
from running_muscles.translation.content import content_lang
from running_muscles.translation.spoken import N_
from running_muscles.widgets import message
from running_muscles.widgets.lesson.answered import clock, keep
from running_muscles.widgets.lesson.questions_of import STEPS, questions_of
from running_muscles.widgets.page import page, paragraph
from running_muscles.widgets.panel import Front, Keep, Panel
from running_muscles.widgets.speaking import _

# Setting of the results file: question id -> {"value", "opened", "right", "first", "at"}.
KEPT = "steps"
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class StepFront(Front):
    """The visible part of one question inside a lesson.

    Attributes
    ----------
    mode : str
        ``predict`` keeps a guess and opens the answer later; ``check`` answers at once.
    question : dict
        The question with its answer: nothing depends on it.
    kept : dict
        What this learner said: `value`, the id of an option, and `opened`, whether the answer was
        looked at. Empty at first.
    """

    mode = traitlets.Enum(("predict", "check")).tag(sync=True)
    question = traitlets.Dict().tag(sync=True)
    kept = traitlets.Dict().tag(sync=True)


class Step(Panel):
    """A question of ``course/steps/<lesson>.yaml``.

    Parameters
    ----------
    lesson : str
        Id of a lesson, such as ``"03-core"``.
    question : str
        Id of a question in the lesson's file.
    store : Store, optional
        Where it is remembered; the learner's own file by default.
    """

    script = "step"
    base = StepFront
    mode: ClassVar[str]

    def __init__(self, lesson: str, question: str, store: Store | None = None) -> None:
        self._question: Single | None = None
        problem = ""
        try:
            self._question = _single(lesson, question)
        except (BankError, ValueError, OSError) as error:
            problem = str(error)
        shown = {} if self._question is None else _shown(lesson, self._question)
        super().__init__(store, mode=self.mode, question=shown)
        if problem:
            self.front.problem = problem

    def _show(self) -> None:
        if self._question is not None:
            kept = _kept(self._store).get(self._question.id, {})
            self.front.kept = {key: kept[key] for key in ("value", "opened") if key in kept}

    def _keepers(self) -> dict[str, Keep]:
        return {**super()._keepers(), "step": self._keep_step, "answered": self._keep_answer}

    def _keep_step(self, body: dict[str, Any], rev: int) -> None:
        # A browser sends what waits there to whichever widget listens first: any question's.
        name, value, right = body["question"], body["value"], body["right"]
        plain = all(isinstance(one, str) and NAME.fullmatch(one) for one in (name, value))
        if not plain or not isinstance(right, bool) or not isinstance(body["opened"], bool):
            raise message.RefusedError(message.UNREADABLE)
        kept = _kept(self._store)
        before = kept.get(name, {})
        if rev < before.get("at", -1):
            return
        said = {"value": value, "opened": body["opened"], "right": right, "at": rev}
        kept[name] = {**said, "first": before.get("first", right)}
        self._store.remember(KEPT, kept)

    def _keep_answer(self, body: dict[str, Any], _: int) -> None:
        # Only a check sends one: a guess comes before the explanation.
        objective = tables.objectives().get(body["objective"])
        known = objective is not None and objective.lesson == body["lesson"]
        if not known or not isinstance(body["right"], bool):
            raise message.RefusedError(message.UNREADABLE)
        told = {name: body[name] for name in ("id", "lesson", "question", "objective")}
        verdict = RIGHT if body["right"] else MISSED
        keep(self._store, {**told, "verdict": verdict, "asked_in": CHECK, **clock(body)})

    def _still(self) -> str:
        if self._question is None:
            return page(paragraph(self.front.problem))
        options = self._question.options
        listed = "".join(f"<li>{inline(one.text)}</li>" for one in options)
        right = "".join(
            f"<p><strong>{inline(one.text)}</strong></p>{block(one.reason)}"
            for one in options
            if one.correct
        )
        mark, answer = content_lang(), _("The answer")
        return page(
            f"<h3>{_(TITLES[self.mode])}</h3><div{mark}>{block(self._question.stem)}"
            f'<ul dir="auto">{listed}</ul></div><details><summary>{answer}</summary>'
            f"<div{mark}>{right}</div></details>"
        )


class Predict(Step):
    """A guess before the text that answers it: it is kept, and compared when the learner asks."""

    mode = "predict"


class Check(Step):
    """A quick check after a part of a lesson, answered at once with the reason."""

    mode = "check"


TITLES = {"predict": N_("Your guess first"), "check": N_("Quick check")}


def _single(lesson: str, name: str) -> Single:
    bank = load(questions_of(lesson, STEPS), against_schema=False)
    found = {one.id: one for one in bank.questions}
    question = found.get(name)
    if not isinstance(question, Single):
        said = _('"{lesson}" asks no "{name}". It asks: {known}.')
        raise ValueError(said.format(lesson=lesson, name=name, known=", ".join(found)))
    return question


def _shown(lesson: str, question: Single) -> dict[str, Any]:
    options = [
        {"id": one.id, "text": one.text, "correct": one.correct, "reason": one.reason}
        for one in question.options
    ]
    return {
        "id": question.id,
        "type": "single",
        "stem": question.stem,
        "options": options,
        "lesson": lesson,
        "objective": question.objective,
    }


def _kept(store: Store) -> dict[str, Any]:
    kept = store.setting(KEPT)
    return kept if isinstance(kept, dict) else {}

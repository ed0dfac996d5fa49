"""Sure and wrong: what a class believes firmly and has to be taught first.

Who guesses wrongly knows that something is missing; who is sure and wrong does not.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pandas as pd

from running_muscles.classroom.report import parts
from running_muscles.classroom.report.question_parts import question_link
from running_muscles.classroom.report.sat import Sat
from running_muscles.quiz.certainty import GUESS, LEVELS, SURE
from running_muscles.quiz.choices import Choice, choices
from running_muscles.quiz.markup import flow, inline
from running_muscles.quiz.questions import Question

RULE = (
    "Students said beside their answer how sure they were; that changes no points. An answer is"
    " wrong here when it earned less than half of its points. Most sure and wrong stands first:"
    " teach it first, as who is sure does not ask."
)
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Sure:
    """What was said of one question.

    Attributes
    ----------
    said
        How many said how sure they were.
    sure, wrong
        How many were sure, and how many of these were wrong.
    lucky
        How many guessed and were not wrong.
    belief
        What most of the sure and wrong chose, None where the bank has no kind for it.
    """

    question: Question
    said: int
    sure: int
    wrong: int
    lucky: int
    belief: Choice | None


def beliefs(sat: Sat) -> list[Sure]:
    """Return each question where somebody said how sure, most sure and wrong first."""
    held = sat.answers
    said = held[held["certainty"].isin(LEVELS) & held["points"].notna()]
    found = [_of(sat.source.questions[str(name)], part) for name, part in said.groupby("question")]
    return sorted(found, key=lambda one: (-one.wrong, one.question.id))


def _of(question: Question, part: pd.DataFrame) -> Sure:
    wrong = part["points"] < HALF * part["most"]
    sure = part["certainty"] == SURE
    kinds = {one.id: one for one in choices(question) if not one.correct}
    taken = Counter(name for ids in part["chosen"][sure & wrong] for name in ids if name in kinds)
    most = max(kinds, key=lambda name: taken[name], default=None)
    return Sure(
        question,
        said=len(part),
        sure=int(sure.sum()),
        wrong=int((sure & wrong).sum()),
        lucky=int(((part["certainty"] == GUESS) & ~wrong).sum()),
        belief=kinds[most] if most is not None and taken[most] else None,
    )


def section(found: list[Sure]) -> str:
    """Return the part of the page; nothing where nobody was asked."""
    if not found:
        return ""
    frame = pd.DataFrame(
        {
            "Question": [question_link(one.question.id) for one in found],
            "Said": [one.said for one in found],
            "Sure": [one.sure for one in found],
            "Sure and wrong": [one.wrong for one in found],
            "Guessed right": [one.lucky for one in found],
            "What they believe": [inline(_text(one)) for one in found],
            "Why it is not so": [flow(one.belief.reason) if one.belief else parts.NONE
                                 for one in found],
        }
    )  # fmt: skip
    html = ["Question", "What they believe", "Why it is not so"]
    table = parts.table(frame, f"{len(found)} questions", html=html)
    about = f'<p class="rm-about">{RULE}</p>'
    return parts.section("sure", "Sure and wrong", table, about)


def _text(one: Sure) -> str:
    return one.belief.text if one.belief else parts.NONE

"""One quiz as a class has sat it: who was asked what, and what each answer is worth by itself.

Points here come from the answers and the bank, without what a dropped question was given: a
report judges questions, and a question that everybody has full points for would look fine.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from running_muscles.analysis.items import Array, rest_shares
from running_muscles.classroom.by_hand import points_by_hand
from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.opened import opened
from running_muscles.classroom.paper import handed_in
from running_muscles.classroom.source import QuizSource
from running_muscles.classroom.status import MARKED, Standing, standings
from running_muscles.quiz.choices import chosen
from running_muscles.quiz.draw import seed
from running_muscles.quiz.hand_in import HandIn
from running_muscles.quiz.questions import Numeric, Question
from running_muscles.quiz.scoring import NO_ANSWER, score
from running_muscles.quiz.variants import picked, values_of

COLUMNS = (
    "student",
    "slot",
    "question",
    "points",
    "most",
    "answered",
    "chosen",
    "numbers",
    "certainty",
    "seconds",
)


@dataclass(frozen=True)
class Sat:
    """A quiz and its class.

    Attributes
    ----------
    standings
        Every student.
    answers
        A row for each student with a mark and each slot: `points` is nan while a written answer
        waits, `chosen` the kinds of `running_muscles.quiz.choices`, `numbers` the student's own,
        `certainty` how sure the student was, "" where that was not said, `seconds` how long the
        question was on the screen, nan where that is not recorded.
    """

    source: QuizSource
    standings: tuple[Standing, ...]
    answers: pd.DataFrame

    @property
    def people(self) -> int:
        """How many have a mark."""
        return int(self.answers["student"].nunique())

    @cached_property
    def slots(self) -> list[str]:
        """The slots in the order of the quiz."""
        return list(self.source.slots)

    @cached_property
    def points(self) -> Array:
        """Points, students by slots."""
        return self._grid("points")

    @cached_property
    def _most(self) -> Array:
        return np.array([self.source.slots[slot] for slot in self.slots])

    def _grid(self, column: str) -> Array:
        wide = self.answers.pivot(index="student", columns="slot", values=column)
        grid: Array = wide.reindex(columns=self.slots).to_numpy(dtype=float)
        return grid

    @cached_property
    def held(self) -> pd.DataFrame:
        """The answers with `share` of the points, and `rest`: the share of all other points."""
        students = sorted(self.answers["student"].unique())
        rest = pd.DataFrame(rest_shares(self.points, self._most), students, self.slots)
        long = rest.rename_axis("student").reset_index().melt("student", None, "slot", "rest")
        found = self.answers.merge(long, on=["student", "slot"])
        return found.assign(share=found["points"] / found["most"])


def sat(classroom: Classroom, quiz: str) -> Sat:
    """Read what a class has handed in for a quiz.

    Raises
    ------
    ClassroomError
        When it is no quiz of this course, was never generated, or its bank does not fit.
    SheetError, SettingsError
        When the roster or the settings of the class cannot be read.
    """
    otherwise = (
        f"{quiz} is no quiz of this class. Its quizzes are the folders of"
        f" {classroom.place('source', '.', '.')}."
    )
    source = opened(classroom, quiz, otherwise)
    with classroom.gradebook() as gradebook:
        assignment = classroom.assignment(gradebook, quiz)
        everybody = tuple(standings(gradebook, classroom, assignment))
    by_hand = points_by_hand(classroom, quiz)
    folders = classroom.submitted_folders(quiz)
    hand_ins = {
        one.student: handed_in(folders[one.student], source, one.student)
        for one in everybody
        if one.state in MARKED and one.student in folders
    }
    return Sat(source, everybody, answers(source, hand_ins, by_hand))


def answers(
    source: QuizSource,
    hand_ins: Mapping[str, HandIn],
    by_hand: Mapping[str, Mapping[str, float]],
) -> pd.DataFrame:
    """Return the table of answers.

    Parameters
    ----------
    hand_ins
        What each student handed in.
    by_hand
        The marks of written answers, by student and by slot.
    """
    rows = [
        row for student, found in hand_ins.items() for row in _rows(source, student, found, by_hand)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _rows(
    source: QuizSource, student: str, found: HandIn, by_hand: Mapping[str, Mapping[str, float]]
) -> Iterator[tuple[Any, ...]]:
    drawn_for = found.answered_as or student
    for slot, question in found.asked.items():
        value = found.values.get(slot)
        marked = score(question, value)
        points = marked.points
        if points is None:
            points = by_hand.get(student, {}).get(slot, np.nan)
        yield (
            student,
            slot,
            question.id,
            points,
            question.points,
            marked.verdict != NO_ANSWER,
            chosen(question, value),
            _numbers(source, drawn_for, question),
            found.certainty.get(slot, ""),
            found.seconds.get(slot, np.nan),
        )


def _numbers(source: QuizSource, drawn_for: str, question: Question) -> dict[str, float]:
    """Return the student's own numbers in a question; empty where it has none."""
    asked = source.questions[question.id]
    if not isinstance(asked, Numeric) or asked.family is None:
        return {}
    quiz = source.released
    return picked(values_of(asked), seed(quiz.edition, quiz.quiz, drawn_for, question.id))

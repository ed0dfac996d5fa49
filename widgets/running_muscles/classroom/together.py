"""One of several graders that work on a class at once, on one machine or on many."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from pathlib import Path
from typing import Any

from running_muscles.classroom.begun import CHANGING, Begun
from running_muscles.classroom.by_hand import Settled, as_marked, marked_by_hand
from running_muscles.classroom.claims import Claims
from running_muscles.classroom.rows import Rows
from running_muscles.classroom.staging import (
    Job,
    Outcome,
    move,
    on_disk,
    with_settled,
)
from running_muscles.classroom.stamps import stamp_of
from running_muscles.classroom.workers import pool_of, staged

SHARE = 20  # claimed at once: few, so that graders end at about the same time


class Grader:
    """One grader of one quiz.

    Parameters
    ----------
    job
        What is graded. Its `stage` is that of `begun`.
    gradebook
        An open nbgrader Gradebook on PostgreSQL.
    claims, begun
        What this grader holds, and what all graders know.
    """

    def __init__(self, job: Job, gradebook: Any, claims: Claims, begun: Begun) -> None:
        self._job = job
        self._db = gradebook.db
        self._claims = claims
        self._begun = begun
        self._rows = Rows(gradebook, job.source.quiz, job.source.quiz)

    def grade(
        self, students: Iterable[str], workers: int, progress: Callable[[int, int], None]
    ) -> list[Outcome]:
        """Grade what no other grader does; end when all of it is graded by somebody."""
        # Each in an order of its own, so that they seldom want the same.
        todo = random.sample(list(students), len(list(students)))
        outcomes: list[Outcome] = []
        taken: set[str] = set()
        size = SHARE * workers
        with pool_of(self._job, workers) as pool:
            for wait in (False, True):
                # What others held the first time is done, or left by one that has died.
                left = [student for student in todo if student not in taken]
                for start in range(0, len(left), size):
                    mine = self._claims.claim(left[start : start + size], wait=wait)
                    outcomes += self._share(mine, pool, workers)
                    self._claims.let_go()
                    taken |= mine
                    progress(len(taken), len(todo))
        self._begun.tidy()
        return sorted(outcomes, key=lambda one: one.student)

    def _share(self, claimed: set[str], pool: Executor | None, workers: int) -> list[Outcome]:
        begun = self._begun.students()
        mine = [name for name in sorted(claimed) if name in begun or is_new(self._job, name)]
        if not mine:
            return []
        quiz = self._job.source.quiz
        cut_off = {name for name in mine if begun.get(name) == CHANGING}
        for name in mine:
            self._begun.restore(name, self._job.graded(name))
        by_hand = self._settled(mine, cut_off)
        self._begun.begin({name: by_hand.get((name, quiz), {}) for name in mine})
        batches = list(staged(self._job, mine, SHARE, pool, workers))
        share = [one for batch in batches for one in batch]
        self._claims.check()
        self._rows.write(with_settled(one, by_hand, quiz) for one in share)
        for one in share:
            move(self._job, one)
        on_disk()
        self._begun.done(mine)
        return [one.outcome for one in share]

    def _settled(self, students: list[str], cut_off: set[str]) -> Settled:
        """Return what people have marked, as it stood when they did."""
        quiz = self._job.source.quiz
        marked = marked_by_hand(self._db, quiz, {quiz}, students)
        self._db.rollback()
        coursedir = self._job.classroom.coursedir
        return as_marked(
            coursedir, quiz, marked, lambda student, _: self._begun.kept(student), cut_off
        )


def is_new(job: Job, student: str) -> bool:
    """Say whether a hand-in has no mark, or an older hand-in has."""
    graded = job.graded(student)
    if not (graded / f"{job.source.quiz}.ipynb").is_file():
        return True
    return stamp_of(Path(job.submitted(student))) != stamp_of(graded)

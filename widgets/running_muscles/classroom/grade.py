"""Grade a class in one go: what ``nbgrader autograde`` does for a quiz, without its conversion.

Marks, gradebook rows and ``autograded/`` files are the same. A batch of hand-ins is scored and
laid out beside its place, entered into the gradebook in one transaction, and then moved into
its place. Whatever a run leaves unfinished stands in its journal, and the next run does it again.
"""

from __future__ import annotations

import fnmatch
import json
import shutil
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

from running_muscles.classroom.begun import Begun
from running_muscles.classroom.by_hand import points_by_hand, settled
from running_muscles.classroom.claims import Claims, can_share
from running_muscles.classroom.folder import Classroom, ClassroomError
from running_muscles.classroom.journal import Journal
from running_muscles.classroom.rows import Rows
from running_muscles.classroom.score_answers import check_stubs
from running_muscles.classroom.source import STALE, CannotGradeError, QuizSource, quiz_source
from running_muscles.classroom.staging import (
    Job,
    Outcome,
    move,
    on_disk,
    with_settled,
)
from running_muscles.classroom.together import Grader, is_new
from running_muscles.classroom.workers import pool_of, staged

BATCH = 50


@dataclass(frozen=True)
class Wanted:
    """What a run is asked to do."""

    students: str
    again: bool
    workers: int
    progress: Callable[[int, int], None]

    def of(self, job: Job, left: set[str]) -> list[str]:
        """Return whose hand-ins are to be graded, those left behind by a killed run included."""
        return [
            student
            for student in job.classroom.submitted(job.source.quiz)
            if student in left
            or (
                (student == self.students or fnmatch.fnmatchcase(student, self.students))
                and (self.again or is_new(job, student))
            )
        ]


def grade(  # noqa: PLR0913
    classroom: Classroom,
    quiz: str,
    *,
    students: str = "*",
    again: bool = False,
    workers: int = 1,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> list[Outcome]:
    """Grade the hand-ins of a quiz that are new, newer, or left behind by a killed run.

    Parameters
    ----------
    classroom
        The class.
    quiz
        The assignment, which holds one notebook of the same name.
    students
        A pattern of student ids.
    again
        Grade those that are graded, too. Marks by hand stay.
    workers
        How many processes score.
    progress
        Called with how many are done, and how many there are.

    Returns
    -------
    list of Outcome
        One for each hand-in that this run has dealt with.

    Raises
    ------
    ClassroomError
        When the quiz, its bank and the gradebook do not fit; nothing is changed then.
    """
    source, document = _checked(classroom, quiz)
    journal = Journal(classroom.folder, quiz)
    try:
        with classroom.gradebook() as gradebook:
            run = _together if can_share(gradebook) else _alone
            job = Job(classroom, source, document, journal.stage, points_by_hand(classroom, quiz))
            return run(job, gradebook, journal, Wanted(students, again, workers, progress))
    except BrokenProcessPool as error:
        raise ClassroomError(
            f"A worker was ended from outside while it graded {quiz}; perhaps memory ran out."
            f" Nothing is lost: run running-muscles grade {quiz} again, with fewer --workers."
        ) from error
    finally:
        journal.close()


def _alone(job: Job, gradebook: Any, journal: Journal, wanted: Wanted) -> list[Outcome]:
    """Grade as the only process that works on the quiz."""
    classroom, quiz = job.classroom, job.source.quiz
    journal.keep_others_out()
    left = journal.left_behind()
    journal.restore(lambda student: classroom.place("autograded", student, quiz))
    todo = wanted.of(job, left)
    # Those that were left behind and whose hand-in is gone have nothing to be graded again.
    journal.done(left - set(todo))
    if not todo:
        return []
    by_hand = settled(classroom.coursedir, quiz, {quiz}, journal.folder, left)
    journal.begin(todo)
    outcomes: list[Outcome] = []
    rows = Rows(gradebook, quiz, quiz)
    with pool_of(job, wanted.workers) as pool:
        for batch in staged(job, todo, BATCH, pool, wanted.workers):
            rows.write(with_settled(one, by_hand, quiz) for one in batch)
            for one in batch:
                move(job, one)
            on_disk()
            journal.done(one.outcome.student for one in batch)
            outcomes += [one.outcome for one in batch]
            wanted.progress(len(outcomes), len(todo))
    shutil.rmtree(journal.stage, ignore_errors=True)
    return outcomes


def _together(job: Job, gradebook: Any, journal: Journal, wanted: Wanted) -> list[Outcome]:
    """Grade as one of several processes that may work on the quiz, here or elsewhere."""
    begun = Begun(journal.folder)
    job = replace(job, stage=begun.stage)
    # What a killed `nbgrader autograde` has left is in a journal.
    cut_off = journal.left_behind()
    begun.begin({student: begun.kept(student) for student in cut_off})
    journal.done(cut_off)
    todo = wanted.of(job, set(begun.students()))
    if wanted.again:
        begun.wish(todo)
    if not todo:
        return []
    with Claims(gradebook, job.source.quiz) as claims:
        grader = Grader(job, gradebook, claims, begun)
        return grader.grade(todo, wanted.workers, wanted.progress)


def _checked(classroom: Classroom, quiz: str) -> tuple[QuizSource, dict[str, Any]]:
    """Check bank, source and gradebook once; return the quiz with the gradebook's checksums."""
    try:
        source = quiz_source(classroom.coursedir, quiz, quiz)
    except (CannotGradeError, ValueError) as error:
        raise ClassroomError(f"{quiz} cannot be graded: {error}") from error
    if source is None:
        raise ClassroomError(
            f"source/{quiz}/{quiz}.ipynb is no quiz of this course, or is not there."
            f" Build it with: running-muscles quiz build. Anything else is for nbgrader autograde."
        )
    if source.handwritten:
        raise ClassroomError(
            f"{quiz} has graded cells of your own, which have to be run."
            f" Use: nbgrader autograde {quiz}"
        )
    document = deepcopy(source.notebook)
    with classroom.gradebook() as gradebook:
        assignment = classroom.assignment(gradebook, quiz)
        (notebook,) = [one for one in assignment.notebooks if one.name == quiz] or [None]
        known = {cell.name: cell for cell in notebook.source_cells} if notebook else {}
        points = {cell.name: cell.max_score for cell in notebook.grade_cells} if notebook else {}
        checksums = {name: cell.checksum for name, cell in known.items()}
        kernelspec = json.loads(notebook.kernelspec) if notebook and notebook.kernelspec else None
    if not notebook or points != dict(source.slots):
        raise ClassroomError(STALE.format(quiz, quiz))
    for cell in document["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if name in checksums:
            cell["metadata"]["nbgrader"]["checksum"] = checksums[name]
        cell["source"] = "".join(cell["source"])
    if kernelspec:
        document["metadata"]["kernelspec"] = kernelspec
    try:
        import nbformat

        check_stubs(nbformat.from_dict(deepcopy(document)), source)
    except CannotGradeError as error:
        raise ClassroomError(str(error)) from error
    return source, document

"""Grade a class in one go: what ``nbgrader autograde`` does for a quiz, without its conversion.

Marks, gradebook rows and ``autograded/`` files are the same. A batch of hand-ins is scored and
laid out beside its place, entered into the gradebook in one transaction, and then moved into
its place. Whatever a run leaves unfinished stands in its journal, and the next run does it again.
"""

from __future__ import annotations

import fnmatch
import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from copy import deepcopy
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from running_muscles.classroom.by_hand import Seen, Settled, points_by_hand, seen, settled
from running_muscles.classroom.folder import Classroom, ClassroomError
from running_muscles.classroom.journal import Journal
from running_muscles.classroom.paper import UnreadableAnswersError, handed_in, mark, scores
from running_muscles.classroom.rows import Marks, Rows
from running_muscles.classroom.score_answers import check_stubs
from running_muscles.classroom.source import STALE, CannotGradeError, QuizSource, quiz_source
from running_muscles.classroom.stamps import stamp_of
from running_muscles.quiz import hand_in
from running_muscles.quiz.notebook import ANSWER_STUB

BATCH = 50
READ_ONLY = 0o444  # as nbgrader leaves what it has graded


@dataclass(frozen=True)
class Outcome:
    """What became of one hand-in. `told` holds sentences about it."""

    student: str
    state: str
    told: tuple[str, ...] = ()


GRADED = "graded"
UNREADABLE = "answers unreadable"
FAILED = "could not be graded"


@dataclass(frozen=True)
class Job:
    """What a worker needs to know: plain paths and the quiz."""

    classroom: Classroom
    source: QuizSource
    document: dict[str, Any]
    stage: Path
    by_hand: Mapping[str, Mapping[str, float]]

    def submitted(self, student: str) -> Path:
        """Return where a student's hand-in lies."""
        return self.classroom.place("submitted", student, self.source.quiz)

    def graded(self, student: str) -> Path:
        """Return where the graded hand-in belongs."""
        return self.classroom.place("autograded", student, self.source.quiz)


@dataclass(frozen=True)
class Staged:
    """A hand-in that is scored and laid out, and not yet in its place."""

    outcome: Outcome
    marks: Marks
    seen: Seen


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
        left = journal.left_behind()
        journal.restore(lambda student: classroom.place("autograded", student, quiz))
        chosen = [
            student
            for student in classroom.submitted(quiz)
            if student in left or student == students or fnmatch.fnmatchcase(student, students)
        ]
        todo = [
            student
            for student in chosen
            if again or student in left or _is_new(classroom, quiz, student)
        ]
        # Those that were left behind and whose hand-in is gone have nothing to be graded again.
        journal.done(left - set(todo))
        if not todo:
            return []
        by_hand = settled(classroom.coursedir, quiz, {quiz}, journal.folder, left)
        journal.begin(todo)
        job = Job(classroom, source, document, journal.stage, points_by_hand(classroom, quiz))
        outcomes: list[Outcome] = []
        with classroom.gradebook() as gradebook:
            rows = Rows(gradebook, quiz, quiz)
            for batch in _staged(job, todo, workers):
                rows.write(_with_settled(one, by_hand, quiz) for one in batch)
                for one in batch:
                    _move(job, one)
                _on_disk()
                journal.done(one.outcome.student for one in batch)
                outcomes += [one.outcome for one in batch]
                progress(len(outcomes), len(todo))
        shutil.rmtree(journal.stage, ignore_errors=True)
        return outcomes
    except BrokenProcessPool as error:
        raise ClassroomError(
            f"A worker was ended from outside while it graded {quiz}; perhaps memory ran out."
            f" Nothing is lost: run running-muscles grade {quiz} again, with fewer --workers."
        ) from error
    finally:
        journal.close()


def _on_disk() -> None:
    """Wait until the files of a batch outlast a power cut; only then is it crossed out."""
    if hasattr(os, "sync"):
        os.sync()


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


def _is_new(classroom: Classroom, quiz: str, student: str) -> bool:
    graded = classroom.place("autograded", student, quiz)
    if not (graded / f"{quiz}.ipynb").is_file():
        return True
    return stamp_of(classroom.place("submitted", student, quiz)) != stamp_of(graded)


def _staged(job: Job, students: list[str], workers: int) -> Iterator[list[Staged]]:
    """Yield batches of scored hand-ins, a few batches ahead of the gradebook at most."""
    waiting = iter(students)
    batches = iter(lambda: list(islice(waiting, BATCH)), [])
    if workers < 2:
        for batch in batches:
            yield [_stage(job, student) for student in batch]
        return
    with ProcessPoolExecutor(workers, initializer=_take, initargs=(job,)) as pool:
        running: list[Future[list[Staged]]] = []
        for batch in batches:
            running.append(pool.submit(_stage_batch, batch))
            if len(running) > 2 * workers:
                yield running.pop(0).result()
        for each in running:
            yield each.result()


_JOB: list[Job] = []


def _take(job: Job) -> None:
    _JOB[:] = [job]


def _stage_batch(students: list[str]) -> list[Staged]:
    return [_stage(_JOB[0], student) for student in students]


def _stage(job: Job, student: str) -> Staged:
    """Score one hand-in and lay out its files; whatever it is like, it has an outcome."""
    folder = job.submitted(student)
    moment, odd = _moment(folder)
    try:
        found = handed_in(folder, job.source, student)
        # Only what marking changes is copied: the cells themselves.
        document = {
            **job.document,
            "cells": [dict(cell) for cell in job.document["cells"]],
            "metadata": dict(job.document["metadata"]),
        }
        notes = mark(document, job.source, found, student, folder, job.by_hand.get(student, {}))
        _lay_out(job, student, folder, document)
    except UnreadableAnswersError as error:
        return Staged(Outcome(student, UNREADABLE, (str(error), *odd)), Marks(student, moment), {})
    except CannotGradeError as error:
        return Staged(Outcome(student, FAILED, (str(error), *odd)), Marks(student, moment), {})
    except (OSError, ValueError, RecursionError) as error:
        told = f"{folder} could not be read ({error})."
        return Staged(Outcome(student, FAILED, (told, *odd)), Marks(student, moment), {})
    given = dict(scores(document))
    written = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell["source"] != ANSWER_STUB
        for cell in document["cells"]
        if cell["metadata"].get("nbgrader", {}).get("solution")
    }
    return Staged(
        Outcome(student, GRADED, (*notes, *odd)),
        Marks(student, moment, given, written),
        seen(document),
    )


def _moment(folder: Path) -> tuple[datetime | None, tuple[str, ...]]:
    """Return when a hand-in came, and a sentence when its time stamp cannot be read."""
    stamp = stamp_of(folder)
    return stamp.moment, ((stamp.problem,) if stamp.problem else ())


def _lay_out(job: Job, student: str, folder: Path, document: dict[str, Any]) -> None:
    stage = job.stage / student
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    source = Path(job.classroom.place("source", ".", job.source.quiz))
    # What the quiz brings takes the place of what a student changed in it, as nbgrader does it.
    for origin in (folder, source):
        for path, info in hand_in.walk(origin):
            if path.suffix == ".ipynb" or path.is_dir() or job.classroom.ignored(path):
                continue
            if not path.is_file() or path.is_symlink() or info.st_size > hand_in.MAX_FILE_BYTES:
                continue
            target = stage / path.relative_to(origin)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.copyfile(path, target)
            target.chmod(READ_ONLY)
    notebook = stage / f"{job.source.quiz}.ipynb"
    # Without indents, which only people need, and which cost more than all the scoring.
    text = json.dumps(_as_committed(document), ensure_ascii=False)
    notebook.write_text(text, encoding="utf-8")
    notebook.chmod(READ_ONLY)


def _as_committed(document: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook with its texts as lists of lines, as nbformat writes them."""

    def cell(one: dict[str, Any]) -> dict[str, Any]:
        lined = {**one, "source": one["source"].splitlines(keepends=True)}
        if "outputs" in one:
            lined["outputs"] = [
                {
                    **output,
                    "data": {
                        kind: text.splitlines(keepends=True)
                        for kind, text in output["data"].items()
                    },
                }
                for output in one["outputs"]
            ]
        return lined

    return {**document, "cells": [cell(one) for one in document["cells"]]}


def _with_settled(one: Staged, by_hand: Settled, quiz: str) -> Marks:
    before = by_hand.get((one.marks.student, quiz), {})
    same = frozenset(name for name, was in before.items() if one.seen.get(name) == was)
    marks = one.marks
    return Marks(marks.student, marks.timestamp, marks.scores, marks.written, same)


def _move(job: Job, one: Staged) -> None:
    """Put a graded hand-in into its place; a failed one leaves none there."""
    student = one.outcome.student
    place, old = job.graded(student), job.stage.parent / "old" / student
    if place.exists():
        shutil.rmtree(old, ignore_errors=True)
        old.parent.mkdir(parents=True, exist_ok=True)
        place.rename(old)
    if one.outcome.state == GRADED:
        place.parent.mkdir(parents=True, exist_ok=True)
        (job.stage / student).rename(place)
    shutil.rmtree(old, ignore_errors=True)

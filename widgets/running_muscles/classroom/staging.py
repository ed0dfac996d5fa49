"""One hand-in on its way: scored, laid out beside its place, and moved into it.

The same for a run that has a class for itself and for several that share one.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from running_muscles.classroom.by_hand import Seen, Settled, seen
from running_muscles.classroom.folder import Classroom
from running_muscles.classroom.paper import UnreadableAnswersError, handed_in, mark, scores
from running_muscles.classroom.rows import Marks
from running_muscles.classroom.source import CannotGradeError, QuizSource
from running_muscles.classroom.stamps import stamp_of
from running_muscles.quiz import safe_folder
from running_muscles.quiz.notebook import ANSWER_STUB

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


def stage(job: Job, student: str) -> Staged:
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
    laid = job.stage / student
    shutil.rmtree(laid, ignore_errors=True)
    laid.mkdir(parents=True)
    source = Path(job.classroom.place("source", ".", job.source.quiz))
    # What the quiz brings takes the place of what a student changed in it, as nbgrader does it.
    for origin in (folder, source):
        for path, info in safe_folder.walk(origin):
            if path.suffix == ".ipynb" or path.is_dir() or job.classroom.ignored(path):
                continue
            if not path.is_file() or path.is_symlink() or info.st_size > safe_folder.MAX_FILE_BYTES:
                continue
            target = laid / path.relative_to(origin)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.copyfile(path, target)
            target.chmod(READ_ONLY)
    notebook = laid / f"{job.source.quiz}.ipynb"
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


def with_settled(one: Staged, by_hand: Settled, quiz: str) -> Marks:
    """Return the marks, and which of those by hand stand."""
    before = by_hand.get((one.marks.student, quiz), {})
    same = frozenset(name for name, was in before.items() if one.seen.get(name) == was)
    marks = one.marks
    return Marks(marks.student, marks.timestamp, marks.scores, marks.written, same)


def move(job: Job, one: Staged) -> None:
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


def on_disk() -> None:
    """Wait until the files of a batch outlast a power cut; only then is it crossed out."""
    if hasattr(os, "sync"):
        os.sync()

"""Tell which assignments are quizzes of this course, and fetch their key from the bank."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from running_muscles.quiz import bank as banks
from running_muscles.quiz import public
from running_muscles.quiz.notebook import METADATA
from running_muscles.quiz.questions import Question

STALE = (
    "The quiz was built again after it was released, so the gradebook and source/{} differ."
    " Put source/ back as it was, or run nbgrader generate_assignment --force and release again."
)


class CannotGradeError(Exception):
    """A submission that cannot be graded now; the message says what the instructor can do."""


@dataclass(frozen=True)
class QuizSource:
    """One built quiz. `graded` are the ids of all graded cells in its notebook."""

    quiz: str
    title: str
    notebook: dict[str, Any]
    questions: dict[str, Question]
    graded: frozenset[str]

    @property
    def handwritten(self) -> bool:
        """Whether the notebook has graded cells of another origin, for nbgrader to execute."""
        return bool(self.graded - set(self.questions))


def quiz_source(coursedir: Any, assignment: str, notebook: str) -> QuizSource | None:
    """Return the quiz behind an assignment's notebook, or None when it is not one of ours.

    Parameters
    ----------
    coursedir
        nbgrader's CourseDirectory.
    assignment, notebook
        nbgrader's ids. What a student handed in has no say in this.

    Raises
    ------
    CannotGradeError
        When the quiz and its bank do not belong together any more.
    """
    folder = Path(coursedir.format_path(coursedir.source_directory, ".", assignment))
    path = folder / f"{notebook}.ipynb"
    about = _about(path, _stamp(path))
    if about is None:
        return None
    bank_path = Path(coursedir.root) / "bank" / f"{about['quiz']}.yaml"
    # The files themselves are part of the question asked of the cache: Formgrader grades in a
    # server that runs for days, and a mended key must count at once.
    stamps = tuple(_stamp(file) for file in (path, folder / public.FILE_NAME, bank_path))
    return _assembled(path, bank_path, stamps)


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=64)
def _about(path: Path, _stamp: int) -> dict[str, Any] | None:
    """Return our metadata of a notebook in ``source/``, None when it has none."""
    try:
        about = json.loads(path.read_text(encoding="utf-8"))["metadata"][METADATA]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return about if isinstance(about, dict) and "quiz" in about else None


@lru_cache(maxsize=64)
def _assembled(path: Path, bank_path: Path, _stamps: tuple[int, ...]) -> QuizSource:
    try:
        bank = banks.load(bank_path)
    except banks.BankError as error:
        raise CannotGradeError(f"The bank of this quiz cannot be used:\n{error}") from error
    document = json.loads(path.read_text(encoding="utf-8"))
    released = public.load(path.parent / public.FILE_NAME)
    questions: dict[str, Question] = {}
    for asked in released.questions:
        try:
            question = bank.question(asked["id"])
        except KeyError:
            question = None
        if question is None or public.public(question) != asked:
            raise CannotGradeError(
                f"The question {asked['id']!r} of {path} is not in the bank as it was asked."
                " Put the bank back as it was, or build, generate and release the quiz again."
            )
        questions[question.id] = question
    graded = {
        cell["metadata"]["nbgrader"]["grade_id"]
        for cell in document["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade")
    }
    if not graded >= set(questions):
        missing = ", ".join(sorted(set(questions) - graded))
        raise CannotGradeError(f"{path} has no graded cell for: {missing}. Build the quiz again.")
    return QuizSource(
        quiz=bank.quiz,
        title=bank.title,
        notebook=document,
        questions=questions,
        graded=frozenset(graded),
    )

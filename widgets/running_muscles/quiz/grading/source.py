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


class CannotGradeError(Exception):
    """A submission that cannot be graded now; the message says what the instructor can do."""


@dataclass(frozen=True)
class QuizSource:
    """One built quiz.

    `handwritten` says that its notebook holds graded cells of another origin, which need
    nbgrader's own execution.
    """

    quiz: str
    title: str
    notebook: dict[str, Any]
    questions: dict[str, Question]
    handwritten: bool


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
    root = Path(coursedir.root)
    return _cached(path, root / "bank", _stamp(path), _stamp(folder / public.FILE_NAME))


def _stamp(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=64)
def _cached(path: Path, bank_folder: Path, _notebook: int, _questions: int) -> QuizSource | None:
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
        about = document["metadata"][METADATA]
        quiz = about["quiz"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    try:
        bank = banks.load(bank_folder / f"{quiz}.yaml")
    except banks.BankError as error:
        raise CannotGradeError(f"The bank of this quiz cannot be used:\n{error}") from error
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
        quiz=quiz,
        title=about.get("title", quiz),
        notebook=document,
        questions=questions,
        handwritten=bool(graded - set(questions)),
    )

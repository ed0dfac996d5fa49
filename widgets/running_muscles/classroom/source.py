"""The quiz behind an assignment, taken from ``source/`` and the bank and never from a hand-in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from running_muscles.classroom import dropped, given_back
from running_muscles.classroom.dropped import Dropped
from running_muscles.classroom.given_back import Promises
from running_muscles.classroom.mended import differences
from running_muscles.quiz import bank as banks
from running_muscles.quiz import exam, joined, public
from running_muscles.quiz.draw import seed
from running_muscles.quiz.exam import Cut
from running_muscles.quiz.notebook import METADATA
from running_muscles.quiz.public import PublicQuiz
from running_muscles.quiz.questions import Question
from running_muscles.quiz.variants import as_asked
from running_muscles.tables.sheet import SheetError

STALE = (
    "The graded cells of the gradebook and of source/{} differ: the quiz was built with other slots"
    " or points after it had been generated. Put source/ back as it was. Where nobody has"
    " handed anything in yet, run nbgrader generate_assignment {} --force and release again."
)


class CannotGradeError(Exception):
    """A submission that cannot be graded now; the message says what the instructor can do."""


@dataclass(frozen=True)
class QuizSource:
    """One built quiz.

    Attributes
    ----------
    notebook
        The built notebook, a plain JSON document.
    released
        The quiz as students know it; it decides who is asked what.
    questions
        Every question that somebody may be asked, with its key, by id.
    slots
        Points by slot: the graded cells that are ours.
    graded
        Ids of all graded cells of the notebook, others than ours included.
    dropped
        Questions that were taken out, each with how and why.
    promises
        Points that were given back and stand, by student and question.
    digest
        Changes whenever something changes that marks or feedback depend on.
    cut
        With how much an exam is passed, and why; None for a quiz.
    """

    quiz: str
    title: str
    notebook: dict[str, Any]
    released: PublicQuiz
    questions: Mapping[str, Question]
    slots: Mapping[str, float]
    graded: frozenset[str]
    dropped: Mapping[str, Dropped]
    promises: Promises
    digest: str
    cut: Cut | None = None

    @property
    def handwritten(self) -> bool:
        """Whether the notebook has graded cells of another origin, for nbgrader to execute."""
        return bool(self.graded - set(self.slots))

    def asked(self, student: str) -> dict[str, Question]:
        """Return what a student is asked, by slot, with the student's own numbers."""
        quiz = self.released
        return {
            slot: as_asked(
                self.questions[entry["id"]], seed(quiz.edition, quiz.quiz, student, entry["id"])
            )
            for slot, entry in quiz.asked(student).items()
        }


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
    root = Path(coursedir.root)
    lists = [root / name for name in (dropped.FILE_NAME, given_back.FILE_NAME)]
    files = [*joined.files(root / "bank", about["quiz"]), *lists]
    # The files themselves are part of the question asked of the cache: Formgrader grades in a
    # server that runs for days, and a mended key must count at once.
    stamps = tuple(_stamp(file) for file in (path, folder / public.FILE_NAME, *files))
    return _assembled(path, root, about["quiz"], stamps)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        info = path.stat()
    except OSError:
        return 0, 0
    return info.st_mtime_ns, info.st_size


@lru_cache(maxsize=64)
def _about(path: Path, _stamp: tuple[int, int]) -> dict[str, Any] | None:
    """Return our metadata of a notebook in ``source/``, None when it has none."""
    try:
        about = json.loads(path.read_text(encoding="utf-8"))["metadata"][METADATA]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return about if isinstance(about, dict) and "quiz" in about else None


@lru_cache(maxsize=64)
def _assembled(path: Path, root: Path, quiz: str, _stamps: tuple[Any, ...]) -> QuizSource:
    try:
        bank = joined.load(root / "bank", quiz)
        plan = exam.read(root, quiz)
        given_up = dropped.kept(root)
        promises = given_back.kept(root, quiz)
    except banks.BankError as error:
        raise CannotGradeError(f"The bank of this quiz cannot be used:\n{error}") from error
    except SheetError as error:
        raise CannotGradeError(str(error)) from error
    document = json.loads(path.read_text(encoding="utf-8"))
    released = public.load(path.parent / public.FILE_NAME)
    questions: dict[str, Question] = {}
    for name, asked in released.questions.items():
        try:
            question = bank.question(name)
        except KeyError:
            raise CannotGradeError(
                f"The question {name!r} of {path} is not in the bank any more. {_WAY_OUT}"
            ) from None
        changed = differences(asked, public.public(question))
        if changed:
            raise CannotGradeError(
                f"The question {name!r} was asked in another way than the bank has it now:"
                f" {'; '.join(changed)}. {_WAY_OUT}"
            )
        questions[name] = question
    slots = {slot["id"]: float(slot["points"]) for slot in released.slots}
    graded = {
        cell["metadata"]["nbgrader"]["grade_id"]
        for cell in document["cells"]
        if cell["metadata"].get("nbgrader", {}).get("grade")
    }
    if not graded >= set(slots):
        missing = ", ".join(sorted(set(slots) - graded))
        raise CannotGradeError(f"{path} has no graded cell for: {missing}. Build the quiz again.")
    return QuizSource(
        quiz=bank.quiz,
        title=bank.title,
        notebook=document,
        released=released,
        questions=questions,
        slots=slots,
        graded=frozenset(graded),
        dropped={name: why for name, why in given_up.items() if name in questions},
        promises=promises,
        cut=plan.cut if plan else None,
        digest=_digest(
            questions.values(),
            path.read_text(encoding="utf-8"),
            [*map(str, sorted(given_up.items(), key=lambda each: each[0]))],
            [*map(str, sorted(promises.items(), key=lambda each: each[0]))],
        ),
    )


def _digest(questions: Iterable[Question], notebook: str, *lists: list[str]) -> str:
    # Where in which file a question stands changes no mark.
    told = [_plain(repr(replace(one, line=0, origin=Path()))) for one in questions]
    told += [notebook, *(line for each in lists for line in each)]
    return hashlib.sha256("\n".join(told).encode("utf-8")).hexdigest()[:16]


# Fields that came later, where a question does not use them: what was marked before still stands.
_LATER = (", credit=None", ", any_order=()", ", certainty=False")


def _plain(question: str) -> str:
    for field in _LATER:
        question = question.replace(field, "")
    return question


_WAY_OUT = (
    "Students have answered it as it was. Put it back as it was asked, under this id, and give"
    " the changed question an id of its own for the next edition"
    " (running-muscles quiz copy makes one). Nothing was graded or changed."
)

"""One quiz from one or two files: the open bank, and what an academy adds or puts in its place.

``bank/<quiz>.yaml`` is the whole bank of a quiz. ``bank/own/<quiz>.yaml``, where there is one,
holds an academy's own questions in the same form: a question with an id of the open bank takes
its place, one with a new id joins, and `leave_out` names open questions that are not to be asked
(`leave_out: all` for every one). It may add slots.

An exam has no bank of its own: ``exams/<name>.toml`` beside the bank folder names slots of others.
"""

from __future__ import annotations

from pathlib import Path

from running_muscles.quiz import bank as banks
from running_muscles.quiz import exam, located_yaml
from running_muscles.quiz.bank import BankError, Problem
from running_muscles.quiz.located_yaml import Located
from running_muscles.quiz.questions import Bank

OWN = "own"


def files(folder: Path, quiz: str) -> list[Path]:
    """Return the files of a quiz in a bank folder, the open one first; those that exist."""
    if exam.is_there(folder.parent, quiz):
        plan = exam.path_of(folder.parent, quiz)
        return [plan, *(path for each in quizzes(folder) for path in files(folder, each))]
    return [
        path for path in (folder / f"{quiz}.yaml", folder / OWN / f"{quiz}.yaml") if path.exists()
    ]


def home(path: Path) -> tuple[Path, str]:
    """Return the bank folder and the quiz of a bank file."""
    folder = path.parent.parent if path.parent.name == OWN else path.parent
    return folder, path.stem


def quizzes(folder: Path) -> list[str]:
    """Return the quizzes of a bank folder, in order."""
    found = {path.stem for place in (folder, folder / OWN) for path in place.glob("*.yaml")}
    return sorted(found)


def quiz_of(folder: Path, question_id: str) -> str | None:
    """Return the quiz that holds a question; None when none does.

    Raises
    ------
    BankError
        When a bank cannot be read.
    """
    for quiz in quizzes(folder):
        if any(question.id == question_id for question in load(folder, quiz).questions):
            return quiz
    return None


def load(folder: Path, quiz: str, *, against_schema: bool = True) -> Bank:
    """Load the bank of one quiz.

    Raises
    ------
    BankError
        With all problems found; the course's own rules are in `running_muscles.quiz.rules`.
    """
    plan = exam.read(folder.parent, quiz)
    if plan is not None:
        return exam.composed(
            folder.parent, plan, lambda one: load(folder, one, against_schema=against_schema)
        )
    there = files(folder, quiz)
    if not there:
        raise BankError([Problem(folder / f"{quiz}.yaml", 1, "", "The file is missing.")])
    if there == [folder / f"{quiz}.yaml"]:
        return banks.load(there[0], against_schema=against_schema)
    own = _read(there[-1])
    if len(there) == 1:
        return banks.from_parts([own], there[0], against_schema=against_schema)
    return banks.from_parts([_read(there[0]), own], there[-1], against_schema=against_schema)


def _read(path: Path) -> tuple[Path, Located]:
    try:
        return path, located_yaml.read(path)
    except located_yaml.YamlError as error:
        raise BankError([Problem(path, error.line, "", error.sentence)]) from error


def public_share(folder: Path, quiz: str) -> tuple[int, int]:
    """Return how many questions of a quiz are public, and how many there are.

    Public are those that come from the open bank, which anybody can read.
    """
    bank = load(folder, quiz)
    own = folder / OWN / f"{quiz}.yaml"
    public = sum(question.origin != own for question in bank.questions)
    return public, len(bank.questions)

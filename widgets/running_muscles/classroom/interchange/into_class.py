"""Take questions from elsewhere into a class: first as a draft, and when it is sound, as its own.

A draft lies in ``drafts/own/<quiz>.yaml`` of the class, where no command looks for questions, so
that nothing unfinished reaches a student. It moves to ``bank/own/`` when `quiz check` would find
nothing in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from running_muscles.classroom.interchange import lacking, to_bank
from running_muscles.classroom.interchange.carried import InterchangeError, Lost
from running_muscles.quiz import bank as banks
from running_muscles.quiz import guessable, joined, leaks, located_yaml, patterns
from running_muscles.quiz.bank import BankError, Problem
from running_muscles.quiz.questions import Bank, Question
from running_muscles.quiz.rules import known, problems

DRAFTS = "drafts"
_QUESTIONS = "questions:\n"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of questions from elsewhere.

    Attributes
    ----------
    path
        The file that they stand in now.
    names
        Their ids.
    to_mend
        Sentences; empty when they are in the class.
    lost
        What was lost on the way into the bank.
    """

    path: Path
    names: tuple[str, ...]
    to_mend: tuple[str, ...]
    lost: tuple[Lost, ...] = ()


def draft_of(class_folder: Path, quiz: str) -> Path:
    """Return where the draft of a quiz lies."""
    return class_folder / DRAFTS / joined.OWN / f"{quiz}.yaml"


def take(class_folder: Path, quiz: str, questions: Iterable[Question]) -> Taken:
    """Write questions as a draft of a quiz, and take it in when nothing is missing.

    Raises
    ------
    InterchangeError
        When a draft of this quiz lies there already, or there is nothing to take.
    BankError
        When a bank of the class cannot be read.
    """
    path = draft_of(class_folder, quiz)
    if path.exists():
        raise InterchangeError(
            f"{path} lies there already. Finish it with: running-muscles quiz import {path}"
            " or move it away."
        )
    every = _every(class_folder / "bank", quiz)
    bank = every[quiz]
    renamed, lost = _renamed(questions, _ids(every))
    if not renamed:
        raise InterchangeError(
            "No question of the file can be taken over. The list above says why."
        )
    lost += [loss for one in renamed for loss in to_bank.changed_points(one, bank)]
    told = [f"{one.id}: {sentence}" for one in renamed for sentence in lacking.missing(one, bank)]
    path.parent.mkdir(parents=True, exist_ok=True)
    text = _header(bank) + "".join(to_bank.block(one, bank) for one in renamed)
    path.write_text(text, encoding="utf-8", newline="\n")
    names = tuple(one.id for one in renamed)
    if told:
        return Taken(path, names, tuple(told), tuple(lost))
    return replace(_finished(class_folder, path, every), lost=tuple(lost))


def finish(class_folder: Path, draft: Path) -> Taken:
    """Check a draft, and move its questions into the class when nothing is wrong.

    Raises
    ------
    InterchangeError
        When the draft is none.
    BankError
        When a bank of the class cannot be read.
    """
    return _finished(class_folder, draft, _every(class_folder / "bank", draft.stem))


def _finished(class_folder: Path, draft: Path, every: dict[str, Bank]) -> Taken:
    folder, quiz = class_folder / "bank", draft.stem
    try:
        located = located_yaml.read(draft)
        names = tuple(one["id"] for one in located.data["questions"])
    except located_yaml.YamlError as error:
        raise BankError([Problem(draft, error.line, "", error.sentence)]) from error
    except (KeyError, TypeError) as error:
        raise InterchangeError(f"{draft}: this is no draft of questions ({error}).") from error
    found = [f"{name}: {told}" for name, told in _clashes(names, _ids(every))]
    found += map(str, _problems(joined.files(folder, quiz), quiz, draft, every))
    if found:
        return Taken(draft, names, tuple(found))
    text = draft.read_text(encoding="utf-8")
    _, _, block = text.partition(_QUESTIONS)
    path = patterns.add(folder, every[quiz], block)
    draft.unlink()
    return Taken(path, names, ())


def _problems(there: list[Path], quiz: str, draft: Path, every: dict[str, Bank]) -> list[Problem]:
    """Return what `quiz check` would find with the draft and does not find without."""
    try:
        parts = [(path, located_yaml.read(path)) for path in (*there, draft)]
        new = banks.from_parts(parts, there[0])
    except BankError as error:
        return error.problems
    return sorted(_found({**every, quiz: new}) - _found(every))


def _every(folder: Path, quiz: str) -> dict[str, Bank]:
    """Return the banks of a class by quiz; of one that it does not have, say so."""
    names = dict.fromkeys((*joined.quizzes(folder), quiz))
    return {name: joined.load(folder, name) for name in names}


def _found(every: dict[str, Bank]) -> set[Problem]:
    loaded = list(every.values())
    return {*problems(loaded, known()), *guessable.problems(loaded), *leaks.problems(loaded)}


def _header(bank: Bank) -> str:
    return f"quiz: {bank.quiz}\ntitle: {bank.title}\nlesson: {bank.lesson}\n{_QUESTIONS}"


def _ids(every: dict[str, Bank]) -> set[str]:
    return {question.id for bank in every.values() for question in bank.questions}


def _clashes(names: tuple[str, ...], there: set[str]) -> list[tuple[str, str]]:
    told = "The class has a question of this name. Choose another id."
    return [(name, told) for name in names if name in there]


def _renamed(questions: Iterable[Question], there: set[str]) -> tuple[list[Question], list[Lost]]:
    taken, made, lost = set(there), [], []
    for question in questions:
        name, number = question.id, 1
        while name in taken:
            number += 1
            name = f"{question.id[:44]}-{number}"
        if name != question.id:
            lost.append(
                Lost(name, f"the name {question.id}", "the class has a question of that name")
            )
        taken.add(name)
        made.append(replace(question, id=name))
    return made, lost

"""Find and read the answers in a folder that a student handed in.

Nothing in the folder is run, no link is followed. What can be read in one obvious way is read;
what cannot is a state with a sentence, never a row of zeros.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from running_muscles.quiz import responses
from running_muscles.quiz.draw import student_key
from running_muscles.quiz.questions import Question
from running_muscles.quiz.responses import FILE_NAME, UnreadableError
from running_muscles.quiz.safe_folder import walk
from running_muscles.quiz.shown_text import shown

# responses (1).json, responses-conflict-2026.json, Responses.JSON, "Copy of responses.json" ...
_ALIKE = re.compile(r"(respon[cs]es?|answers?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HandIn:
    """What one student handed in for one quiz.

    Attributes
    ----------
    asked
        The questions that the student had to answer, by slot.
    values
        Valid answers by slot. A slot without one was left open.
    problems
        Sentences about what does not count, or was read from an odd place.
    unreadable
        Why there are no answers to mark; empty when there are.
    answered_as
        The name that the answered draw was made for, when it is not the student's id.
    certainty
        How sure the student was, by slot, where it was asked and said.
    seconds
        How long a question was on the student's screen until the answer, by slot, where that is
        recorded.
    begun
        When the student first saw an exam, by the student's own clock; None where it is not told.
    """

    asked: Mapping[str, Question]
    values: Mapping[str, Any]
    problems: tuple[str, ...] = ()
    unreadable: str = ""
    answered_as: str = ""
    certainty: Mapping[str, str] = field(default_factory=dict)
    begun: datetime | None = None
    seconds: Mapping[str, float] = field(default_factory=dict)


def read(
    folder: Path,
    quiz: str,
    edition: str,
    student: str,
    asked_of: Callable[[str], Mapping[str, Question]],
) -> HandIn:
    """Read a hand-in. Never raises for anything that stands in its files.

    Parameters
    ----------
    folder
        The submitted folder. It is taken to have passed `check_safe`.
    quiz, edition
        The quiz that is graded. Answers to another one count for nothing.
    student
        The id in the class.
    asked_of
        Gives the questions by slot for a student's name.
    """
    own = asked_of(student)
    try:
        data, notes = _document(folder, quiz)
        entries = responses.entries(data, quiz)
        if data.get("edition", edition) != edition:
            raise UnreadableError(
                f"{FILE_NAME} holds answers to another edition of this quiz,"
                f" {shown(data['edition'])!r}. Ask the student which class it was fetched from."
            )
    except UnreadableError as error:
        return HandIn(own, {}, unreadable=str(error) + _strays(folder))
    named = data.get("student")
    answered_as = ""
    if isinstance(named, str) and student_key(named) not in ("", student_key(student)):
        answered_as = shown(named)
        own = asked_of(named)
        notes.append(
            f"The quiz was answered under the name '{answered_as}', so the questions of that"
            " name were marked."
        )
    by_id = {question.id: question for question in own.values()}
    answers = responses.valid(entries, by_id)
    slots = {question.id: slot for slot, question in own.items()}
    return HandIn(
        asked=own,
        values={slots[name]: value for name, value in answers.values.items()},
        problems=(*notes, *answers.problems),
        answered_as=answered_as,
        certainty={slots[name]: mark for name, mark in answers.certainty.items()},
        begun=_begun(data),
        seconds={slots[name]: told for name, told in answers.seconds.items()},
    )


def _begun(data: dict[str, Any]) -> datetime | None:
    told = responses.begun(data)
    return datetime.fromisoformat(told) if told else None


def _document(folder: Path, quiz: str) -> tuple[dict[str, Any], list[str]]:
    """Return the file of answers, and a note when it was not where it belongs.

    Raises
    ------
    UnreadableError
        When there is none, or more than one that could be meant.
    """
    path = folder / FILE_NAME
    others = [other for other in _candidates(folder) if other != path]
    if os.path.lexists(path):
        data = responses.decoded(responses.content(path))
        responses.entries(data, quiz)
        return data, [_not_read(folder, others)] if others else []
    readable = {other: data for other in others if (data := _answers_in(other, quiz))}
    if not readable:
        responses.content(path)  # says that it is not there
    if len(readable) > 1:
        names = ", ".join(shown(other.relative_to(folder)) for other in readable)
        raise UnreadableError(
            f"There is no {FILE_NAME}, and more than one file may be meant: {names}."
            f" Rename the right one to {FILE_NAME}."
        )
    (other,) = readable
    where = shown(other.relative_to(folder), 80)
    return readable[other], [f"The answers were read from '{where}', as there is no {FILE_NAME}."]


def _not_read(folder: Path, others: list[Path]) -> str:
    names = ", ".join(f"'{shown(other.relative_to(folder), 80)}'" for other in others[:5])
    return f"Only {FILE_NAME} was read. Beside it lies {names}, which may be another version."


def _strays(folder: Path) -> str:
    """Name the files that probably hold the answers, as the end of a sentence."""
    others = [other for other in _candidates(folder) if other != folder / FILE_NAME]
    if not others:
        return ""
    names = ", ".join(f"'{shown(other.relative_to(folder), 80)}'" for other in others[:5])
    return f" The answers may be in {names}."


def _answers_in(path: Path, quiz: str) -> dict[str, Any] | None:
    try:
        data = responses.decoded(responses.content(path))
        responses.entries(data, quiz)
    except UnreadableError:
        return None
    return dict(data)


def _candidates(folder: Path) -> list[Path]:
    """Return plain files that are named like answers, at most `MAX_DEPTH` folders down."""
    found = []
    for path, info in walk(folder):
        if stat.S_ISREG(info.st_mode) and _ALIKE.search(path.name) and ".json" in path.name.lower():
            found.append(path)
    return sorted(found)

"""What goes in and out of every writer and reader, and what is lost on the way."""

from __future__ import annotations

from dataclasses import dataclass

from running_muscles.quiz.questions import Question


class InterchangeError(ValueError):
    """A file that cannot be read, or questions that cannot be written; says what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Lost:
    """One thing that a format cannot hold.

    Attributes
    ----------
    question
        The id of the question, or its place in the file; "" where it is about all of them.
    what, why
        What is not carried, and the reason, each without a full stop.
    """

    question: str
    what: str
    why: str

    def __str__(self) -> str:
        """Return ``question: what, because why``."""
        who = f"{self.question}: " if self.question else ""
        return f"{who}{self.what}, because {self.why}"


@dataclass(frozen=True, slots=True)
class Bundle:
    """Questions to be written.

    Attributes
    ----------
    name
        Of the quiz, such as ``03-core``.
    title
        As learners see it.
    questions
        Without families: each has its numbers. Those of one slot may stand in for each other.
    lost
        What was lost in making them.
    """

    name: str
    title: str
    questions: tuple[Question, ...]
    lost: tuple[Lost, ...] = ()

    def by_slot(self) -> dict[str, list[Question]]:
        """Return the questions of each slot, in order."""
        found: dict[str, list[Question]] = {}
        for question in self.questions:
            found.setdefault(question.slot, []).append(question)
        return found


@dataclass(frozen=True, slots=True)
class Written:
    """A file in another system's format, and what it does not hold."""

    content: bytes
    lost: tuple[Lost, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """Questions of another system's file, and what of it they do not hold.

    A text that the file does not have is empty here; points are 0 where it names none.
    """

    questions: tuple[Question, ...]
    lost: tuple[Lost, ...]


def told_once(lost: list[Lost]) -> tuple[Lost, ...]:
    """Return what was lost, each once, in the order of the questions."""
    return tuple(dict.fromkeys(lost))


def summed_up(lost: tuple[Lost, ...]) -> list[str]:
    """Return a sentence for each thing that was lost; questions that lost the same share one."""
    who: dict[tuple[str, str], list[str]] = {}
    for one in lost:
        who.setdefault((one.what, one.why), []).append(one.question)
    return [
        f"{what}, because {why}" + (f": {', '.join(names)}" if any(names) else "")
        for (what, why), names in who.items()
    ]

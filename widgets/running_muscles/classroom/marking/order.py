"""In which order answers stand, and what each is called where names are hidden."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """What has a place: a slot of the quiz, a question of that slot, a student."""

    @property
    def student(self) -> str: ...  # noqa: D102
    @property
    def slot(self) -> str: ...  # noqa: D102
    @property
    def question_id(self) -> str: ...  # noqa: D102


One = TypeVar("One", bound=Placed)


def ordered(
    answers: Iterable[One],
    slots: Sequence[str],
    questions: Sequence[str],
    lot_of: str | None = None,
) -> list[One]:
    """Return answers by slot, within it by question, within it by student.

    A slot asks different students different questions. Answers to the same one stand together, so
    that one rubric is held against all of them before the next.

    Parameters
    ----------
    slots, questions
        Ids in the order of the quiz and of its bank.
    lot_of
        Students stand in the order of their ids; with this, in an order drawn by lot from it,
        the same each time, and another one in each slot.
    """
    slot_at = {name: at for at, name in enumerate(slots)}
    question_at = {name: at for at, name in enumerate(questions)}

    def place(one: One) -> tuple[int, int, str, str]:
        drawn = "" if lot_of is None else lot(lot_of, one.slot, one.student)
        return slot_at[one.slot], question_at[one.question_id], drawn, one.student

    return sorted(answers, key=place)


def lot(*parts: str) -> str:
    """Return a lot: the same parts always draw the same."""
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

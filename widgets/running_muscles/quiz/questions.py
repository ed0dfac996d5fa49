"""What a question is: one frozen class per type, and the bank that holds them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a `Single` or `Multiple` question.

    `credit` is its own share of the points, where the bank gives one: of a wrong option of a
    `Single` between 0 and 1, of a `Multiple` below 0 where it takes points away.
    """

    id: str
    text: str
    correct: bool
    reason: str
    credit: float | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to put in order."""

    id: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Region:
    """One region of the body map that is worth a word of its own."""

    id: str
    correct: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong number that many people reach, and why it is wrong."""

    value: float
    tolerance: float
    reason: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number in a `Numeric` question that differs from student to student."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """What makes one `Numeric` question many: its parameters, and expressions over them.

    Attributes
    ----------
    parameters
        The numbers that differ. `{name}` in stem and reasons stands for them.
    value
        The expression that gives the right answer, in the unit of the answer.
    mistakes
        One expression for each mistake, in the order of the question's `mistakes`.
    """

    parameters: tuple[Parameter, ...]
    value: str
    mistakes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One line of the rubric of a free-text question."""

    points: float
    criterion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What all questions share.

    `line` is where it starts in `origin`, its bank file. `slot` names the slot of a quiz that it
    may fill, from which objective, level and points come; a checkpoint has no slots. `certainty`
    asks how sure the learner is, which is kept as data and changes no points.
    """

    type: ClassVar[str]

    id: str
    objective: str
    level: str
    points: float
    stem: str
    sources: tuple[str, ...]
    line: int
    slot: str = ""
    origin: Path = Path()
    certainty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Single(Question):
    """Choose one option."""

    type: ClassVar[str] = "single"
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(Question):
    """Choose every option that is right."""

    type: ClassVar[str] = "multiple"
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric(Question):
    """Give a number, in a unit chosen from `units` (unit -> factor to `unit`).

    With a `family`, the numbers here are those of its first member;
    `running_muscles.quiz.variants.member` gives the others.
    """

    type: ClassVar[str] = "numeric"
    value: float
    tolerance: float
    unit: str
    units: tuple[tuple[str, float], ...]
    reason: str
    mistakes: tuple[Mistake, ...]
    family: Family | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Question):
    """Put the items in order; they stand here in a right one.

    Items of one group of `any_order` follow each other, and may stand in any order.
    """

    type: ClassVar[str] = "order"
    items: tuple[Item, ...]
    any_order: tuple[tuple[str, ...], ...] = ()

    def ranks(self) -> dict[str, int]:
        """Return the place of each item, from 1; items of one group share the place."""
        found: dict[str, int] = {}
        for item in self.items:
            group = next((names for names in self.any_order if item.id in names), ())
            place = next((found[name] for name in group if name in found), 0)
            found[item.id] = place or max(found.values(), default=0) + 1
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotspot(Question):
    """Click a region of the body map."""

    type: ClassVar[str] = "hotspot"
    view: str
    regions: tuple[Region, ...]
    elsewhere: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Question):
    """Write an answer; a person marks it with the rubric."""

    type: ClassVar[str] = "text"
    max_words: int
    rubric: tuple[Criterion, ...]
    model_answer: str


def is_open(value: Any) -> bool:
    """Say whether a value of ``responses.json`` is no answer: nothing, or nothing but spaces."""
    return not value.strip() if isinstance(value, str) else value in (None, [], {})


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in a quiz, filled by one of several interchangeable questions.

    `arithmetic` says that some of them are sums that need nothing but their own stem.
    """

    id: str
    objective: str
    level: str
    points: float
    line: int
    arithmetic: bool = False


@dataclass(frozen=True, slots=True)
class Bank:
    """All questions of one file. `slots` is empty for an ungraded checkpoint."""

    quiz: str
    title: str
    lesson: str
    slots: tuple[Slot, ...]
    questions: tuple[Question, ...]
    path: Path

    def filling(self, slot_id: str) -> tuple[Question, ...]:
        """Return the questions that may fill a slot."""
        return tuple(question for question in self.questions if question.slot == slot_id)

    def is_written(self, slot_id: str) -> bool:
        """Return whether a person marks the answers of a slot."""
        return any(isinstance(question, Text) for question in self.filling(slot_id))

    def question(self, question_id: str) -> Question:
        """Return the question with this id.

        Raises
        ------
        KeyError
            When the bank holds no such question.
        """
        for question in self.questions:
            if question.id == question_id:
                return question
        raise KeyError(question_id)

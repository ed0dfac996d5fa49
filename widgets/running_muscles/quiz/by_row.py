"""Questions that are answered row by row: pairs to match, gaps in a text, labels for the body.

An answer is a mapping of row ids to what was chosen there; a row that is left open is not in it.
Each row is worth the same share, and what is wrong in one row takes nothing from another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from running_muscles.quiz.questions import Option, Question
from running_muscles.quiz.regions import region_name
from running_muscles.translation.spoken import N_

OTHER_LINE = N_("This belongs to another line.")
# {{a-gap}} stands in a text for the list to choose from.
GAP = re.compile(r"\{\{([a-z0-9-]+)\}\}")


@dataclass(frozen=True, slots=True)
class Pair:
    """One row of a `Match`. `answer` is the id of the choice that belongs to it."""

    id: str
    text: str
    answer: str
    reason: str


@dataclass(frozen=True, slots=True)
class Partner:
    """One choice of a `Match`. `reason` is for who gives it to a row that is not its own."""

    id: str
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap of a `Gaps` text, with its own list."""

    id: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """One name to be put on the body. Every one of `regions` is right."""

    id: str
    text: str
    regions: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Question):
    """Find the choice that belongs to each row; choices may be left over, or serve twice."""

    type: ClassVar[str] = "match"
    rows: tuple[Pair, ...]
    choices: tuple[Partner, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps(Question):
    """Fill the gaps of `text`, each from a list; ``{{id}}`` stands for a gap."""

    type: ClassVar[str] = "gaps"
    text: str
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels(Question):
    """Put each label on its place of the body map."""

    type: ClassVar[str] = "labels"
    view: str
    labels: tuple[Label, ...]
    elsewhere: str


Rowed = Match | Gaps | Labels
ROWED = (Match, Gaps, Labels)


@dataclass(frozen=True, slots=True)
class Row:
    """What the three kinds have in common.

    Attributes
    ----------
    right
        Ids of choices; any of them is right.
    choices
        Texts by id; None where every region of the body map may be chosen.
    told, otherwise
        What to say of a wrong choice, by id, and of every other one.
    """

    id: str
    text: str
    right: tuple[str, ...]
    reason: str
    choices: Mapping[str, str] | None
    told: Mapping[str, str] = field(default_factory=dict)
    otherwise: str = ""

    def with_choice(self, choice: str) -> str:
        """Return the row with a choice: ``Gluteus maximus: pushes the thigh back``.

        Raises
        ------
        KeyError
            When the row has no such choice.
        """
        return f"{self.text}: {self._name(choice)}"

    def with_answer(self) -> str:
        """Return the row with all that is right there; of the body, left and right as one."""
        names = [self._name(choice) for choice in self.right]
        if self.choices is None and len(names) > 1:
            names = [re.sub(r", (left|right)$", "", name) for name in names]
        return f"{self.text}: {' or '.join(dict.fromkeys(names))}"

    def _name(self, choice: str) -> str:
        return region_name(choice) if self.choices is None else self.choices[choice]

    def reason_against(self, choice: str) -> str:
        """Return why a choice is wrong here."""
        return self.told.get(choice) or self.otherwise


def rows_of(question: Rowed) -> tuple[Row, ...]:
    """Return the rows of a question with their keys."""
    return _ROWS[type(question)](question)


def _pairs(question: Match) -> tuple[Row, ...]:
    texts = {choice.id: choice.text for choice in question.choices}
    told = {choice.id: choice.reason for choice in question.choices}
    other = OTHER_LINE
    return tuple(
        Row(row.id, row.text, (row.answer,), row.reason, texts, told, other)
        for row in question.rows
    )


def _gaps(question: Gaps) -> tuple[Row, ...]:
    return tuple(
        Row(
            gap.id,
            f"Gap {number}",
            tuple(one.id for one in gap.options if one.correct),
            " ".join(one.reason for one in gap.options if one.correct),
            {one.id: one.text for one in gap.options},
            {one.id: one.reason for one in gap.options},
        )
        for number, gap in enumerate(question.gaps, 1)
    )


def _labels(question: Labels) -> tuple[Row, ...]:
    return tuple(
        Row(one.id, one.text, one.regions, one.reason, None, otherwise=question.elsewhere)
        for one in question.labels
    )


_ROWS: dict[type, Callable[[Any], tuple[Row, ...]]] = {
    Match: _pairs,
    Gaps: _gaps,
    Labels: _labels,
}


def asked(question: Question) -> str:
    """Return what a question asks, in the bank's marks: its stem, and a text with its gaps."""
    if not isinstance(question, Gaps):
        return question.stem
    numbers = {gap.id: number for number, gap in enumerate(question.gaps, 1)}
    return f"{question.stem}\n\n{numbered(question.text, numbers)}"


def numbered(text: str, numbers: Mapping[str, int]) -> str:
    """Return a text with its gaps as ``**(1) …**``, for where nothing can be chosen."""
    return GAP.sub(lambda found: f"**({numbers.get(found[1], '?')}) …**", text)


def in_reading_order(texts: list[tuple[str, str]]) -> list[dict[str, str]]:
    """Return ids and texts as learners get them: by alphabet, numbers by size.

    So the order in which a bank writes them tells nothing, and one is soon found in a list.
    """
    return [{"id": name, "text": text} for name, text in sorted(texts, key=_alphabetical)]


def _alphabetical(one: tuple[str, str]) -> list[tuple[int, float, str]]:
    parts = re.split(r"(\d+(?:\.\d+)?)", one[1].casefold())
    return [(0, float(part), "") if n % 2 else (1, 0.0, part) for n, part in enumerate(parts)]

"""What a bank's texts must be: there, and different where a learner has to choose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from running_muscles.quiz.by_row import Gaps, Labels, Match
from running_muscles.quiz.markup import unknown
from running_muscles.quiz.questions import (
    Hotspot,
    Multiple,
    Numeric,
    Order,
    Question,
    Single,
    Text,
)

# Marks that change how a text looks and not what it says.
_EMPHASIS = re.compile(r"(\*\*|__|\*|_|`)(?=\S)(.+?)(?<=\S)\1")
_ONE_LINE = "the text of choice"
# Letters, numbers, signs and punctuation can be seen; spaces of any width cannot.
_SEEN = frozenset("LNSP")


def texts(question: Question) -> Iterator[tuple[str, str]]:
    """Yield every text of a question that a learner reads, with what it is."""
    yield "`stem`", question.stem
    choices = [choice for group in _choices(question) for choice in group]
    for at, (text, reason) in enumerate(choices, 1):
        yield f"{_ONE_LINE} {at}", text
        if reason is not None:
            yield f"the reason of choice {at}", reason
    if isinstance(question, Gaps):
        yield "`text`", question.text
    if isinstance(question, Labels):
        yield "`elsewhere`", question.elsewhere
    if isinstance(question, Hotspot):
        yield "`elsewhere`", question.elsewhere
        yield from ((f"the reason of {one.id}", one.reason) for one in question.regions)
    if isinstance(question, Numeric):
        yield "`reason`", question.reason
        yield from ((f"the reason of {one.value:g}", one.reason) for one in question.mistakes)
    if isinstance(question, Text):
        yield "`model_answer`", question.model_answer
        yield from (("a criterion of the rubric", one.criterion) for one in question.rubric)


def problems(question: Question) -> Iterator[str]:
    """Yield a sentence for each text that cannot be read as meant, and for choices alike."""
    for what, text in texts(question):
        name = f"{what[0].upper()}{what[1:]}"
        if is_blank(text):
            yield f"{name} is blank: it holds nothing to be seen. Write it."
        for sign in unknown(text, one_line=what.startswith(_ONE_LINE)):
            yield (
                f"{name} holds {sign}, which learners would see as its signs. Write it with bold,"
                " italic, code, lists, links or $mathematics$, or in words."
            )
    for group in _choices(question):
        yield from _twins([text for text, _ in group])
    if isinstance(question, Numeric):
        yield from _units([unit for unit, _ in question.units])


def is_blank(text: str) -> bool:
    """Return whether nothing of a text can be seen: spaces of any kind and width, or nothing."""
    return not any(unicodedata.category(one)[0] in _SEEN for one in text)


def alike(text: str) -> str:
    """Return what texts have in common that a learner cannot tell apart for sure.

    Case, spaces, invisible characters, emphasis, and a full stop at the end do not count.
    """
    plain = unicodedata.normalize("NFKC", text)
    while (less := _EMPHASIS.sub(r"\2", plain)) != plain:
        plain = less
    kept = "".join(one for one in plain if unicodedata.category(one) != "Cf")
    return " ".join(kept.casefold().split()).rstrip(".")


def _choices(question: Question) -> list[list[tuple[str, str | None]]]:
    """Return what a learner chooses from, each with its reason, and in which lists."""
    if isinstance(question, Single | Multiple):
        return [[(option.text, option.reason) for option in question.options]]
    if isinstance(question, Order):
        return [[(item.text, item.reason) for item in question.items]]
    if isinstance(question, Match):
        choices = [(choice.text, choice.reason or None) for choice in question.choices]
        return [[(row.text, row.reason) for row in question.rows], choices]
    if isinstance(question, Gaps):
        return [[(one.text, one.reason) for one in gap.options] for gap in question.gaps]
    if isinstance(question, Labels):
        return [[(label.text, label.reason) for label in question.labels]]
    return []


def _twins(choices: Iterable[str]) -> Iterator[str]:
    first: dict[str, str] = {}
    for text in choices:
        same = first.setdefault(alike(text), text)
        if same is not text:
            yield (
                f"Two choices read the same: {same!r} and {text!r}. Nobody can tell which is"
                " meant; change one."
            )


def _units(units: list[str]) -> Iterator[str]:
    first: dict[str, str] = {}
    for unit in units:
        plain = "".join(unicodedata.normalize("NFKC", unit).split())
        if unit.strip() != unit or (unit and is_blank(unit)):
            yield f"The unit {unit!r} has spaces around it. Take them out."
        elif first.setdefault(plain, unit) != unit:
            yield f"The units {first[plain]!r} and {unit!r} look the same. Keep one."

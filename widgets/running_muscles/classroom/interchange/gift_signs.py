"""The signs of GIFT: what each means, and a backslash that takes its meaning away."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

_FORMAT = re.compile(r"^\[(html|moodle|plain|markdown)\]\s*", re.IGNORECASE)
_WEIGHT = re.compile(r"^%(-?[0-9]{1,3}(?:\.[0-9]*)?)%")
# A sign that counts: without a backslash before it.
NOT_ESCAPED = r"(?<!\\)(?:\\\\)*"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: its mark, its weight in per cent where it has one, its text and its reason."""

    mark: str
    share: float | None
    text: str
    reason: str


def answers(inside: str, marks: str) -> Iterator[Answer]:
    """Yield each answer between the braces, which begins with one of some marks."""
    pieces = re.split(rf"(?<!\\)((?:\\\\)*)([{re.escape(marks)}])", inside)
    # Text before the first mark, then thrice: backslashes, the mark, what follows it.
    for at in range(1, len(pieces) - 1, 3):
        text = pieces[at + 2] + (pieces[at + 3] if at + 3 < len(pieces) else "")
        text = text.strip()
        weight = _WEIGHT.match(text)
        if weight:
            text = text[weight.end() :]
        cut = first(text, "#")
        yield Answer(
            pieces[at + 1],
            float(weight[1]) if weight else None,
            (text if cut is None else text[:cut]).strip(),
            "" if cut is None else text[cut + 1 :].strip(),
        )


def halves(text: str) -> tuple[str, str]:
    """Return both sides of a pair."""
    left, _, right = text.rpartition("->")
    return left.strip(), plain(right).strip()


def number(text: str) -> tuple[float, float]:
    """Return a number and its tolerance, of ``5``, ``5:0.1`` or ``4..6``."""
    written = plain(text)
    low, dots, high = written.partition("..")
    value, _, tolerance = written.partition(":")
    try:
        if dots:
            return (float(low) + float(high)) / 2, (float(high) - float(low)) / 2
        return float(value), float(tolerance or 0)
    except ValueError:
        return math.nan, 0.0


def text_format(text: str, otherwise: str) -> tuple[str, str]:
    """Return the format that a text names, or another one, and the text behind it."""
    found = _FORMAT.match(text)
    return (found[1].lower(), text[found.end() :]) if found else (otherwise, text)


def plain(text: str) -> str:
    """Return a text without the backslashes that GIFT needs."""
    return re.sub(r"\\(n|[\\:#={}~])", lambda m: "\n" if m[1] == "n" else m[1], text)


def first(text: str, sign: str) -> int | None:
    """Return where a sign stands first without a backslash."""
    found = re.search(rf"(?<!\\)((?:\\\\)*){re.escape(sign)}", text)
    return None if found is None else found.end() - len(sign)


def last(text: str, sign: str) -> int | None:
    """Return where a sign stands last without a backslash."""
    found = list(re.finditer(rf"(?<!\\)(?:\\\\)*{re.escape(sign)}", text))
    return found[-1].end() - len(sign) if found else None

"""Which changes of a question leave every answer that was given to it with its meaning.

Free at any time, as no learner's answer refers to them: keys, reasons, model answers, rubrics,
tolerances, known mistakes, the longest length of a text, whether it asks how sure one is.

Mended wording is accepted in a stem, an option or an item: spelling, small words such as "the"
and "of", and a few words more. Refused are a change of type, points, ids, units, parameters or
view; a word that is gone, unless one that is spelled almost alike stands in its place; more new
words than a quarter of what there was (two are always free); and any change of a number or of a
word that turns a sentence round, such as "not" or "left".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

FREE = frozenset({"certainty", "criteria", "max_words"})
TURNING = frozenset(
    """
    not no never none without except least most more less fewer left right first last before
    after above below front back only all always increase decrease rise fall true false wrong
    higher lower longer shorter faster slower strong weak
    """.split()  # noqa: SIM905
)
SMALL = frozenset(
    """
    a an the of in on at to for by is are was were be been this that these those it its and or
    with from as which what who how when where your you their they he she his her
    """.split()  # noqa: SIM905
)
# How alike two spellings of one word are: 1 is the same, "colour" and "colours" are 0.92.
ALIKE = 0.75
_TEXTS = {"stem": "the stem", "text": "the text"}
_LISTS = frozenset({"options", "items", "rows", "choices"})
_WORDS = re.compile(r"[^\W_]+(?:[.,'\u2019][^\W_]+)*")


def differences(asked: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Return what has changed so that answers may have lost their meaning; empty when nothing.

    Parameters
    ----------
    asked, now
        The question as it was released and as the bank has it: entries of ``questions.json``.
    """
    return list(_differences(asked, now))


def _differences(asked: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    for key in sorted((set(asked) | set(now)) - FREE):
        before, after = asked.get(key), now.get(key)
        if before == after:
            continue
        if key in _TEXTS:
            yield from _reworded(_TEXTS[key], str(before), str(after))
        elif key in _LISTS:
            yield from _parts(key, before or [], after or [])
        elif key == "gaps":
            yield from _gaps(before or [], after or [])
        else:
            yield f"`{key}` was {before} and is {after}"


def _gaps(before: list[Mapping[str, Any]], after: list[Mapping[str, Any]]) -> Iterator[str]:
    old, new = ({gap["id"]: gap["options"] for gap in gaps} for gaps in (before, after))
    if list(old) != list(new):
        yield f"`gaps` were {', '.join(old)} and are {', '.join(new)}"
        return
    for name in old:
        yield from _parts(f"gaps.{name}", old[name], new[name])


def _parts(
    key: str, before: list[Mapping[str, Any]], after: list[Mapping[str, Any]]
) -> Iterator[str]:
    old = {part["id"]: part["text"] for part in before}
    new = {part["id"]: part["text"] for part in after}
    for name in old.keys() - new.keys():
        yield f"`{key}` no longer holds {name!r}"
    for name in new.keys() - old.keys():
        yield f"`{key}` holds {name!r}, which was not there"
    for name in old.keys() & new.keys():
        yield from _reworded(f"the text of {name!r}", old[name], new[name])


def _reworded(what: str, before: str, after: str) -> Iterator[str]:
    old, new = (Counter(_WORDS.findall(text.lower())) for text in (before, after))
    gone, come = old - new, new - old
    telling = sorted(
        word
        for word in set(gone) | set(come)
        if word in TURNING or any(letter.isdigit() for letter in word)
    )
    lost = sorted(
        word
        for word in gone
        if word not in SMALL and not get_close_matches(word, list(come), 1, ALIKE)
    )
    if telling:
        yield f"{what} differs in {_listed(telling)}"
    elif lost:
        yield f"{what} no longer says {_listed(lost)}"
    elif _weight(come) - _weight(gone) > max(2, old.total() / 4):
        yield f"{what} says more than it did"


def _weight(words: Counter[str]) -> int:
    return sum(count for word, count in words.items() if word not in SMALL)


def _listed(words: list[str]) -> str:
    return ", ".join(repr(word) for word in words)

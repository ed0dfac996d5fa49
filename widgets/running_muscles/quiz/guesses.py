"""Rules that choose an option by its form, and know nothing of the subject.

A rule sees what a student sees, a stem and the texts of its options, and no key. It gives the
places of the options that it likes best; several of them share its one vote.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from running_muscles.quiz.wording import alike

Rule = Callable[[str, Sequence[str]], list[int]]

# What makes a statement careful, one row for each way of being so.
_HEDGES = (
    "may|might|could|would|can",  # what is possible, not what is
    "perhaps|maybe|possibly|probably|likely|unlikely|presumably",  # how sure
    "often|sometimes|usually|mostly|mainly|partly|generally|typically|rarely|seldom|hardly",
    "some|few|several|many|most|a little|somewhat|in part",  # how much
    "about|around|roughly|nearly|almost|on average",  # how exactly
    "seems?|appears?|suggests?|tends?",  # how it looks
    "depends?|it varies|varies|so far|as far as|not always|not yet|at least|unless|if",  # when
    "unclear|open|unknown|cannot tell|cannot say|does not show|we do not know",  # not decided
)
# What makes a statement sweeping. "Cannot tell" is careful, so "cannot" alone is not here.
_ABSOLUTES = (
    "always|never|ever",  # at all times
    "all|every|each|any|everyone|everybody|everything|anyone|anybody|whole",  # for all
    "none|no|nobody|nothing|nowhere|neither",  # for none
    "only|alone|entirely|completely|fully|exactly|totally|just",  # nothing else
    "must|has to|have to|proves?|proven|certain|certainly|sure|surely|for sure|at once",
)
# What gives a reason inside an option: wrong ones seldom take that trouble.
_REASONS = (
    "because|since|due to|thanks to",
    "so that|, so|which is why|that is why|therefore|hence",
    "as (?:it|they|he|she|the|its|their|this|that|you)",
)
# Words that two texts share without being about the same thing.
_SMALL_WORDS = """
a an the of to and in on for is are was were it that this these those with as at by her his he she
they them you your their its be been not or from so which what who whom whose when where why does do
did has have had how than then there more less most one two i we us our if but no yes can will would
may could should
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_ENDING = re.compile(r"(?<=[a-z]{3})(?:ing|ed|s)$")


def content(text: str) -> list[str]:
    """Return the words of a text that say what it is about, without their endings.

    So "muscle" and "muscles", or "lands" and "landing", are alike.
    """
    words = re.findall(r"[a-z]+|\d+(?:[.,]\d+)*", alike(text))
    return [_ENDING.sub("", word)[:5] for word in words if word not in _SMALL]


def _pattern(rows: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(rows)})\b")


def _counter(rows: Sequence[str]) -> Callable[[str], float]:
    pattern = _pattern(rows)
    return lambda text: len(pattern.findall(alike(text)))


_hedged, _absolute, _reasoned = (_counter(rows) for rows in (_HEDGES, _ABSOLUTES, _REASONS))


def _length(text: str) -> float:
    return len(alike(text))


def _best(values: Sequence[float]) -> list[int]:
    # Rounded, since shares that are equal on paper may differ in their last binary digit.
    close = [round(value, 9) for value in values]
    return [place for place, value in enumerate(close) if value == max(close)]


def _most(measure: Callable[[str], float], sign: int = 1) -> Rule:
    return lambda _, texts: _best([sign * measure(text) for text in texts])


def _second_longest(_: str, texts: Sequence[str]) -> list[int]:
    lengths = [_length(text) for text in texts]
    longest = _best(lengths)
    if len(longest) > 1:
        return longest
    return _best([-1 if at in longest else length for at, length in enumerate(lengths)])


def _stem_words(stem: str, texts: Sequence[str]) -> list[int]:
    asked = set(content(stem))
    return _best([len(asked & set(content(text))) for text in texts])


def _stem_share(stem: str, texts: Sequence[str]) -> list[int]:
    asked = set(content(stem))
    own = [set(content(text)) for text in texts]
    return _best([len(asked & words) / max(1, len(words)) for words in own])


def _place(wanted: Callable[[int], float]) -> Rule:
    """Choose the place nearest to the one wanted among so many."""
    return lambda _, texts: _best([-abs(at - wanted(len(texts))) for at in range(len(texts))])


def _odd_length(_: str, texts: Sequence[str]) -> list[int]:
    lengths = [_length(text) for text in texts]
    mean = sum(lengths) / len(lengths)
    return _best([abs(length - mean) for length in lengths])


def _kinship(texts: Sequence[str]) -> list[float]:
    """Return for each option how many of its words it shares with the others."""
    own = [set(content(text)) for text in texts]
    return [
        sum(len(a & b) / max(1, len(a | b)) for m, b in enumerate(own) if m != n)
        for n, a in enumerate(own)
    ]


def _odd_words(_: str, texts: Sequence[str]) -> list[int]:
    return _best([-share for share in _kinship(texts)])


def _common_words(_: str, texts: Sequence[str]) -> list[int]:
    return _best(_kinship(texts))


RULES: Mapping[str, Rule] = {
    "the longest": _most(_length),
    "the second longest": _second_longest,
    "the shortest": _most(_length, -1),
    "the odd one out by length": _odd_length,
    "the most hedged": _most(_hedged),
    "the least hedged": _most(_hedged, -1),
    "the most absolute": _most(_absolute),
    "the least absolute": _most(_absolute, -1),
    "the most like the stem, by share": _stem_share,
    "the most like the stem, by count": _stem_words,
    "the odd one out by words": _odd_words,
    "the most like the others": _common_words,
    "the one with a reason": _most(_reasoned),
    "the first": _place(lambda _: 0),
    "the middle": _place(lambda count: (count - 1) / 2),
    "the last": _place(lambda count: count - 1),
}

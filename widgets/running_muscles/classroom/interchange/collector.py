"""What every reader does with a question of another system: an id, plain texts, and notes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from running_muscles.classroom.interchange.carried import Lost, Read, told_once
from running_muscles.classroom.interchange.html_text import Reduced, from_html, from_plain
from running_muscles.quiz.by_row import Match, Pair, Partner
from running_muscles.quiz.questions import Item, Multiple, Option, Order, Question, Single
from running_muscles.quiz.rules_credit import ROUNDED

LONGEST_ID = 50
MOST_QUESTIONS = 5_000
_FULL = 1.0
# Systems write a third with five digits or seven.
_NEAR = 2e-4


class Collector:
    """Gathers the questions of one file, and what of them is lost.

    Attributes
    ----------
    questions, lost : list
    """

    def __init__(self) -> None:
        self.questions: list[Question] = []
        self.lost: list[Lost] = []
        self._ids: set[str] = set()

    def done(self) -> Read:
        """Return what was gathered."""
        return Read(tuple(self.questions), told_once(self.lost))

    def new_id(self, wanted: str) -> str:
        """Return an id of the bank's form that no question of this file has yet."""
        plain = slug(wanted) or f"question-{len(self._ids) + 1}"
        name, number = plain, 2
        while name in self._ids:
            name = f"{plain[: LONGEST_ID - 5]}-{number}"
            number += 1
        self._ids.add(name)
        return name

    def lose(self, question: str, what: str, why: str) -> None:
        """Note what of a question is lost."""
        self.lost.append(Lost(question, what, why))

    def text(self, question: str, source: str, kind: str = "html") -> str:
        """Return a text in the bank's marks; what they do not know is noted.

        Parameters
        ----------
        kind
            ``html``, or ``plain`` for a text whose signs stand for themselves.
        """
        reduced: Reduced = from_html(source) if kind == "html" else from_plain(source)
        for what in reduced.lost:
            self.lose(question, what, "a text of the bank is words, lists and links alone")
        return reduced.text

    def line(self, question: str, source: str, kind: str = "html") -> str:
        """Return a text of one line."""
        return " ".join(self.text(question, source, kind).split())

    def choice(
        self, about: dict[str, Any], rows: Sequence[tuple[str, str, float]], *, single: bool
    ) -> None:
        """Add a question of choice.

        Parameters
        ----------
        about
            What all questions share.
        rows
            Of each option its text, its reason, and the share of the points that it earns.
        single
            Whether one option is chosen, or several.
        """
        shares = [share for _, _, share in rows]
        if single:
            for text, _, share in rows:
                if share < -_NEAR:
                    self.lose(
                        about["id"],
                        f"the {100 * share:g} % that {text[:40]!r} takes",
                        "where one choice is right, a wrong one takes nothing in the bank",
                    )
            right = [share >= _FULL - _NEAR for share in shares]
            credit = [share if _NEAR < share < _FULL - _NEAR else None for share in shares]
            self.questions.append(Single(**about, options=_options(rows, right, credit)))
            return
        right = [share > _NEAR for share in shares]
        credit = self._own_shares(about["id"], shares)
        self.questions.append(Multiple(**about, options=_options(rows, right, credit)))

    def _own_shares(self, name: str, shares: list[float]) -> list[float | None]:
        """Return the shares of several right choices; None for each where they are the usual."""
        nothing: list[float | None] = [None] * len(shares)
        right = [share for share in shares if share > _NEAR]
        wrong = max(1, len(shares) - len(right))
        usual = [_FULL / len(right) if share > _NEAR else -_FULL / wrong for share in shares]
        pairs = zip(usual, shares, strict=True)
        if not right or all(abs(mine - share) <= _NEAR for mine, share in pairs):
            return nothing
        takes = all(share > _NEAR or share < -_NEAR for share in shares)
        if takes and abs(sum(right) - _FULL) <= ROUNDED and sum(shares) <= ROUNDED:
            return list(shares)
        self.lose(
            name,
            "its own shares of partial credit",
            "in the bank right choices add up to all points, and wrong ones take as much",
        )
        return nothing

    def match(
        self, about: dict[str, Any], pairs: Sequence[tuple[str, str]], told: dict[str, str]
    ) -> None:
        """Add pairs to match; one without a left side is a choice that belongs to none.

        Parameters
        ----------
        told
            The reason of each pair that has one, by its left side.
        """
        if not any(text for text, _ in pairs):
            self.lose(about["id"], "the whole question", "it has no pairs")
            return
        # By alphabet, so that the ids, which learners can see, tell nothing about the pairs.
        texts = sorted({answer for _, answer in pairs})
        names = dict(zip(texts, letters(len(texts)), strict=True))
        rows = tuple(
            Pair(f"row-{number}", text, names[answer], told.get(text, ""))
            for number, (text, answer) in enumerate((one for one in pairs if one[0]), 1)
        )
        choices = tuple(Partner(name, text) for text, name in names.items())
        self.questions.append(Match(**about, rows=rows, choices=choices))

    def order(self, about: dict[str, Any], rows: Sequence[tuple[str, str]]) -> None:
        """Add a question of order; the rows stand in the right one, each text with its reason."""
        # The ids in alphabetical order must not spell the right one.
        names = [*letters(len(rows))[1:], "a"]
        items = tuple(
            Item(name, text, reason) for name, (text, reason) in zip(names, rows, strict=True)
        )
        self.questions.append(Order(**about, items=items))


def slug(text: str) -> str:
    """Return a text as an id: lower-case words with hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")


def letters(count: int) -> list[str]:
    """Return as many short ids in alphabetical order."""
    return [chr(ord("a") + n) if n < 26 else f"z{n}" for n in range(count)]


def common(name: str, stem: str, points: float = 0.0, **more: Any) -> dict[str, Any]:
    """Return what all questions share, of one that comes from elsewhere."""
    return {
        "id": name,
        "stem": stem,
        "points": points,
        "objective": "",
        "level": "",
        "sources": (),
        "line": 0,
        **more,
    }


def _options(
    rows: Sequence[tuple[str, str, float]], right: list[bool], credit: list[float | None]
) -> tuple[Option, ...]:
    return tuple(
        Option(name, text, correct, reason, share)
        for name, (text, reason, _), correct, share in zip(
            letters(len(rows)), rows, right, credit, strict=True
        )
    )

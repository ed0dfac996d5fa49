"""Read questions from GIFT, by the rules of Moodle's own importer; `gift` writes them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from running_muscles.classroom.interchange import reasons
from running_muscles.classroom.interchange.carried import InterchangeError, Read
from running_muscles.classroom.interchange.collector import (
    MOST_QUESTIONS,
    Collector,
    common,
    slug,
)
from running_muscles.classroom.interchange.gift_signs import (
    NOT_ESCAPED,
    answers,
    first,
    halves,
    last,
    number,
    plain,
    text_format,
)
from running_muscles.classroom.interchange.html_text import unit_told
from running_muscles.quiz.questions import Mistake, Numeric, Text
from running_muscles.tables.sheet import SheetError, text_of

_WORDS = 120
_CATEGORY = re.compile(r"^\$CATEGORY:\s*(.*)$")
_NAME = re.compile(r"^::((?:\\.|(?!::).)*)::", re.DOTALL)
_TRUE = {"T": True, "TRUE": True, "F": False, "FALSE": False}


def read(content: bytes, name: str) -> Read:
    """Return the questions of a GIFT file.

    Raises
    ------
    InterchangeError
        When it is no text, or holds nothing that looks like a question.
    """
    try:
        text = text_of(content, name)
    except SheetError as error:
        raise InterchangeError(str(error)) from error
    into, slot, count = Collector(), "", 0
    for line, whole in _blocks(text.replace("\r\n", "\n").replace("\r", "\n")):
        category = _CATEGORY.match(whole)
        slot = slug(category[1].rstrip("/").split("/")[-1]) if category else slot
        block = whole[category.end() :].strip() if category else whole
        if not block:
            continue
        count += 1
        if count > MOST_QUESTIONS:
            raise InterchangeError(f"{name}: more than {MOST_QUESTIONS} questions. Split it.")
        _read_one(into, block, line, slot)
    if not count:
        raise InterchangeError(f"{name}: no question stands in it.")
    return into.done()


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield each block between empty lines, without comments, with its first line."""
    held: list[str] = []
    start = 1
    for at, line in enumerate([*text.split("\n"), ""], 1):
        if not line.strip():
            if held:
                yield start, "\n".join(held).strip()
            held = []
        elif not line.lstrip().startswith("//"):
            start = start if held else at
            held.append(line)


def _read_one(into: Collector, block: str, line: int, slot: str) -> None:
    named = _NAME.match(block)
    label = plain(named[1]).strip() if named else f"line {line}"
    rest = block[named.end() :].strip() if named else block
    opening, closing = first(rest, "{"), first(rest, "}")
    if opening is None or closing is None or closing < opening:
        into.lose(label[:60], "the whole text", "it holds no answers between { and }")
        return
    stem = rest[:opening] + ("_____" if rest[closing + 1 :].strip() else "") + rest[closing + 1 :]
    inside = rest[opening + 1 : closing].strip()
    general = ""
    if (found := last(inside, "####")) is not None:
        inside, general = inside[:found].strip(), inside[found + 4 :]
    kind, stem = text_format(stem.strip(), "moodle")
    name = into.new_id(label)
    about = common(name, _text(into, name, stem, kind), slot=slot)
    _Block(into, about, kind, general, unit_told(plain(stem))).add(inside)


class _Block:
    """The answers of one question."""

    def __init__(
        self, into: Collector, about: dict[str, Any], kind: str, general: str, unit: str
    ) -> None:
        self._into = into
        self._about = about
        self._name: str = about["id"]
        self._kind, self._general, self._unit = kind, general, unit

    def add(self, inside: str) -> None:
        """Read what stands between the braces, and add the question."""
        if not inside:
            self._essay()
        elif inside.startswith("#"):
            self._numbers(inside[1:].strip())
        elif re.search(NOT_ESCAPED + "~", inside):
            self._choices(inside)
        elif "->" in inside and re.search(NOT_ESCAPED + "=", inside):
            self._matching(inside)
        elif re.split(NOT_ESCAPED + "#", inside)[0].strip() in _TRUE:
            self._true_false(inside)
        else:
            self._into.lose(
                self._name, "the whole question", "the bank has no kind for a short answer in words"
            )

    def _essay(self) -> None:
        rubric, model = reasons.rubric_of(plain(text_format(self._general.strip(), self._kind)[1]))
        self._into.lose(
            self._name, "an answer of any length", f"{_WORDS} words are taken for the most"
        )
        self._into.questions.append(
            Text(**self._about, max_words=_WORDS, rubric=rubric, model_answer=model)
        )

    def _choices(self, inside: str) -> None:
        single = bool(re.search(NOT_ESCAPED + "=", inside))
        rows = []
        for answer in answers(inside, "=~"):
            share = 100.0 if answer.mark == "=" else answer.share or 0.0
            rows.append((self._line(answer.text), self._reason(answer.reason), share / 100))
        self._say_general()
        self._into.choice(self._about, rows, single=single)

    def _true_false(self, inside: str) -> None:
        word, *told = re.split(NOT_ESCAPED + "#", inside)
        truth = _TRUE[word.strip()]
        wrong, right = [*(self._reason(one) for one in told), "", ""][:2]
        rows = [
            ("True", right if truth else wrong, float(truth)),
            ("False", wrong if truth else right, float(not truth)),
        ]
        self._say_general()
        self._into.choice(self._about, rows, single=True)

    def _matching(self, inside: str) -> None:
        pairs = [halves(answer.text) for answer in answers(inside, "=")]
        places = [right for _, right in pairs]
        told = dict(reasons.of_list(plain(text_format(self._general.strip(), self._kind)[1])))
        if sorted(places) != sorted(str(n) for n in range(1, len(pairs) + 1)):
            if not told:
                self._say_general()
            lines = [(self._line(left), self._line(right)) for left, right in pairs]
            self._into.match(self._about, lines, told)
            return
        texts = [self._line(left) for left, _ in sorted(pairs, key=lambda pair: int(pair[1]))]
        self._into.order(self._about, [(text, told.get(text, "")) for text in texts])

    def _numbers(self, inside: str) -> None:
        if (catch_all := first(inside, "~")) is not None:
            inside = inside[:catch_all]
            self._into.lose(self._name, "the text for any other number", "the bank has none for it")
        body = inside if first(inside, "=") is not None else f"={inside}"
        read = []
        for answer in answers(body, "="):
            value, tolerance = number(answer.text)
            share = 100.0 if answer.share is None else answer.share
            if math.isfinite(value):
                read.append((share, value, tolerance, self._reason(answer.reason)))
        right = [one for one in read if one[0] >= 100]
        if not right:
            self._into.lose(self._name, "the whole question", "no number of it earns all points")
            return
        for share, value, _, _ in [*right[1:], *(one for one in read if 0 < one[0] < 100)]:
            self._into.lose(
                self._name, f"the {share:g} % that {value:g} earns", "the bank has one right number"
            )
        self._say_general()
        self._into.questions.append(
            Numeric(
                **self._about,
                value=right[0][1],
                tolerance=right[0][2],
                reason=right[0][3],
                unit=self._unit,
                units=((self._unit, 1.0),),
                mistakes=tuple(Mistake(*one[1:]) for one in read if one[0] <= 0),
            )
        )

    def _say_general(self) -> None:
        if self._general.strip():
            self._into.lose(
                self._name, "the text for everybody", "in the bank each choice has its own reason"
            )

    def _line(self, source: str) -> str:
        kind, text = text_format(source.strip(), self._kind)
        return " ".join(_text(self._into, self._name, text, kind).split())

    def _reason(self, source: str) -> str:
        kind, text = text_format(source.strip(), self._kind)
        return _text(self._into, self._name, text, kind)


def _text(into: Collector, name: str, source: str, kind: str) -> str:
    return into.text(name, plain(source), "plain" if kind in ("plain", "markdown") else "html")

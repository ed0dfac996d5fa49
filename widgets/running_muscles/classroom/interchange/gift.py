"""Write questions as GIFT, the plain text that Moodle and others read.

GIFT holds choices and numbers with a text for each answer. What it has no kind for is asked in
the nearest one, and said. `gift_reader` reads it back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from running_muscles.classroom.interchange import hotspots
from running_muscles.classroom.interchange.carried import Bundle, Lost, Written, told_once
from running_muscles.classroom.interchange.html_text import (
    answer_in,
    as_words,
    how_to_answer,
    line_to_html,
    to_html,
)
from running_muscles.classroom.interchange.not_held import shares, without
from running_muscles.classroom.interchange.reasons import as_list, rubric_as_html
from running_muscles.quiz.by_row import Match
from running_muscles.quiz.questions import (
    Hotspot,
    Multiple,
    Numeric,
    Order,
    Question,
    Single,
    Text,
)
from running_muscles.tables.typed_number import written

_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\#={}~:"} | {"\n": " ", "\r": " "})
_SHARE = 100


def write(bundle: Bundle) -> Written:
    """Return the questions as a GIFT file in UTF-8."""
    bundle = without(bundle, "GIFT", held=(Match,))
    lost = [*bundle.lost, Lost("", "points", "GIFT has no place for them; a question gives 1")]
    parts = []
    for slot, questions in bundle.by_slot().items():
        parts.append(f"$CATEGORY: $course$/top/{bundle.title}/{slot or bundle.name}")
        for question in questions:
            lost += _lost(question)
            parts.append(_question(question))
    lost.append(Lost("", "sources, objectives and levels", "GIFT has no place for them"))
    return Written(("\n\n".join(parts) + "\n").encode("utf-8"), told_once(lost))


def _question(question: Question) -> str:
    stem = to_html(question.stem) + how_to_answer(_how(question))
    inside = _KINDS[type(question)](question)
    return f"::{plain(question.id)}::[html]{plain(stem)}{{{inside}}}"


def plain(text: str) -> str:
    """Return a text on one line, with a backslash before each sign that GIFT reads."""
    return text.translate(_SIGNS)


def _how(question: Question) -> str:
    if isinstance(question, Numeric):
        return answer_in(question.unit)
    if isinstance(question, Order):
        return "Give each line its place."
    return ""


def _choices(question: Single | Multiple) -> str:
    single = isinstance(question, Single)
    share = shares(question)
    lines = []
    for option in question.options:
        part = f"~%{_SHARE * share[option.id]:.7g}%"
        if single:
            part = "=" if option.correct else part if option.credit else "~"
        lines.append(f"\t{part}{plain(line_to_html(option.text))}{_reason(option.reason)}")
    return "\n" + "\n".join(lines) + "\n"


def _numeric(question: Numeric) -> str:
    answers = [(_SHARE, question.value, question.tolerance, question.reason)]
    answers += [(0, each.value, each.tolerance, each.reason) for each in question.mistakes]
    lines = [
        f"\t=%{share}%{written(value)}:{written(tolerance)}{_reason(reason)}"
        for share, value, tolerance, reason in answers
    ]
    return "#\n" + "\n".join(lines) + "\n"


def _order(question: Order) -> str:
    lines = [
        f"\t={plain(line_to_html(item.text))} -> {place}"
        for place, item in enumerate(question.items, 1)
    ]
    steps = as_list((item.text, item.reason) for item in question.items)
    return "\n" + "\n".join(lines) + f"\n\t####{plain(steps)}\n"


def _match(question: Match) -> str:
    texts = {choice.id: plain(as_words(choice.text)) for choice in question.choices}
    pairs = [(plain(line_to_html(row.text)), row.answer) for row in question.rows]
    taken = {row.answer for row in question.rows}
    # A choice that belongs to no row is a pair without a left side there.
    pairs += [("", choice) for choice in texts if choice not in taken]
    lines = [f"\t={text} -> {texts[answer]}" for text, answer in pairs]
    told = as_list((row.text, row.reason) for row in question.rows)
    return "\n" + "\n".join(lines) + f"\n\t####{plain(told)}\n"


def _hotspot(question: Hotspot) -> str:
    lines = [
        f"\t{mark}{plain(line_to_html(names))}{_reason(reason)}"
        for mark, correct in (("=", True), ("~", False))
        for names, reason in hotspots.grouped(
            region for region in question.regions if region.correct == correct
        )
    ]
    return "\n" + "\n".join(lines) + f"\n\t####{plain(to_html(question.elsewhere))}\n"


def _text(question: Text) -> str:
    return f"####{plain(rubric_as_html(question))}"


def _reason(reason: str) -> str:
    return f"#{plain(to_html(reason))}" if reason else ""


def _lost(question: Question) -> Iterable[Lost]:
    if isinstance(question, Numeric) and len(question.units) > 1:
        others = ", ".join(unit for unit, _ in question.units if unit != question.unit)
        yield Lost(question.id, f"an answer in {others}", "GIFT knows no units")
    if isinstance(question, Order):
        yield Lost(
            question.id,
            "the order itself and credit by Kendall's tau; each line is matched with its place",
            "GIFT has no kind for orders",
        )
    if isinstance(question, Hotspot):
        yield Lost(
            question.id,
            "the click on the body map; the named places are choices",
            "GIFT holds no pictures",
        )
    if isinstance(question, Text):
        yield Lost(
            question.id,
            "the limit of words, and that rubric and model answer are for who marks; students see"
            " them with their result",
            "GIFT has one text for an essay",
        )


_KINDS: dict[type, Callable[[Any], str]] = {
    Single: _choices,
    Multiple: _choices,
    Numeric: _numeric,
    Order: _order,
    Hotspot: _hotspot,
    Text: _text,
    Match: _match,
}

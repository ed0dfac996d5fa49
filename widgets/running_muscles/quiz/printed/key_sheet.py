"""The key sheet: for each student the right answers, as they are numbered on that student's sheet.

It is for the person who marks, and is a file of its own, so that it cannot be handed out with the
sheets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from running_muscles.quiz.by_row import ROWED
from running_muscles.quiz.feedback import any_order_told, rubric_html
from running_muscles.quiz.markup import flow, inline
from running_muscles.quiz.printed import rows, sheet
from running_muscles.quiz.printed.places import numbers, place_name
from running_muscles.quiz.printed.sheet import Sitter, asked, document, worth
from running_muscles.quiz.public import PublicQuiz
from running_muscles.quiz.questions import (
    Hotspot,
    Multiple,
    Numeric,
    Order,
    Question,
    Single,
    Text,
)
from running_muscles.quiz.scoring import amount

Keyed = Callable[[str], Mapping[str, Question]]


def page(quiz: PublicQuiz, sitters: Iterable[Sitter], keyed: Keyed, paper: str) -> str:
    """Return one page of HTML with the keys of all students.

    Parameters
    ----------
    quiz
        The quiz as it is released.
    keyed
        Gives what a student is asked, with its key and the student's own numbers, by slot.
    paper
        A key of `running_muscles.quiz.printed.sheet.PAPERS`.
    """
    written: dict[str, Text] = {}
    parts = [
        f"<h1>Keys: {escape(quiz.title)}</h1>"
        '<p class="rm-warning"><b>For the person who marks.</b> Do not hand this out. The numbers'
        " are those of the student's own sheet.</p>"
        "<p>Several right options: of the question's points, the share of the right ones that are"
        " ticked less the share of the wrong ones that are ticked, never below 0. An order: the"
        " share of pairs in the right order less the share in the wrong order, never below 0."
        " Several blanks: each right one gives the same share of the points.</p>"
    ]
    for sitter in sitters:
        questions = keyed(sitter.student_id)
        written |= {one.id: one for one in questions.values() if isinstance(one, Text)}
        parts.append(_student(quiz, sitter, questions))
    if written:
        parts.append('<section class="rm-student"><h1>Written answers</h1>')
        parts += [
            f'<article><h2>{escape(name)}</h2><div class="rm-stem">{flow(one.stem)}</div>'
            f"{rubric_html(one)}</article>"
            for name, one in sorted(written.items())
        ]
        parts.append("</section>")
    return document(f"Keys: {quiz.title}", "\n".join(parts), paper)


def _student(quiz: PublicQuiz, sitter: Sitter, questions: Mapping[str, Question]) -> str:
    points = {slot["id"]: float(slot["points"]) for slot in quiz.slots}
    lines = []
    for number, (slot, entry) in enumerate(asked(quiz, sitter.student_id).items(), 1):
        answer, why = _KEYS[type(questions[slot])](questions[slot], entry)
        lines.append(
            f"<tr><td>{number}</td><td>{worth(points[slot])}</td><td>{answer}</td>"
            f'<td class="rm-why">{why}</td></tr>'
        )
    return (
        f'<table class="rm-key rm-student">{_COLUMNS}<thead><tr><td colspan="4">'
        f'<div class="rm-running">'
        f"{sheet.running_head(quiz, sitter)}</div></td></tr><tr>"
        '<th scope="col">Question</th><th scope="col">Worth</th><th scope="col">Right answer</th>'
        f'<th scope="col">Why</th></tr></thead><tbody>{"".join(lines)}</tbody></table>'
    )


def _options(question: Single | Multiple, entry: Mapping[str, Any]) -> tuple[str, str]:
    right = {option.id: option for option in question.options if option.correct}
    found = [
        (number, right[option["id"]])
        for number, option in enumerate(entry["options"], 1)
        if option["id"] in right
    ]
    shares = _shares(question, entry)
    return (
        "<br>".join(f"<b>{number}.</b> {inline(option.text)}" for number, option in found)
        + (f"<br>{shares}" if shares else ""),
        "".join(f"<div>{flow(option.reason)}</div>" for _, option in found),
    )


def _shares(question: Single | Multiple, entry: Mapping[str, Any]) -> str:
    """Say what single options give or take, where the bank has a measure of its own."""
    own = {one.id: one.credit for one in question.options if one.credit is not None}
    told = [
        f"{number}: {own[option['id']]:+.0%}"
        for number, option in enumerate(entry["options"], 1)
        if option["id"] in own
    ]
    return f"Of the points, {', '.join(told)}; never below 0" if told else ""


def _numeric(question: Numeric, _entry: Mapping[str, Any]) -> tuple[str, str]:
    others = [
        amount(float(f"{question.value / factor:.6g}"), unit)
        for unit, factor in question.units
        if unit != question.unit
    ]
    told = f"<b>{escape(amount(question.value, question.unit))}</b>"
    if others:
        told += f" (or {escape(', '.join(others))})"
    if question.tolerance:
        told += f"<br>± {escape(amount(question.tolerance, question.unit))}"
    return told, flow(question.reason)


def _order(question: Order, entry: Mapping[str, Any]) -> tuple[str, str]:
    place = {item.id: number for number, item in enumerate(question.items, 1)}
    boxes = ", ".join(str(place[item["id"]]) for item in entry["items"])
    lines = "".join(f"<li>{inline(item.text)}</li>" for item in question.items)
    free = any_order_told(question)
    return f"The boxes from the top: <b>{boxes}</b>", f"<ol>{lines}</ol>{free}"


def _hotspot(question: Hotspot, _entry: Mapping[str, Any]) -> tuple[str, str]:
    right = [region for region in question.regions if region.correct]
    on_paper = numbers(question.view)
    told = " or ".join(f"<b>{on_paper[one.id]}</b> ({escape(place_name(one.id))})" for one in right)
    reasons = dict.fromkeys(region.reason for region in right)
    return told, "".join(f"<div>{flow(reason)}</div>" for reason in reasons)


def _text(question: Text, _entry: Mapping[str, Any]) -> tuple[str, str]:
    return "Written answer", f"Rubric at the end: {escape(question.id)}"


_COLUMNS = "<colgroup><col><col><col><col></colgroup>"
_KEYS: dict[type, Callable[..., tuple[str, str]]] = {
    Single: _options,
    Multiple: _options,
    Numeric: _numeric,
    Order: _order,
    Hotspot: _hotspot,
    Text: _text,
    **dict.fromkeys(ROWED, rows.key),
}

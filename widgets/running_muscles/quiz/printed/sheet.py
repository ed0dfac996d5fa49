"""The students' sheets: each with the student's own draw, made of what is released, so keyless."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from typing import Any

from running_muscles.quiz.draw import seed, shuffled
from running_muscles.quiz.markup import block, inline
from running_muscles.quiz.printed import rows
from running_muscles.quiz.printed.places import drawing
from running_muscles.quiz.public import PublicQuiz

PAPERS = {"a4": "A4", "letter": "letter"}
# How many handwritten words stand on a line.
WORDS_A_LINE = 9
FEWEST_LINES = 4


@dataclass(frozen=True, slots=True)
class Sitter:
    """One student who gets a sheet.

    Attributes
    ----------
    student_id
        Decides the draw.
    name
        As it stands on the sheet; empty where it is not known.
    minutes
        How long this student has; None without a limit.
    """

    student_id: str
    name: str = ""
    minutes: float | None = None


def page(quiz: PublicQuiz, sitters: Iterable[Sitter], paper: str) -> str:
    """Return one page of HTML with a sheet for each student, each on paper of its own.

    Parameters
    ----------
    quiz
        The quiz as it is released.
    paper
        A key of `PAPERS`.
    """
    sheets = "\n".join(_sheet(quiz, sitter) for sitter in sitters)
    return document(quiz.title, sheets, paper)


def document(title: str, body: str, paper: str) -> str:
    """Return a whole page for printing, without any file or address beside it."""
    style = files("running_muscles.quiz.printed").joinpath("printed.css")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n@page {{ size: {PAPERS[paper]}; margin: 14mm"
        f" 16mm 16mm; }}\n{style.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n<main>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
    )


def asked(quiz: PublicQuiz, student: str) -> dict[str, dict[str, Any]]:
    """Return what a student is asked by slot, the options in the order of the screen."""
    return {
        slot: shuffled(entry, seed(quiz.edition, quiz.quiz, student, entry["id"]))
        for slot, entry in quiz.asked(student).items()
    }


def running_head(quiz: PublicQuiz, sitter: Sitter) -> str:
    """Return the line that stands at the top of every page of a student."""
    who = escape(sitter.name or sitter.student_id)
    if sitter.name:
        who += f" <small>{escape(sitter.student_id)}</small>"
    return f"<b>{who}</b><span>{escape(quiz.title)}</span>"


def _sheet(quiz: PublicQuiz, sitter: Sitter) -> str:
    points = {slot["id"]: float(slot["points"]) for slot in quiz.slots}
    questions = asked(quiz, sitter.student_id)
    parts = "\n".join(
        f"<tr><td>{_question(number, entry, points[slot])}</td></tr>"
        for number, (slot, entry) in enumerate(questions.items(), 1)
    )
    # A table, because its head is what browsers repeat on every page of paper.
    return (
        f'<table class="rm-sheet" role="presentation"><thead><tr><td>'
        f'<div class="rm-running">{running_head(quiz, sitter)}</div></td></tr></thead><tbody>'
        f"<tr><td>{_opening(quiz, sitter, len(questions), sum(points.values()))}</td></tr>"
        f"\n{parts}\n</tbody></table>"
    )


def _opening(quiz: PublicQuiz, sitter: Sitter, count: int, points: float) -> str:
    time = "" if sitter.minutes is None else f" You have {sitter.minutes:g} minutes."
    return (
        f"<h1>{escape(quiz.title)}</h1>"
        f"<p>{count} questions, {points:g} points.{time} A question left open gives no points, so"
        " a good guess is worth a try. Where several options are right, a wrong tick takes points"
        " away. Your neighbours may have other questions.</p>"
    )


def _question(number: int, entry: Mapping[str, Any], points: float) -> str:
    return (
        f'<article class="rm-{entry["type"]}"><h2>Question {number}'
        f"<span>{worth(points)}</span></h2>"
        f'<div class="rm-stem">{block(entry["stem"])}</div>{_ANSWERS[entry["type"]](entry)}'
        "</article>"
    )


def worth(points: float) -> str:
    """Return points in words."""
    return f"{points:g} point" + ("" if points == 1 else "s")


def _options(told: str) -> Callable[[Mapping[str, Any]], str]:
    def shown(entry: Mapping[str, Any]) -> str:
        rows = "".join(
            f'<li><span class="rm-box"></span><span>{number}.</span>'
            f'<span dir="auto">{inline(option["text"])}</span></li>'
            for number, option in enumerate(entry["options"], 1)
        )
        return f'<p class="rm-how">{told}</p><ul class="rm-options">{rows}</ul>'

    return shown


def _numeric(entry: Mapping[str, Any]) -> str:
    units = [unit for unit in entry["units"] if unit]
    if len(units) > 1:
        boxes = "".join(f'<span class="rm-box"></span>{escape(unit)} ' for unit in units)
        return f'<p class="rm-how">Write a number and tick its unit.</p><p>{_BLANK} {boxes}</p>'
    return f'<p class="rm-how">Write a number.</p><p>{_BLANK} {escape("".join(units))}</p>'


def _order(entry: Mapping[str, Any]) -> str:
    rows = "".join(
        f'<li><span class="rm-box"></span><span dir="auto">{inline(item["text"])}</span></li>'
        for item in entry["items"]
    )
    last = len(entry["items"])
    return (
        f'<p class="rm-how">Number the boxes from 1 (first) to {last} (last).</p>'
        f'<ul class="rm-options">{rows}</ul>'
    )


def _hotspot(entry: Mapping[str, Any]) -> str:
    return (
        '<p class="rm-how">Where the question says “click”, write the number of the place.</p>'
        f"{drawing(entry['view'])}<p>Number of the place: {_BLANK}</p>"
    )


def _text(entry: Mapping[str, Any]) -> str:
    criteria = "".join(f"<li>{inline(line)}</li>" for line in entry["criteria"])
    count = max(FEWEST_LINES, math.ceil(entry["max_words"] / WORDS_A_LINE))
    return (
        f'<p class="rm-how">Write at most {entry["max_words"]} words. What earns points:</p>'
        f'<ul class="rm-criteria">{criteria}</ul>'
        f'<div class="rm-lines">{"<div></div>" * count}</div>'
    )


_BLANK = '<span class="rm-blank"></span>'
_ANSWERS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "single": _options("Tick one."),
    "multiple": _options("Tick every option that is right."),
    "numeric": _numeric,
    "order": _order,
    "hotspot": _hotspot,
    "text": _text,
    **rows.ANSWERS,
}

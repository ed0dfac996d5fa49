"""What a report's page shows of single questions."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import pandas as pd

from running_muscles.analysis.items import Estimate
from running_muscles.classroom.dropped import Dropped
from running_muscles.classroom.report import answering, parts, rules
from running_muscles.classroom.report.questions import Figures
from running_muscles.quiz.by_row import asked
from running_muscles.quiz.choices import Choice
from running_muscles.quiz.markup import block, flow, inline


def links(one: Figures) -> str:
    """Return a link to what the page says about a question."""
    return question_link(one.question.id)


def question_link(question: str) -> str:
    """Return a link to what the page says about a question, by its id."""
    name = escape(question)
    return f'<a href="#question-{name}">{name}</a>'


def question_table(found: list[Figures], dropped: set[str]) -> str:
    """Return all questions, a row each."""
    frame = pd.DataFrame(
        {
            "Question": [links(one) for one in found],
            "Slot": [one.question.slot for one in found],
            "Asked": [one.asked for one in found],
            "Left open": [one.asked - one.answered for one in found],
            "Time": [answering.shown(one.time) for one in found],
            "Points": [_points(one.facility) for one in found],
            "Rest": [number(one.discrimination) for one in found],
            "Most chosen wrong answer": [_mistake(one) for one in found],
            "Flags": [_flags(one, one.question.id in dropped) for one in found],
        }
    )
    html = ["Question", "Most chosen wrong answer", "Flags"]
    return parts.table(frame, f"{len(found)} questions", html=html)


def number(found: Estimate | None) -> str:
    """Return a correlation; a dash where there is none."""
    return parts.NONE if found is None else f"{found.value:.2f}"


def _points(found: Estimate | None) -> str:
    if found is None:
        return parts.NONE
    return f"{parts.percent(found.value)} ({parts.interval(found.low, found.high)})"


def _mistake(one: Figures) -> str:
    if one.mistake is None:
        return parts.NONE
    return f"{inline(one.mistake.choice.text)} ({parts.percent(one.mistake.share)})"


def _flags(one: Figures, is_dropped: bool) -> str:
    if is_dropped:
        return "dropped"
    if one.asked < rules.FEWEST:
        return "too few answers"
    tags = [f'<span class="rm-tag">{escape(flag.rule.title)}</span>' for flag in one.flags]
    return " ".join(tags) or parts.NONE


def siblings(found: list[Figures]) -> str:
    """Return the draws compared: how each question of a slot does among its siblings."""
    rows = [
        (
            links(one),
            one.question.slot,
            one.asked,
            _points(one.facility),
            f"{100 * one.sibling.difference:+.0f}%",
            _often(one.sibling.chance),
        )
        for one in found
        if one.sibling is not None and one.asked >= rules.FEWEST
    ]
    if not rows:
        return ""
    frame = pd.DataFrame(
        rows,
        columns=["Question", "Slot", "Asked", "Points", "Against its siblings", "By chance"],
    )
    return "<h3>Draws compared</h3>" + parts.table(
        frame,
        "Each question against the others of its slot, among people with the same rest; and how"
        " often chance alone makes as large a difference",
        html=["Question"],
    )


def _often(chance: float) -> str:
    if chance >= 0.01:
        return f"{100 * chance:.0f} in 100"
    return f"{1000 * chance:.0f} in 1000" if chance >= 0.001 else "less than 1 in 1000"


def article(one: Figures, dropped: Dropped | None) -> str:
    """Return a question with its key, its answers and its flags.

    Parameters
    ----------
    dropped
        How and why it was dropped; None when it was not.
    """
    question = one.question
    flags = "".join(
        f'<p class="rm-flag"><b>{escape(flag.rule.heading)}</b> {escape(flag.rule.says)}'
        f" {inline(flag.told)}</p>"
        for flag in one.flags
    )
    gone = ""
    if dropped is not None:
        gone = f'<p class="rm-flag"><b>Dropped.</b> {inline(dropped.reason)}</p>'
    about = "".join(f"<dt>{term}</dt><dd>{text}</dd>" for term, text in _about(one))
    return (
        f'<article id="question-{escape(question.id)}"><h3>{escape(question.id)}</h3>{gone}{flags}'
        f'<div class="rm-stem" dir="auto">{block(asked(question))}</div><dl>{about}</dl>'
        f"{_answers(one)}{_numbers(one)}</article>"
    )


def _about(one: Figures) -> Iterator[tuple[str, str]]:
    yield "Objective", escape(one.question.objective)
    yield "Asked", f"{one.asked}, of which {one.asked - one.answered} left it open"
    yield "Time of answering", answering.told(one.time)
    yield "Points", _points(one.facility)
    if one.discrimination is not None:
        found = one.discrimination
        yield "Rest", f"{found.value:.2f} (98% interval {found.low:.2f} to {found.high:.2f})"


def _answers(one: Figures) -> str:
    if not one.chosen:
        return '<p class="rm-about">A written answer: its points are those that you gave.</p>'
    frame = pd.DataFrame(
        {
            "Answer": [inline(each.choice.text) for each in one.chosen],
            "Counts as": [_counts_as(each.choice) for each in one.chosen],
            "Chosen by": [f"{each.people} ({parts.percent(each.share)})" for each in one.chosen],
            "With the rest": [number(each.rest) for each in one.chosen],
            "Reason": [flow(each.choice.reason) if each.choice.reason else parts.NONE
                       for each in one.chosen],
        }
    )  # fmt: skip
    return parts.table(frame, f"Answers to {one.question.id}", html=["Answer", "Reason"])


def _counts_as(choice: Choice) -> str:
    own = f" ({choice.credit:+.0%})" if choice.credit else ""
    return ("right" if choice.correct else "not right") + own


def _numbers(one: Figures) -> str:
    rows = [
        (
            half.number,
            f"{half.low[0]:g} to {half.low[1]:g} ({half.low[2]})",
            f"{half.high[0]:g} to {half.high[1]:g} ({half.high[2]})",
            parts.NONE if half.compared is None else f"{100 * half.compared.difference:+.0f}%",
            parts.NONE if half.compared is None else _often(half.compared.chance),
        )
        for half in one.halves
    ]
    if not rows or one.asked < rules.FEWEST:
        return ""
    columns = ["Number", "Lower half (asked)", "Higher half (asked)", "Higher half", "By chance"]
    frame = pd.DataFrame(rows, columns=columns)
    return parts.table(frame, f"Numbers of {one.question.id} compared, at the same rest")

"""The report on the whole course as a page."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from html import escape

import numpy as np
import pandas as pd

from running_muscles.classroom import status
from running_muscles.classroom.report import charts, parts, people
from running_muscles.classroom.report.objectives import Learned
from running_muscles.classroom.report.people import Word
from running_muscles.classroom.report.questions import Figures
from running_muscles.classroom.report.quiz_page import PRIVATE, objectives_part
from running_muscles.classroom.report.sat import Sat


@dataclass(frozen=True, slots=True)
class Row:
    """One quiz in a line. `share` is the middle share of the points; None while none is marked."""

    quiz: str
    title: str
    states: dict[str, int]
    share: float | None
    flags: tuple[str, ...]

    @classmethod
    def of(cls, sat: Sat, found: list[Figures]) -> Row:
        """Sum one quiz up."""
        marks = [
            one.points / one.max_points
            for one in sat.standings
            if one.state == status.GRADED and one.points is not None and one.max_points
        ]
        return cls(
            sat.source.quiz,
            sat.source.title,
            dict(Counter(one.state for one in sat.standings)),
            float(np.median(marks)) if marks else None,
            tuple(f"{one.question.id}: {flag.rule.title}" for one in found for flag in one.flags),
        )


def page(
    rows: list[Row], learned: list[Learned], words: list[tuple[str, Word]] | None, on: date
) -> str:
    """Return the page; without `words`, no student is named."""
    body = "".join(
        (
            "<header><p>Running Muscles</p><h1>Report: the whole course</h1>"
            f"<p>Written on {on.isoformat()}</p></header>{PRIVATE}",
            _quizzes(rows),
            objectives_part(learned),
            "" if words is None else _people(words),
        )
    )
    return parts.page("Report: the whole course", body, charts.script())


def _quizzes(rows: list[Row]) -> str:
    if not rows:
        return parts.section("quizzes", "Quizzes", "<p>Nobody has handed anything in yet.</p>")
    frame = pd.DataFrame(
        {
            "Quiz": [f"{row.quiz}: {row.title}" for row in rows],
            "Hand-ins": ["; ".join(f"{n} {state}" for state, n in row.states.items())
                         for row in rows],
            "Middle student": [parts.percent(row.share) for row in rows],
            "Flags": [parts.listed(map(escape, row.flags)) or parts.NONE for row in rows],
        }
    )  # fmt: skip
    marked = [row for row in rows if row.share is not None]
    chart = charts.bars(
        "chart-quizzes",
        "Share of the points of the middle student of each quiz",
        [row.quiz for row in marked],
        [100 * row.share for row in marked if row.share is not None],
        "",
        "middle student in %",
    )
    about = '<p class="rm-about">A page for each quiz: running-muscles report QUIZ.</p>'
    table = parts.table(frame, f"{len(rows)} quizzes", html=["Flags"])
    shown = parts.figure(chart, table, below=True) if marked else table
    return parts.section("quizzes", "Quizzes", shown, about)


def _people(words: list[tuple[str, Word]]) -> str:
    frame = pd.DataFrame(
        [(word.student, quiz, word.why, word.told) for quiz, word in words],
        columns=["Student", "Quiz", "Why", "What was seen"],
    ).sort_values(["Student", "Quiz"])
    shown = parts.table(frame, "By student") if words else "<p>Nobody.</p>"
    about = f'<p class="rm-about">{escape(people.RULE)}</p>'
    return parts.section("people", "Students who need a word", shown, about)

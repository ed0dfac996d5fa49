"""The report on one quiz as a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from html import escape
from itertools import pairwise

import numpy as np
import pandas as pd

from running_muscles.analysis.reliability import Reliability, reliability
from running_muscles.classroom import status
from running_muscles.classroom.report import (
    answering,
    charts,
    objectives,
    parts,
    people,
    rules,
    sure,
)
from running_muscles.classroom.report.objectives import Learned
from running_muscles.classroom.report.people import Word
from running_muscles.classroom.report.question_parts import article, links, question_table, siblings
from running_muscles.classroom.report.questions import Figures
from running_muscles.classroom.report.sat import Sat
from running_muscles.quiz.markup import inline

PRIVATE = (
    '<p class="rm-private">This page holds answers. Keep it in the folder of the class, away from'
    " students.</p>"
)
STATES = (
    status.GRADED,
    status.NEEDS_MARKING,
    status.NOT_GRADED,
    status.UNREADABLE,
    status.FAILED,
    status.NOT_SUBMITTED,
    status.NOT_RELEASED,
)
STEPS = 10  # columns of the distribution


def page(
    sat: Sat, found: list[Figures], learned: list[Learned], words: list[Word] | None, on: date
) -> str:
    """Return the page.

    Parameters
    ----------
    sat
        The quiz.
    found, learned
        What `questions.figures` and `objectives.learned` say of it.
    words
        Who needs a word; None leaves every student out.
    on
        The day of the report.
    """
    alpha = _alpha(sat)
    body = "".join(
        (
            f"<header><p>Running Muscles</p><h1>Report: {escape(sat.source.title)}</h1>"
            f"<p>{escape(sat.source.quiz)}, written on {on.isoformat()}</p></header>{PRIVATE}",
            _in_short(sat, found, learned),
            _hand_ins(sat),
            _distribution(sat, alpha),
            objectives_part(learned),
            _questions(found, set(sat.source.dropped)),
            sure.section(sure.beliefs(sat)),
            "" if words is None else _people(words),
            _each(found, sat),
            _rules(),
        )
    )
    return parts.page(f"Report: {sat.source.title}", body, charts.script())


def _in_short(sat: Sat, found: list[Figures], learned: list[Learned]) -> str:
    said = [
        f"{links(one)}: {escape(flag.rule.heading)} {inline(flag.told)}"
        for one in found
        for flag in one.flags
    ]
    said += [
        f"Not met by the class: {escape(one.text)}{_go_to(one)}"
        for one in learned
        if one.state == objectives.NOT_MET
    ]
    few = [one for one in found if one.asked < rules.FEWEST]
    told = f"<p>{sat.people} hand-ins with marks."
    if few:
        told += (
            f" {len(few)} of {len(found)} questions were asked fewer than {rules.FEWEST} times,"
            " so nothing is claimed about them."
        )
    told += "</p>"
    none = "" if said else "<p>No question and no objective stands out.</p>"
    return (
        f'<section class="rm-short" aria-labelledby="short"><h2 id="short">In short</h2>{told}'
        f"{parts.listed(said)}{none}</section>"
    )


def _go_to(one: Learned) -> str:
    return f" Go to: {escape(one.lesson)}, “{escape(one.step)}”." if one.step else ""


def _hand_ins(sat: Sat) -> str:
    counts = Counter(one.state for one in sat.standings)
    there = [(state, counts[state]) for state in STATES if counts[state]]
    late = sum(bool(one.late_by) for one in sat.standings)
    frame = pd.DataFrame(there, columns=["State", "Students"])
    chart = charts.bars(
        "chart-states",
        "Students by the state of their hand-in",
        [state for state, _ in there],
        [count for _, count in there],
        "",
        "students",
    )
    told = f"<p>{late} handed in late.</p>" if late else ""
    about = f"{len(sat.standings)} students"
    return parts.section(
        "hand-ins", "Hand-ins", told, parts.figure(chart, parts.table(frame, about))
    )


def _distribution(sat: Sat, alpha: Reliability | None) -> str:
    marks = np.array([one.points for one in sat.standings if one.state == status.GRADED])
    waiting = sum(one.state == status.NEEDS_MARKING for one in sat.standings)
    told = f"<p>{waiting} wait for a mark by hand and are not in it.</p>" if waiting else ""
    if len(marks):
        most = max(one.max_points for one in sat.standings)
        counts, edges = np.histogram(marks.astype(float), STEPS, (0, most))
        labels = [f"{low:g} to {high:g}" for low, high in pairwise(edges)]
        frame = pd.DataFrame({"Points": labels, "Students": counts})
        chart = charts.bars(
            "chart-points", "Students by their points", labels, counts.tolist(), "points",
            "students",
        )  # fmt: skip
        quartiles = np.quantile(marks.astype(float), (0.25, 0.5, 0.75))
        told += (
            f"<p>The middle student has {quartiles[1]:g} of {most:g} points; half of the class has"
            f" from {quartiles[0]:g} to {quartiles[2]:g}.</p>"
        )
        shown = parts.figure(chart, parts.table(frame, f"{len(marks)} students, all marked"))
    else:
        shown = "<p>Nobody's points are complete yet.</p>"
    return parts.section("points", "Points", told, shown, _passed(sat), _reliable(alpha, sat))


def _passed(sat: Sat) -> str:
    """Say how many have passed an exam, and why its cut score is what it is."""
    cut = sat.source.cut
    if cut is None:
        return ""
    marked = [one for one in sat.standings if one.state in status.MARKED]
    passed = [one for one in marked if cut.is_reached(one.points or 0.0, one.max_points)]
    done = [one for one in marked if one.state == status.GRADED and one not in passed]
    most = sum(sat.source.slots.values())
    waiting = len(marked) - len(passed) - len(done)
    later = f" For {waiting} it depends on marks by hand." if waiting else ""
    return (
        f"<p>Cut score: <b>{cut.points(most):g} of {most:g} points</b> ({cut.percent:g}%)."
        f" {len(passed)} passed, {len(done)} did not.{later}</p>"
        f'<p class="rm-about">Why so many points: {escape(cut.why)} The academy has set it; it is'
        " no finding of this report.</p>"
    )


def _alpha(sat: Sat) -> Reliability | None:
    """Return the reliability over the slots that are marked for everybody."""
    complete = ~np.isnan(sat.points).any(axis=0) if len(sat.points) else np.zeros(0, dtype=bool)
    if sat.people < rules.FEWEST or complete.sum() < 2:
        return None
    return reliability(sat.points[:, complete])


def _reliable(alpha: Reliability | None, sat: Sat) -> str:
    if alpha is None:
        return (
            f"<p>How reliable the points are is said from {rules.FEWEST} hand-ins on, where they"
            " differ.</p>"
        )
    left = len(sat.slots) - alpha.slots
    without = f", without {left} that wait for marks by hand" if left else ""
    return (
        f"<p>Reliability: Cronbach's alpha is <b>{alpha.alpha:.2f}</b>, with a 95% interval from"
        f" {alpha.low:.2f} to {alpha.high:.2f} ({alpha.people} hand-ins, {alpha.slots} slots"
        f"{without}).</p>"
        '<p class="rm-about">Alpha says how far another quiz of the same make would put the class'
        " in the same order; 1 is wholly. It is reckoned over slots, from the answers themselves,"
        " also those to dropped questions. Where every slot is all or nothing it is KR-20. The"
        " interval is Feldt's, from the F distribution. A short quiz for learning may have a low"
        " alpha; a decision about a person should not rest on it then.</p>"
    )


def objectives_part(learned: list[Learned]) -> str:
    """Return what the class has learned, as a section."""
    if not learned:
        return ""
    tags = {objectives.MET: "rm-met", objectives.NOT_MET: "rm-not"}
    frame = pd.DataFrame(
        {
            "Objective": [one.text for one in learned],
            "The class": [
                f'<span class="rm-tag {tags.get(one.state, "")}">{one.state}</span>'
                for one in learned
            ],
            "Points": [
                f"{parts.percent(one.share.value)}"
                f" ({parts.interval(one.share.low, one.share.high)})"
                for one in learned
            ],
            "Students": [one.share.people for one in learned],
            "Step of the lesson": [
                f"{one.lesson}: {one.step}" if one.step else parts.NONE for one in learned
            ],
        }
    )
    chart = charts.spans(
        "chart-objectives",
        "Share of the points of each objective, with its interval and the border",
        [one.objective for one in learned],
        [(100 * one.share.value, 100 * one.share.low, 100 * one.share.high) for one in learned],
        100 * rules.GOAL,
    )
    return parts.section(
        "objectives",
        "What the class has learned",
        parts.figure(chart, parts.table(frame, "Objectives", html=["The class"]), below=True),
        f'<p class="rm-about">{escape(objectives.RULE)}</p>',
    )


def _questions(found: list[Figures], dropped: set[str]) -> str:
    points = [
        (100 * one.facility.value, one.discrimination.value, bool(one.flags))
        for one in found
        if one.facility and one.discrimination and one.asked >= rules.FEWEST
    ]
    chart = charts.cloud(
        "chart-questions",
        "Each question by the share of its points that was earned, and its correlation with the"
        " rest of the quiz; crosses have a flag",
        points,
        "points earned in %",
        "correlation with the rest",
    )
    return parts.section(
        "questions",
        "Questions",
        chart if points else "",
        question_table(found, dropped),
        '<p class="rm-about">Points: mean share of the points that those earned who were asked,'
        " nothing where they left it open. Rest: corrected item-total correlation, of the points"
        " here with the share of each person's own other points.</p>",
        f'<p class="rm-about">{escape(answering.RULE)}</p>',
        siblings(found),
    )


def _people(words: list[Word]) -> str:
    frame = pd.DataFrame(
        [(word.student, word.why, word.told) for word in words],
        columns=["Student", "Why", "What was seen"],
    )
    shown = parts.table(frame, f"{len(words)} students") if words else "<p>Nobody.</p>"
    about = f'<p class="rm-about">{escape(people.RULE)}</p>'
    return parts.section("people", "Students who need a word", shown, about)


def _each(found: list[Figures], sat: Sat) -> str:
    shown = "".join(article(one, sat.source.dropped.get(one.question.id)) for one in found)
    return parts.section("each", "Question by question", shown)


def _rules() -> str:
    frame = pd.DataFrame(list(_told()), columns=["Flag", "What it says", "When it is raised"])
    return parts.section(
        "rules",
        "The rule behind each flag",
        parts.table(frame, "Flags"),
        f"<p>Nothing is claimed about a question with fewer than {rules.FEWEST} answers."
        " Beyond chance means, where nothing else is said: in a quiz where nothing is the matter,"
        " at most one report in a hundred shows such a flag. A flag is a reason to look, not a"
        " verdict on a question or on a person.</p>",
    )


def _told() -> Iterator[tuple[str, str, str]]:
    for rule in rules.RULES:
        yield rule.title, rule.says, rule.rule

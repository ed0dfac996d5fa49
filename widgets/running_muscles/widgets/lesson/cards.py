"""What a lesson says about claims and exercises, straight from the tables."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TypeVar
from zlib import crc32

from running_muscles.tables import Claim, claims, exercises, lessons
from running_muscles.widgets.body.drawing import outlines
from running_muscles.widgets.body.stills import figure_style
from running_muscles.widgets.lesson.exercise_card import card, card_text, dose
from running_muscles.widgets.page import Page, cited, known, page, paragraph

__all__ = ["VERDICTS", "ClaimCheck", "Exercises", "dose", "known_id"]

Row = TypeVar("Row")

# Verdict -> sign, word, what it means.
VERDICTS = {
    "supported": ("✓", "Supported", "Published studies agree with it."),
    "mixed": ("±", "Mixed", "Studies disagree, or they answer only a part of it."),
    "contradicted": ("✗", "Contradicted", "Published studies speak against it."),
    "corrected": ("✎", "Corrected", "The idea holds, but a detail of it has to change."),
    "not tested": ("?", "Not tested", "We searched and found no study that checked it."),
    "not searched": ("…", "Not searched", "We have not looked for studies of it yet."),
}
STUDIES = {
    "trial": "a trial, in which people were put into groups",
    "review": "a review of many studies",
    "cohort": "a study that watched people",
    "laboratory": "a study in a laboratory",
    "opinion": "what experts say",
}


class ClaimCheck(Page):
    """The claims of a lesson, each with a verdict to open and what studies found.

    Parameters
    ----------
    lesson : str
        Id of a lesson.

    Raises
    ------
    ValueError
        If the course has no such lesson.
    """

    def __init__(self, lesson: str) -> None:
        rows = [row for row in claims().values() if row.lesson == known_id(lesson, lessons())]
        if not rows:
            rows_html, text = paragraph("This lesson checks no claim."), "No claim."
        else:
            rows_html = "".join(_claim(number, row) for number, row in enumerate(rows, 1))
            text = "\n\n".join(_claim_text(row) for row in rows)
        super().__init__(page(rows_html), text)


class Exercises(Page):
    """Exercise cards: those of a lesson, or those named, in the order of the table.

    Parameters
    ----------
    lesson : str, optional
        Id of a lesson.
    *names : str
        Ids of exercises; with a lesson, these alone are shown, in this order.

    Raises
    ------
    ValueError
        If the course has no such lesson or exercise, or nothing is asked for.
    """

    def __init__(self, lesson: str | None = None, *names: str) -> None:
        if lesson is not None:
            known_id(lesson, lessons())
        elif not names:
            raise ValueError('Name a lesson, as in Exercises("03-core"), or some exercises.')
        rows = [exercises()[known_id(name, exercises(), "exercise")] for name in names]
        rows = rows or [row for row in exercises().values() if row.lesson == lesson]
        drawing = f"rm-exercise-{crc32(repr([row.exercise for row in rows]).encode()):08x}"
        cards = [card(row, drawing) for row in rows]
        super().__init__(
            page(f"<style>{figure_style()}</style>", outlines(drawing), *cards),
            "\n\n".join(card_text(row) for row in rows),
        )


def known_id(name: str, rows: Mapping[str, Row], what: str = "lesson") -> str:
    """Return an id that a table has.

    Raises
    ------
    ValueError
        If the table does not have it; the message names the ids that it has.
    """
    if name not in rows:
        raise ValueError(f'There is no {what} "{name}". There are: {", ".join(rows)}.')
    return name


def _claim(number: int, row: Claim) -> str:
    sign, word, meaning = VERDICTS[row.verdict]
    kind = row.verdict.replace(" ", "-")
    badge = f'<span class="rm-badge rm-{kind}"><span aria-hidden="true">{sign}</span> {word}</span>'
    sources = cited(row.citations)
    links = f'<p class="rm-soft">Sources: {sources}</p>' if sources else ""
    return (
        f'<div class="rm-card"><p class="rm-soft">Claim {number}</p>'
        f'<p class="rm-title">{escape(row.text)}</p>'
        f"<details><summary>Show the verdict</summary>"
        f'<p>{badge} <span class="rm-soft">{meaning}</span></p>{paragraph(row.evidence)}'
        f'<p class="rm-soft">{escape(_rests_on(row))}</p>{links}</details></div>'
    )


def _rests_on(row: Claim) -> str:
    """Say what kind of study the verdict rests on and who was in it, or how we searched."""
    if row.verdict == "not searched":
        return "This says nothing about whether it is true."
    if row.verdict == "not tested":
        return f"Words of our search, on {row.searched_on}: {row.searched_words}."
    kinds = " and ".join(STUDIES[kind] for kind in row.study)
    count = f", n = {row.n}" if row.n else ""
    return f"It rests on {kinds}. People: {row.people}{count}."


def _claim_text(row: Claim) -> str:
    sources = ", ".join(source.short for source in known(row.citations))
    found = f"{VERDICTS[row.verdict][1]}: {row.evidence}"
    return f"Claim: {row.text}\n{found}{f' ({sources})' if sources else ''} {_rests_on(row)}"

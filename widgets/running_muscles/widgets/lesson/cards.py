"""What a lesson says about claims and exercises, straight from the tables."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TypeVar
from zlib import crc32

from running_muscles.measure.limits import care, limits_of
from running_muscles.tables import Claim, Exercise, claims, exercises, lessons, muscles
from running_muscles.widgets.body import highlights
from running_muscles.widgets.body.drawing import outlines, picture
from running_muscles.widgets.body.stills import figure_style, still
from running_muscles.widgets.page import Page, cited, items, known, page, paragraph, terms

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
LEVELS = {1: "1 of 3, a gentle start", 2: "2 of 3, in the middle", 3: "3 of 3, demanding"}
UNITS = {"reps": "repetitions", "s": "seconds"}
# From here on seconds are told as minutes.
LONG = 120


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
        cards = [_card(row, drawing) for row in rows]
        super().__init__(
            page(f"<style>{figure_style()}</style>", outlines(drawing), *cards),
            "\n\n".join(_card_text(row) for row in rows),
        )

    def _ipython_display_(self) -> None:
        from running_muscles.widgets.lesson.live_cards import LiveCards

        LiveCards(self.html)._ipython_display_()


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


def dose(row: Exercise) -> str:
    """Return sets and amount in words, such as ``"2 to 3 sets of 8 to 12 repetitions a side"``."""
    sets = _range(row.sets_min, row.sets_max)
    amount = _amount(row)
    one = row.sets_max == 1
    return f"{sets} {'set' if one else 'sets'} of {amount}{' a side' if row.per_side else ''}"


def _amount(row: Exercise) -> str:
    low, high, unit = row.amount_min, row.amount_max, UNITS[row.amount_unit]
    # A walk of half an hour reads badly in seconds.
    if row.amount_unit == "s" and low >= LONG and low % 60 == high % 60 == 0:
        low, high, unit = low // 60, high // 60, "minutes"
    return f"{_range(low, high)} {unit}"


def _range(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _basis(row: Exercise) -> str:
    if row.dose_basis == "source":
        if all(key.startswith("seed") for key in row.source_key):
            return f"as in {cited(row.source_key)}, a text for runners and not a study"
        return f"as in {cited(row.source_key)}"
    return "our own careful start, not a number from a study"


def _names(ids: tuple[str, ...], rows: Mapping[str, Exercise]) -> str:
    return ", ".join(rows[one].name for one in ids)


def _equipment(row: Exercise) -> str:
    return ", ".join(one for one in row.equipment if one != "none") or "nothing"


def _muscle_names(ids: tuple[str, ...]) -> str:
    return ", ".join(muscles()[one].name for one in ids)


def _card(row: Exercise, drawing: str) -> str:
    works, helps = _muscle_names(row.primary), _muscle_names(row.secondary)
    label = f"Muscles on the body. Work most: {works}." + (f" Help: {helps}." if helps else "")
    facts = terms(
        [
            ("Works most", escape(works)),
            ("Helps", escape(helps)),
            ("You need", escape(_equipment(row))),
            ("Level", escape(LEVELS[row.level])),
            ("How much", f'{escape(dose(row))} <span class="rm-soft">({_basis(row)})</span>'),
            ("Easier", escape(_names(row.easier, exercises()))),
            ("Harder", escape(_names(row.harder, exercises()))),
            ("Take care", escape(row.cautions)),
            ("Leave it out with", _limits(row)),
        ]
    )
    return (
        f'<div class="rm-card"><p class="rm-title">{escape(row.name)}</p>'
        f'<div data-movement="{row.exercise}">{still(row.exercise)}</div>'
        f'<div class="rm-sides">'
        f"{picture(highlights.of_exercise(row.exercise).tones, drawing, label)}"
        f'<div class="rm-words">{facts}</div></div>'
        f"<details><summary>Step by step</summary>{items(row.steps, 'ol')}</details></div>"
    )


def _limits(row: Exercise) -> str:
    """List who should leave it out, each with what to do instead."""
    limits = limits_of(row.movement)
    each = (
        f'{escape(one.limit)}. <span class="rm-soft">{escape(one.instead)}</span>' for one in limits
    )
    return f"<ul>{''.join(f'<li>{text}</li>' for text in each)}</ul>" if limits else ""


def _card_text(row: Exercise) -> str:
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(row.steps, 1))
    return f"{row.name}: {dose(row)}. {care(row)}\n{steps}"

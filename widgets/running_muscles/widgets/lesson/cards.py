"""What a lesson says about exercises, straight from the tables."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TypeVar
from zlib import crc32

from running_muscles.measure.limits import care, limits_of
from running_muscles.tables import Exercise, exercises, lessons, muscles
from running_muscles.widgets.body import highlights
from running_muscles.widgets.body.drawing import outlines, picture
from running_muscles.widgets.body.stills import figure_style, still
from running_muscles.widgets.page import Page, cited, items, page, terms

Row = TypeVar("Row")

LEVELS = {1: "1 of 3, a gentle start", 2: "2 of 3, in the middle", 3: "3 of 3, demanding"}
UNITS = {"reps": "repetitions", "s": "seconds"}
# From here on seconds are told as minutes.
LONG = 120


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
        f'<div class="rm-card"><p class="rm-title">{escape(row.name)}</p>{still(row.exercise)}'
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

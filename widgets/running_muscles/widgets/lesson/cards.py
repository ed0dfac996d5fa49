"""What a lesson says about exercises, straight from the tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar
from zlib import crc32

from running_muscles.tables import exercises, lessons
from running_muscles.widgets.body.drawing import outlines
from running_muscles.widgets.body.stills import figure_style
from running_muscles.widgets.lesson.exercise_card import card, card_text, dose
from running_muscles.widgets.page import Page, page

__all__ = ["Exercises", "dose", "known_id"]

Row = TypeVar("Row")


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

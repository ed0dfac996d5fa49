"""The card of an exercise: figure, how much, how hard, how to take care; the rest folded."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from running_muscles.measure.limits import care, leave_out_sentence, limits_of
from running_muscles.measure.muscle_groups import GROUP_NAMES
from running_muscles.tables import Exercise, exercises, muscles
from running_muscles.widgets.body import highlights
from running_muscles.widgets.body.drawing import picture
from running_muscles.widgets.body.stills import still
from running_muscles.widgets.page import cited, icon, items, soft, terms

LEVELS = {1: "1 of 3, a gentle start", 2: "2 of 3, in the middle", 3: "3 of 3, demanding"}
UNITS = {"reps": "repetitions", "s": "seconds"}
# From here on seconds are told as minutes.
LONG = 120


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


def card(row: Exercise, drawing: str) -> str:
    """Return the figure large, how much, how hard and how to take care; the rest is folded."""
    facts = "".join(
        f'<li class="rm-fact-{sign}">{icon(sign)}<div>{html}</div></li>'
        for sign, html in _facts(row)
    )
    return (
        f'<div class="rm-card rm-exercise"><div class="rm-frame">'
        f'<div data-movement="{row.exercise}">{still(row.exercise)}</div></div><div>'
        f'<p class="rm-title">{escape(row.name)}</p>'
        f'<p class="rm-soft">{escape(GROUP_NAMES[row.group])}{_lit(row)}</p>'
        f'<ul class="rm-facts">{facts}</ul></div>'
        f"<details><summary>More: step by step, muscles, easier and harder</summary>"
        f"{_folded(row, drawing)}</details></div>"
    )


def _facts(row: Exercise) -> list[tuple[str, str]]:
    """Return what stands beside the figure: an icon's name, and the words."""
    found = [
        ("repeat", f"<strong>{escape(dose(row))}</strong> {soft(_basis(row))}"),
        ("level", f"Level {escape(LEVELS[row.level])}"),
    ]
    if (needed := _equipment(row)) != "nothing":
        found.append(("things", f"You need: {escape(needed)}"))
    leave = escape(leave_out_sentence(row))
    said = "<br>".join(filter(None, (escape(row.cautions), leave and f"<small>{leave}</small>")))
    return [*found, ("care", said)] if said else found


def _lit(row: Exercise) -> str:
    """Say what the colours on the figure mean."""
    helps = ", yellow helps" if row.secondary else ""
    return f" · orange works most{helps}" if row.primary else ""


def _folded(row: Exercise, drawing: str) -> str:
    works, helps = _muscle_names(row.primary), _muscle_names(row.secondary)
    label = f"Muscles on the body. Work most: {works}." + (f" Help: {helps}." if helps else "")
    words = terms(
        [
            ("Works most", escape(works)),
            ("Helps", escape(helps)),
            ("Easier", escape(_names(row.easier, exercises()))),
            ("Harder", escape(_names(row.harder, exercises()))),
            ("Instead", _instead(row)),
        ]
    )
    marks = picture(highlights.of_exercise(row.exercise).tones, drawing, label)
    body = f'<div class="rm-sides">{marks}<div class="rm-words">{words}</div></div>'
    return f"{items(row.steps, 'ol')}{body}"


def _instead(row: Exercise) -> str:
    """List who should leave it out, each with what to do instead."""
    limits = limits_of(row.movement)
    each = (f"{escape(one.limit)}. {soft(escape(one.instead))}" for one in limits)
    return f"<ul>{''.join(f'<li>{text}</li>' for text in each)}</ul>" if limits else ""


def card_text(row: Exercise) -> str:
    """Return what a card says as plain text."""
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(row.steps, 1))
    return f"{row.name}: {dose(row)}. {care(row)}\n{steps}"

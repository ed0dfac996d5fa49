"""The card of an exercise: figure, how much, how hard, how to take care; the rest folded."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from running_muscles.measure.limits import care, leave_out_sentence, limits_of
from running_muscles.measure.muscle_groups import group_name
from running_muscles.tables import Exercise, exercises, muscles
from running_muscles.translation.content import content, content_lang
from running_muscles.translation.spoken import N_
from running_muscles.widgets.body import highlights
from running_muscles.widgets.body.drawing import picture
from running_muscles.widgets.body.stills import still
from running_muscles.widgets.page import cited, content_items, icon, soft, terms
from running_muscles.widgets.speaking import _, ngettext

LEVELS = {
    1: N_("Level 1 of 3, a gentle start"),
    2: N_("Level 2 of 3, in the middle"),
    3: N_("Level 3 of 3, demanding"),
}
UNITS = {
    "reps": N_("{n} repetitions"),
    "s": N_("{n} seconds"),
    "min": N_("{n} minutes"),
}
MORE = N_("More: step by step, muscles, easier and harder")
# From here on seconds are told as minutes.
LONG = 120


def dose(row: Exercise) -> str:
    """Return sets and amount in words, such as ``"2 to 3 sets of 8 to 12 repetitions a side"``."""
    sets = _range(row.sets_min, row.sets_max)
    amount = _amount(row)
    said = ngettext("{sets} set of {amount}", "{sets} sets of {amount}", row.sets_max)
    told = said.format(sets=sets, amount=amount)
    return _("{dose} a side").format(dose=told) if row.per_side else told


def _amount(row: Exercise) -> str:
    low, high, unit = row.amount_min, row.amount_max, row.amount_unit
    # A walk of half an hour reads badly in seconds.
    if row.amount_unit == "s" and low >= LONG and low % 60 == high % 60 == 0:
        low, high, unit = low // 60, high // 60, "min"
    return _(UNITS[unit]).format(n=_range(low, high))


def _range(low: int, high: int) -> str:
    return str(low) if low == high else _("{low} to {high}").format(low=low, high=high)


def _basis(row: Exercise) -> str:
    if row.dose_basis == "source":
        said = (
            _("as in {source}, a text for runners and not a study")
            if all(key.startswith("seed") for key in row.source_key)
            else _("as in {source}")
        )
        return said.format(source=cited(row.source_key))
    return _("our own careful start, not a number from a study")


def _names(ids: tuple[str, ...], rows: Mapping[str, Exercise]) -> str:
    return ", ".join(rows[one].name for one in ids)


def _equipment(row: Exercise) -> str:
    return ", ".join(one for one in row.equipment if one != "none")


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
        f'<p class="rm-title"{content_lang()}>{escape(row.name)}</p>'
        f'<p class="rm-soft">{escape(group_name(row.group))}{_lit(row)}</p>'
        f'<ul class="rm-facts">{facts}</ul></div>'
        f"<details><summary>{_(MORE)}</summary>"
        f"{_folded(row, drawing)}</details></div>"
    )


def _facts(row: Exercise) -> list[tuple[str, str]]:
    """Return what stands beside the figure: an icon's name, and the words."""
    found = [
        ("repeat", f"<strong>{escape(dose(row))}</strong> {soft(_basis(row))}"),
        ("level", escape(_(LEVELS[row.level]))),
    ]
    if needed := _equipment(row):
        things = _("You need: {things}").format(things=content(escape(needed)))
        found.append(("things", things))
    leave = escape(leave_out_sentence(row))
    said = "<br>".join(filter(None, (escape(row.cautions), leave and f"<small>{leave}</small>")))
    return [*found, ("care", content(said))] if said else found


def _lit(row: Exercise) -> str:
    """Say what the colours on the figure mean."""
    if not row.primary:
        return ""
    both, most = _("orange works most, yellow helps"), _("orange works most")
    return f" · {both if row.secondary else most}"


def _folded(row: Exercise, drawing: str) -> str:
    works, helps = _muscle_names(row.primary), _muscle_names(row.secondary)
    said = (
        _("Muscles on the body. Work most: {works}. Help: {helps}.")
        if helps
        else _("Muscles on the body. Work most: {works}.")
    )
    label = said.format(works=works, helps=helps)
    words = terms(
        [
            (_("Works most"), content(escape(works))),
            (_("Helps"), content(escape(helps))),
            (_("Easier"), content(escape(_names(row.easier, exercises())))),
            (_("Harder"), content(escape(_names(row.harder, exercises())))),
            (_("Instead"), _instead(row)),
        ]
    )
    marks = picture(highlights.of_exercise(row.exercise).tones, drawing, label)
    body = f'<div class="rm-sides">{marks}<div class="rm-words">{words}</div></div>'
    return f"{content_items(row.steps, 'ol')}{body}"


def _instead(row: Exercise) -> str:
    """List who should leave it out, each with what to do instead."""
    limits = limits_of(row.movement)
    each = (f"{escape(one.limit)}. {soft(escape(one.instead))}" for one in limits)
    listed = "".join(f"<li>{text}</li>" for text in each)
    return f"<ul{content_lang()}>{listed}</ul>" if limits else ""


def card_text(row: Exercise) -> str:
    """Return what a card says as plain text."""
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(row.steps, 1))
    return f"{row.name}: {dose(row)}. {care(row)}\n{steps}"

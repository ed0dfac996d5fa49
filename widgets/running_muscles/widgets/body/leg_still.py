"""The running leg as five still pictures in a row, for lessons exported or printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from html import escape
from zlib import crc32

from running_muscles.movement import stride
from running_muscles.tables import StridePath
from running_muscles.translation.content import page_lang
from running_muscles.translation.spoken import N_
from running_muscles.translation.written import number
from running_muscles.widgets.body.leg_picture import MOMENTS, outlines, picture
from running_muscles.widgets.figures.figure import Table
from running_muscles.widgets.scripts import STATIC
from running_muscles.widgets.speaking import _

LIMITS = N_("These are lengths of whole muscle and tendon in a generic skeleton, not forces.")
KEY = N_(
    "Colour: how long a muscle is, compared with standing; blue is shorter, orange is longer. "
    "Thick: switched on. These are two different facts. The pale leg is the left one."
)
LAYOUT = """
.rm.rm-leg .rm-leg-row { display: grid; gap: .5rem; margin: 0 0 .5rem; padding: 0; list-style: none;
  grid-template-columns: repeat(auto-fit, minmax(6rem, 1fr)); }
.rm.rm-leg .rm-leg-row li { min-width: 0; margin: 0; }
.rm.rm-leg .rm-leg-row svg { display: block; width: 100%; max-width: 14rem;
  height: auto; margin: 0 auto; }
.rm.rm-leg .rm-leg-row p { margin: 0; text-align: center; font-size: .92em; }
"""


@cache
def _style() -> str:
    return (STATIC / "leg.css").read_text(encoding="utf-8") + LAYOUT


def stills(
    title: str,
    paths: Sequence[StridePath],
    speed: float,
    notes: Iterable[str],
    sources: Iterable[Mapping[str, str]],
) -> str:
    """Return a page with five moments of the stride, and the same in a table.

    Parameters
    ----------
    title : str
        Heading.
    paths : sequence of StridePath
        What is drawn on the bones; the main ones are in the table.
    speed : float
        In metres a second.
    notes : iterable of str
        Limits of the drawing.
    sources : iterable of mapping
        ``text`` and ``url``.
    """
    main = [path for path in paths if path.main]
    name = f"rm-leg-{crc32(repr((paths, speed)).encode()):08x}"
    row = "".join(_still(name, paths, speed, percent) for percent in MOMENTS)
    said = "".join(f"<p>{escape(sentence)}</p>" for sentence in _longest(main, speed))
    table = _table(main, speed).html().replace("<table>", '<table class="rm-table">')
    links = ", ".join(
        f'<a href="{escape(each["url"])}">{escape(each["text"])}</a>' for each in sources
    )
    small = "".join(f'<li class="rm-hint">{escape(note)}</li>' for note in notes)
    head = _("{title}, {speed} m/s").format(title=title, speed=number(speed))
    cites = _("Sources:")
    return (
        f'<style>{_style()}</style><section class="rm rm-leg rm-leg-still"{page_lang()}>'
        f"<h3>{escape(head)}</h3>"
        f'{outlines(name)}<ul class="rm-leg-row">{row}</ul>'
        f'<p class="rm-hint">{escape(_(KEY))}</p>{said}'
        f'<p class="rm-note"><strong>{escape(_(LIMITS))}</strong></p>'
        f'<div class="rm-leg-tables">{table}</div><ul class="rm-list">{small}</ul>'
        f'<p class="rm-hint">{cites} {links}</p></section>'
    )


def _still(name: str, paths: Sequence[StridePath], speed: float, percent: int) -> str:
    words = _(stride.phase(percent, stride.contact_percent(speed)))
    said = _("{muscle} {length} of standing")
    now = ", ".join(
        said.format(muscle=path.name, length=_percent(stride.length_at(path.path, speed, percent)))
        for path in paths
        if path.main
    )
    label = _("A runner {moment}. Right leg: {muscles}.").format(moment=words, muscles=now)
    drawing = picture(paths, speed, percent, name, label)
    return f"<li>{drawing}<p>{escape(_at(percent, words))}</p></li>"


def _longest(main: Sequence[StridePath], speed: float) -> list[str]:
    found = []
    for path in main:
        longest, shortest = stride.longest(path.path, speed), stride.shortest(path.path, speed)
        said = _(
            "{muscle}: longest {moment} ({length} of standing, at {percent} % of the stride), "
            "shortest {then} ({short}, at {at} %)."
        )
        found.append(
            said.format(
                muscle=path.name,
                moment=_(longest.words),
                length=_percent(longest.length),
                percent=longest.percent,
                then=_(shortest.words),
                short=_percent(shortest.length),
                at=shortest.percent,
            )
        )
    return found


def _table(main: Sequence[StridePath], speed: float) -> Table:
    contact = stride.contact_percent(speed)
    return Table(
        (
            _("Moment, in % of the stride"),
            *(_("{muscle}, % of standing").format(muscle=path.name) for path in main),
        ),
        [
            (
                _at(percent, _(stride.phase(percent, contact))),
                *(_percent(stride.length_at(path.path, speed, percent)) for path in main),
            )
            for percent in range(0, 100, 10)
        ],
    )


def _at(percent: int, words: str) -> str:
    return _("{n} %: {moment}").format(n=percent, moment=words)


def _percent(length: float) -> str:
    return _("{n} %").format(n=number(length * 100, ".0f"))

"""A mechanism as three still pictures in a row, for lessons exported or printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from html import escape

from running_muscles.translation.content import content, page_lang
from running_muscles.widgets.drawing import svg
from running_muscles.widgets.mechanism.frames import Mechanism, Positions
from running_muscles.widgets.scripts import STATIC
from running_muscles.widgets.speaking import _


@cache
def _style() -> str:
    return (STATIC / "mechanism.css").read_text(encoding="utf-8")


def stills(mechanism: Mechanism, sources: Iterable[Mapping[str, str]]) -> str:
    """Return a page with three positions of a mechanism, its table and its note.

    Parameters
    ----------
    sources : iterable of mapping
        ``text`` and ``url``; the latter may be empty.
    """
    row = "".join(_still(mechanism, positions) for positions in mechanism.stills)
    table = mechanism.table.html().replace("<table>", '<table class="rm-table">')
    links = ", ".join(_link(each) for each in sources)
    named = _("Sources:")
    cited = f'<p class="rm-hint">{named} {links}</p>' if links else ""
    return (
        f"<style>{_style()}</style>"
        f'<section class="rm rm-mechanism rm-mechanism-still"{page_lang()}>'
        f"<h3>{escape(mechanism.title)}</h3>"
        f'<ul class="rm-mechanism-row">{row}</ul>'
        f'<p class="rm-hint">{escape(mechanism.note)} {escape(mechanism.more)}</p>'
        f'<div class="rm-mechanism-table">{table}</div>{cited}</section>'
    )


def _still(mechanism: Mechanism, positions: Positions) -> str:
    called = mechanism.called(positions)
    sentence = mechanism.frame(positions).sentence
    return (
        f"<li>{svg(mechanism.drawing(positions))}"
        f"<p><strong>{escape(called[0].upper() + called[1:])}.</strong> {escape(sentence)}</p></li>"
    )


def _link(source: Mapping[str, str]) -> str:
    text = escape(source["text"])
    return (
        f'<a href="{escape(source["url"], quote=True)}">{text}</a>'
        if source["url"]
        else content(text)
    )

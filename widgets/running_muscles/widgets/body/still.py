"""The muscle map as a still page, for lessons exported or printed without a kernel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from zlib import crc32

from running_muscles.translation.content import content, content_lang, lang_of
from running_muscles.widgets.body.drawing import outlines, picture
from running_muscles.widgets.body.highlights import Marks
from running_muscles.widgets.page import page
from running_muscles.widgets.speaking import _


def map_page(marks: Marks, muscles: Sequence[Mapping[str, Any]]) -> str:
    """Return the marked body and a table of its muscles; of all, where none is marked.

    Parameters
    ----------
    muscles : sequence of mapping
        As the widget describes them to the front end.
    """
    name = f"rm-map-{crc32(repr(marks).encode()):08x}"
    drawing = picture(marks.tones, name, _label(muscles, marks))
    body = f'{outlines(name)}<div class="rm-large">{drawing}</div>' if drawing else ""
    meanings = [
        _meaning(words, _names(muscles, marks, tone)) for tone, words in marks.legend.items()
    ]
    return page(
        f'<p class="rm-title"{lang_of(marks.title)}>{escape(marks.title)}</p>',
        body,
        *meanings,
        _table(_shown(muscles, marks)),
    )


def _meaning(words: str, names: str) -> str:
    said = f"{words[0].upper()}{words[1:]}"
    meant = f"<span{lang_of(words)}>{escape(said)}</span>" if lang_of(words) else escape(said)
    return f'<p class="rm-soft">{meant}: {content(escape(names))}.</p>'


def _shown(muscles: Sequence[Mapping[str, Any]], marks: Marks) -> Sequence[Mapping[str, Any]]:
    marked = {muscle for members in marks.members.values() for muscle in members}
    return [row for row in muscles if row["muscle"] in marked] or muscles


def _names(muscles: Sequence[Mapping[str, Any]], marks: Marks, tone: str) -> str:
    members = marks.members.get(tone, ())
    return ", ".join(row["name"] for row in muscles if row["muscle"] in members)


def _label(muscles: Sequence[Mapping[str, Any]], marks: Marks) -> str:
    told = (f"{words}: {_names(muscles, marks, tone)}" for tone, words in marks.legend.items())
    return _("A body with marked muscles. {marks}").format(marks=". ".join(told))


def _table(muscles: Sequence[Mapping[str, Any]]) -> str:
    columns = {
        "name": _("Muscle"),
        "actions": _("What it does"),
        "running_role": _("In running"),
    }
    head = "".join(f'<th scope="col">{words}</th>' for words in columns.values())
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(row[column])}</td>' for column in columns)}</tr>"
        for row in muscles
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody{content_lang()}>{rows}</tbody></table>"

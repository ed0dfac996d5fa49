"""Static pictures of widgets in HTML, for lessons exported or printed without a kernel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import Any

from running_muscles.translation.content import content_lang, page_lang, with_content
from running_muscles.widgets.body import stills
from running_muscles.widgets.drawing import svg
from running_muscles.widgets.speaking import _
from running_muscles.widgets.tests.sides import side_inside, side_name

NO_CARD: Mapping[str, Any] = MappingProxyType({})


def with_html(bundle: Mapping[str, Any] | None, html: str) -> dict[str, Any]:
    """Add an HTML representation to a widget's mime bundle."""
    return {**(bundle or {}), "text/html": html}


def words(title: str, sentence: str) -> str:
    """Return a title and a sentence, for what a still picture cannot or should not show."""
    said = f"<h3>{escape(title)}</h3><p>{escape(sentence)}</p>"
    return f'<section class="rm-still"{page_lang()}>{said}</section>'


def assessment(
    protocol: Mapping[str, Any],
    history: Mapping[str, Any],
    reading: Sequence[Mapping[str, Any]],
    card: Mapping[str, Any] = NO_CARD,
) -> str:
    """Return a self-assessment as static HTML: results and what they mean, how to do it."""
    parts = [
        f"<h3>{escape(protocol['name'])}</h3><style>{stills.figure_style()}</style>",
        f'<div class="rm-frame">{stills.still(protocol["test"])}</div>',
        _results(history, reading, card),
        _list("ol", protocol["steps"]),
        f"<p><strong>{escape(_('The test ends when'))}</strong></p>",
        _list("ul", protocol["stop_criteria"]),
    ]
    if protocol["skip_if"]:
        parts += [f"<p><strong>{escape(_('When to leave this test out'))}</strong></p>"]
        parts += [_list("ul", protocol["skip_if"])]
    return f'<section class="rm-still"{page_lang()}>{"".join(parts)}</section>'


def _results(
    history: Mapping[str, Any], reading: Sequence[Mapping[str, Any]], card: Mapping[str, Any]
) -> str:
    """Return the card of the latest results, the rest folded."""
    if not history["recent"]:
        words = escape(_("Open this lesson in Jupyter to take the test."))
        return f'<p class="rm-elsewhere"><em>{words}</em></p>'
    numbers = "".join(
        f"<div><dt>{escape(side_name(one['side']) or _('Latest'))}</dt>"
        f"<dd>{_large(one['text'])}</dd></div>"
        for one in history["latest"]
    )
    rows = "".join(
        f"<tr><td>{escape(row['when'])}</td><td>{escape(side_inside(row['side']))}</td>"
        f"<td>{escape(row['text'])}</td></tr>"
        for row in history["recent"]
    )
    heads = (_("When"), _("Side"), _("Result"))
    head = f"<tr>{''.join(f'<th>{escape(each)}</th>' for each in heads)}</tr>"
    table = f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>"
    trend = card.get("trend")
    line = f'<figure class="rm-strip-frame">{svg(trend)}</figure>' if trend else ""
    said = "".join(_said(each) for one in reading for each in (one, *one.get("more", ())))
    return (
        f'<div class="rm-card rm-result"><dl class="rm-tiles">{numbers}</dl>{_drawn(card)}'
        f"<details><summary>{escape(_('More: earlier results, what studies say'))}</summary>"
        f"{line}{said}{table}</details></div>"
    )


def _large(text: str) -> str:
    """Return a value with its unit smaller; what was seen has no number to stand out."""
    number, space, unit = escape(text).partition(" ")
    counted = any(map(str.isdigit, number))
    return f"{number}<small>{space}{unit}</small>" if unit and counted else escape(text)


def _drawn(card: Mapping[str, Any]) -> str:
    if not card:
        return ""
    group = "" if card["group"] is None else _said(card["group"], "rm-soft")
    return (
        f'<figure class="rm-strip-frame">{svg(card["drawing"])}</figure>'
        f'<p class="rm-verdict-line">{escape(card["sentence"])}</p>{group}'
    )


def _said(sentence: Mapping[str, Any], kind: str = "rm-sentence") -> str:
    said = with_content(escape(sentence["text"]))
    return f'<p class="{kind}">{said} {_links(sentence["links"])}</p>'


def _list(tag: str, items: Sequence[str]) -> str:
    rows = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<{tag}{content_lang()}>{rows}</{tag}>"


def _links(links: Sequence[Mapping[str, str]]) -> str:
    return " ".join(
        f'<a href="{escape(link["url"], quote=True)}">{escape(link["text"])}</a>' for link in links
    )

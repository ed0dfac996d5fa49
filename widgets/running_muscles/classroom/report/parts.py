"""Pieces of a report's page: tables that a reader can follow, and a page around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files

import pandas as pd

NONE = "—"  # where there is no number
STYLES = ("feedback.css", "report/report.css")


def page(title: str, body: str, script: str) -> str:
    """Return a whole page that needs no other file and no network."""
    folder = files("running_muscles.classroom")
    style = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in STYLES)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n{script}</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def section(name: str, title: str, *parts: str) -> str:
    """Return a section with an id, a heading and its (safe) parts; empty parts are left out."""
    return (
        f'<section class="rm-part" aria-labelledby="{name}"><h2 id="{name}">{escape(title)}</h2>'
        f"{''.join(parts)}</section>"
    )


def table(frame: pd.DataFrame, caption: str, *, html: Sequence[str] = ()) -> str:
    """Return a table whose first column names its rows.

    Parameters
    ----------
    frame
        What it holds; numbers are written by the caller, as text.
    caption
        What it is about.
    html
        Columns that hold safe HTML. All others are escaped.
    """
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in frame.columns)
    rows = "".join(_row(frame.columns, row, html) for row in frame.itertuples(index=False))
    # Wide tables are moved sideways by keys, too.
    return (
        f'<div class="rm-wide" role="region" tabindex="0" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(names: Iterable[str], row: Sequence[object], html: Sequence[str]) -> str:
    cells = [
        str(value) if name in html else escape(str(value))
        for name, value in zip(names, row, strict=True)
    ]
    first, *rest = cells
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in rest)}</tr>'


def figure(chart: str, table: str, *, below: bool = False) -> str:
    """Return a chart with the table that says the same, beside it or, a wide one, below."""
    kind = "rm-figure rm-below" if below else "rm-figure"
    return f'<div class="{kind}">{chart}{table}</div>'


def percent(share: float | None) -> str:
    """Return a share as people read it; a dash without one."""
    return NONE if share is None else f"{100 * share:.0f}%"


def interval(low: float, high: float) -> str:
    """Return the ends of an interval of shares."""
    return f"{100 * low:.0f} to {100 * high:.0f}%"


def listed(items: Iterable[str]) -> str:
    """Return a list of (safe) items; empty without any."""
    rows = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{rows}</ul>" if rows else ""

"""A figure with its caption, shown one below the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from running_muscles.measure.privacy import results_asked_for
from running_muscles.translation.content import lang_of
from running_muscles.translation.spoken import N_
from running_muscles.widgets.chart import PLOTLY
from running_muscles.widgets.page import cited, known, page, paragraph
from running_muscles.widgets.speaking import _

SOURCES = N_("Sources:")
STILL = N_("This figure moves in Jupyter. Its numbers stand in the table below.")


@dataclass(frozen=True)
class Table:
    """The numbers of a figure for readers who cannot see it."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def html(self) -> str:
        """Return the table; the first column names the row."""
        head = "".join(
            f'<th scope="col"{lang_of(name)}>{escape(name)}</th>' for name in self.columns
        )
        body = "".join(
            f'<tr><th scope="row"{lang_of(row[0])}>{escape(row[0])}</th>'
            f"{''.join(f'<td{lang_of(cell)}>{escape(cell)}</td>' for cell in row[1:])}</tr>"
            for row in self.rows
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

    def text(self) -> str:
        """Return the table as lines of text."""
        return "\n".join(" | ".join(row) for row in (self.columns, *self.rows))


@dataclass(frozen=True)
class Caption:
    """What stands under a figure.

    Attributes
    ----------
    attempt, see : str
        What to try, and what there is to see.
    notes : sequence of str
        Limits: who was measured, what is made up or only schematic.
    sources : sequence of str
        Keys of ``references.bib``.
    """

    attempt: str
    see: str
    table: Table
    notes: Sequence[str] = ()
    sources: Sequence[str] = ()


@dataclass(frozen=True)
class Figure:
    """A plotly figure as plain data, with its caption.

    Attributes
    ----------
    for_anybody : Figure or None
        The same without the learner's own result, where the figure shows one: this is saved.
    """

    plot: dict[str, Any] = field(repr=False)
    caption: Caption = field(repr=False)
    for_anybody: Figure | None = field(default=None, repr=False)

    @property
    def title(self) -> str:
        """What the figure shows, in a few words."""
        return str(self.plot["layout"]["title"]["text"])

    @property
    def html(self) -> str:
        """The caption as HTML."""
        caption = self.caption
        sources, cites = cited(caption.sources), _("Sources:")
        attempt, see, table = _("What to try:"), _("What to see:"), _("The same in a table")
        return page(
            f"<p><strong>{attempt}</strong> {escape(caption.attempt)}</p>",
            f"<p><strong>{see}</strong> {escape(caption.see)}</p>",
            *(_note(note) for note in caption.notes),
            f'<p class="rm-soft">{cites} {sources}</p>' if sources else "",
            f"<details><summary>{table}</summary>{caption.table.html()}</details>",
        )

    @property
    def text(self) -> str:
        """The whole figure in plain text."""
        sources = "; ".join(source.text for source in known(self.caption.sources))
        parts = [self.title, self.caption.see, *self.caption.notes, self.caption.table.text()]
        return "\n".join([*parts, f"{_(SOURCES)} {sources}"] if sources else parts)

    def __repr__(self) -> str:
        return self.text

    def _ipython_display_(self) -> None:
        """Show the figure, then the caption: two outputs of one cell."""
        from IPython.display import display

        if self.for_anybody is None or results_asked_for():
            for bundle in self._bundles():
                display(bundle, raw=True)
            return
        from running_muscles.widgets.unsaved import Unsaved

        display(Unsaved(self._bundles(), self.for_anybody.html))

    def _bundles(self) -> list[dict[str, Any]]:
        still = page(paragraph(f"{self.title}. {_(STILL)}", "soft"))
        return [
            {PLOTLY: self.plot, "text/html": still, "text/plain": self.title},
            {"text/html": self.html, "text/plain": self.text},
        ]


def _note(note: str) -> str:
    return f'<p class="rm-soft"{lang_of(note)}>{escape(note)}</p>'


def unique(keys: Iterable[str]) -> tuple[str, ...]:
    """Return citation keys, each once, in their order."""
    return tuple(dict.fromkeys(keys))

"""Pieces of HTML that need no script: one look in JupyterLab, Notebook and exported pages."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from running_muscles.tables import Reference, references
from running_muscles.translation.content import content, content_lang, page_lang

HERE = Path(__file__).parent
SHEETS = ("tokens.css", "icons.css", "page.css", "result.css", "plotly.css")


@cache
def style() -> str:
    """Return the style that every page carries, since a lesson may hold no widget."""
    return "\n".join((HERE / name).read_text(encoding="utf-8") for name in SHEETS)


def page(*parts: str) -> str:
    """Return HTML that stands on its own: its style, then its parts."""
    return (
        f'<style>{style()}</style><section class="rm-page"{page_lang()}>{"".join(parts)}</section>'
    )


def paragraph(text: str, kind: str = "") -> str:
    """Return a paragraph of plain text."""
    return f"<p{_kind(kind)}>{escape(text)}</p>"


def items(texts: Iterable[str], tag: str = "ul") -> str:
    """Return a list of plain texts."""
    return f"<{tag}>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</{tag}>"


def content_items(texts: Iterable[str], tag: str = "ul") -> str:
    """Return a list of plain texts that are content and stay English."""
    return f"<{tag}{content_lang()}>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</{tag}>"


def soft(html: str) -> str:
    """Return (safe) words that stand back."""
    return f'<span class="rm-soft">{html}</span>'


def icon(name: str) -> str:
    """Return one of the icons of `icons.css`; the words beside it say what it means."""
    return f'<span class="rm-icon rm-icon-{name}" aria-hidden="true"></span>'


def terms(pairs: Iterable[tuple[str, str]]) -> str:
    """Return terms with their (safe) HTML; pairs without a text are left out."""
    rows = (f"<dt>{escape(term)}</dt><dd>{html}</dd>" for term, html in pairs if html)
    return f"<dl>{''.join(rows)}</dl>"


def cited(keys: Iterable[str]) -> str:
    """Return short linked citations of the keys that are in ``references.bib``."""
    return content(", ".join(source.html for source in known(keys)))


def known(keys: Iterable[str]) -> list[Reference]:
    """Return references, each once; a source text of the course (``seed…``) is not one."""
    return [references()[key] for key in dict.fromkeys(keys) if key in references()]


def _kind(kind: str) -> str:
    return f' class="rm-{kind}"' if kind else ""


class Page:
    """Something that a lesson shows: HTML, and the same in plain text."""

    def __init__(self, html: str, text: str) -> None:
        self.html = html
        self.text = text

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        """Show HTML where it can be shown, plain text anywhere else."""
        return {"text/html": self.html, "text/plain": self.text}

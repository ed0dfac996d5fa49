"""A sentence to the learner where a widget cannot be shown."""

from __future__ import annotations

from html import escape


class Notice:
    """What a cell shows instead of a traceback."""

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence

    def __repr__(self) -> str:
        return self.sentence

    def _repr_html_(self) -> str:
        return html(self.sentence)


def html(sentence: str) -> str:
    """Return a sentence as a box that follows the notebook's theme."""
    return (
        '<div role="alert" style="max-width:46rem;padding:.75rem 1rem;'
        "border-left:4px solid currentColor;font-family:var(--jp-ui-font-family,sans-serif);"
        'font-size:15px;line-height:1.5">'
        f"{escape(sentence)}</div>"
    )

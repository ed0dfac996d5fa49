"""The design language on one page: what `tokens.css` and `icons.css` name, shown by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from running_muscles.widgets.body.stills import figure_style, still
from running_muscles.widgets.page import icon, page, style

SIZES = {
    "xxl": "A number",
    "xl": "A title",
    "l": "A heading",
    "m": "What one reads",
    "s": "What stands back",
}
COLOURS = {
    "accent": "Accent: you, and what you do",
    "tint": "its tint",
    "ember": "Ember: a muscle, and care",
    "ember-tint": "its tint",
    "good": "Done",
    "soft": "Words that stand back",
    "line": "Lines",
    "raised": "A panel",
}
ICONS = {
    "clock": "how long",
    "repeat": "how much",
    "level": "how hard",
    "things": "what you need",
    "care": "take care",
    "done": "done",
    "next": "next",
    "ask": "a question",
}
LOOK = """
.design-row { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; }
.design-colour { display: grid; grid-template-columns: 2.4rem 1fr; gap: .6rem; align-items: center;
  width: 15rem; }
.design-colour i { height: 2.4rem; border-radius: var(--rm-round-s);
  border: 1px solid var(--rm-line); }
.design-space i { display: inline-block; background: var(--rm-accent); border-radius: 3px; }
"""


def drawn_icons() -> set[str]:
    """Return the names of the icons that the style sheet draws."""
    return set(re.findall(r"\.rm-icon-(\w+) \{", style()))


def design_page() -> str:
    """Return the page.

    Raises
    ------
    RuntimeError
        If an icon was drawn that the page does not show, or the other way round.
    """
    if drawn_icons() != set(ICONS):
        raise RuntimeError(f"Icons drawn and shown differ: {drawn_icons() ^ set(ICONS)}.")
    return page(
        f"<style>{figure_style()}{LOOK}</style>",
        _card("Type", "".join(_size(name, words) for name, words in SIZES.items())),
        _card("Space", _spaces()),
        _card("Two accents, and what stands back", _row(map(_colour, COLOURS.items()))),
        _card("Icons drawn by us", _row(_icon(name, words) for name, words in ICONS.items())),
        _card(
            "A figure in its frame",
            f'<div class="rm-frame">{still("squat")}</div>',
        ),
    )


def _card(title: str, html: str) -> str:
    return f'<div class="rm-card"><p class="rm-title">{title}</p>{html}</div>'


def _row(parts: Iterable[str]) -> str:
    return f'<div class="design-row">{"".join(parts)}</div>'


def _size(name: str, words: str) -> str:
    return f'<p style="font-size: var(--rm-type-{name}); line-height: 1.2">{words}</p>'


def _spaces() -> str:
    sizes = (f"var(--rm-space-{number})" for number in range(1, 6))
    bars = "".join(f'<i style="width: {size}; height: 2rem"></i>' for size in sizes)
    return f'<div class="design-row design-space">{bars}</div>'


def _colour(pair: tuple[str, str]) -> str:
    name, words = pair
    return (
        f'<span class="design-colour"><i style="background: var(--rm-{name})"></i>'
        f"<span>{words}</span></span>"
    )


def _icon(name: str, words: str) -> str:
    return f"<span>{icon(name)} {words}</span>"

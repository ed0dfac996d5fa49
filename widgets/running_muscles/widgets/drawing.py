"""A small drawing as plain data, which the browser and an exported page draw alike.

Its places are worked out once, in Python. `lib/base/drawing.js` makes the same elements of it as
`svg`; a shape that carries an id goes when the result of that id is taken away.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

Shape = dict[str, Any]
Drawing = dict[str, Any]


def shape(tag: str, kind: str, *, of: str = "", words: str = "", **numbers: float) -> Shape:
    """Return one shape: its tag, its class, whose it is, its words and its numbers."""
    places = {name.replace("_", "-"): round(value, 1) for name, value in numbers.items()}
    return {"tag": tag, "kind": kind, "of": of, "words": words, "at": places}


def outline(kind: str, way: str, *, words: str = "") -> Shape:
    """Return a shape of any form: its class and its way, as the ``d`` of an SVG path."""
    return {"tag": "path", "kind": kind, "of": "", "words": words, "at": {"d": way}}


def drawing(width: float, height: float, label: str, shapes: Sequence[Shape]) -> Drawing:
    """Return a drawing with what it shows in words."""
    return {"width": width, "height": height, "label": label, "shapes": list(shapes)}


def svg(one: Drawing) -> str:
    """Return a drawing as SVG."""
    drawn = "".join(_element(each) for each in one["shapes"])
    label = escape(one["label"], quote=True)
    return (
        f'<svg class="rm-strip" viewBox="0 0 {one["width"]:g} {one["height"]:g}" '
        f'role="img" aria-label="{label}">{drawn}</svg>'
    )


def _element(each: Shape) -> str:
    places = "".join(f' {name}="{_plain(value)}"' for name, value in each["at"].items())
    words = escape(each["words"])
    # A dot tells its value to a pointer; letters are the words themselves.
    words = words if each["tag"] == "text" or not words else f"<title>{words}</title>"
    return f'<{each["tag"]} class="rm-strip-{each["kind"]}"{places}>{words}</{each["tag"]}>'


def _plain(value: float | str) -> str:
    return escape(value, quote=True) if isinstance(value, str) else f"{value:g}"

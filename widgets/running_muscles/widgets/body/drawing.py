"""The body as a still drawing, for exercise cards and exported lessons."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from running_muscles.tables import body_outlines as body

VIEWS = {"front": "Front", "back": "Back"}


def outlines(name: str) -> str:
    """Return a hidden drawing of both plain bodies, for `picture` to repeat in the same output.

    Parameters
    ----------
    name : str
        Unique in the page.
    """
    symbols = "".join(
        f'<symbol id="{name}-{view}" viewBox="{body()[view]["viewBox"]}" overflow="visible">'
        f"{''.join(_path(each) for each in body()[view]['regions'].values())}</symbol>"
        for view in VIEWS
    )
    return f'<svg class="rm-outlines" width="0" height="0" aria-hidden="true">{symbols}</svg>'


def _path(outline: str, tone: str = "") -> str:
    mark = f' class="rm-{escape(tone)}"' if tone else ""
    return f'<path{mark} d="{outline}"/>'


def picture(tones: Mapping[str, str], name: str, label: str) -> str:
    """Return front and back with marked regions, as far as they have any.

    Parameters
    ----------
    tones : mapping of str to str
        Region id to tone; the page's style gives tones a colour and an outline.
    name : str
        The one that `outlines` was given.
    label : str
        What the picture shows, in words.
    """
    views = [view for view in VIEWS if tones.keys() & body()[view]["regions"].keys()]
    drawn = "".join(_view(view, tones, name) for view in views)
    if not drawn:
        return ""
    return f'<div class="rm-picture" role="img" aria-label="{escape(label)}">{drawn}</div>'


def _view(view: str, tones: Mapping[str, str], name: str) -> str:
    box = body()[view]["viewBox"]
    x, y, width, height = box.split()
    regions = body()[view]["regions"]
    marked = "".join(
        _path(regions[region], tone) for region, tone in tones.items() if region in regions
    )
    return (
        f'<svg viewBox="{box}" aria-hidden="true"><use href="#{name}-{view}" x="{x}" y="{y}" '
        f'width="{width}" height="{height}"/>{marked}</svg>'
    )

"""Still pictures of movements, drawn beforehand by the same script that moves them."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from pathlib import Path

from running_muscles.movement.poses import movement
from running_muscles.tables import exercises, protocols

HERE = Path(__file__).parent


@cache
def _pictures() -> dict[str, tuple[str, str]]:
    read = json.loads((HERE / "stills.json").read_text(encoding="utf-8"))
    # Two movements may look alike: the second names the first.
    return {name: read[each] if isinstance(each, str) else each for name, each in read.items()}


@cache
def figure_style() -> str:
    """Return the colours of the person; a page that shows a picture needs them once."""
    return (HERE / "person.css").read_text(encoding="utf-8")


def movement_name(name: str) -> str:
    """Return a movement's name in words.

    Raises
    ------
    ValueError
        If there is no such movement; the message names those that there are.
    """
    movement(name)
    row = exercises().get(name) or protocols()[name]
    return row.name


def still(name: str) -> str:
    """Return a movement as an SVG picture: its telling poses, with the muscles lit.

    Parameters
    ----------
    name : str
        Id of an exercise or a self-assessment.

    Raises
    ------
    ValueError
        If there is no such movement; the message names those that there are.
    """
    label = escape(f"A drawn person: {movement_name(name)}", quote=True)
    box, drawing = _pictures()[name]
    return f'<svg class="rm-figure" viewBox="{box}" role="img" aria-label="{label}">{drawing}</svg>'


def picture_file(name: str) -> str:
    """Return a movement as an SVG file that stands on its own, such as for a README."""
    drawing = still(name).removeprefix("<svg ")
    space = 'xmlns="http://www.w3.org/2000/svg"'
    return f"<svg {space} {drawing.replace('>', f'><style>{figure_style()}</style>', 1)}"

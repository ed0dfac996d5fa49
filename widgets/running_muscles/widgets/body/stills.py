"""Still pictures of movements, drawn beforehand by the same script that moves them."""

from __future__ import annotations

from running_muscles.movement.poses import movement
from running_muscles.tables import drawing, exercises, protocols, still_style
from running_muscles.translation.spoken import _


def figure_style() -> str:
    """Return the colours of the person; a page that shows a picture needs them once."""
    return still_style()


def movement_name(name: str) -> str:
    """Return a movement's name in words.

    Raises
    ------
    ValueError
        If there is no such movement; the message names those that there are.
    """
    own = movement(name).get("name")
    row = exercises().get(name) or protocols().get(name)
    return str(own or (row and _(row.name)))


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
    return drawing(name, _("A drawn person: {what}").format(what=movement_name(name)))


def picture_file(name: str) -> str:
    """Return a movement as an SVG file that stands on its own, such as for a README."""
    rest = still(name).removeprefix("<svg ")
    space = 'xmlns="http://www.w3.org/2000/svg"'
    return f"<svg {space} {rest.replace('>', f'><style>{figure_style()}</style>', 1)}"

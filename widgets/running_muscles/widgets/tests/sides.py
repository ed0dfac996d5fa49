"""The names of the two sides, as they stand at the head and inside of a sentence."""

from __future__ import annotations

from running_muscles.widgets.speaking import _


def side_name(side: str) -> str:
    """Return a side's name as the head of a sentence; empty for a test without sides."""
    return {"left": _("Left"), "right": _("Right")}.get(side, side.capitalize())


def side_inside(side: str) -> str:
    """Return a side's name as it stands alone in a cell of a table, or inside of a sentence."""
    return {"left": _("left"), "right": _("right")}.get(side, side)


def headed(side: str, sentence: str) -> str:
    """Return a sentence with the side that it is about before it."""
    heads = {"left": _("Left: {sentence}"), "right": _("Right: {sentence}")}
    return heads.get(side, "{sentence}").format(sentence=sentence)


def sided(name: str, side: str) -> str:
    """Return a name with a side behind it, such as ``"Side plank, left"``."""
    forms = {"left": _("{name}, left"), "right": _("{name}, right")}
    return forms.get(side, "{name}").format(name=name)

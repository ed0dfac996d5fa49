"""A drawn person who shows a movement, from every side."""

from __future__ import annotations

from html import escape
from typing import Any

import anywidget
import traitlets

from running_muscles.measure.muscle_groups import group_name
from running_muscles.movement.poses import movement, movements, skeleton
from running_muscles.tables import exercises, muscles
from running_muscles.translation.content import content, content_lang, in_sentence
from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.body.stills import figure_style, movement_name, still
from running_muscles.widgets.message import RefusedError
from running_muscles.widgets.page import content_items, page
from running_muscles.widgets.scripts import STATIC, Script, script
from running_muscles.widgets.speaking import _
from running_muscles.widgets.still import with_html

# What the front end does not need.
NOT_SENT = ("contacts",)


class MovementFigure(Asleep, anywidget.AnyWidget):  # type: ignore[misc]
    """A person who shows an exercise or a self-assessment, and can be turned and stopped.

    Parameters
    ----------
    movement : str
        Id of an exercise or of a self-assessment.

    Raises
    ------
    ValueError
        If there is no such movement; the message names those that there are.
    """

    _esm = Script("figure.js")
    _css = STATIC / "figure.css"

    figure = traitlets.Dict().tag(sync=True)
    legend = traitlets.List().tag(sync=True)

    def __init__(self, movement: str) -> None:
        self._movement = movement
        super().__init__(figure=_figure(movement), legend=_legend(movement))

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the moving person where widgets live, and a still picture anywhere else."""
        data, _meta = super()._repr_mimebundle_() or ({}, {})
        return with_html(data, self._asleep())

    def _asleep(self) -> str:
        return still_page(self._movement)


def still_page(name: str) -> str:
    """Return a movement as a page of its own: the picture, and in words what it cannot show."""
    fault = movement(name).get("fault")
    row = exercises().get(name)
    return page(
        f"<style>{figure_style()}</style>",
        f'<p class="rm-title"{content_lang()}>{movement_name(name)}</p>',
        f'<div class="rm-figure-still">{still(name)}</div>',
        content_items(row.steps, "ol") if row else "",
        _mistake(fault["words"]) if fault else "",
    )


def _mistake(words: str) -> str:
    said = escape(_("A usual mistake: {mistake}"))
    return f"<p>{said.format(mistake=content(escape(words)))}</p>"


def answer(body: dict[str, Any]) -> dict[str, Any]:
    """Answer a widget that wants to show a movement (`lib/base/moving.js`).

    Parameters
    ----------
    body : dict
        `name` of the movement, and `script`: whether the page has no moving person yet.

    Raises
    ------
    RefusedError
        If there is no such movement.
    """
    name = body.get("name")
    if not isinstance(name, str) or name not in movements():
        raise RefusedError(_("There is no picture of this movement."))
    once = (
        {"script": script("figure.js"), "skeleton": skeleton()}
        if body.get("script") is True
        else {}
    )
    return {"figure": _shown(name), "legend": _legend(name), **once}


def _figure(name: str) -> dict[str, Any]:
    return {**_shown(name), "skeleton": skeleton()}


def _shown(name: str) -> dict[str, Any]:
    sent = {key: value for key, value in movement(name).items() if key not in NOT_SENT}
    return {"name": movement_name(name), "movement": sent}


def _legend(name: str) -> list[list[str]]:
    """Return each colour with plain words, and with the muscles' own names for who asks."""
    row = exercises().get(name)
    if row is None:
        return []
    main = dict.fromkeys(group_name(muscles()[one].group) for one in row.primary)
    helps = dict.fromkeys(group_name(muscles()[one].group) for one in row.secondary)
    plain = {
        "main": ", ".join(main),
        "helper": ", ".join(_more(name) if name in main else name for name in helps),
    }
    tones = (("main", row.primary), ("helper", row.secondary))
    return [
        [tone, plain[tone], ", ".join(muscles()[one].name for one in ids)]
        for tone, ids in tones
        if ids
    ]


def _more(group: str) -> str:
    """Say that other muscles of a group help, whose first ones work most."""
    return _("more of the {group}").format(group=in_sentence(group))

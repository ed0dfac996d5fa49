"""The widget that shows a mechanism: ``rm.Mechanism("hip-lever")``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import anywidget
import traitlets

from running_muscles.widgets.asleep import Asleep
from running_muscles.widgets.mechanism import (
    achilles,
    braking,
    core_box,
    frames,
    heart,
    hip_lever,
    windlass,
)
from running_muscles.widgets.mechanism.still import stills
from running_muscles.widgets.page import known
from running_muscles.widgets.scripts import STATIC, Script
from running_muscles.widgets.still import with_html

MECHANISMS: Mapping[str, Callable[[], frames.Mechanism]] = MappingProxyType(
    {
        "achilles-recoil": achilles.mechanism,
        "braking": braking.mechanism,
        "core-box": core_box.mechanism,
        "heart": heart.mechanism,
        "hip-lever": hip_lever.mechanism,
        "windlass": windlass.mechanism,
    }
)


class Mechanism(Asleep, anywidget.AnyWidget):  # type: ignore[misc]
    """A drawing with one or two sliders, and the answer in one sentence.

    Parameters
    ----------
    name : str
        One of `MECHANISMS`.

    Raises
    ------
    ValueError
        If there is no such mechanism.
    """

    _esm = Script("mechanism.js")
    _css = STATIC / "mechanism.css"

    title = traitlets.Unicode().tag(sync=True)
    sliders = traitlets.List().tag(sync=True)
    scene = traitlets.Dict().tag(sync=True)
    table = traitlets.Dict().tag(sync=True)
    presets = traitlets.List().tag(sync=True)
    note = traitlets.Unicode().tag(sync=True)
    more = traitlets.Unicode().tag(sync=True)
    sources = traitlets.List().tag(sync=True)

    def __init__(self, name: str) -> None:
        if name not in MECHANISMS:
            raise ValueError(
                f"There is no mechanism {name!r}. There are: {', '.join(sorted(MECHANISMS))}."
            )
        self._mechanism = MECHANISMS[name]()
        super().__init__(**described(self._mechanism))

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        """Show the widget where widgets live, and three still pictures anywhere else."""
        data, _meta = super()._repr_mimebundle_() or ({}, {})
        return with_html(data, self._asleep())

    def _asleep(self) -> str:
        return stills(self._mechanism, self.sources)


def described(mechanism: frames.Mechanism) -> dict[str, Any]:
    """Return a mechanism as the browser needs it."""
    return {
        "title": mechanism.title,
        "sliders": [
            {"label": slider.label, "stops": list(slider.stops), "start": slider.start}
            for slider in mechanism.sliders
        ],
        "scene": mechanism.state(),
        "table": {
            "columns": list(mechanism.table.columns),
            "rows": [list(row) for row in mechanism.table.rows],
        },
        "presets": [
            {"name": name, "positions": list(positions)} for name, positions in mechanism.presets
        ],
        "note": mechanism.note,
        "more": mechanism.more,
        "sources": [{"text": each.short, "url": each.url} for each in known(mechanism.sources)],
    }

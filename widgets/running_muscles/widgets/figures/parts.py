"""Parts of plotly figures, as plain data: one look, and sliders that work without a kernel."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from running_muscles.tables import RunningFact, running_facts
from running_muscles.translation.spoken import ENGLISH, current
from running_muscles.translation.written import separators
from running_muscles.widgets.chart import CLEAR, GROUND, LETTERS

BLUE, ORANGE, GREEN, GREY = "#2f81d8", "#d9822b", "#3a9d6a", "#8a94a0"
GRID = "#8884"
# Ticks that cannot be seen keep the first labels of both axes apart in their corner.
AXIS = {
    "gridcolor": GRID,
    "zeroline": False,
    "fixedrange": True,
    "ticks": "outside",
    "ticklen": 6,
    "tickcolor": CLEAR,
}
# Not "responsive": JupyterLab's renderer fits the width by itself, and with that setting a figure
# there loses its height at the first move of a slider.
CONFIG = {"displayModeBar": False, "scrollZoom": False}
HEIGHT = 380
SLIDER_ROOM = 122
A_KILOMETRE = " min/km"


@cache
def _facts() -> dict[str, RunningFact]:
    return {row.fact: row for row in running_facts()}


def fact(name: str) -> RunningFact:
    """Return a row of ``running_facts.csv``."""
    return _facts()[name]


def x_of(name: str) -> float:
    """Return the x of a fact that has one.

    Raises
    ------
    ValueError
        If the fact is a number without an x.
    """
    value = fact(name).x
    if value is None:
        raise ValueError(f'The fact "{name}" has no x.')
    return value


def layout(title: str, x: str, y: str, **more: Any) -> dict[str, Any]:
    """Return the layout that all figures share; axis titles with their units."""
    base: dict[str, Any] = {
        "title": {"text": title, "font": {"size": 15}, "y": 1, "yanchor": "top", "pad": {"t": 14}},
        "height": HEIGHT,
        "autosize": True,
        "margin": {"l": 56, "r": 16, "t": 48, "b": 52},
        "font": {"color": LETTERS},
        "paper_bgcolor": GROUND,
        "plot_bgcolor": CLEAR,
        "showlegend": False,
        "xaxis": {"title": {"text": x, "standoff": 8}, **AXIS},
        "yaxis": {"title": {"text": y}, **AXIS},
        "hovermode": "closest",
        "dragmode": False,
    }
    if current() != ENGLISH:
        base["separators"] = separators()
    for name, value in more.items():
        base[name] = {**base[name], **value} if isinstance(base.get(name), dict) else value
    return base


def figure(traces: list[dict[str, Any]], arranged: dict[str, Any]) -> dict[str, Any]:
    """Return a whole plotly figure as plain data."""
    return {"data": traces, "layout": arranged, "config": CONFIG}


def slider(
    prefix: str, steps: list[dict[str, Any]], active: int, suffix: str = ""
) -> dict[str, Any]:
    """Return layout entries for a slider under the figure, with the room that it takes.

    Parameters
    ----------
    prefix, suffix : str
        What stands before and behind the value of the slider.
    steps : list of dict
        From `step`.
    active : int
        The step that the figure shows at first.
    """
    return {
        "height": HEIGHT + SLIDER_ROOM,
        "margin": {"l": 56, "r": 16, "t": 48, "b": 52 + SLIDER_ROOM},
        "sliders": [
            {
                "active": active,
                # The last label is as wide as its words, and half of it stands beyond the rail.
                "len": 0.96,
                "x": 0.02,
                "currentvalue": {"prefix": prefix, "suffix": suffix, "font": {"size": 14}},
                "pad": {"t": 72, "b": 8},
                "bgcolor": "#8886",
                "activebgcolor": BLUE,
                "bordercolor": GREY,
                "tickcolor": GREY,
                "minorticklen": 0,
                "transition": {"duration": 0},
                "steps": steps,
            }
        ],
    }


def step(label: str, traces: dict[str, Sequence[Any]], which: Sequence[int], **shown: Any) -> Any:
    """Return one step of a slider or one button.

    Parameters
    ----------
    traces : dict of str to sequence
        Property to its new values, one a trace of `which`.
    **shown
        New layout values; ``__`` in a name stands for the point in plotly's paths.
    """
    paths = {name.replace("__", "."): value for name, value in shown.items()}
    return {
        "label": label,
        "method": "update",
        "args": [{name: list(values) for name, values in traces.items()}, paths, list(which)],
    }


def redrawn(label: str, changes: dict[str, Any]) -> dict[str, Any]:
    """Return one step of a slider that changes the layout alone, by plotly's paths."""
    return {"label": label, "method": "relayout", "args": [changes]}


def buttons(steps: list[dict[str, Any]]) -> dict[str, Any]:
    """Return layout entries for a row of buttons above the figure."""
    return {
        "margin": {"l": 56, "r": 16, "t": 92, "b": 52},
        "updatemenus": [
            {
                "type": "buttons",
                "direction": "right",
                "buttons": steps,
                "showactive": True,
                "bgcolor": "#dfe3e8",
                "font": {"color": "#1b1f24"},
                "bordercolor": GREY,
                "x": 0,
                "xanchor": "left",
                "y": 1,
                "yanchor": "bottom",
                "pad": {"b": 8},
            }
        ],
    }


def upright(x: float, colour: str, dash: str = "solid") -> dict[str, Any]:
    """Return a line from bottom to top at an x."""
    line = {"color": colour, "width": 2, "dash": dash}
    return {"type": "line", "x0": x, "x1": x, "y0": 0, "y1": 1, "yref": "paper", "line": line}


def pace(metres_a_second: float) -> str:
    """Return a speed as runners say it: ``"5:33 min/km"``."""
    return f"{minutes_a_km(metres_a_second)}{A_KILOMETRE}"


def minutes_a_km(metres_a_second: float) -> str:
    """Return the minutes for a kilometre alone: ``"5:33"``, short enough for a slider's ticks."""
    seconds = round(1000 / metres_a_second)
    return f"{seconds // 60}:{seconds % 60:02d}"

"""Results over time, as a plain plotly figure that the notebook's own renderer draws."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from running_muscles.measure.result import Result
from running_muscles.tables import Protocol
from running_muscles.widgets.history import UNITS, value_text

PLOTLY = "application/vnd.plotly.v1+json"
COLOURS = {"": "#2f81d8", "left": "#2f81d8", "right": "#d9822b"}
SYMBOLS = {"": "circle", "left": "circle", "right": "diamond"}


def history_output(results: Sequence[Result], protocol: Protocol) -> tuple[dict[str, Any], ...]:
    """Return the notebook outputs that show results over time; none for fewer than two."""
    if len(results) < 2:
        return ()
    figure = history_figure(results, protocol)
    summary = "; ".join(
        f"{result.local_time:%d %b %Y} {value_text(result.value, result.unit)}"
        for result in results
    )
    return (
        {
            "output_type": "display_data",
            "data": {PLOTLY: figure, "text/plain": f"{protocol.name}: {summary}"},
            "metadata": {},
        },
    )


def history_figure(results: Sequence[Result], protocol: Protocol) -> dict[str, Any]:
    """Return a plotly figure (as plain data) of every result, one line a side."""
    sides = protocol.sides or ("",)
    unit = UNITS.get(protocol.unit, protocol.unit)
    traces = []
    for side in sides:
        rows = [result for result in results if result.side == side]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "name": side.capitalize(),
                "x": [result.local_time.replace(tzinfo=None).isoformat() for result in rows],
                "y": [result.value for result in rows],
                "text": [value_text(result.value, result.unit) for result in rows],
                "hovertemplate": "%{x|%d %b %Y %H:%M}<br>%{text}<extra></extra>",
                "line": {"color": COLOURS[side], "width": 2},
                "marker": {"size": 9, "symbol": SYMBOLS[side]},
            }
        )
    return {
        "data": traces,
        "layout": {
            "title": {"text": f"{protocol.name}: your results", "font": {"size": 15}},
            "height": 280,
            "autosize": True,
            "margin": {"l": 56, "r": 16, "t": 44, "b": 44},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "showlegend": len(sides) > 1,
            "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
            "xaxis": {"type": "date", "showgrid": False, "nticks": 5},
            "yaxis": {"title": {"text": unit}, "rangemode": "tozero", "gridcolor": "#8884"},
            "hovermode": "closest",
        },
        # Not "responsive": in JupyterLab that lets a figure collapse to no height.
        "config": {"displayModeBar": False},
    }

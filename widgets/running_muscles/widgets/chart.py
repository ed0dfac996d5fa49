"""Results over time, as a plain plotly figure that the notebook's own renderer draws."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from running_muscles.measure.result import Result
from running_muscles.tables import Protocol
from running_muscles.translation.spoken import N_
from running_muscles.translation.written import dated, separators, stamped
from running_muscles.widgets.history import unit_name, value_text
from running_muscles.widgets.speaking import _
from running_muscles.widgets.tests.sides import side_name

PLOTLY = "application/vnd.plotly.v1+json"
COLOURS = {"": "#2f81d8", "left": "#2f81d8", "right": "#d9822b"}
SYMBOLS = {"": "circle", "left": "circle", "right": "diamond"}
# JupyterLab keeps a still picture of each figure in the notebook and shows it the next day, in
# whatever theme that is. On a ground of its own its dark letters can be read in both; the live
# figure has this ground taken away in the dark (plotly.css).
GROUND = "#ffffff"
CLEAR = "rgba(0,0,0,0)"
LETTERS = "#3b4148"
# Units whose values never come near nothing -> how much room is left above and below, at least.
NEVER_NEAR_ZERO = {"bpm": 5.0, "steps/min": 5.0, "mL/kg/min": 3.0, "m": 100.0}
DAY = timedelta(days=1)
# Plotly names months in English alone, so that other languages write their numbers.
# For translators: %d is the day, %m the number of the month, %Y the year
DAY_FORM = N_("%d %b")
# For translators: as above, the year on a line of its own
DAY_YEAR_FORM = N_("%d %b\n%Y")
# For translators: %m is the number of the month, %Y the year
MONTH_FORM = N_("%b %Y")
# Results closer together than this are told apart by days, not by minutes.
FEW_DAYS = 4 * DAY


def history_output(results: Sequence[Result], protocol: Protocol) -> tuple[dict[str, Any], ...]:
    """Return the notebook outputs that show results over time; none for fewer than two."""
    if len(results) < 2:
        return ()
    figure = history_figure(results, protocol)
    summary = "; ".join(
        f"{dated(result.local_time)} {value_text(result.value, result.unit)}" for result in results
    )
    return (
        {
            "output_type": "display_data",
            "data": {PLOTLY: figure, "text/plain": f"{_(protocol.name)}: {summary}"},
            "metadata": {},
        },
    )


def history_figure(results: Sequence[Result], protocol: Protocol) -> dict[str, Any]:
    """Return a plotly figure (as plain data) of every result, one line a side.

    Points stand by true time, on the clock that the learner used last: a clock that is put back
    must not let the line run backwards. What the clock said then stands at each point.
    """
    results = sorted(results, key=lambda result: result.local_time)
    sides = protocol.sides or ("",)
    unit = unit_name(protocol.unit)
    traces = []
    for side in sides:
        rows = [result for result in results if result.side == side]
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "name": side_name(side),
                "x": [_place(result, results[-1]).isoformat() for result in rows],
                "y": [result.value for result in rows],
                "text": [
                    f"{stamped(result.local_time)}<br>{value_text(result.value, result.unit)}"
                    for result in rows
                ],
                "hovertemplate": "%{text}<extra></extra>",
                "line": {"color": COLOURS[side], "width": 2},
                "marker": {"size": 9, "symbol": SYMBOLS[side]},
            }
        )
    return {
        "data": traces,
        "layout": {
            "title": {
                "text": _("{test}: your results").format(test=_(protocol.name)),
                "font": {"size": 15},
                "y": 1,
                "yanchor": "top",
                "pad": {"t": 12},
            },
            "font": {"color": LETTERS},
            "separators": separators(),
            "height": 300,
            "autosize": True,
            # The legend has a line of its own under the title.
            "margin": {"l": 56, "r": 16, "t": 72 if len(sides) > 1 else 44, "b": 44},
            "paper_bgcolor": GROUND,
            "plot_bgcolor": CLEAR,
            "showlegend": len(sides) > 1,
            "legend": {"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "bgcolor": CLEAR},
            "xaxis": {"type": "date", "showgrid": False, **_days(results)},
            "yaxis": {"title": {"text": unit}, "gridcolor": "#8884", **_from(results, protocol)},
            "hovermode": "closest",
        },
        # Not "responsive": in JupyterLab that lets a figure collapse to no height.
        "config": {"displayModeBar": False},
    }


def _place(result: Result, last: Result) -> datetime:
    """Return a result's true time as the clock of the last result would tell it."""
    return result.local_time.astimezone(last.local_time.tzinfo).replace(tzinfo=None)


def _days(results: Sequence[Result]) -> dict[str, Any]:
    """Return an axis of whole days where few days are shown, and of dates otherwise."""
    if not results:
        return {}
    places = [_place(result, results[-1]) for result in results]
    first, last = min(places), max(places)
    if last - first > FEW_DAYS:
        return {"nticks": 5, "tickformatstops": _dates()}
    start = first.replace(hour=0, minute=0, second=0, microsecond=0)
    end = last.replace(hour=0, minute=0, second=0, microsecond=0) + DAY
    # One day alone would fill the figure; its neighbours give it its size.
    spare = DAY if end - start < 3 * DAY else timedelta()
    return {
        "range": [(start - spare).isoformat(), (end + spare).isoformat()],
        "dtick": DAY.total_seconds() * 1000,
        "ticklabelmode": "period",
        "tickformat": _(DAY_FORM),
    }


def _dates() -> list[dict[str, Any]]:
    # Plotly would tell hours and minutes as soon as there is room.
    return [
        {"dtickrange": [None, "M1"], "value": _(DAY_YEAR_FORM)},
        {"dtickrange": ["M1", None], "value": _(MONTH_FORM)},
    ]


def _from(results: Sequence[Result], protocol: Protocol) -> dict[str, Any]:
    """Return where the value axis begins.

    Times and counts begin at nothing. A pulse or a cadence never comes near it: from zero, every
    line would be flat.
    """
    if protocol.unit not in NEVER_NEAR_ZERO or not results:
        return {"rangemode": "tozero"}
    values = [result.value for result in results]
    room = max((max(values) - min(values)) * 0.25, NEVER_NEAR_ZERO[protocol.unit])
    return {"range": [min(values) - room, max(values) + room]}

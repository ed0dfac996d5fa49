"""A profile as a plain plotly figure: where each result stands among the people compared."""

from __future__ import annotations

from typing import Any

from running_muscles.measure.profile import (
    GroupProfile,
    Measured,
    Profile,
    SideProfile,
    percentile_range,
)
from running_muscles.translation.spoken import N_
from running_muscles.widgets.chart import CLEAR, COLOURS, GROUND, LETTERS, SYMBOLS
from running_muscles.widgets.history import value_text
from running_muscles.widgets.speaking import _
from running_muscles.widgets.tests.sides import sided

NAMES = {"": N_("One result"), "left": N_("Left"), "right": N_("Right")}
# A place that is only known to lie below or above a percentile points that way.
OPEN_SYMBOLS = {"below": "triangle-left", "above": "triangle-right"}
ROW_HEIGHT = 34
EVERYTHING = (0.0, 100.0)


def profile_figure(profile: Profile) -> dict[str, Any]:
    """Return a plotly figure (as plain data): a row a test, a row an untested group."""
    rows = [row for group in profile.groups for row in _rows(group)]
    return {
        "data": [_trace(rows, side) for side in NAMES] + [_words(rows)],
        "layout": {
            "title": {
                "text": _("Your results among the people compared"),
                "font": {"size": 15},
                # The legend stacks on a narrow screen and must not reach the title.
                "y": 1,
                "yanchor": "top",
                "pad": {"t": 10},
            },
            "height": 132 + ROW_HEIGHT * len(rows),
            "autosize": True,
            "margin": {"l": 8, "r": 16, "t": 84, "b": 56},
            "font": {"color": LETTERS},
            "paper_bgcolor": GROUND,
            "plot_bgcolor": CLEAR,
            "legend": {"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "bgcolor": CLEAR},
            "xaxis": {
                "title": {"text": _("Percentile")},
                "range": [-3, 103],
                "tickvals": [0, 25, 50, 75, 100],
                "gridcolor": "#8884",
                "zeroline": False,
            },
            "yaxis": {
                "type": "category",
                "categoryorder": "array",
                "categoryarray": [label for label, __ in rows],
                "autorange": "reversed",
                "automargin": True,
                "tickfont": {"size": 11},
                "gridcolor": "#8882",
            },
            "hovermode": "closest",
        },
        "config": {"displayModeBar": False},
    }


Row = tuple[str, Measured | None]


def _rows(group: GroupProfile) -> list[Row]:
    if not group.tested:
        return [(group.name, None)]
    return [(f"{group.name}<br>{test.name}", test) for test in group.measured]


def _trace(rows: list[Row], name: str) -> dict[str, Any]:
    points = [
        (label, test, side, percentile_range(side))
        for label, test in rows
        if test is not None
        for side in test.sides
        if side.side == name and percentile_range(side) != EVERYTHING
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": _(NAMES[name]),
        "x": [_shown_at(*place) for _label, _test, _side, place in points],
        "y": [label for label, _test, _side, _range in points],
        "text": [_hover(test, side) for _label, test, side, _range in points],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "size": 13,
            "color": "#4b7f52" if name == "" else COLOURS[name],
            "symbol": [_symbol(side) for _label, _test, side, _range in points],
            "line": {"width": 1, "color": "#8888"},
        },
        "showlegend": bool(points),
    }


def _words(rows: list[Row]) -> dict[str, Any]:
    """Return the rows that have no place, in words."""
    texts = [(label, _without_place(test)) for label, test in rows]
    shown = [(label, text) for label, text in texts if text]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [0] * len(shown),
        "y": [label for label, __ in shown],
        "text": [text for __, text in shown],
        "textposition": "middle right",
        "textfont": {"size": 11},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _without_place(test: Measured | None) -> str:
    if test is None:
        return _("not tested yet")
    if any(percentile_range(side) != EVERYTHING for side in test.sides):
        return ""
    if not test.scored:
        return _("observed")
    values = ", ".join(_value(test, side) for side in test.sides)
    return _("{values}<br>(no percentile)").format(values=values)


def _value(test: Measured, side: SideProfile) -> str:
    forms = {"left": _("left {value}"), "right": _("right {value}")}
    value = value_text(side.latest.value, test.unit)
    return forms.get(side.side, "{value}").format(value=value)


def _shown_at(low: float, high: float) -> float:
    """Return where a place is drawn: at the known end of an open range, else in its middle."""
    if low == 0.0:
        return high
    return low if high == 100.0 else (low + high) / 2


def _symbol(side: SideProfile) -> str:
    low, high = percentile_range(side)
    if low != high and low == 0.0:
        return OPEN_SYMBOLS["below"]
    if low != high and high == 100.0:
        return OPEN_SYMBOLS["above"]
    return SYMBOLS[side.side]


def _hover(test: Measured, side: SideProfile) -> str:
    reading = side.reading
    if reading is None:
        return ""
    said = (
        _("{test}: {value}<br>{place} percentile<br>{people}, n = {n}")
        if reading.n
        else _("{test}: {value}<br>{place} percentile<br>{people}")
    )
    return said.format(
        test=sided(test.name, side.side),
        value=value_text(side.latest.value, test.unit),
        place=reading.percentile_text,
        people=reading.population,
        n=reading.n,
    )

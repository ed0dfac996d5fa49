"""The charts of a report, drawn by plotly in the page itself: its script is there, once."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go
from plotly.offline import get_plotlyjs

HEIGHT = 300  # px
# The page's own style colours letters, lines and bars, in the light, in the dark and on paper.
_LAYOUT: dict[str, Any] = {
    "template": None,
    "height": HEIGHT,
    "margin": {"l": 48, "r": 12, "t": 12, "b": 48},
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "showlegend": False,
    "font": {"family": "system-ui, sans-serif", "size": 13},
}
_CONFIG = {"staticPlot": True, "responsive": True}


def script() -> str:
    """Return plotly's script, for the head of a page."""
    return f"<script>{get_plotlyjs()}</script>\n"


def bars(  # noqa: PLR0913, PLR0917
    name: str, about: str, labels: Sequence[str], values: Sequence[float], across: str, up: str
) -> str:
    """Return a chart of columns.

    Parameters
    ----------
    name
        An id within the page.
    about
        What it shows, for those who hear the page; the table beside it has the numbers.
    across, up
        Titles of the axes.
    """
    drawn = go.Figure(go.Bar(x=list(labels), y=list(values)), layout=_LAYOUT)
    drawn.update_xaxes(title=across, type="category")
    drawn.update_yaxes(title=up, rangemode="tozero")
    return _shown(drawn, name, about)


def spans(
    name: str,
    about: str,
    labels: Sequence[str],
    values: Sequence[tuple[float, float, float]],
    goal: float,
) -> str:
    """Return a chart of shares in per cent with the ends of their intervals, and a line at a goal.

    Parameters
    ----------
    values
        Share, low and high end, in per cent, for each label.
    """
    drawn = go.Figure(
        go.Bar(
            y=list(labels),
            x=[value for value, _, _ in values],
            orientation="h",
            error_x={
                "type": "data",
                "symmetric": False,
                "array": [high - value for value, _, high in values],
                "arrayminus": [value - low for value, low, _ in values],
            },
        ),
        layout={**_LAYOUT, "height": 70 + 34 * len(labels)},
    )
    drawn.update_xaxes(title="share of the points in %", range=[0, 100])
    drawn.update_yaxes(autorange="reversed", type="category", automargin=True)
    drawn.add_vline(x=goal, line_dash="dash")
    return _shown(drawn, name, about)


def cloud(
    name: str, about: str, points: Sequence[tuple[float, float, bool]], across: str, up: str
) -> str:
    """Return a chart of points; those that are told apart are drawn as crosses."""
    drawn = go.Figure(layout=_LAYOUT)
    for flagged, sign in ((False, "circle-open"), (True, "x")):
        some = [(x, y) for x, y, one in points if one is flagged]
        drawn.add_scatter(
            x=[x for x, _ in some],
            y=[y for _, y in some],
            mode="markers",
            marker={"symbol": sign, "size": 9},
        )
    drawn.update_xaxes(title=across, range=[-2, 102])
    drawn.update_yaxes(title=up, range=[-1.05, 1.05])
    return _shown(drawn, name, about)


def _shown(drawn: go.Figure, name: str, about: str) -> str:
    html = drawn.to_html(
        full_html=False, include_plotlyjs=False, div_id=name, config=_CONFIG, default_height=None
    )
    return f'<div class="rm-chart" role="img" aria-label="{escape(about)}">{html}</div>'

"""How a run compares with the longest of the past 30 days."""

from __future__ import annotations

from itertools import pairwise

from running_muscles.widgets.figures.figure import Caption, Figure, Table, unique
from running_muscles.widgets.figures.parts import (
    BLUE,
    GREY,
    fact,
    figure,
    layout,
    redrawn,
    slider,
)

# What the slider offers; choices of ours, not findings.
LONGEST = (2, 3, 5, 8, 10, 12, 15, 18, 21, 25, 30)
FIRST = 10
BANDS = ("load-10-30", "load-30-100", "load-over-100")


def longest_run_spike() -> Figure:
    """Show which next run counts as a jump, and what a large study saw after such runs."""
    rows = [fact(name) for name in BANDS]
    lows, highs = ([fact(f"{name}-{end}").value for name in BANDS] for end in ("low", "high"))
    starts = [row.x or 0.0 for row in rows]
    values = [row.value for row in rows]

    def distances(longest: float) -> list[str]:
        edges = [longest * (1 + start / 100) for start in starts]
        named = [f"up to<br>{edges[0]:.1f} km"]
        named += [f"{a:.1f} to<br>{b:.1f} km" for a, b in pairwise(edges)]
        return [*named, f"over<br>{edges[-1]:.1f} km"]

    steps = [
        redrawn(f"{longest} km", {"xaxis.ticktext": distances(longest)}) for longest in LONGEST
    ]
    names = [f"up to {starts[0]:g} % longer", *(_jump(row.label) for row in rows)]
    traces = [
        {
            "type": "scatter",
            "mode": "markers",
            "name": "compared with runs that are no jump",
            "x": [1, 2, 3],
            "y": values,
            "error_y": {
                "type": "data",
                "symmetric": False,
                "array": [high - value for high, value in zip(highs, values, strict=True)],
                "arrayminus": [value - low for low, value in zip(lows, values, strict=True)],
                "color": BLUE,
                "thickness": 3,
            },
            "marker": {"color": BLUE, "size": 14},
            "text": [
                f"{value:.2f} (from {low:.2f} to {high:.2f})"
                for value, low, high in zip(values, lows, highs, strict=True)
            ],
            "hovertemplate": "%{text}<extra></extra>",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "name": "the yardstick",
            "x": [0],
            "y": [1],
            "marker": {"color": GREY, "size": 14, "symbol": "square"},
            "hovertemplate": "the yardstick: 1<extra></extra>",
        },
    ]
    arranged = layout(
        "Is my next run a jump?",
        "length of your next run",
        "injuries, ratio",
        **slider("Longest run of the past 30 days: ", steps, LONGEST.index(FIRST)),
        xaxis={
            "tickvals": [0, 1, 2, 3],
            "ticktext": distances(FIRST),
            "range": [-0.5, 3.5],
            "showgrid": False,
        },
        yaxis={"range": [0, max(highs) + 0.3]},
        shapes=[
            {
                "type": "line",
                "x0": 0,
                "x1": 1,
                "xref": "paper",
                "y0": 1,
                "y1": 1,
                "line": {"color": GREY, "dash": "dot"},
            }
        ],
    )
    injured = fact("load-injured")
    table = [
        (f"{longest} km", *(each.replace("<br>", " ") for each in distances(longest)))
        for longest in LONGEST
    ]
    found = "; ".join(
        f"{_jump(row.label)}: {value:.2f} times (from {low:.2f} to {high:.2f})"
        for row, value, low, high in zip(rows, values, lows, highs, strict=True)
    )
    return Figure(
        figure(traces, arranged),
        Caption(
            "Set the slider to your own longest run of the past 30 days.",
            "The numbers below the picture tell you which next run would be a jump for you. The "
            f"square is the yardstick: a run at most {starts[0]:g} % longer. The dots say how "
            "much more often runners reported an injury after longer jumps. The bars "
            "show how sure that is.",
            Table(("Longest run", *names), table),
            (
                f"By jump: {found}.",
                f"Seen in {rows[0].n or 0:,} {rows[0].population}. {injured.value:g} % of them had "
                "some injury in that time. A ratio says nothing about you alone, and a study "
                "that only watches cannot say what caused what.",
            ),
            unique(row.source_key for row in rows),
        ),
    )


def _jump(label: str) -> str:
    """Return the part of a label that names the jump: ``"more than 10 to 30 % longer"``."""
    return label.partition("run ")[2].partition(" than the ")[0]

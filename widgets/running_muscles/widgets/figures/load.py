"""How a run compares with the longest of the past 30 days."""

from __future__ import annotations

from itertools import pairwise

from running_muscles.translation.content import Content
from running_muscles.translation.written import number
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
from running_muscles.widgets.speaking import _

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
        told = [number(edge, ".1f") for edge in edges]
        between = _("{low} to<br>{high} km")
        return [
            _("up to<br>{high} km").format(high=told[0]),
            *(between.format(low=low, high=high) for low, high in pairwise(told)),
            _("over<br>{low} km").format(low=told[-1]),
        ]

    yardstick = _("the yardstick: 1")
    steps = [
        redrawn(f"{longest} km", {"xaxis.ticktext": distances(longest)}) for longest in LONGEST
    ]
    names = [
        _("up to {n} % longer").format(n=number(starts[0])),
        *_jumps(starts),
    ]
    traces = [
        {
            "type": "scatter",
            "mode": "markers",
            "name": _("compared with runs that are no jump"),
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
                _ratio(value, low, high)
                for value, low, high in zip(values, lows, highs, strict=True)
            ],
            "hovertemplate": "%{text}<extra></extra>",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "name": _("the yardstick"),
            "x": [0],
            "y": [1],
            "marker": {"color": GREY, "size": 14, "symbol": "square"},
            "hovertemplate": f"{yardstick}<extra></extra>",
        },
    ]
    arranged = layout(
        _("Is my next run a jump?"),
        _("length of your next run"),
        _("injuries, ratio"),
        **slider(_("Longest run of the past 30 days: "), steps, LONGEST.index(FIRST)),
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
    by_jump = _("{jump}: {times} times (from {low} to {high})")
    found = "; ".join(
        by_jump.format(
            jump=jump,
            times=number(value, ".2f"),
            low=number(low, ".2f"),
            high=number(high, ".2f"),
        )
        for jump, value, low, high in zip(_jumps(starts), values, lows, highs, strict=True)
    )
    return Figure(
        figure(traces, arranged),
        Caption(
            _("Set the slider to your own longest run of the past 30 days."),
            _(
                "The numbers below the picture tell you which next run would be a jump for you. "
                "The square is the yardstick: a run at most {n} % longer. The dots say how much "
                "more often runners reported an injury after longer jumps. The bars show how sure "
                "that is."
            ).format(n=number(starts[0])),
            Table((_("Longest run"), *names), table),
            (
                _("By jump: {found}.").format(found=found),
                Content(
                    f"Seen in {rows[0].n or 0:,} {rows[0].population}. {injured.value:g} % of them "
                    "had some injury in that time. A ratio says nothing about you alone, and a "
                    "study that only watches cannot say what caused what."
                ),
            ),
            unique(row.source_key for row in rows),
        ),
    )


def _ratio(value: float, low: float, high: float) -> str:
    said = _("{value} (from {low} to {high})")
    told = {"value": value, "low": low, "high": high}
    return said.format(**{name: number(each, ".2f") for name, each in told.items()})


def _jumps(starts: list[float]) -> list[str]:
    """Return each jump in words, from where it begins."""
    between = _("more than {low} to {high} % longer")
    told = [number(start) for start in starts]
    return [
        *(between.format(low=low, high=high) for low, high in pairwise(told)),
        _("more than {low} % longer").format(low=told[-1]),
    ]

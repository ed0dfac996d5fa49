"""One stride, from landing to landing: which muscle is on, and when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from running_muscles import tables
from running_muscles.tables import MuscleTiming
from running_muscles.widgets.figures.figure import Caption, Figure, Table, unique
from running_muscles.widgets.figures.parts import (
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    buttons,
    fact,
    figure,
    layout,
    redrawn,
    slider,
    step,
    upright,
)

GAITS = {"run": ("Running", BLUE, ""), "walk": ("Walking", ORANGE, "/")}
MOMENTS = tuple(range(0, 101, 5))
START = 2
GROUND = "Foot on the ground"


def muscle_timing() -> Figure:
    """Show when muscles are on in one stride, running or walking, with a moment to move."""
    rows = tables.muscle_timing()
    names = list(dict.fromkeys(_name(row) for row in rows))
    low, high = fact("stance-run-low"), fact("stance-run-high")
    traces = [_bars(gait, [row for row in rows if row.gait == gait]) for gait in GAITS]
    traces.append(_ground(low.value, high.value))
    # The row of the foot is known for running alone.
    shown = {"run": (True, False, True), "walk": (False, True, False)}
    gaits = [
        step(words, {"visible": shown[gait]}, (0, 1, 2)) for gait, (words, _, _) in GAITS.items()
    ]
    traces[1]["visible"] = False
    hands = [
        redrawn(f"{moment} %", {"shapes[0].x0": moment, "shapes[0].x1": moment})
        for moment in MOMENTS
    ]
    moved = slider("Moment in the stride: ", hands, START)
    switch = buttons(gaits)
    switch["margin"]["b"] = moved["margin"]["b"]
    arranged = layout(
        "When muscles are switched on",
        "% of the stride",
        "",
        **(moved | switch),
        xaxis={"range": [0, 100], "dtick": 20},
        yaxis={
            "categoryorder": "array",
            "categoryarray": [GROUND, *reversed(names)],
            "range": [-0.6, len(names) + 0.6],
            "automargin": True,
            "showgrid": False,
        },
        shapes=[upright(MOMENTS[START], GREEN)],
        barmode="overlay",
    )
    arranged["margin"] |= {"l": 16}
    times = {name: [_times(gait, name, rows) for gait in GAITS] for name in names}
    calf_on, calf_off = fact("calf-on"), fact("calf-off")
    return Figure(
        figure(traces, arranged),
        Caption(
            "Drag the slider, and the green line goes through the stride. Then switch to walking.",
            "At 0 % the foot lands; at 100 % the same foot lands again. Just before landing, "
            "when you run, the muscles of thigh and calf are already on: they get ready for the "
            f"landing. The calf switches on at {calf_on.value:g} % when you run, before the foot "
            "is down. When you walk, it waits until the foot is on the ground.",
            Table(
                ("Muscle", *(f"{words}: on, in % of the stride" for words, _, _ in GAITS.values())),
                [
                    *((name, *cells) for name, cells in times.items()),
                    (GROUND, f"0 to {low.value:g}, up to {high.value:g}", ""),
                ],
            ),
            (
                "The edges are averages, and they blur: people differ, and muscles fade in and "
                "out. On or off says nothing about how hard a muscle works.",
                f"A calf that switches off at {calf_off.value:g} % has run into the next stride, "
                f"to {calf_off.value - 100:g} %. The foot leaves the ground between {low.value:g} "
                f"and {high.value:g} % when running (the faint end of the grey bar), measured in "
                f"{low.n} {low.population}. The muscle times are quoted by a program for gait "
                "laboratories.",
            ),
            unique([*(row.source_key for row in rows), low.source_key]),
        ),
    )


def _name(row: MuscleTiming) -> str:
    return tables.muscles()[row.muscle].name


def _bars(gait: str, rows: list[MuscleTiming]) -> dict[str, Any]:
    words, colour, pattern = GAITS[gait]
    return {
        "type": "bar",
        "orientation": "h",
        "name": words,
        "base": [row.on_percent for row in rows],
        "x": [row.off_percent - row.on_percent for row in rows],
        "y": [_name(row) for row in rows],
        "width": 0.6,
        "marker": {
            "color": colour,
            "pattern": {"shape": pattern},
            "line": {"color": GREY, "width": 1},
        },
        "hovertext": [
            f"{_name(row)}: on from {row.on_percent:g} to {row.off_percent:g} %" for row in rows
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _ground(low: float, high: float) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": GROUND,
        "base": [0, low],
        "x": [low, high - low],
        "y": [GROUND, GROUND],
        "width": 0.6,
        "marker": {"color": GREY, "opacity": [0.9, 0.4], "line": {"color": GREY, "width": 1}},
        "hovertext": [
            f"on the ground: 0 to {low:g} %",
            f"leaves the ground between {low:g} and {high:g} %",
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _times(gait: str, name: str, rows: Iterable[MuscleTiming]) -> str:
    return ", ".join(
        f"{row.on_percent:g} to {row.off_percent:g}"
        for row in rows
        if row.gait == gait and _name(row) == name
    )

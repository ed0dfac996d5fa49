"""One stride, from landing to landing: which muscle is on, and when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from running_muscles import tables
from running_muscles.tables import MuscleTiming
from running_muscles.translation.content import Content
from running_muscles.translation.spoken import N_
from running_muscles.translation.written import number
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
from running_muscles.widgets.speaking import _

GAITS = {"run": (N_("Running"), BLUE, ""), "walk": (N_("Walking"), ORANGE, "/")}
MOMENTS = tuple(range(0, 101, 5))
START = 2
GROUND = N_("Foot on the ground")


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
        step(_(words), {"visible": shown[gait]}, (0, 1, 2))
        for gait, (words, *_look) in GAITS.items()
    ]
    traces[1]["visible"] = False
    hands = [
        redrawn(f"{moment} %", {"shapes[0].x0": moment, "shapes[0].x1": moment})
        for moment in MOMENTS
    ]
    moved = slider(_("Moment in the stride: "), hands, START)
    switch = buttons(gaits)
    switch["margin"]["b"] = moved["margin"]["b"]
    arranged = layout(
        _("When muscles are switched on"),
        _("% of the stride"),
        "",
        **(moved | switch),
        xaxis={"range": [0, 100], "dtick": 20},
        yaxis={
            "categoryorder": "array",
            "categoryarray": [_(GROUND), *reversed(names)],
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
    on, until = _("{gait}: on, in % of the stride"), _("0 to {low}, up to {high}")
    return Figure(
        figure(traces, arranged),
        Caption(
            _(
                "Drag the slider, and the green line goes through the stride. "
                "Then switch to walking."
            ),
            _(
                "At 0 % the foot lands; at 100 % the same foot lands again. Just before landing, "
                "when you run, the muscles of thigh and calf are already on: they get ready for "
                "the landing. The calf switches on at {on} % when you run, before the foot is "
                "down. When you walk, it waits until the foot is on the ground."
            ).format(on=number(calf_on.value)),
            Table(
                (_("Muscle"), *(on.format(gait=_(words)) for words, *_look in GAITS.values())),
                [
                    *((name, *cells) for name, cells in times.items()),
                    (
                        _(GROUND),
                        until.format(low=number(low.value), high=number(high.value)),
                        "",
                    ),
                ],
            ),
            (
                _(
                    "The edges are averages, and they blur: people differ, and muscles fade in and "
                    "out. On or off says nothing about how hard a muscle works."
                ),
                Content(
                    f"A calf that switches off at {calf_off.value:g} % has run into the next "
                    f"stride, to {calf_off.value - 100:g} %. The foot leaves the ground between "
                    f"{low.value:g} and {high.value:g} % when running (the faint end of the grey "
                    f"bar), measured in {low.n} {low.population}. The muscle times are quoted by "
                    "a program for gait laboratories."
                ),
            ),
            unique([*(row.source_key for row in rows), low.source_key]),
        ),
    )


def _name(row: MuscleTiming) -> str:
    return Content(tables.muscles()[row.muscle].name)


def _bars(gait: str, rows: list[MuscleTiming]) -> dict[str, Any]:
    words, colour, pattern = GAITS[gait]
    said = _("{muscle}: on from {on} to {off} %")
    return {
        "type": "bar",
        "orientation": "h",
        "name": _(words),
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
            said.format(muscle=_name(row), on=number(row.on_percent), off=number(row.off_percent))
            for row in rows
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _ground(low: float, high: float) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": _(GROUND),
        "base": [0, low],
        "x": [low, high - low],
        "y": [_(GROUND), _(GROUND)],
        "width": 0.6,
        "marker": {"color": GREY, "opacity": [0.9, 0.4], "line": {"color": GREY, "width": 1}},
        "hovertext": [
            _("on the ground: 0 to {low} %").format(low=number(low)),
            _("leaves the ground between {low} and {high} %").format(
                low=number(low), high=number(high)
            ),
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _times(gait: str, name: str, rows: Iterable[MuscleTiming]) -> str:
    said = _("{low} to {high}")
    return ", ".join(
        said.format(low=number(row.on_percent), high=number(row.off_percent))
        for row in rows
        if row.gait == gait and _name(row) == name
    )

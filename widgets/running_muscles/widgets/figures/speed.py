"""Figures about speed: force under the foot, cadence and step length."""

from __future__ import annotations

from typing import Any

from running_muscles.tables import RunningFact
from running_muscles.translation.content import Content
from running_muscles.translation.written import number
from running_muscles.widgets.figures.figure import Caption, Figure, Table, unique
from running_muscles.widgets.figures.parts import (
    A_KILOMETRE,
    BLUE,
    GREEN,
    ORANGE,
    fact,
    figure,
    layout,
    minutes_a_km,
    pace,
    slider,
    step,
    x_of,
)
from running_muscles.widgets.speaking import _

# What the sliders offer; choices of ours, not findings.
SPEEDS = tuple(half / 2 for half in range(4, 13))
FORCE_SPEEDS = tuple(half / 2 for half in range(6, 15))
# An easy jog has fewer steps than the races that were counted: leave room for the reader's own.
FEWEST_STEPS = 140


def _line(x: list[float], y: list[float], name: str, colour: str, hover: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": x,
        "y": y,
        "line": {"color": colour, "width": 3},
        "hovertemplate": f"{hover}<extra></extra>",
    }


def _marks(rows: list[RunningFact], colour: str, symbol: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": rows[0].topic,
        "x": [row.x for row in rows],
        "y": [row.value for row in rows],
        "text": [row.label for row in rows],
        "marker": {"color": colour, "size": 12, "symbol": symbol},
        "hovertemplate": "%{text}: %{y}<extra></extra>",
    }


def _pointer(x: float, y: float, text: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": _("pointer"),
        "x": [x],
        "y": [y],
        "text": [text],
        "textposition": "top center",
        "textfont": {"size": 13},
        "marker": {"color": GREEN, "size": 15, "symbol": "circle", "line": {"width": 2}},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def force_by_speed() -> Figure:
    """Show the force under the foot at running speeds, as multiples of body weight."""
    start, slope = fact("force-average-intercept"), fact("force-average-slope")
    ends = [x_of("force-average-3"), x_of("force-average-7")]
    speeds = [speed for speed in FORCE_SPEEDS if ends[0] <= speed <= ends[1]]
    average = {speed: start.value + slope.value * speed for speed in speeds}
    peaks = [fact("force-peak-walk"), fact("force-peak-run")]
    first = speeds[0]
    steps = [
        step(
            minutes_a_km(speed),
            {"x": [[speed]], "y": [[force]], "text": [[_felt(speed, force)]]},
            (2,),
        )
        for speed, force in average.items()
    ]
    traces = [
        _line(
            list(average),
            list(average.values()),
            _("average in stance"),
            BLUE,
            _("%{x} m/s: %{y:.2f} body weights on average"),
        ),
        _marks(peaks, ORANGE, "diamond"),
        _pointer(first, average[first], _felt(first, average[first])),
    ]
    arranged = layout(
        _("Force under your foot and speed"),
        _("speed in metres a second"),
        _("body weights"),
        **slider(_("Pace: "), steps, 0, A_KILOMETRE),
        xaxis={"range": [1, max(speeds) + 1]},
        yaxis={"range": [0, max(row.value for row in peaks) + 0.5]},
        annotations=[
            {
                "x": row.x,
                "y": row.value,
                "text": row.label,
                "showarrow": False,
                "yshift": 16,
                "xanchor": "left" if row is peaks[0] else "center",
                "font": {"size": 12},
            }
            for row in peaks
        ],
    )
    jog = fact("force-peak-slow-jog")
    rows = [
        (_speed(speed), number(force, ".2f"), _("average while the foot is down"))
        for speed, force in average.items()
    ]
    rows += [(_speed(row.x or 1), number(row.value), Content(row.label)) for row in peaks]
    return Figure(
        figure(traces, arranged),
        Caption(
            _("Move the slider to run faster."),
            _(
                "The line is the average push of the ground while one foot is down. It grows with "
                "speed, but slowly. The diamonds are peaks: the largest push in one step. Every "
                "step asks your muscles to hold this up on one leg."
            ),
            Table((_("Speed"), _("Body weights"), _("What")), rows),
            (
                Content(
                    f"The line comes from {start.n} {start.population}. The peaks come from "
                    f"{jog.n} {jog.population}. In that study, slow jogging had peaks more than "
                    f"{jog.value:g} % above those of walking or of fast running, so peaks do not "
                    "only follow speed."
                ),
            ),
            unique([start.source_key, jog.source_key]),
        ),
    )


def cadence_step_length() -> Figure:
    """Show how step length follows from speed and cadence."""
    low, high = fact("cadence-elite-min"), fact("cadence-elite-max")
    mean, best = fact("cadence-elite-mean"), fact("cadence-optimum-steps")
    cadences = [float(each) for each in range(FEWEST_STEPS, int(high.value) + 6, 5)]
    fixed = best.x or 0.0

    def lengths(speed: float) -> list[float]:
        return [speed * 60 / each for each in cadences]

    def marks(speed: float) -> list[float]:
        return [speed * 60 / row.value for row in (best, mean)]

    def told(speed: float) -> list[str]:
        said = _("{n} steps: {length} m")
        return [
            said.format(n=number(row.value), length=number(length, ".2f"))
            for row, length in zip((best, mean), marks(speed), strict=True)
        ]

    steps = [
        step(
            minutes_a_km(speed),
            {"y": [lengths(speed), marks(speed)], "text": [[""], told(speed)]},
            (0, 1),
            title__text=_titled(speed),
        )
        for speed in SPEEDS
    ]
    traces = [
        _line(
            cadences,
            lengths(fixed),
            _("step length"),
            BLUE,
            _("%{x} steps a minute: %{y:.2f} m a step"),
        ),
        {
            "type": "scatter",
            "mode": "markers+text",
            "name": _("measured cadences"),
            "x": [best.value, mean.value],
            "y": marks(fixed),
            "text": told(fixed),
            "textposition": ["bottom center", "top center"],
            "textfont": {"size": 12},
            "marker": {"color": [GREEN, ORANGE], "size": 13, "symbol": ["circle", "diamond"]},
            "hovertemplate": "%{text}<extra></extra>",
        },
    ]
    arranged = layout(
        _titled(fixed),
        _("cadence in steps a minute"),
        _("step length in metres"),
        **slider(_("Pace: "), steps, SPEEDS.index(fixed), A_KILOMETRE),
        yaxis={"range": [0, max(lengths(SPEEDS[-1])) + 0.1]},
    )
    longer = [fact("step-length-plus-per-step"), fact("step-length-plus-per-mile")]
    small = fact("step-rate-small")
    return Figure(
        figure(traces, arranged),
        Caption(
            _("Choose a speed. Then follow the line from left to right."),
            _(
                "At a fixed speed, more steps a minute means shorter steps: step length is speed "
                "divided by cadence. The line is this sum, nothing more. There is no magic number: "
                "in one race, {n} {people} took from {low} to {high} steps a minute, {mean} on "
                "average (the diamond). Another group of {others} runners used the least energy "
                "near {best} steps a minute at {speed} m/s (the circle)."
            ).format(
                n=mean.n,
                people=mean.population,
                low=number(low.value),
                high=number(high.value),
                mean=number(mean.value),
                others=best.n,
                best=number(best.value),
                speed=number(fixed),
            ),
            Table(
                (
                    _("Speed"),
                    *(_("{n} steps a minute").format(n=number(row.value)) for row in (best, mean)),
                ),
                [
                    (_speed(speed), *(f"{number(one, '.2f')} m" for one in marks(speed)))
                    for speed in SPEEDS
                ],
            ),
            (
                Content(
                    f"Longer steps load the knee more. In {longer[0].n} {longer[0].population}, "
                    f"steps {longer[0].x:g} % longer meant {longer[0].value:g} % more stress "
                    f"behind the kneecap in each step, and {longer[1].value:g} % more in each "
                    f"mile. In another study, {small.value:g} % more steps a minute was enough to "
                    "take work off the knee."
                ),
            ),
            unique(row.source_key for row in (mean, best, longer[0], small)),
        ),
    )


def _felt(speed: float, force: float) -> str:
    said = _("{speed} m/s: {force} times your weight")
    return said.format(speed=number(speed), force=number(force, ".2f"))


def _speed(speed: float) -> str:
    return f"{number(speed)} m/s ({pace(speed)})"


def _titled(speed: float) -> str:
    return _("Cadence and step length at {speed} m/s").format(speed=number(speed))

"""Figures about who does the work: arms, calves, hips."""

from __future__ import annotations

from running_muscles.tables import running_facts
from running_muscles.translation.content import Content
from running_muscles.translation.written import number
from running_muscles.widgets.figures.figure import Caption, Figure, Table, unique
from running_muscles.widgets.figures.parts import (
    A_KILOMETRE,
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    fact,
    figure,
    layout,
    minutes_a_km,
    pace,
    slider,
    step,
    upright,
)
from running_muscles.widgets.speaking import _

# What the sliders offer; choices of ours, not findings.
MINUTES = (10, 20, 30, 45, 60, 90, 120)
FIRST_MINUTES = 30
OTHER_VIEW = "montgomery1994"
ZONE = 0.85
RUN_SPEEDS = tuple(half / 2 for half in range(4, 19))


def arm_swing_cost() -> Figure:
    """Show what running without arm swing costs, for a run of any length."""
    rows = sorted(
        (row for row in running_facts() if row.topic == "arm_swing"), key=lambda row: row.value
    )
    names = [Content(row.label.partition(": ")[2]) for row in rows]

    def extra(minutes: int) -> list[str]:
        said = _("+{percent} %<br>as {minutes} min more")
        return [
            said.format(percent=number(row.value), minutes=number(minutes * row.value / 100, ".1f"))
            for row in rows
        ]

    steps = [step(f"{minutes} min", {"text": [extra(minutes)]}, (0,)) for minutes in MINUTES]
    traces = [
        {
            "type": "bar",
            "name": _("extra energy"),
            "x": [
                name.replace(" on ", "<br>on ").replace(" behind ", "<br>behind ") for name in names
            ],
            "y": [row.value for row in rows],
            "text": extra(FIRST_MINUTES),
            "textposition": "outside",
            "marker": {"color": [BLUE, ORANGE, GREEN], "line": {"color": GREY, "width": 1}},
            "cliponaxis": False,
            "hovertemplate": "%{text}<extra></extra>",
        }
    ]
    arranged = layout(
        _("Running with still arms"),
        _("where the arms are"),
        _("extra energy in %"),
        **slider(_("A run of "), steps, MINUTES.index(FIRST_MINUTES)),
        yaxis={"range": [0, 1.4 * rows[-1].value]},
    )
    table = [
        (name, f"{number(row.value)} %", f"{number(FIRST_MINUTES * row.value / 100, '.1f')} min")
        for name, row in zip(names, rows, strict=True)
    ]
    return Figure(
        figure(traces, arranged),
        Caption(
            _("Choose how long your run is."),
            _(
                "Holding the arms still costs energy: a little with the hands behind the back, "
                "most with the hands on the head. The lower line over each bar says how many more "
                "minutes of normal running would use as much energy. So the arms are not "
                "idle passengers: swinging them saves energy."
            ),
            Table(
                (
                    _("Arms"),
                    _("Extra energy"),
                    _("In a run of {n} min, as much as").format(n=FIRST_MINUTES),
                ),
                table,
            ),
            (
                Content(
                    f"Measured in {rows[0].n} {rows[0].population}. The percentages are averages. "
                    "The minutes are our own sum."
                ),
            ),
            unique(row.source_key for row in rows),
        ),
    )


def drivers_by_speed() -> Figure:
    """Show which muscles speed a runner up, slower and faster than a measured turning point."""
    turn, arms = fact("strategy-speed"), fact("arms-share")
    slow, fast = _("calf muscles: harder push-off"), _("hip muscles: faster leg swing")

    def told(speed: float) -> str:
        return slow if speed <= turn.value else fast

    first = RUN_SPEEDS[2]
    ends = (RUN_SPEEDS[0], RUN_SPEEDS[-1])

    def zone(x0: float, x1: float, colour: str) -> dict[str, object]:
        return {
            "type": "rect",
            "x0": x0,
            "x1": x1,
            "y0": 0,
            "y1": ZONE,
            "yref": "paper",
            "fillcolor": colour,
            "opacity": 0.35,
            "line": {"color": GREY},
            "layer": "below",
        }

    def words(x0: float, x1: float, text: str) -> dict[str, object]:
        return {
            "x": (x0 + x1) / 2,
            "y": ZONE / 2,
            "yref": "paper",
            "text": text,
            "showarrow": False,
            "font": {"size": 13},
        }

    zones = [zone(ends[0], turn.value, BLUE), zone(turn.value, ends[1], ORANGE)]
    steps = [
        step(
            minutes_a_km(speed),
            {"x": [[speed]], "text": [[told(speed)]]},
            (0,),
            shapes=[*zones, upright(speed, GREEN)],
        )
        for speed in RUN_SPEEDS
    ]
    traces = [
        {
            "type": "scatter",
            "mode": "markers",
            "name": _("pointer"),
            "x": [first],
            "y": [ZONE],
            "text": [told(first)],
            "marker": {"color": GREEN, "size": 15, "symbol": "triangle-down"},
            "hovertemplate": "%{text}<extra></extra>",
        }
    ]
    arranged = layout(
        _("What makes you faster at which speed"),
        _("speed in metres a second"),
        "",
        **slider(_("Pace: "), steps, RUN_SPEEDS.index(first), A_KILOMETRE),
        xaxis={"range": [ends[0] - 0.3, ends[1] + 0.3], "showgrid": False},
        yaxis={"range": [0, 1], "showticklabels": False, "showgrid": False},
        shapes=[*zones, upright(first, GREEN)],
        annotations=[
            words(
                ends[0],
                turn.value,
                _(
                    "<b>calf muscles</b><br>soleus and gastrocnemius<br>"
                    "push off harder:<br>longer steps"
                ),
            ),
            words(
                turn.value,
                ends[1],
                _("<b>hip muscles</b><br>swing the legs<br>faster:<br>more steps"),
            ),
        ],
    )
    arranged["margin"] |= {"l": 16}
    return Figure(
        figure(traces, arranged),
        Caption(
            _("Move the slider from a jog to a sprint."),
            _(
                "Up to about {speed} m/s ({pace}), the calf muscles do most to make a runner "
                "faster: they push off harder, and the steps get longer. Above it, the muscles "
                "around the hip take over and swing the legs faster. Most of us run on the left "
                "side of this line."
            ).format(speed=number(turn.value), pace=pace(turn.value)),
            Table(
                (_("Speed"), _("What does most to speed you up")),
                [(f"{number(speed)} m/s ({pace(speed)})", told(speed)) for speed in RUN_SPEEDS],
            ),
            (
                _(
                    "The picture is schematic: it shows where the change lies, not how large each "
                    "share is. In truth the change is gradual."
                ),
                Content(
                    f"The turning point was found in {turn.n} {turn.population}. And the arms? In "
                    f"a {arms.population} at {arms.x:g} m/s they gave less than {arms.value:g} % "
                    "of the push and the support. Swinging them still saves energy."
                ),
                _(
                    "The question is not closed. Another study, with fine wires in the muscles, "
                    "gave the muscles of the hip and the front of the thigh the larger part of the "
                    "push forward."
                ),
            ),
            unique([turn.source_key, arms.source_key, OTHER_VIEW]),
        ),
    )

"""How often a calf lifts the heel on a run."""

from __future__ import annotations

from running_muscles.tables import RunningFact, running_facts
from running_muscles.translation.written import number
from running_muscles.widgets.figures.figure import Caption, Figure, Table, unique
from running_muscles.widgets.figures.parts import BLUE, GREY, figure, layout, slider, step
from running_muscles.widgets.speaking import _, ngettext

# What the slider offers; choices of ours, not findings.
MILES = (1, 2, 3, 5, 8, 10, 13, 26)


def heel_lifts_per_mile() -> Figure:
    """Show how often one calf lifts the heel, by pace and distance."""
    rows = sorted(
        (row for row in running_facts() if row.topic == "steps_per_mile"),
        key=lambda row: row.x or 0.0,
    )

    def lifts(miles: int) -> list[float]:
        # Each step lifts one heel, and the calves take turns.
        return [row.value / 2 * miles for row in rows]

    names = [_pace(row) for row in rows]
    steps = [
        step(
            ngettext("{n} mile", "{n} miles", miles).format(n=miles),
            {"y": [lifts(miles)], "text": [[number(one, ",.0f") for one in lifts(miles)]]},
            (0,),
            yaxis__range=[0, 1.2 * max(lifts(miles))],
        )
        for miles in MILES
    ]
    hover = _("%{x} a mile: %{text} heel lifts")
    traces = [
        {
            "type": "bar",
            "name": _("heel lifts of one calf"),
            "x": names,
            "y": lifts(1),
            "text": [number(one, ",.0f") for one in lifts(1)],
            "textposition": "outside",
            "marker": {"color": BLUE, "line": {"color": GREY, "width": 1}},
            "hovertemplate": f"{hover}<extra></extra>",
        }
    ]
    arranged = layout(
        _("Heel lifts of one calf"),
        _("minutes a mile (faster on the left)"),
        _("heel lifts"),
        **slider(_("Distance: "), steps, 0),
        xaxis={"type": "category"},
        yaxis={"range": [0, 1.2 * max(lifts(1))]},
    )
    return Figure(
        figure(traces, arranged),
        Caption(
            _("Move the slider to run further."),
            _(
                "The bars count the heel lifts of one calf. Among the runs, a slower pace takes "
                "more steps for the same mile; a slow jog takes more than a brisk walk. Each step "
                "belongs to one calf, so the count is half of the steps."
            ),
            Table(
                (_("Pace"), *(f"{miles} mi" for miles in MILES)),
                [
                    (name, *(number(row.value / 2 * miles, ",.0f") for miles in MILES))
                    for name, row in zip(names, rows, strict=True)
                ],
            ),
            (
                _(
                    "The step counts come from a newspaper that quotes a study. Your own count "
                    "depends on your legs and your step length."
                ),
            ),
            unique(row.source_key for row in rows),
        ),
    )


def _pace(row: RunningFact) -> str:
    """Return the pace of a row, named where it is a walk; the others are runs."""
    said = _("{n} min (walk)") if "walking" in row.label else _("{n} min")
    return said.format(n=number(row.x or 0.0))

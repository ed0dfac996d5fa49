"""Where a resting pulse lies among many people, and how far training moves it."""

from __future__ import annotations

from dataclasses import replace

from running_muscles.measure.store import Store, StoreError
from running_muscles.tables import RunningFact
from running_muscles.translation.content import Content
from running_muscles.translation.spoken import N_
from running_muscles.translation.written import number
from running_muscles.widgets.figures.figure import Caption, Figure, Table, unique
from running_muscles.widgets.figures.parts import (
    BLUE,
    GREEN,
    GREY,
    ORANGE,
    fact,
    figure,
    layout,
    redrawn,
    slider,
    upright,
)
from running_muscles.widgets.speaking import _

EVERY = 5
NONE_YET = N_("You have no resting pulse of your own yet. One day the line starts there.")


def resting_hr(store: Store | None = None) -> Figure:
    """Show published resting pulses, a pulse to move, and what training has changed.

    Parameters
    ----------
    store : Store, optional
        Where the learner's results are; their own file by default.
    """
    own, note = _own_latest(store if store is not None else Store())
    drawn = _resting_hr(own, note)
    if note == NONE_YET:
        return drawn
    return replace(drawn, for_anybody=_resting_hr(None, NONE_YET))


def _resting_hr(own: float | None, note: str) -> Figure:
    mean, low, high = (fact(f"pulse-{name}") for name in ("mean", "min", "max"))
    ranges = {_("all people"): (low, high)}
    for who in ("men", "women"):
        ends = fact(f"pulse-{who}-low"), fact(f"pulse-{who}-high")
        ranges[Content(ends[0].label.partition("end of the ")[2])] = ends
    least, most = fact("pulse-older-fall-least"), fact("pulse-older-fall-most")
    pulses = list(range(int(low.value), int(high.value) + 1, EVERY))
    first = own if own is not None else mean.value
    nearest = min(range(len(pulses)), key=lambda index: abs(pulses[index] - first))
    rows = list(range(len(ranges), 0, -1))
    colours = (GREY, BLUE, ORANGE)

    def marks(pulse: float) -> list[dict[str, object]]:
        band = {
            "type": "rect",
            "x0": pulse - most.value,
            "x1": pulse - least.value,
            "y0": 0,
            "y1": 1,
            "yref": "paper",
            "fillcolor": GREEN,
            "opacity": 0.25,
            "line": {"width": 0},
            "layer": "below",
        }
        return [band, upright(pulse, GREEN)]

    steps = [redrawn(str(pulse), {"shapes": marks(pulse)}) for pulse in pulses]
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": name,
            "base": [ends[0].value],
            "x": [ends[1].value - ends[0].value],
            "y": [row],
            "width": 0.34,
            "marker": {"color": colour, "line": {"color": GREY, "width": 1}},
            "hovertext": [_span(name, ends)],
            "hovertemplate": "%{hovertext}<extra></extra>",
        }
        for (name, ends), row, colour in zip(ranges.items(), rows, colours, strict=True)
    ]
    labels = [
        {
            "x": 0,
            "xref": "paper",
            "xanchor": "left",
            "y": row + 0.2,
            "yanchor": "bottom",
            "showarrow": False,
            "text": _("{name}: {low} to {high}").format(
                name=name, low=number(ends[0].value), high=number(ends[1].value)
            ),
            "font": {"size": 12},
        }
        for (name, ends), row in zip(ranges.items(), rows, strict=True)
    ]
    arranged = layout(
        _("Resting pulse"),
        _("beats a minute at rest"),
        "",
        **slider(_("A pulse of "), steps, nearest, _(" beats a minute")),
        xaxis={"range": [low.value - EVERY, high.value + EVERY]},
        yaxis={"range": [0.5, len(ranges) + 0.8], "showticklabels": False, "showgrid": False},
        shapes=marks(first),
        annotations=labels,
    )
    arranged["margin"] |= {"l": 16}
    week = fact("pulse-week-change")
    table = [(name, number(ends[0].value), number(ends[1].value)) for name, ends in ranges.items()]
    return Figure(
        figure(traces, arranged),
        Caption(
            _("Move the line to any pulse, such as your own."),
            _(
                "People differ a lot at rest. The green strip beside the line is how far endurance "
                "training lowered the resting pulse of people past sixty, in the studies of one "
                "review: by {least} to {most} beats. Compare your pulse with your own, over months."
            ).format(least=number(least.value), most=number(most.value)),
            Table((_("Group"), _("Lowest"), _("Highest")), table),
            (
                _(note),
                Content(
                    f"From {mean.n or 0:,} {mean.population}; their mean was {mean.value:g}. "
                    f"{week.value:g} % of them were {week.label}. One odd day is no news. The "
                    "ranges of men and women come from a page that quotes the study."
                ),
            ),
            unique([mean.source_key, most.source_key]),
        ),
    )


def _own_latest(store: Store) -> tuple[float | None, str]:
    try:
        results = store.results("resting_hr")
    except StoreError as error:
        return None, _("Your own result could not be read. {error}").format(error=error)
    if not results:
        return None, NONE_YET
    latest = results[-1].value
    said = _("The line starts at your latest: {n} beats a minute.")
    return latest, said.format(n=number(latest))


def _span(name: str, ends: tuple[RunningFact, RunningFact]) -> str:
    said = _("{name}: {low} to {high} beats a minute")
    return said.format(name=name, low=number(ends[0].value), high=number(ends[1].value))

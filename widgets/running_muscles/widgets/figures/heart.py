"""Where a resting pulse lies among many people, and how far training moves it."""

from __future__ import annotations

from dataclasses import replace

from running_muscles.measure.store import Store, StoreError
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

EVERY = 5
NONE_YET = "You have no resting pulse of your own yet. One day the line starts there."


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
    ranges = {"all people": (low, high)}
    for who in ("men", "women"):
        ends = fact(f"pulse-{who}-low"), fact(f"pulse-{who}-high")
        ranges[ends[0].label.partition("end of the ")[2]] = ends
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
            "hovertext": [f"{name}: {ends[0].value:g} to {ends[1].value:g} beats a minute"],
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
            "text": f"{name}: {ends[0].value:g} to {ends[1].value:g}",
            "font": {"size": 12},
        }
        for (name, ends), row in zip(ranges.items(), rows, strict=True)
    ]
    arranged = layout(
        "Resting pulse",
        "beats a minute at rest",
        "",
        **slider("A pulse of ", steps, nearest, " beats a minute"),
        xaxis={"range": [low.value - EVERY, high.value + EVERY]},
        yaxis={"range": [0.5, len(ranges) + 0.8], "showticklabels": False, "showgrid": False},
        shapes=marks(first),
        annotations=labels,
    )
    arranged["margin"] |= {"l": 16}
    week = fact("pulse-week-change")
    table = [(name, f"{ends[0].value:g}", f"{ends[1].value:g}") for name, ends in ranges.items()]
    return Figure(
        figure(traces, arranged),
        Caption(
            "Move the line to any pulse, such as your own.",
            "People differ a lot at rest. The green strip beside the line is how "
            "far endurance training lowered the resting pulse of people past sixty, in "
            f"the studies of one review: by {least.value:g} to {most.value:g} beats. Compare your "
            "pulse with your own, over months.",
            Table(("Group", "Lowest", "Highest"), table),
            (
                note,
                f"From {mean.n or 0:,} {mean.population}; their mean was {mean.value:g}. "
                f"{week.value:g} % of them were {week.label}. One odd day is no news. The ranges "
                "of men and women come from a page that quotes the study.",
            ),
            unique([mean.source_key, most.source_key]),
        ),
    )


def _own_latest(store: Store) -> tuple[float | None, str]:
    try:
        results = store.results("resting_hr")
    except StoreError as error:
        return None, f"Your own result could not be read. {error}"
    if not results:
        return None, NONE_YET
    latest = results[-1].value
    return latest, f"The line starts at your latest: {latest:g} beats a minute."

"""What a minimal detectable change is, with two made-up results."""

from __future__ import annotations

from typing import Any

from running_muscles.measure.noise import Noise
from running_muscles.measure.noise import noise as noise_of
from running_muscles.tables import protocols
from running_muscles.translation.written import number
from running_muscles.widgets.figures.figure import Caption, Figure, Table
from running_muscles.widgets.figures.parts import GREEN, GREY, ORANGE, figure, layout, slider, step
from running_muscles.widgets.speaking import _, settle

# The made-up first result and the second ones around it, in units of the MDC.
FIRST = 2.0
# A first hold of a minute, in seconds, where the noise grows with the result (our choice).
FIRST_HOLD = 60
AROUND = tuple(quarter / 4 for quarter in range(-6, 7))


def noise(test: str = "front_plank") -> Figure:
    """Show what a minimal detectable change is, with two made-up results.

    Parameters
    ----------
    test : str
        A test with a known MDC95.

    Raises
    ------
    ValueError
        If no MDC95 is known for the test; the message names those that have one.
    """
    known = _errors()
    if test not in known:
        raise ValueError(f'No MDC is known for "{test}". There is one for: {", ".join(known)}.')
    settle()
    error, protocol = known[test], protocols()[test]
    unit = protocol.unit
    # A percentage is shown at a round hold of our own; else the first result follows the noise.
    first = FIRST_HOLD if error.percent else round(FIRST * error.value)
    low, high = error.band(first)
    reach = (high - low) / 2
    seconds = [round(first + reach * part) for part in AROUND]
    start = len(seconds) // 2
    steps = [
        step(
            _told(second, unit),
            {
                "x": [[second]],
                "marker.color": [_verdict(first, second, error)[1]],
                "marker.symbol": [_verdict(first, second, error)[2]],
                "text": [[_verdict(first, second, error)[0]]],
            },
            (1,),
        )
        for second in seconds
    ]
    traces = [
        _made_up(first, 2, _("first result"), GREY, "square"),
        _made_up(seconds[start], 1, *_verdict(first, seconds[start], error)),
    ]
    band = {
        "type": "rect",
        "x0": low,
        "x1": high,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "fillcolor": "#8883",
        "line": {"color": GREY, "dash": "dot"},
        "layer": "below",
    }
    arranged = layout(
        _("{test}: change or noise?").format(test=_(protocol.name)),
        _("result in seconds (made up)") if unit == "s" else _("result in repetitions (made up)"),
        "",
        **slider(_("Second result: "), steps, start),
        xaxis={"range": [min(seconds) - reach / 2, max(seconds) + reach / 2]},
        yaxis={"range": [0.4, 2.8], "showticklabels": False, "showgrid": False},
        shapes=[band],
        annotations=[
            {
                "x": first,
                "y": 2.7,
                "showarrow": False,
                "text": _("noise reaches this far"),
                "font": {"size": 12},
            }
        ],
    )
    arranged["margin"] |= {"l": 16}
    rows = [(_told(one, unit), _verdict(first, one, error)[0]) for one in seconds]
    return Figure(
        figure(traces, arranged),
        Caption(
            _("Move the slider to change the second result."),
            _(
                "Both results are made up. The first is {first}. The grey band reaches from {low} "
                "to {high}: that far goes the minimal detectable change (MDC) of this test. Only a "
                "second result outside the band stands out from the noise."
            ).format(first=_told(first, unit), low=number(round(low, 1)), high=_told(high, unit)),
            Table((_("Second result"), _("What it means")), rows),
            (_origin(error),),
            (error.citation,),
        ),
    )


def _errors() -> dict[str, Noise]:
    found = {row.test: noise_of(row.test, row.unit) for row in protocols().values()}
    return {test: error for test, error in found.items() if error is not None}


def _origin(error: Noise) -> str:
    said = (
        _("The MDC comes from a study of {people}.")
        if error.own
        else _("The MDC is worked out here from a study of {people}.")
    )
    sentences = [said.format(people=error.population)]
    if error.percent:
        share = _("It is {n} % of the mean of two results.")
        sentences.append(share.format(n=number(error.value)))
    return " ".join(sentences)


def _verdict(first: float, second: float, error: Noise) -> tuple[str, str, str]:
    """Return words, colour and symbol."""
    if abs(second - first) > error.at(first, second):
        higher = second > first
        return (_("stands out: higher") if higher else _("stands out: lower"), GREEN, "star")
    return (_("may be noise"), ORANGE, "circle")


def _made_up(x: float, y: float, text: str, colour: str, symbol: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [x],
        "y": [y],
        "text": [text],
        "textposition": "bottom center",
        "textfont": {"size": 13},
        "marker": {"color": colour, "size": 16, "symbol": symbol},
        "cliponaxis": False,
        "hovertemplate": "%{x}<extra></extra>",
    }


def _told(value: float, unit: str) -> str:
    """Return a result in seconds or repetitions, never in minutes, so that sums are easy."""
    return f"{number(round(value, 1))} {_(unit)}"

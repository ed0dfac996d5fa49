"""What a minimal detectable change is, with two made-up results."""

from __future__ import annotations

from typing import Any

from running_muscles.measure.change import plain
from running_muscles.tables import Reliability, protocols, reliability
from running_muscles.widgets.figures.figure import Caption, Figure, Table
from running_muscles.widgets.figures.parts import GREEN, GREY, ORANGE, figure, layout, slider, step

# The made-up first result and the second ones around it, in units of the MDC.
FIRST = 2.0
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
    error, protocol = known[test], protocols()[test]
    first = round(FIRST * error.value)
    seconds = [round(first + error.value * part) for part in AROUND]
    start = len(seconds) // 2
    steps = [
        step(
            _told(second, error),
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
    low, high = first - error.value, first + error.value
    traces = [
        _made_up(first, 2, "first result", GREY, "square"),
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
        f"{protocol.name}: change or noise?",
        f"result in {'seconds' if error.unit == 's' else 'repetitions'} (made up)",
        "",
        **slider("Second result: ", steps, start),
        xaxis={"range": [min(seconds) - error.value / 2, max(seconds) + error.value / 2]},
        yaxis={"range": [0.4, 2.8], "showticklabels": False, "showgrid": False},
        shapes=[band],
        annotations=[
            {
                "x": first,
                "y": 2.7,
                "showarrow": False,
                "text": "noise reaches this far",
                "font": {"size": 12},
            }
        ],
    )
    arranged["margin"] |= {"l": 16}
    rows = [(_told(one, error), _verdict(first, one, error)[0]) for one in seconds]
    return Figure(
        figure(traces, arranged),
        Caption(
            "Move the slider to change the second result.",
            f"Both results are made up. The first is {_told(first, error)}. The grey "
            f"band reaches {plain(error.value)} {error.unit} to each side: that is the minimal "
            "detectable change (MDC) of this test. Only a second result outside the band stands "
            "out from the noise.",
            Table(("Second result", "What it means"), rows),
            (f"The MDC comes from {error.population}. {error.how[0].upper()}{error.how[1:]}.",),
            (error.source_key,),
        ),
    )


def _errors() -> dict[str, Reliability]:
    tests = protocols()
    found = (row for row in reliability() if row.statistic == "mdc95" and row.test in tests)
    return {row.test: row for row in found if row.unit == tests[row.test].unit}


def _verdict(first: float, second: float, error: Reliability) -> tuple[str, str, str]:
    """Return words, colour and symbol."""
    if abs(second - first) > error.value:
        return ("stands out: " + ("higher" if second > first else "lower"), GREEN, "star")
    return ("may be noise", ORANGE, "circle")


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


def _told(value: float, error: Reliability) -> str:
    """Return a result in seconds or repetitions, never in minutes, so that sums are easy."""
    return f"{plain(value)} {error.unit}"

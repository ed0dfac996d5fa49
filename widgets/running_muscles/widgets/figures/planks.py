"""How long published groups held the front plank, beside the learner's own best."""

from __future__ import annotations

from dataclasses import replace
from textwrap import wrap
from typing import Any

from running_muscles.measure.groups import Group, groups_of
from running_muscles.measure.store import Store, StoreError
from running_muscles.tables import protocols, references
from running_muscles.translation.content import Content
from running_muscles.translation.spoken import N_
from running_muscles.translation.written import number
from running_muscles.widgets.figures.figure import Caption, Figure, Table, unique
from running_muscles.widgets.figures.parts import (
    BLUE,
    GREEN,
    ORANGE,
    buttons,
    figure,
    layout,
    step,
    upright,
)
from running_muscles.widgets.history import best, value_text
from running_muscles.widgets.speaking import _

PLANK = "front_plank"
SEXES = {"F": "women", "M": "men"}
LINE = 54
NONE_YET = N_("You have no result of your own yet. Once you have, a line will show it.")
ROW = 62


def plank_references(store: Store | None = None) -> Figure:
    """Show how long published groups held the front plank, with the learner's best.

    Parameters
    ----------
    store : Store, optional
        Where the learner's results are; their own file by default.
    """
    own, note = _own_best(store if store is not None else Store())
    drawn = _plank_references(own, note)
    if note == NONE_YET:
        return drawn
    return replace(drawn, for_anybody=_plank_references(None, NONE_YET))


def _plank_references(own: float | None, note: str) -> Figure:
    groups = groups_of(PLANK)
    rows = list(range(len(groups), 0, -1))
    means = [group.statistics.get("mean") for group in groups]
    spread = [group.statistics.get("sd", 0.0) for group in groups]
    points = [
        (
            value,
            row,
            _("{n} of 100 people held for less than {time} s").format(
                n=number(percentile), time=number(round(value, 1))
            ),
        )
        for group, row in zip(groups, rows, strict=True)
        for percentile, value in group.percentiles
    ]
    traces: list[dict[str, Any]] = [
        {
            "type": "scatter",
            "mode": "markers",
            "name": _("mean and standard deviation"),
            "x": means,
            "y": rows,
            "error_x": {"type": "data", "array": spread, "color": BLUE, "thickness": 3},
            "marker": {"color": BLUE, "size": 11},
            "text": [_told(group) for group in groups],
            "hovertemplate": "%{text}<extra></extra>",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "name": _("published percentiles"),
            "x": [x for x, _, _ in points],
            "y": [y for _, y, _ in points],
            "marker": {"color": ORANGE, "size": 9, "symbol": "diamond"},
            "text": [text for _, _, text in points],
            "hovertemplate": "%{text}<extra></extra>",
        },
    ]
    choices = {
        _("Both"): (True, True),
        _("Mean and spread"): (True, False),
        _("Percentiles"): (False, True),
    }
    arranged = layout(
        _("How long people held a front plank"),
        _("seconds held"),
        "",
        **buttons([step(name, {"visible": shown}, (0, 1)) for name, shown in choices.items()]),
        xaxis={"rangemode": "tozero"},
        yaxis={"showticklabels": False, "range": [0.3, len(groups) + 0.9], "showgrid": False},
        shapes=[] if own is None else [upright(own, GREEN, "dash")],
        annotations=[_label(group, row) for group, row in zip(groups, rows, strict=True)]
        + ([] if own is None else [_own_label(own)]),
    )
    arranged |= {"height": ROW * (len(groups) + 2)}
    arranged["margin"] |= {"l": 16}
    table = Table(
        (_("Group"), _("Mean ± SD, seconds"), _("Percentiles, seconds"), _("Source")),
        [
            (
                Content(_people(group)),
                _mean_text(group),
                ", ".join(_percentile(*each) for each in group.percentiles),
                Content(references()[group.citation].short),
            )
            for group in groups
        ],
    )
    return Figure(
        figure(traces, arranged),
        Caption(
            _("Point at a mark, or tap it, to read who was measured. Switch between the buttons."),
            _(
                "The long bars show how much people differ inside one group. A dot is the mean, "
                "the average. The bar reaches one standard deviation (SD) to each side: about two "
                "in three people are often inside it. A diamond is a published percentile."
            ),
            table,
            (
                _(note),
                _(
                    "The groups were tested in different ways and in different places. Most were "
                    "students. Some percentiles come from a page that quotes the study."
                ),
            ),
            unique(group.citation for group in groups),
        ),
    )


def _own_best(store: Store) -> tuple[float | None, str]:
    try:
        top = best(store.results(PLANK), protocols()[PLANK].better)
    except StoreError as error:
        return None, _("Your own result could not be read. {error}").format(error=error)
    if top is None:
        return None, NONE_YET
    said = _("The dashed line is your own best: {result}.")
    return top.value, said.format(result=value_text(top.value, top.unit))


def _people(group: Group) -> str:
    parts = [group.population]
    if group.sex in SEXES:
        parts.append(SEXES[group.sex])
    if group.n is not None and f"n={group.n}" not in group.population:
        parts.append(f"n\u00a0=\u00a0{group.n}")
    return ", ".join(parts)


def _mean_text(group: Group) -> str:
    mean, sd = group.statistics.get("mean"), group.statistics.get("sd")
    if mean is None:
        return ""
    told = number(round(mean, 1))
    return told if sd is None else f"{told} ± {number(round(sd, 1))}"


def _percentile(name: float, value: float) -> str:
    return _("{n}th: {value}").format(n=number(name), value=number(round(value, 1)))


def _told(group: Group) -> str:
    lines = wrap(f"{_people(group)}. {references()[group.citation].short}.", LINE)
    return Content("<br>".join([f"{_mean_text(group)} s", *lines]))


def _label(group: Group, row: int) -> dict[str, Any]:
    return {
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": row + 0.16,
        "yanchor": "bottom",
        "align": "left",
        "showarrow": False,
        "text": Content("<br>".join(wrap(_people(group), LINE))),
        "font": {"size": 11},
    }


def _own_label(own: float) -> dict[str, Any]:
    return {
        "x": own,
        "y": 0.3,
        "yanchor": "bottom",
        "xanchor": "left",
        "showarrow": False,
        "text": _("your best: {result}").format(result=value_text(own, "s")),
        "font": {"size": 12},
    }

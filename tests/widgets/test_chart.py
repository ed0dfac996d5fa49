"""Results over time: true places, days that are days, letters that can be read the next day."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from running_muscles.measure.profile import profile
from running_muscles.measure.result import Result
from running_muscles.tables import protocols
from running_muscles.widgets.chart import history_figure
from running_muscles.widgets.own.profile_figure import profile_figure


def result(at: str, value: float = 40.0, offset: int = 60, **more: Any) -> Result:
    test, unit = more.pop("test", "front_plank"), more.pop("unit", "s")
    return Result(f"{test} {at}", test, value, unit, at, utc_offset_minutes=offset, **more)


def drawn(*results: Result) -> dict[str, Any]:
    return history_figure(results, protocols()[results[0].test])


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``, as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable(layout: dict[str, Any]) -> bool:
    """Say whether the letters stand out from the figure's own ground, whatever the theme is."""
    ground, letters = luminance(layout["paper_bgcolor"]), luminance(layout["font"]["color"])
    return (max(ground, letters) + 0.05) / (min(ground, letters) + 0.05) >= 7


@pytest.mark.parametrize(
    ("first", "second", "minutes"),
    [
        # Summer time ends between them: 02:50, then 02:10.
        (("2026-10-25T00:50:00Z", 120), ("2026-10-25T01:10:00Z", 60), 20),
        # It begins: 01:50, then 03:10.
        (("2027-03-28T00:50:00Z", 60), ("2027-03-28T01:10:00Z", 120), 20),
        # A flight west over the date line, and one east.
        (("2026-11-20T20:00:00Z", 720), ("2026-11-21T06:00:00Z", -480), 600),
        (("2026-11-20T20:00:00Z", -480), ("2026-11-21T06:00:00Z", 720), 600),
    ],
)
def test_the_line_never_runs_backwards_and_keeps_true_distances(
    first: tuple[str, int], second: tuple[str, int], minutes: int
) -> None:
    (trace,) = drawn(result(first[0], offset=first[1]), result(second[0], offset=second[1]))["data"]
    early, late = (datetime.fromisoformat(x) for x in trace["x"])
    assert late - early == timedelta(minutes=minutes)


def test_a_point_says_what_the_clock_of_its_day_said() -> None:
    figure = drawn(
        result("2026-10-25T00:50:00Z", offset=120), result("2026-10-25T01:10:00Z", offset=60)
    )
    assert [text.split("<br>")[0] for text in figure["data"][0]["text"]] == [
        "25 Oct 2026, 02:50",
        "25 Oct 2026, 02:10",
    ]


def test_results_come_in_the_order_of_time_whatever_order_they_are_given_in() -> None:
    (trace,) = drawn(result("2026-11-21T09:00:00+00:00"), result("2026-11-20T09:00:00Z"))["data"]
    assert trace["x"] == sorted(trace["x"])


def test_left_and_right_of_one_day_are_two_points_of_that_day() -> None:
    sides = [
        result(f"2026-11-27T09:0{minute}:00Z", test="side_plank", side=side)
        for minute, side in ((0, "left"), (4, "right"))
    ]
    axis = drawn(*sides)["layout"]["xaxis"]
    first, last = (datetime.fromisoformat(end) for end in axis["range"])
    assert last - first == timedelta(days=3)
    assert axis["dtick"] == 24 * 60 * 60 * 1000
    assert "%H" not in axis["tickformat"]


def test_weeks_apart_the_axis_has_dates() -> None:
    axis = drawn(result("2026-10-01T09:00:00Z"), result("2026-11-20T09:00:00Z"))["layout"]["xaxis"]
    assert "range" not in axis
    assert not any("%H" in stop["value"] for stop in axis["tickformatstops"])


def test_a_pulse_is_shown_where_it_lies_and_a_plank_from_nothing() -> None:
    days = ("2026-11-20T07:00:00Z", "2026-11-21T07:00:00Z")
    pulses = [
        result(day, 62 + more, test="resting_hr", unit="bpm") for more, day in enumerate(days)
    ]
    low, high = drawn(*pulses)["layout"]["yaxis"]["range"]
    assert 50 < low <= 57
    assert 68 <= high < 80
    assert drawn(*map(result, days))["layout"]["yaxis"]["rangemode"] == "tozero"


def test_letters_stand_out_from_a_ground_of_their_own() -> None:
    days = ("2026-11-20T07:00:00Z", "2026-11-21T07:00:00Z")
    assert readable(drawn(*map(result, days))["layout"])
    assert readable(profile_figure(profile([result(days[0])]))["layout"])

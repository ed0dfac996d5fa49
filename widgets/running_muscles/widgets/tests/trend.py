"""Results over time as a small drawing, for the fold of a result's card."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from running_muscles.measure.result import Result
from running_muscles.translation.written import dated
from running_muscles.widgets.drawing import Drawing, Shape, drawing, shape
from running_muscles.widgets.history import value_text
from running_muscles.widgets.speaking import _
from running_muscles.widgets.tests.sides import headed, side_name
from running_muscles.widgets.tests.strip import LETTER, Lane, Scale, axis_text, dot_words

WIDTH, HEIGHT = 320.0, 150.0
LEFT, RIGHT = 40.0, 272.0  # letters stand left of the line, the name of a side right of it
TOP, BOTTOM = 12.0, 124.0
LINE = 12.0  # what a line of letters needs
FEWEST = 3  # two results are told by the number line
KINDS = {"": "you", "left": "you", "right": "other"}


def trend(lanes: Sequence[Lane], unit: str) -> Drawing | None:
    """Draw every result over the days, a line a side; None for too few, or for one day.

    Points stand by true time: a clock that is put back must not let a line run backwards.
    """
    results = [result for lane in lanes for result in lane.results]
    first = min(results, key=_moment)
    last = max(results, key=_moment)
    if len(results) < FEWEST or first.local_time.date() == last.local_time.date():
        return None
    values = [result.value for result in results]
    room = max((max(values) - min(values)) * 0.15, max(values) * 0.05, 0.5)
    up = Scale(max(0.0, min(values) - room), max(values) + room, BOTTOM, TOP)
    along = Scale(_moment(first).timestamp(), _moment(last).timestamp(), LEFT, RIGHT)
    shapes = [*_grid(up, unit), *_days(first, last)]
    ends = _apart([up.at(_last(lane).value) for lane in lanes])
    for lane, end in zip(lanes, ends, strict=True):
        shapes += _line(lane, up, along, end)
    return drawing(WIDTH, HEIGHT, _label(lanes, unit), shapes)


def _moment(result: Result) -> datetime:
    return result.local_time


def _grid(up: Scale, unit: str) -> Iterator[Shape]:
    *others, top = up.ticks()
    for tick in (*others, top):
        height = up.at(tick)
        yield shape("line", "line", x1=LEFT - 4, y1=height, x2=RIGHT + 4, y2=height)
        words = axis_text(tick, unit, last=tick == top)
        yield shape("text", "tick", words=words, x=LEFT - 22, y=height + 4)


def _days(first: Result, last: Result) -> Iterator[Shape]:
    for result, place in ((first, LEFT + 14), (last, RIGHT - 14)):
        words = dated(result.local_time)
        yield shape("text", "tick", words=words, x=place, y=HEIGHT - 6)


def _last(lane: Lane) -> Result:
    return max(lane.results, key=_moment)


def _apart(heights: list[float]) -> list[float]:
    """Return where the names of two sides stand, so that neither covers the other."""
    if len(heights) < 2 or abs(heights[0] - heights[1]) >= LINE:
        return heights
    middle, down = sum(heights) / 2, 1 if heights[0] > heights[1] else -1
    return [middle + down * LINE / 2, middle - down * LINE / 2]


def _line(lane: Lane, up: Scale, along: Scale, end: float) -> Iterator[Shape]:
    kind = KINDS[lane.side]
    rows = sorted(lane.results, key=_moment)
    places = [(along.at(_moment(row).timestamp()), up.at(row.value)) for row in rows]
    for (x1, y1), (x2, y2), row in zip(places, places[1:], rows[1:], strict=False):
        yield shape("line", f"trend-{kind}", of=row.id, x1=x1, y1=y1, x2=x2, y2=y2)
    for (x, y), row in zip(places, rows, strict=True):
        yield shape("circle", f"point-{kind}", of=row.id, words=dot_words(row), cx=x, cy=y, r=4)
    if lane.side:
        name, (x, _height) = side_name(lane.side), places[-1]
        beside = x + max(26.0, 9 + len(name) * LETTER / 2)
        yield shape("text", f"name-{kind}", words=name, x=beside, y=end + 4)


def _label(lanes: Sequence[Lane], unit: str) -> str:
    return " ".join([_("Results over time."), *(_lane_words(lane, unit) for lane in lanes)])


def _lane_words(lane: Lane, unit: str) -> str:
    first, last = lane.results[0], lane.results[-1]
    # For translators: never fewer than two, but one result may stand beside those of the other side
    said = _("{n} results, from {value} on {day} to {later} on {last}.").format(
        n=len(lane.results),
        value=value_text(first.value, unit),
        day=dated(first.local_time),
        later=value_text(last.value, unit),
        last=dated(last.local_time),
    )
    return headed(lane.side, said)

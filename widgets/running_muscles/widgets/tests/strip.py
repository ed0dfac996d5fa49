"""A number line with a learner's results: now, before, the band of noise, and one group."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from running_muscles.measure.result import Result
from running_muscles.measure.spread import Spread
from running_muscles.translation.written import dated, number
from running_muscles.widgets.drawing import Drawing, Shape, drawing, shape
from running_muscles.widgets.history import unit_name, value_text
from running_muscles.widgets.speaking import _
from running_muscles.widgets.tests.sides import headed, side_name

WIDTH = 320.0
LEFT, RIGHT = 14.0, 306.0
SIDE_ROOM = 34.0  # for the words "Left" and "Right", at least
LANE, GROUP, AXIS = 62.0, 42.0, 26.0
LETTER = 6.4  # the usual width of a letter of the labels
EARLIER = 12  # more dots than these are a smear
ROUND_STEPS = (1, 2, 5, 10)
MOST_TICKS = 5


@dataclass(frozen=True)
class Lane:
    """One side: its results in order of time, and where noise alone may put the next one."""

    side: str
    results: Sequence[Result]
    noise: tuple[float, float] | None


@dataclass(frozen=True)
class People:
    """The group compared with; ``side`` where its study tells left from right."""

    side: str
    spread: Spread


@dataclass(frozen=True)
class Scale:
    """A stretch of numbers laid over a stretch of the drawing."""

    low: float
    high: float
    left: float
    right: float = RIGHT

    def at(self, value: float) -> float:
        """Return where a value stands; what lies outside stands at the end."""
        share = (value - self.low) / (self.high - self.low)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def ticks(self) -> list[float]:
        """Return a few round numbers between the ends."""
        rough = (self.high - self.low) / MOST_TICKS
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(power * each for each in ROUND_STEPS if power * each >= rough)
        first = math.ceil(self.low / step)
        return [step * number for number in range(first, math.floor(self.high / step) + 1)]


def strip(lanes: Sequence[Lane], groups: Sequence[People], unit: str) -> Drawing:
    """Draw a number line.

    Parameters
    ----------
    lanes : sequence of Lane
        One a side, each with a result at least.
    groups : sequence of People
        One, or one a side.
    unit : str
        Of every number.
    """
    sided = any(lane.side for lane in lanes)
    room = max(SIDE_ROOM, *(len(side_name(lane.side)) * LETTER for lane in lanes), 0.0)
    scale = _scale(lanes, groups, LEFT + (room if sided else 0.0))
    shapes: list[Shape] = []
    top = 0.0
    for lane in lanes:
        shapes += _lane(lane, scale, top)
        top += LANE
    for group in groups:
        shapes += _group(group, scale, top)
        top += GROUP
    shapes += _axis(scale, top, unit)
    return drawing(WIDTH, top + AXIS, _label(lanes, groups, unit), shapes)


def _scale(lanes: Sequence[Lane], groups: Sequence[People], left: float) -> Scale:
    values = [result.value for lane in lanes for result in lane.results[-EARLIER:]]
    values += [end for lane in lanes for end in lane.noise or ()]
    values += [
        value
        for each in groups
        for value in (each.spread.low, each.spread.high, each.spread.middle)
        if value is not None
    ]
    low, high = max(0.0, min(values)), max(values)
    # One result alone would have no width.
    room = max((high - low) * 0.08, high * 0.05, 0.5)
    return Scale(max(0.0, low - room), high + room, left)


def _lane(lane: Lane, scale: Scale, top: float) -> Iterator[Shape]:
    *before, now = lane.results
    line = top + 28
    if lane.noise is not None:
        low, high = (scale.at(end) for end in lane.noise)
        yield shape("rect", "noise", x=low, y=line - 11, width=high - low, height=22, rx=4)
    yield shape("line", "line", x1=scale.left, y1=line, x2=RIGHT, y2=line)
    if lane.side:
        yield shape("text", "side", words=side_name(lane.side), x=LEFT + 8, y=line + 4)
    for earlier in before[-EARLIER:-1]:
        yield _dot("earlier", earlier, scale, line, 3.2)
    below = _("noise") if lane.noise is not None else ""
    middle = sum(lane.noise) / 2 if lane.noise is not None else now.value
    if before:
        last = before[-1]
        yield _dot("before", last, scale, line, 5)
        below, middle = _("before, with its noise") if below else _("before"), last.value
    if below:
        yield _word("below", below, scale.at(middle), top + 54, scale.left)
    yield _dot("now", now, scale, line, 7)
    yield _word("above", _("now"), scale.at(now.value), top + 13, scale.left)


def _dot(kind: str, result: Result, scale: Scale, line: float, radius: float) -> Shape:
    place = scale.at(result.value)
    return shape("circle", kind, of=result.id, words=dot_words(result), cx=place, cy=line, r=radius)


def dot_words(result: Result) -> str:
    """Return what a dot tells a pointer."""
    value, day = value_text(result.value, result.unit), dated(result.local_time)
    return _("{value}, {day}").format(value=value, day=day)


def _group(people: People, scale: Scale, top: float) -> Iterator[Shape]:
    group = people.spread
    place = scale.left
    if group.low is not None and group.high is not None:
        low, high = scale.at(group.low), scale.at(group.high)
        yield shape("rect", "group", x=low, y=top + 6, width=high - low, height=10, rx=5)
        place = (low + high) / 2
    if group.middle is not None:
        place = scale.at(group.middle)
        yield shape("line", "middle", x1=place, y1=top + 2, x2=place, y2=top + 20)
    yield _word("below", _named(people), place, top + 35, scale.left)


def _named(people: People) -> str:
    side = {"left": _("the group, left"), "right": _("the group, right")}
    return side.get(people.side, _("the group"))


def _axis(scale: Scale, top: float, unit: str) -> Iterator[Shape]:
    yield shape("line", "axis", x1=scale.left, y1=top + 2, x2=RIGHT, y2=top + 2)
    *others, last = scale.ticks()
    for tick in (*others, last):
        place = scale.at(tick)
        yield shape("line", "axis", x1=place, y1=top + 2, x2=place, y2=top + 6)
        words = axis_text(tick, unit, last=tick == last)
        yield _word("tick", words, place, top + 20, 0.0)


def axis_text(tick: float, unit: str, *, last: bool) -> str:
    """Return the words at a tick; the last one tells the unit where it is short."""
    return f"{number(tick)} {SHORT.get(unit, unit)}".strip() if last else number(tick)


# A full word at a tick would push the others aside; the number above the line tells the unit.
SHORT = {"reps": "", "bpm": "", "steps/min": "", "mL/kg/min": ""}


def _word(kind: str, words: str, place: float, base: float, left: float) -> Shape:
    """Return words centred over a place, moved in where they would be cut."""
    half = len(words) * LETTER / 2
    x = min(max(place, left + half), WIDTH - half - 2)
    return shape("text", kind, words=words, x=x, y=base)


def _label(lanes: Sequence[Lane], groups: Sequence[People], unit: str) -> str:
    parts = [_("A number line in {unit}.").format(unit=unit_name(unit))]
    parts += [_lane_words(lane, unit) for lane in lanes]
    parts += [_group_words(group, unit) for group in groups]
    return " ".join(parts)


def _lane_words(lane: Lane, unit: str) -> str:
    *before, now = lane.results
    # Behind a colon it begins small.
    said = {
        (False, False, False): _("Now {now}."),
        (False, False, True): _("Now {now}, noise from {low} to {high}."),
        (False, True, False): _("Now {now}, before {before}."),
        (False, True, True): _("Now {now}, before {before}, noise from {low} to {high}."),
        (True, False, False): _("now {now}."),
        (True, False, True): _("now {now}, noise from {low} to {high}."),
        (True, True, False): _("now {now}, before {before}."),
        (True, True, True): _("now {now}, before {before}, noise from {low} to {high}."),
    }[bool(lane.side), bool(before), lane.noise is not None]
    low, high = lane.noise or (0.0, 0.0)
    words = said.format(
        now=value_text(now.value, unit),
        before=value_text(before[-1].value, unit) if before else "",
        low=_plain(low),
        high=_plain(high),
    )
    return headed(lane.side, words)


def _group_words(people: People, unit: str) -> str:
    group = people.spread
    ends = group.low is not None and group.high is not None
    said = {
        (True, True): _("{group} from {low} to {high} around {middle}."),
        (True, False): _("{group} from {low} to {high}."),
        (False, True): _("{group} around {middle}."),
        (False, False): "{group}.",
    }[ends, group.middle is not None]
    name = _named(people)
    return said.format(
        group=name[:1].upper() + name[1:],
        low=_plain(group.low or 0.0),
        high=_plain(group.high or 0.0),
        middle=value_text(group.middle or 0.0, unit),
    )


def _plain(value: float) -> str:
    tenth = f"{max(value, 0.0):.1f}"
    return number(float(tenth), ".0f" if tenth.endswith(".0") else ".1f")

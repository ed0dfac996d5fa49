"""Parts of a drawn mechanism, as plain data: limbs, soft outlines, arrows, bars and words.

Places are in units of the drawing; y grows downward, as in SVG.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from running_muscles.widgets.drawing import Shape, outline, shape

WIDTH = 300.0
LETTER = 7.2  # the usual width of a letter of the words, which are 13 units high
HEAD = 9.0  # the length of an arrow's point

Point = tuple[float, float]


def limb(start: Point, end: Point, at_start: float, at_end: float) -> str:
    """Return the way round a limb: two circles and the lines that touch both.

    Parameters
    ----------
    start, end : tuple of float
        Centres of the circles.
    at_start, at_end : float
        Their radii.
    """
    run = math.dist(start, end)
    if run <= abs(at_start - at_end):
        (x, y), radius = (start, at_start) if at_start > at_end else (end, at_end)
        return disc((x, y), radius)
    along = math.atan2(end[1] - start[1], end[0] - start[0])
    away = math.acos((at_start - at_end) / run)
    first, last = along + away, along - away
    far, near = int(away > math.pi / 2), int(away < math.pi / 2)
    return (
        f"M{_on(start, at_start, first)}L{_on(end, at_end, first)}"
        f"A{_n(at_end)} {_n(at_end)} 0 {far} 0 {_on(end, at_end, last)}"
        f"L{_on(start, at_start, last)}"
        f"A{_n(at_start)} {_n(at_start)} 0 {near} 0 {_on(start, at_start, first)}Z"
    )


def disc(centre: Point, radius: float) -> str:
    """Return the way round a circle, in the sense of `limb`, so that both fill as one."""
    (x, y), r = centre, _n(radius)
    return (
        f"M{_n(x - radius)} {_n(y)}A{r} {r} 0 1 0 {_n(x + radius)} {_n(y)}"
        f"A{r} {r} 0 1 0 {_n(x - radius)} {_n(y)}Z"
    )


def soft(points: Sequence[Point], *, closed: bool = True) -> str:
    """Return a smooth way through points (a Catmull-Rom spline as Bezier curves)."""
    count = len(points)
    way = f"M{_at(points[0])}"
    for place in range(count if closed else count - 1):
        before, here, there, after = (
            points[each % count] if closed else points[min(max(each, 0), count - 1)]
            for each in range(place - 1, place + 3)
        )
        leave = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        reach = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        way += f"C{_at(leave)} {_at(reach)} {_at(there)}"
    return f"{way}Z" if closed else way


def arrow(kind: str, start: Point, end: Point, width: float = 5.0) -> list[Shape]:
    """Return an arrow as one filled shape; nothing where it has no length."""
    run = math.dist(start, end)
    if run < 1:
        return []
    head = min(HEAD, run * 0.7)
    ux, uy = (end[0] - start[0]) / run, (end[1] - start[1]) / run

    def beside(along: float, across: float) -> str:
        return _at((start[0] + ux * along - uy * across, start[1] + uy * along + ux * across))

    half, wing = width / 2, width / 2 + 4
    corners = [
        beside(0, half),
        beside(run - head, half),
        beside(run - head, wing),
        _at(end),
        beside(run - head, -wing),
        beside(run - head, -half),
        beside(0, -half),
    ]
    return [outline(kind, f"M{'L'.join(corners)}Z")]


def line(kind: str, start: Point, end: Point) -> Shape:
    """Return a straight line."""
    return shape("line", kind, x1=start[0], y1=start[1], x2=end[0], y2=end[1])


def word(kind: str, words: str, x: float, y: float) -> Shape:
    """Return words; a kind that ends on ``-start`` or ``-end`` says which end stands at ``x``."""
    return shape("text", kind, words=words, x=x, y=y)


def bar(kind: str, name: str, share: float, place: Point, length: float) -> list[Shape]:
    """Return a named bar: its trough, and how much of it is full.

    Parameters
    ----------
    share : float
        From 0 to 1.
    place : tuple of float
        Where the trough begins; the name stands above it.
    length : float
        Of the whole trough.
    """
    x, y = place
    full = min(max(share, 0.0), 1.0) * length
    shapes = [
        word("word-start", name, x, y - 5),
        shape("rect", "trough", x=x, y=y, width=length, height=10, rx=5),
    ]
    if full >= 1:
        shapes.append(shape("rect", kind, x=x, y=y, width=full, height=10, rx=min(5.0, full / 2)))
    return shapes


def word_box(one: Shape) -> tuple[float, float, float, float]:
    """Return about where words stand: left, top, right and bottom."""
    x, y = one["at"]["x"], one["at"]["y"]
    wide = len(one["words"]) * LETTER
    end = one["kind"].rpartition("-")[2]
    left = {"start": x, "end": x - wide}.get(end, x - wide / 2)
    return left, y - 10, left + wide, y + 3


def _on(centre: Point, radius: float, angle: float) -> str:
    return _at((centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)))


def _at(point: Point) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def _n(value: float) -> str:
    # Without a sign before nothing.
    return f"{round(value, 1) + 0.0:g}"

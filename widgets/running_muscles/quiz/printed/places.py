"""The body map on paper: every place has a number beside the body and a line to it."""

from __future__ import annotations

import math
import re
from functools import cache

from running_muscles.quiz.regions import region_name
from running_muscles.tables import body_outlines

Point = tuple[float, float]
# In units of the drawing, whose body is 34 wide and 94 high.
_BESIDE = 15.0
_GRID = 9
_STEP = 3.6


@cache
def numbers(view: str) -> dict[str, int]:
    """Return the number of each place of a view: down the left side of the page, then the right."""
    left, right = _sides(view)
    return {region: number for number, region in enumerate([*left, *right], 1)}


@cache
def drawing(view: str) -> str:
    """Return the body with numbered places, and the list of them for people who hear the page."""
    box = _box(view)
    regions = body_outlines()[view]["regions"]
    paths = "".join(f'<path d="{outline}"/>' for outline in regions.values())
    places = "".join(
        f"<li>{number}: {place_name(region)}</li>" for region, number in numbers(view).items()
    )
    x, y, width, height = box
    wide = f"{x - _BESIDE:g} {y - 1:g} {width + 2 * _BESIDE:g} {height + 2:g}"
    return (
        f'<div class="rm-map"><svg viewBox="{wide}" role="img" aria-label="The body from the'
        f' {view}, with a number at each place"><g class="rm-body">{paths}</g>{_labels(view)}</svg>'
        f'<ol class="rm-heard">{places}</ol></div>'
    )


def place_name(region: str) -> str:
    """Return where a place is, without the muscle's name, which would often be the answer."""
    return re.sub(r" \([^)]*\)", "", region_name(region))


def _box(view: str) -> tuple[float, float, float, float]:
    x, y, width, height = map(float, body_outlines()[view]["viewBox"].split())
    return x, y, width, height


@cache
def _inside(view: str) -> dict[str, Point]:
    """Return a point well inside each region, where its line ends."""
    regions = body_outlines()[view]["regions"]
    return {region: _middle(_polygons(outline)) for region, outline in regions.items()}


@cache
def _sides(view: str) -> tuple[list[str], list[str]]:
    points = _inside(view)
    x, _, width, _ = _box(view)
    by_height = sorted(points, key=lambda region: points[region][1])
    left = [region for region in by_height if points[region][0] < x + width / 2]
    return left, [region for region in by_height if region not in left]


def _labels(view: str) -> str:
    x, y, width, height = _box(view)
    drawn = []
    for side, regions in zip((-1, 1), _sides(view), strict=True):
        heights = _spread([_inside(view)[region][1] for region in regions], y + 2, y + height - 2)
        edge = x - 6 if side < 0 else x + width + 6
        for region, at in zip(regions, heights, strict=True):
            to_x, to_y = _inside(view)[region]
            drawn.append(
                f'<path class="rm-line" d="M{edge:.2f},{at:.2f} {edge - side * 4:.2f},{at:.2f}'
                f' {to_x:.2f},{to_y:.2f}"/><circle cx="{to_x:.2f}" cy="{to_y:.2f}" r=".45"/>'
                f'<text x="{edge + side:.2f}" y="{at + 0.9:.2f}"'
                f' text-anchor="{"end" if side < 0 else "start"}">{numbers(view)[region]}</text>'
            )
    return "".join(drawn)


def _spread(wanted: list[float], first: float, last: float) -> list[float]:
    """Move heights apart, so that no two numbers touch, and keep all on the page."""
    step = min(_STEP, (last - first) / max(1, len(wanted) - 1))
    placed: list[float] = []
    for height in wanted:
        placed.append(max(height, placed[-1] + step if placed else first))
    top = last
    for n in range(len(placed) - 1, -1, -1):
        placed[n] = min(placed[n], top)
        top = placed[n] - step
    return placed


def _polygons(outline: str) -> list[list[Point]]:
    """Read the corners of each closed outline; the drawing has straight lines only."""
    found = []
    for part in outline.split("M")[1:]:
        pairs = re.findall(r"(-?[\d.]+),(-?[\d.]+)", part)
        found.append([(float(x), float(y)) for x, y in pairs])
    return found


def _middle(polygons: list[list[Point]]) -> Point:
    """Return the point of a grid inside the largest outline that is farthest from its edge."""
    corners = max(polygons, key=_area)
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    grid = [
        (min(xs) + wide * (i + 0.5) / _GRID, min(ys) + high * (j + 0.5) / _GRID)
        for i in range(_GRID)
        for j in range(_GRID)
    ]
    inside = [point for point in grid if _holds(corners, point)] or [corners[0]]
    return max(inside, key=lambda point: min(_far(point, a, b) for a, b in _edges(corners)))


def _edges(corners: list[Point]) -> list[tuple[Point, Point]]:
    return list(zip(corners, [*corners[1:], corners[0]], strict=True))


def _area(corners: list[Point]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in _edges(corners)))


def _holds(corners: list[Point], point: Point) -> bool:
    """Say whether a point is inside: a line to the right crosses the outline an odd time."""
    x, y = point
    crossed = 0
    for (ax, ay), (bx, by) in _edges(corners):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossed += 1
    return crossed % 2 == 1


def _far(point: Point, a: Point, b: Point) -> float:
    """Return how far a point is from a line between two others."""
    (px, py), (ax, ay), (bx, by) = point, a, b
    length = (bx - ax) ** 2 + (by - ay) ** 2
    along = 0.0 if not length else ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length
    along = min(1.0, max(0.0, along))
    return math.hypot(px - ax - along * (bx - ax), py - ay - along * (by - ay))

"""Lines of a still picture: smooth ways, muscles with a belly, skins over balls."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

Flat = tuple[float, float]
Ball = tuple[float, float, float]

TENDON = 0.34
CORNERS = 14
PARTS = 5


def smooth(points: list[Flat]) -> list[Flat]:
    """Put points between, on a Catmull-Rom line with half the usual tension."""
    found: list[Flat] = []
    for at in range(len(points) - 1):
        a, b = points[max(at - 1, 0)], points[at]
        c, d = points[at + 1], points[min(at + 2, len(points) - 1)]
        found += [_between(a, b, c, d, part / PARTS) for part in range(PARTS)]
    return [*found, points[-1]]


def _between(a: Flat, b: Flat, c: Flat, d: Flat, t: float) -> Flat:
    def one(p: float, q: float, r: float, s: float) -> float:
        start, end = (r - p) / 4, (s - q) / 4
        return q + t * (
            start + t * (3 * (r - q) - 2 * start - end + t * (2 * (q - r) + start + end))
        )

    return one(a[0], b[0], c[0], d[0]), one(a[1], b[1], c[1], d[1])


def ribbon(line: list[Flat], width: float) -> list[Flat]:
    """Give the outline of a muscle: thick in the middle, thin at both ends."""
    gone = [0.0]
    for before, here in pairwise(line):
        gone.append(gone[-1] + math.dist(before, here))
    left, right = [], []
    for at, (x, y) in enumerate(line):
        (ax, ay), (bx, by) = line[max(at - 1, 0)], line[min(at + 1, len(line) - 1)]
        far = math.hypot(bx - ax, by - ay) or 1
        share = min(max(gone[at] / (gone[-1] or 1), 0.02), 0.98)
        half = width * (TENDON + (1 - TENDON) * math.sin(math.pi * share) ** 0.85)
        left.append((x - (by - ay) / far * half, y + (bx - ax) / far * half))
        right.append((x + (by - ay) / far * half, y - (bx - ax) / far * half))
    return [*left, *reversed(right)]


def rims(balls: Iterable[Ball]) -> list[Flat]:
    """Give points on the rims of balls."""
    turns = [2 * math.pi * at / CORNERS for at in range(CORNERS)]
    return [
        (x + math.cos(turn) * radius, y + math.sin(turn) * radius)
        for x, y, radius in balls
        for turn in turns
    ]


def hull(points: list[Flat]) -> list[Flat]:
    """Give the convex outline of points (Andrew's monotone chain)."""

    def half(row: Iterable[Flat]) -> list[Flat]:
        kept: list[Flat] = []
        for x, y in row:
            while len(kept) > 1:
                (ax, ay), (bx, by) = kept[-2:]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                kept.pop()
            kept.append((x, y))
        return kept[:-1]

    ordered = sorted(points)
    return half(ordered) + half(reversed(ordered))


def closed(points: Iterable[Flat]) -> str:
    """Return points as a closed SVG path."""
    return "M" + "L".join(f"{point[0]:.0f} {point[1]:.0f}" for point in points) + "z"

"""Where the bones of the running leg lie, and how its muscles run over them.

Everything is in the frame of the pelvis, in millimetres: x forward, y up, z to the right. The
right leg alone; the left one is its mirror image, half a stride later.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from running_muscles import tables
from running_muscles.movement.stride import SAMPLES, STEP_PERCENT, between, speeds

POSITION_PER_MM = 10

Point = tuple[float, float, float]


@dataclass(frozen=True)
class Place:
    """Where a bone lies: its origin and its turn, a unit quaternion."""

    origin: Point
    turn: tuple[float, float, float, float]

    def put(self, point: Sequence[float]) -> Point:
        """Take a point of the bone into the frame of the pelvis."""
        w, x, y, z = self.turn
        px, py, pz = point
        # Twice the cross product with the vector part, as in Rodrigues' formula.
        tx, ty, tz = 2 * (y * pz - z * py), 2 * (z * px - x * pz), 2 * (x * py - y * px)
        return (
            self.origin[0] + px + w * tx + y * tz - z * ty,
            self.origin[1] + py + w * ty + z * tx - x * tz,
            self.origin[2] + pz + w * tz + x * ty - y * tx,
        )


HOME = Place((0, 0, 0), (1, 0, 0, 0))


def _neighbours(speed: float, percent: float) -> list[tuple[int, float]]:
    """Give the rows of the samples around a moment, each with its weight."""
    place = (percent % 100) / STEP_PERCENT
    before, share = int(place), place % 1
    below, faster = between(speed)
    return [
        ((below + more) * SAMPLES + (before + later) % SAMPLES, weight * part)
        for more, weight in ((0, 1 - faster), (1, faster))
        for later, part in ((0, 1 - share), (1, share))
        if weight * part > 0
    ]


def _mix(rows: Sequence[Sequence[float]], around: list[tuple[int, float]]) -> list[float]:
    width = len(rows[around[0][0]])
    return [sum(rows[row][at] * weight for row, weight in around) for at in range(width)]


def places(speed: float, percent: float) -> dict[str, Place]:
    """Give where each bone lies at a moment of the stride."""
    around = _neighbours(speed, percent)
    found = {"pelvis": HOME}
    for body, rows in tables.stride_body()["poses"].items():
        x, y, z, *turn = _mix(rows, around)
        size = math.hypot(*turn)
        w, i, j, k = (part / size for part in turn)
        origin = (x / POSITION_PER_MM, y / POSITION_PER_MM, z / POSITION_PER_MM)
        found[body] = Place(origin, (w, i, j, k))
    return found


def way(path: str, speed: float, percent: float) -> list[Point]:
    """Give the points through which a muscle runs at a moment of the stride."""
    around, bones = _neighbours(speed, percent), places(speed, percent)
    points: list[Point] = []
    for slot in tables.stride_body()["paths"][path]:
        if "on" in slot:
            points.append(bones[slot["on"]].put(slot["at"]))
        else:
            row = _mix(slot["round"], around)
            points += [(row[at], row[at + 1], row[at + 2]) for at in range(0, len(row), 3)]
    return points


@cache
def pelvis_rows() -> tuple[tuple[float, float], ...]:
    """Give tilt and height of the pelvis at every sample, the speeds one after the other."""
    rows = {(row.speed_mps, row.percent): row for row in tables.stride_angles()}
    ordered = [rows[speed, at * STEP_PERCENT] for speed in speeds() for at in range(SAMPLES)]
    return tuple((row.pelvis_tilt_deg, row.pelvis_height_mm) for row in ordered)


def pelvis(speed: float, percent: float) -> tuple[float, float]:
    """Give the pelvis's forward tilt (degrees) and its height about its mean (millimetres).

    The height holds what brings the drawn foot to the ground (``lift`` in ``stride_body.json``).
    """
    around = _neighbours(speed, percent)
    tilt, height = _mix(pelvis_rows(), around)
    lift = sum(drawing()["lift"][row] * weight for row, weight in around)
    return tilt, height + lift


def drawing() -> dict[str, Any]:
    """Give the bones' triangles, poses and outlines, with their notice."""
    return tables.stride_body()

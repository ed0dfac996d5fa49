"""How far the drawing must move up or down so that the foot stands on the ground.

In the mean of many runners the foot of our generic leg stands within a centimetre of one level from
soon after the landing to the push-off, and hovers a few centimetres above it at the touch. The
drawing lets it come down, but for the last bit: a whole shift would flatten the runner's bounce.
Lengths do not change by that.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

import numpy as np
from leg import POSITION_PER_MM, Sample

# The level of the foot in the middle of the contact, below the pelvis's mean height.
GROUND_MM = -920
# The foot is drawn on the ground in the contact, and let go within these percents before and after.
BEFORE, CONTACT, AFTER = 12, 34, 8
MOST_MM = 22


def lifts(samples: list[Sample], foot: dict[str, Any], poses: list[list[int]]) -> list[int]:
    """Give the shift of the whole runner at each sample, in millimetres; both legs count."""
    points = np.array(foot["points"]).reshape(-1, 3)
    levels = [_lowest(sample, points, pose) for sample, pose in zip(samples, poses, strict=True)]
    found: list[int] = []
    for _, rows in groupby(zip(samples, levels, strict=True), key=lambda row: row[0].speed):
        found += _of_a_speed([(sample.percent, level) for sample, level in rows])
    return found


def _of_a_speed(levels: list[tuple[int, float]]) -> list[int]:
    own = np.array(
        [
            _held(percent) * np.clip(GROUND_MM - level, -MOST_MM, MOST_MM)
            for percent, level in levels
        ]
    )
    other = np.roll(own, len(own) // 2)
    return np.rint(own + other).astype(int).tolist()


def _held(percent: int) -> float:
    """Say how much the ground holds the foot: wholly in the contact, else less and less."""
    away = min(max(percent - CONTACT, 0) / AFTER, (100 - percent) / BEFORE, 1)
    return float((1 + np.cos(np.pi * away)) / 2)


def _lowest(sample: Sample, points: np.ndarray, pose: list[int]) -> float:
    w, x, y, z = np.array(pose[3:]) / np.linalg.norm(pose[3:])
    axis = np.array([x, y, z])
    turned = points + 2 * np.cross(axis, np.cross(axis, points) + w * points)
    placed = turned + np.array(pose[:3]) / POSITION_PER_MM
    tilt = np.radians(sample.tilt)
    return float(np.min(placed[:, 1] * np.cos(tilt) - placed[:, 0] * np.sin(tilt)) + sample.height)

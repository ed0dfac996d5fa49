"""From joint angles to where each part of the body is: forward kinematics, many poses at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from running_muscles.movement.skeleton import INDEX, POINTS, SEGMENTS

Floats = NDArray[np.float64]
Frames = dict[str, tuple[Floats, Floats]]


def rotation(axis: int, degrees: Floats) -> Floats:
    """Return rotations about one axis, shape (poses, 3, 3)."""
    angle = np.radians(degrees)
    cosine, sine = np.cos(angle), np.sin(angle)
    first, second = (axis + 1) % 3, (axis + 2) % 3
    turned = np.zeros((len(angle), 3, 3))
    turned[:, axis, axis] = 1
    turned[:, first, first] = turned[:, second, second] = cosine
    turned[:, first, second] = -sine
    turned[:, second, first] = sine
    return turned


def frames(poses: Floats) -> Frames:
    """Return origin and axes of each segment in the room.

    Parameters
    ----------
    poses : ndarray
        Shape (poses, angles): metres and degrees, in the order of `skeleton.DOFS`.

    Returns
    -------
    dict
        Segment to origins, shape (poses, 3), and axes, shape (poses, 3, 3).
    """
    found: Frames = {}
    for segment in SEGMENTS:
        if segment.parent:
            origin, axes = found[segment.parent]
            origin = origin + axes @ np.array(segment.offset)
        else:
            origin, axes = poses[:, :3], np.broadcast_to(np.eye(3), (len(poses), 3, 3))
        for axis, angle, sign in segment.turns:
            axes = axes @ rotation(axis, sign * poses[:, INDEX[angle]])
        found[segment.name] = origin, axes
    return found


def point(found: Frames, name: str) -> Floats:
    """Return where a point of the skin is, shape (poses, 3), in metres."""
    segment, place = POINTS[name]
    return at(found, segment, place)


def at(found: Frames, segment: str, place: tuple[float, float, float]) -> Floats:
    """Return where a place in a segment's axes is, shape (poses, 3), in metres."""
    origin, axes = found[segment]
    return np.asarray(origin + axes @ np.array(place))

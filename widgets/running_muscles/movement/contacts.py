"""Is the person really on the floor? Checks of solved poses."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from running_muscles.movement.kinematics import Floats, at, frames, point
from running_muscles.movement.skeleton import BALLS
from running_muscles.movement.solve import Contact, Together

CONTACT_OFF = 0.01
THROUGH_FLOOR = 0.01


def contacts_off(pose: Floats, contacts: Sequence[Contact | Together]) -> dict[str, float]:
    """Return the contact points of a pose that are off by more than 1 cm, and by how many metres.

    Parameters
    ----------
    pose : ndarray
        Shape (angles,).
    """
    found = frames(pose[None])
    off: dict[str, float] = {}
    for contact in contacts:
        here = point(found, contact.name)[0]
        if isinstance(contact, Together):
            away = abs(float(np.linalg.norm(here - point(found, contact.other)[0])) - contact.gap)
        else:
            wanted = (contact.x, contact.y, contact.z)
            gaps = [here[axis] - value for axis, value in enumerate(wanted) if value is not None]
            away = float(np.linalg.norm(gaps))
        if away > CONTACT_OFF:
            off[contact.name] = round(away, 4)
    return off


def through_floor(pose: Floats, floor: float = 0.0) -> dict[str, float]:
    """Return the parts of a pose that are more than 1 cm below the floor, and by how much."""
    found = frames(pose[None])
    below: dict[str, float] = {}
    for segment, place, radius in BALLS:
        depth = floor - (float(at(found, segment, place)[0, 1]) - radius)
        if depth > THROUGH_FLOOR:
            below[segment] = max(below.get(segment, 0.0), round(depth, 4))
    return below

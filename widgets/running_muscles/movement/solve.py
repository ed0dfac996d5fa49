"""Bring a roughly posed person onto the floor and the props: inverse kinematics.

A pose is written down by eye; its contacts are exact. The solver changes the angles as little as
it can until every contact point lies where it should, nothing goes through the floor and no joint
bends further than it can (Levenberg and Marquardt's damped least squares).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from running_muscles.movement.kinematics import Floats, Frames, at, frames, point
from running_muscles.movement.skeleton import BALLS, DOFS, LIMITS, PLACE

# One millimetre off a contact weighs as much as many degrees off the wish.
PER_METRE = 1000.0
# Moving the whole person costs next to nothing; turning the trunk costs more than a limb.
COSTS = {"pelvis": 0.06, "lumbar": 0.12, "thoracic": 0.12, "neck": 0.12, "clavicle": 0.1}
LIMB_COST = 0.04
BEYOND_LIMIT = 4.0
STEP_DEGREES = 0.01
ROUNDS = 60
GOOD_ENOUGH = 1e-7


@dataclass(frozen=True)
class Contact:
    """A point of the skin and where it has to be; what is None is free.

    Attributes
    ----------
    name : str
        A point of `skeleton.POINTS`.
    x, y, z : float or None
        Place in the room, in metres.
    """

    name: str
    x: float | None = None
    y: float | None = 0.0
    z: float | None = None


@dataclass(frozen=True)
class Together:
    """Two points of the skin that touch each other, such as both hands on one weight."""

    name: str
    other: str
    gap: float = 0.0


def solved(
    wish: Floats,
    contacts: Sequence[Contact | Together],
    start: Floats | None = None,
    firm: Mapping[str, float] | None = None,
    floor: float | None = 0.0,
) -> Floats:
    """Return the pose nearest to a wish that has all its contacts.

    Parameters
    ----------
    wish : ndarray
        Shape (angles,), in metres and degrees.
    start : ndarray, optional
        Where to begin, such as the pose before.
    firm : mapping, optional
        Angle to how many times dearer than usual it is to leave the wish.
    floor : float or None
        Height below which nothing may go; None where the person lies on something else.
    """
    costs = _costs(firm or {})
    pose = (wish if start is None else start).copy()
    damping = 1e-2
    value = _residuals(pose[None], wish, costs, contacts, floor)[0]
    steps = np.where(np.arange(len(DOFS)) < len(PLACE), STEP_DEGREES / 100, STEP_DEGREES)
    for _ in range(ROUNDS):
        moved = pose[None] + np.diag(steps)
        slope = (_residuals(moved, wish, costs, contacts, floor) - value).T / steps
        normal = slope.T @ slope
        downhill = -slope.T @ value
        before = value @ value
        for _ in range(12):
            step = np.linalg.solve(normal + damping * np.diag(np.diag(normal) + 1e-9), downhill)
            step[len(PLACE) :] = np.clip(step[len(PLACE) :], -25, 25)
            trial = _residuals((pose + step)[None], wish, costs, contacts, floor)[0]
            if trial @ trial < before:
                break
            damping *= 5
        else:
            break
        pose, value, damping = pose + step, trial, max(damping / 4, 1e-7)
        if before - value @ value < GOOD_ENOUGH * max(before, 1):
            break
    return np.asarray(pose)


def _costs(firm: Mapping[str, float]) -> Floats:
    costs = []
    for name in DOFS:
        part = name.split("_")[0]
        cost = 1.0 if name in PLACE else COSTS.get(part, LIMB_COST)
        costs.append(cost * firm.get(name, 1.0))
    return np.array(costs)


def _residuals(
    poses: Floats,
    wish: Floats,
    costs: Floats,
    contacts: Sequence[Contact | Together],
    floor: float | None,
) -> Floats:
    found = frames(poses)
    parts = [(poses - wish) * costs]
    parts += [_off(found, each) * PER_METRE for each in contacts]
    if floor is not None:
        heights = np.stack([at(found, name, place)[:, 1] - r for name, place, r in BALLS], axis=1)
        parts.append(np.minimum(heights - floor + 0.002, 0) * PER_METRE / 2)
    beyond = np.maximum(_LOW - poses, 0) + np.maximum(poses - _HIGH, 0)
    parts.append(beyond[:, _LIMITED] * BEYOND_LIMIT)
    return np.concatenate(parts, axis=1)


def _off(found: Frames, contact: Contact | Together) -> Floats:
    here = point(found, contact.name)
    if isinstance(contact, Together):
        apart = here - point(found, contact.other)
        if contact.gap == 0:
            return apart
        return np.asarray(np.linalg.norm(apart, axis=1, keepdims=True) - contact.gap)
    wanted = ((axis, value) for axis, value in enumerate((contact.x, contact.y, contact.z)))
    columns = [here[:, axis] - value for axis, value in wanted if value is not None]
    return np.stack(columns, axis=1) if columns else np.zeros((len(here), 0))


def _bound(which: int, otherwise: float) -> Floats:
    return np.array([LIMITS.get(name[:-2], (otherwise, otherwise))[which] for name in DOFS])


_LOW = _bound(0, -np.inf)
_HIGH = _bound(1, np.inf)
_LIMITED = np.isfinite(_LOW)

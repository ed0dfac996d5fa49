"""Solve every movement of `data/make/poses` and write `data/poses.json`: make poses."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from make.poses.say import Key, Movement, Touch
from running_muscles.movement.kinematics import frames, point
from running_muscles.movement.skeleton import DOFS, described
from running_muscles.movement.solve import Contact, Together, solved
from running_muscles.movement.zones import zones
from running_muscles.tables import exercises

DATA = Path(__file__).parents[1]
BOOKS = ("core", "hips", "squats", "lower", "upper", "running", "form", "strength", "tests")
# Frames between two keys: as many as keep a foot in its place, and no more.
ON_MAT = [
    *("crown", "sacrum", "chest", "back"),
    *(
        f"{name}_{side}"
        for name in ("toe", "heel", "kneecap", "elbow", "shoulder")
        for side in "rl"
    ),
]
NOTHING: dict[str, list[str]] = {"main": [], "helper": []}
SECONDS_A_FRAME, MOST = 0.16, 6


def movements() -> dict[str, Movement]:
    """Return all movements as they are written down."""
    found: dict[str, Movement] = {}
    for book in BOOKS:
        found |= import_module(f"make.poses.{book}").MOVEMENTS
    return found


def array(pose: dict[str, float]) -> Any:
    """Return a pose as the solver takes it."""
    return np.array([pose[name] for name in DOFS])


def solve_key(key: Key, before: list[Contact], start: Any = None) -> tuple[Any, list[Any]]:
    """Return the solved pose and its contacts, with their places."""
    planted = {contact.name: contact for contact in before}
    wanted: list[Contact | Together] = []
    for touch in key.touches:
        if isinstance(touch, Together):
            wanted.append(touch)
            continue
        contact = _named(touch)
        old = planted.get(contact.name)
        free = contact.x is None and contact.z is None
        if old is not None and free and contact.name not in key.slides and contact.y == old.y:
            contact = old
        wanted.append(contact)
    pose = solved(array(key.pose), wanted, start, key.firm, key.floor)
    return pose, _pinned(pose, wanted)


def _named(touch: Touch) -> Contact:
    return Contact(touch) if isinstance(touch, str) else touch  # type: ignore[return-value]


def _pinned(pose: Any, contacts: list[Any]) -> list[Any]:
    """Return contacts with every free place filled in from the solved pose."""
    found = frames(pose[None])
    pinned: list[Any] = []
    for contact in contacts:
        if isinstance(contact, Together):
            pinned.append(contact)
            continue
        here = point(found, contact.name)[0]
        wanted = (contact.x, contact.y, contact.z)
        place = (float(here[axis]) if each is None else each for axis, each in enumerate(wanted))
        pinned.append(Contact(contact.name, *place))
    return pinned


def between(first: Any, second: Any, touches: tuple[Any, Any], share: float, floor: Any) -> Any:
    """Return the pose part of the way, with the contacts that both ends have."""
    after = {each.name: each for each in touches[1]}
    kept: list[Any] = []
    for each in touches[0]:
        other = after.get(each.name)
        if isinstance(each, Together) and each == other:
            kept.append(each)
        elif isinstance(each, Contact) and isinstance(other, Contact):
            ends = zip((each.x, each.y, each.z), (other.x, other.y, other.z), strict=True)
            kept.append(Contact(each.name, *(a + (b - a) * share for a, b in ends)))  # type: ignore[operator]
    wish = first + (second - first) * share
    return solved(wish, kept, floor=floor)


def solve(name: str, movement: Movement) -> dict[str, Any]:
    """Return a movement with every angle and contact worked out."""
    lit = (movement.like or name) in exercises()
    keys: list[tuple[Key, Any, list[Any]]] = []
    before: list[Contact] = []
    for key in movement.keys:
        pose, contacts = solve_key(key, before)
        before = [each for each in contacts if isinstance(each, Contact)]
        keys.append((key, pose, contacts))
    poses, times, places = [keys[0][1]], [0.0], [0]
    for (_, first, touches), (key, second, others) in pairwise(keys):
        steps = min(MOST, max(1, round(key.seconds / SECONDS_A_FRAME)))
        for step in range(1, steps):
            share = step / steps
            poses.append(between(first, second, (touches, others), share, key.floor))
            times.append(times[places[-1]] + key.seconds * share)
        poses.append(second)
        times.append(times[places[-1]] + key.seconds)
        places.append(len(poses) - 1)
    out: dict[str, Any] = {
        "zones": zones(exercises()[movement.like or name]) if lit else NOTHING,
        "view": list(movement.view),
        "loop": movement.loop,
        "rest": movement.rest,
        "working": movement.working,
        "props": [_laid(prop, poses) for prop in movement.props],
        "times": [round(each, 2) for each in times],
        "keys": places,
        "still": list(movement.still or ((0, len(keys) - 1) if len(keys) > 1 else (0,))),
        "frames": [_rounded(pose) for pose in poses],
        "contacts": [_plain(contacts) for _, _, contacts in keys],
    }
    for option in ("mirrored", "bare", "fists", "near", "inset", "name", "marks"):
        if getattr(movement, option):
            out[option] = getattr(movement, option)
    if movement.behind is not None:
        out["behind"] = movement.behind
    if movement.fault:
        key, words, *view = movement.fault
        pose, contacts = solve_key(key, [])
        out["fault"] = {"frame": _rounded(pose), "words": words, "contacts": _plain(contacts)}
        if view:
            out["fault"]["view"] = list(view[0])
    return out


def _laid(prop: dict[str, Any], poses: list[Any]) -> dict[str, Any]:
    """Return a prop; a mat lies under the whole movement."""
    if prop["kind"] != "mat":
        return prop
    found = frames(np.array(poses))
    places = np.concatenate([point(found, name) for name in ON_MAT])
    low, high = places.min(axis=0), places.max(axis=0)
    middle, size = (low + high) / 2, high - low
    laid = [max(round(float(size[axis]) + 0.24, 2), 0.6) for axis in (0, 2)]
    at = [round(float(middle[0]), 2), 0, round(float(middle[2]), 2)]
    return {"kind": "mat", "at": at, "size": [laid[0], 0.012, laid[1]]}


def _rounded(pose: Any) -> list[float]:
    places = [4, 4, 4]
    digits = places + [1] * (len(pose) - len(places))
    values = [round(float(value), few) for value, few in zip(pose, digits, strict=True)]
    return [int(value) if value == int(value) else value for value in values]


def _plain(contacts: list[Any]) -> list[list[Any]]:
    return [
        [each.name, each.other, each.gap]
        if isinstance(each, Together)
        else [each.name, *(round(value, 4) for value in (each.x, each.y, each.z))]
        for each in contacts
    ]


def text(made: dict[str, Any]) -> str:
    """Return the file's text: one line a frame, so that a change can be read."""
    lines = []
    for name, movement in made.items():
        parts = []
        for key, value in movement.items():
            if key in ("frames", "contacts"):
                rows = ",\n".join(f"    {_line(row)}" for row in value)
                parts.append(f'   "{key}": [\n{rows}\n   ]')
            else:
                parts.append(f'   "{key}": {_line(value)}')
        lines.append(f'  "{name}": {{\n' + ",\n".join(parts) + "\n  }")
    skeleton = ",\n".join(f'  "{key}": {_line(value)}' for key, value in described().items())
    body = ",\n".join(lines)
    return f'{{\n "skeleton": {{\n{skeleton}\n }},\n "movements": {{\n{body}\n }}\n}}\n'


def _line(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def main(only: list[str]) -> None:
    """Solve all movements, or those named, and write the file."""
    file = DATA / "poses.json"
    old = json.loads(file.read_text(encoding="utf-8"))["movements"] if file.is_file() else {}
    made = {
        name: old[name] if only and name not in only and name in old else solve(name, movement)
        for name, movement in movements().items()
    }
    file.write_text(text(made), encoding="utf-8")


if __name__ == "__main__":
    sys.path.insert(0, str(DATA))
    main(sys.argv[1:])

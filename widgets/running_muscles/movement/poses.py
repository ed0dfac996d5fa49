"""The poses of every movement, as `data/poses.json` has them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from running_muscles.tables import data_path


@cache
def _file() -> dict[str, Any]:
    read: dict[str, Any] = json.loads((data_path() / "poses.json").read_text(encoding="utf-8"))
    return read


def skeleton() -> dict[str, Any]:
    """Return the segments, angles and points that the poses speak of."""
    described: dict[str, Any] = _file()["skeleton"]
    return described


def movements() -> dict[str, dict[str, Any]]:
    """Return all movements by the id of their exercise or protocol."""
    found: dict[str, dict[str, Any]] = _file()["movements"]
    return found


def movement(name: str) -> dict[str, Any]:
    """Return one movement.

    Raises
    ------
    ValueError
        If there is no such movement; the message names those that there are.
    """
    if name not in movements():
        raise ValueError(f'There is no movement "{name}". There are: {", ".join(movements())}.')
    return movements()[name]

"""How long a question was on the learner's screen: kept as data, changes no points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KEY = "seconds"
# A page that was left open over night says nothing about the question.
LONGEST = 6 * 3600.0


def seconds(entry: Any) -> float | None:
    """Return the seconds that an entry of ``responses.json`` tells; None where it tells none.

    The entry comes from a learner's machine: what is no number, negative or absurd is no time.
    """
    found = entry.get(KEY) if isinstance(entry, Mapping) else None
    if isinstance(found, bool) or not isinstance(found, int | float):
        return None
    return round(float(found), 1) if 0 < found <= LONGEST else None

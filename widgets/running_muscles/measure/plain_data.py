"""Whether loose values from a file or a browser can be kept as they are."""

from __future__ import annotations

import json
from typing import Any

DEEPEST = 16
LONGEST = 50_000


def problem_with_text(text: str) -> str:
    """Say what keeps a text from being stored; empty when nothing does."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "holds half a character"
    return "holds a character that stands for nothing (NUL)" if "\0" in text else ""


def problem_with_data(value: Any) -> str:
    """Say what keeps plain data (JSON) from being stored; empty when nothing does."""
    if _deeper_than(value, DEEPEST):
        return f"is nested deeper than {DEEPEST} levels"
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True)
    except (TypeError, ValueError):
        return "holds something that is neither text, a finite number, a list nor a table"
    return problem_with_text(text) or (
        f"is longer than {LONGEST} characters" if len(text) > LONGEST else ""
    )


def _deeper_than(value: Any, levels: int) -> bool:
    here = [value]
    for _ in range(levels + 1):
        here = [
            inner
            for each in here
            if isinstance(each, dict | list | tuple)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not here:
            return False
    return True

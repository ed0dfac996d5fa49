"""Whether loose values from a file or a browser can be kept as they are."""

from __future__ import annotations

import json
from typing import Any

from running_muscles.translation.spoken import _
from running_muscles.translation.written import number

DEEPEST = 16
LONGEST = 50_000


def problem_with_text(text: str) -> str:
    """Say what keeps a text from being stored; empty when nothing does."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _("holds half a character")
    return _("holds a character that stands for nothing (NUL)") if "\0" in text else ""


def problem_with_data(value: Any) -> str:
    """Say what keeps plain data (JSON) from being stored; empty when nothing does."""
    if _deeper_than(value, DEEPEST):
        return _("is nested deeper than {n} levels").format(n=DEEPEST)
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True)
    except (TypeError, ValueError):
        return _("holds something that is neither text, a finite number, a list nor a table")
    problem = problem_with_text(text)
    if not problem and len(text) > LONGEST:
        problem = _("is longer than {most} characters").format(most=number(LONGEST, "d"))
    return problem


def _deeper_than(value: Any, levels: int) -> bool:
    here = [value]
    for __ in range(levels + 1):
        here = [
            inner
            for each in here
            if isinstance(each, dict | list | tuple)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
        if not here:
            return False
    return True

"""Text of strangers, made fit to be stored and to stand in a sentence of ours."""

from __future__ import annotations

import re
from typing import Any

# Control characters but for line ends and tabs, halves of characters, and characters that turn
# the direction of text, which can make one answer look like another.
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """Return text that can be stored and shown: no control characters, no half characters."""
    return _UNSHOWN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def shown(value: Any, limit: int = 40) -> str:
    """Return a learner's value for use inside one of our sentences: short, one line."""
    text = " ".join(clean(str(value)).split())
    return text if len(text) <= limit else text[:limit] + "..."

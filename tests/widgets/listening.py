"""The browser's side of a panel, for tests without a browser."""

from __future__ import annotations

from typing import Any


def listen(panel: Any) -> Any:
    """Gather in `panel.answers` what the panel sends to the browser."""
    panel.answers = []
    panel.front.send = lambda content, buffers=None: panel.answers.append(content)
    return panel


def arrive(panel: Any, kind: str, body: Any, *, name: str = "x", rev: int = 1) -> dict[str, Any]:
    """Deliver a message as the comm does and return the answer."""
    panel.front._handle_custom_msg({"id": name, "rev": rev, "kind": kind, "body": body}, [])
    return panel.answers[-1]

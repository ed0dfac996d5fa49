"""What of a repository reaches a Binder image, as `.binder/.dockerignore` says it."""

from __future__ import annotations

from collections.abc import Iterable


def let_in(rules: str, names: Iterable[str]) -> list[str]:
    """Return which files the rules let in: all is out but what is named."""
    first, *rest = [line for line in rules.splitlines() if line and not line.startswith("#")]
    assert first == "*"
    assert all(line.startswith("!") and "*" not in line for line in rest)
    wanted = [line[1:] for line in rest]
    return [name for name in names if any(f"{name}/".startswith(f"{w}/") for w in wanted)]

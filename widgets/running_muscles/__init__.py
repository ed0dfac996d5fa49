"""Running Muscles: what a lesson imports. Everything loads when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

# Public name -> the module that has it.
_DOORS = {
    "Checkpoint": "widgets.checkpoint",
    "PlankHold": "widgets.hold",
    "Quiz": "widgets.quiz",
    "SidePlank": "widgets.hold",
    "TimerWarmUp": "widgets.hold",
}

__all__ = [*_DOORS]


def __getattr__(name: str) -> Any:
    if name not in _DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_DOORS[name]}"), name)


def __dir__() -> list[str]:
    return sorted(_DOORS)

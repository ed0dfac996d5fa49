"""Running Muscles: what a lesson imports. Everything loads when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

# Public name -> the module that has it.
_DOORS = {
    "Cadence": "widgets.tap",
    "Checkpoint": "widgets.checkpoint",
    "ClaimCheck": "widgets.cards",
    "Cooper": "widgets.calculate",
    "CourseMap": "widgets.coursemap",
    "CourseRecord": "widgets.coursemap",
    "Exercises": "widgets.cards",
    "Glossary": "widgets.sources",
    "MuscleMap": "widgets.musclemap",
    "Plan": "widgets.plan",
    "HamstringBridgeCount": "widgets.count",
    "HeelRaiseCount": "widgets.count",
    "JumpInPlace": "widgets.observe",
    "Log": "widgets.log",
    "ModifiedThomas": "widgets.observe",
    "OneMileJog": "widgets.calculate",
    "PaperGrip": "widgets.observe",
    "PlankHold": "widgets.hold",
    "RestingPulse": "widgets.tap",
    "Rockport": "widgets.calculate",
    "ResultsFile": "widgets.results_file",
    "Screening": "widgets.screening",
    "Profile": "widgets.profile",
    "PulseRecovery": "widgets.tap",
    "PullDrills": "widgets.runner",
    "PushUpCount": "widgets.count",
    "Quiz": "widgets.quiz",
    "References": "widgets.sources",
    "SidePlank": "widgets.hold",
    "SingleLegBridgeHold": "widgets.hold",
    "SingleLegSquatCount": "widgets.count",
    "SingleLegSquatQuality": "widgets.observe",
    "StanceEyesClosed": "widgets.hold",
    "StanceEyesOpen": "widgets.hold",
    "TimerWarmUp": "widgets.hold",
    "WarmUpRunner": "widgets.runner",
    "figures": "widgets.figures",
}

__all__ = list(_DOORS)


def __getattr__(name: str) -> Any:
    if name not in _DOORS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = import_module(f"{__name__}.{_DOORS[name]}")
    # A door may lead to a whole module, as `figures` does.
    return module if module.__name__.endswith(f".{name}") else getattr(module, name)


def __dir__() -> list[str]:
    return sorted(_DOORS)

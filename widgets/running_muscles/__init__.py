"""Running Muscles: what a lesson imports. Everything loads when it is first used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

# Public name -> the module that has it.
_DOORS = {
    "Cadence": "widgets.tests.tap",
    "Check": "widgets.lesson.steps",
    "Checkpoint": "widgets.lesson.checkpoint",
    "ClaimCheck": "widgets.lesson.claims",
    "Compare": "widgets.body.compare",
    "Cooper": "widgets.tests.calculate",
    "CourseMap": "widgets.own.coursemap",
    "CourseRecord": "widgets.own.coursemap",
    "Exercises": "widgets.lesson.cards",
    "Glossary": "widgets.lesson.sources",
    "Mechanism": "widgets.mechanism.widget",
    "MovementFigure": "widgets.body.figure",
    "MuscleMap": "widgets.body.musclemap",
    "Plan": "widgets.plan.builder",
    "HamstringBridgeCount": "widgets.tests.count",
    "HeelRaiseCount": "widgets.tests.count",
    "JumpInPlace": "widgets.tests.observe",
    "Language": "widgets.own.language",
    "Log": "widgets.own.log",
    "ModifiedThomas": "widgets.tests.observe",
    "OneMileJog": "widgets.tests.calculate",
    "PaperGrip": "widgets.tests.observe",
    "PlankHold": "widgets.tests.hold",
    "RestingPulse": "widgets.tests.tap",
    "Rockport": "widgets.tests.calculate",
    "Review": "widgets.lesson.review",
    "ResultsFile": "widgets.own.results_file",
    "RunningLeg": "widgets.body.leg",
    "Screening": "widgets.tests.screening",
    "Profile": "widgets.own.profile",
    "PulseRecovery": "widgets.tests.tap",
    "Practice": "widgets.lesson.practice",
    "PoseFallPull": "widgets.body.compare",
    "Predict": "widgets.lesson.steps",
    "PullDrills": "widgets.tests.runner",
    "PushUpCount": "widgets.tests.count",
    "Quiz": "widgets.questions.quiz",
    "References": "widgets.lesson.sources",
    "Session": "widgets.plan.session",
    "SidePlank": "widgets.tests.hold",
    "SingleLegBridgeHold": "widgets.tests.hold",
    "SingleLegSquatCount": "widgets.tests.count",
    "SingleLegSquatQuality": "widgets.tests.observe",
    "StanceEyesClosed": "widgets.tests.hold",
    "StanceEyesOpen": "widgets.tests.hold",
    "TimerWarmUp": "widgets.tests.hold",
    "WarmUpRunner": "widgets.tests.runner",
    "figures": "widgets.figures",
    "language": "widgets.speaking",
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

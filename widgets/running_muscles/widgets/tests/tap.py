"""Tests in which the learner taps along: a pulse, or the steps of a run."""

from __future__ import annotations

from typing import Any, ClassVar

from running_muscles.widgets.tests.assessment import SelfAssessment


class Tap(SelfAssessment):
    """A rate in beats or steps a minute, tapped along or typed in."""

    script = "tap"


class RestingPulse(Tap):
    """Resting pulse over 30 seconds. Protocol and sources: `data/protocols.csv`."""

    test = "resting_hr"
    options: ClassVar[dict[str, Any]] = {"easy": True}


class PulseRecovery(Tap):
    """How far the pulse falls in the first minute after effort."""

    test = "hr_recovery_1min"


class Cadence(Tap):
    """Steps a minute, in four counts of 30 seconds."""

    test = "cadence"

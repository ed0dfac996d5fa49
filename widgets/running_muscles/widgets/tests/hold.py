"""Tests in which a position is held: the value is a time in seconds."""

from __future__ import annotations

from typing import Any, ClassVar

from running_muscles.translation.spoken import N_
from running_muscles.widgets.tests.assessment import SelfAssessment

CHOSE = ("chose", N_("I chose to stop"))
CEILING = ("ceiling", N_("I reached the time limit"))
BREATH = ("breath", N_("I noticed that I held my breath"))
PAIN = ("pain", N_("Pain, or I felt unwell"))


class Hold(SelfAssessment):
    """A hold against the clock, measured in the browser from event stamps."""

    script = "hold"


class PlankHold(Hold):
    """Front plank on the forearms. Protocol and sources: `data/protocols.csv`."""

    test = "front_plank"
    reasons: ClassVar[tuple[tuple[str, str], ...]] = (
        CHOSE,
        ("hips", N_("Form broke: my hips sagged or rose")),
        ("knee", N_("Form broke: a knee touched the floor")),
        BREATH,
        PAIN,
    )


class SidePlank(Hold):
    """Side plank, left and right."""

    test = "side_plank"
    reasons: ClassVar[tuple[tuple[str, str], ...]] = (
        CHOSE,
        ("hips", N_("Form broke: my hips dropped or turned")),
        ("shoulder", N_("My shoulder or arm gave out first")),
        BREATH,
        PAIN,
    )


class SingleLegBridgeHold(Hold):
    """Bridge on one leg, left and right."""

    test = "single_leg_bridge_hold"
    reasons: ClassVar[tuple[tuple[str, str], ...]] = (
        CHOSE,
        ("hips", N_("Form broke: my hips dropped or tilted")),
        ("cramp", N_("A cramp")),
        BREATH,
        PAIN,
    )


class StanceEyesOpen(Hold):
    """Stand on one leg with open eyes, left and right, for 45 seconds at most."""

    test = "single_leg_stance_eyes_open"
    reasons: ClassVar[tuple[tuple[str, str], ...]] = (
        ("foot", N_("My lifted foot touched down, or my standing foot moved")),
        ("arms", N_("My arms came away from my chest")),
        CEILING,
        CHOSE,
        PAIN,
    )


class StanceEyesClosed(Hold):
    """Stand on one leg with closed eyes, left and right, for 45 seconds at most."""

    test = "single_leg_stance_eyes_closed"
    reasons: ClassVar[tuple[tuple[str, str], ...]] = (
        ("eyes", N_("I opened my eyes")),
        *StanceEyesOpen.reasons,
    )


class TimerWarmUp(Hold):
    """A trial run of the timer: stop as near to ten seconds as you can, the clock hidden."""

    test = "reaction_warm_up"
    options: ClassVar[dict[str, Any]] = {"blind": True, "practice": True, "target_s": 10}

"""Tests in which repetitions are counted."""

from __future__ import annotations

from typing import Any, ClassVar

from running_muscles.translation.spoken import N_
from running_muscles.widgets.tests.assessment import SelfAssessment
from running_muscles.widgets.tests.hold import BREATH, CHOSE, PAIN

FORM = ("form", N_("Form broke"))


class Count(SelfAssessment):
    """A count of repetitions, one tap each; the learner may correct it before it is saved."""

    script = "count"


class PushUpCount(Count):
    """Push-ups from the toes or the knees. Protocol and sources: `data/protocols.csv`."""

    test = "push_up"
    reasons: ClassVar[tuple[tuple[str, str], ...]] = (CHOSE, FORM, BREATH, PAIN)


class SingleLegSquatCount(Count):
    """Stand up from a chair on one leg, left and right."""

    test = "single_leg_squat_count"
    reasons: ClassVar[tuple[tuple[str, str], ...]] = (
        CHOSE,
        FORM,
        ("help", N_("I needed my hands, a swing or the other foot")),
        PAIN,
    )


class HamstringBridgeCount(Count):
    """Bridge with one heel on a box or chair, left and right."""

    test = "single_leg_hamstring_bridge"
    reasons: ClassVar[tuple[tuple[str, str], ...]] = (CHOSE, FORM, ("cramp", N_("A cramp")), PAIN)


class HeelRaiseCount(Count):
    """Rise on the toes of one foot, left and right, to a metronome."""

    test = "single_leg_heel_raise"
    # 60 beats a minute, up on one and down on the next; the protocol ends at the second miss.
    options: ClassVar[dict[str, Any]] = {
        "beat": {"beats_per_minute": 60, "beats_per_rep": 2, "missed_in_a_row": 2}
    }
    reasons: ClassVar[tuple[tuple[str, str], ...]] = (
        CHOSE,
        FORM,
        ("beat", N_("I missed the beat two times in a row")),
        PAIN,
    )

"""Tests in which the learner looks and describes: no norm, no score."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from running_muscles.widgets import recording
from running_muscles.widgets.panel import Keep
from running_muscles.widgets.tests.assessment import SelfAssessment
from running_muscles.widgets.tests.criteria import CRITERIA, kept_words, shown


class Observe(SelfAssessment):
    """What was seen, in words; the value only counts what was looked at, and is not shown."""

    script = "observe"

    def _options(self) -> dict[str, Any]:
        return {"easy": True, "criteria": [shown(each) for each in CRITERIA[self.test]]}

    def _keepers(self) -> dict[str, Keep]:
        return {**super()._keepers(), "result": self._keep_seen}

    def _keep_seen(self, body: Mapping[str, Any], rev: int) -> None:
        recording.keep_result(self._store, kept_words(self.test, body), rev)


class SingleLegSquatQuality(Observe):
    """Five things to see in a squat on one leg, left and right; the words are our own."""

    test = "single_leg_squat_quality"


class ModifiedThomas(Observe):
    """How the thigh rests over the end of a table, left and right."""

    test = "modified_thomas"


class PaperGrip(Observe):
    """Whether the big toe holds a card against a gentle pull, left and right."""

    test = "paper_grip"


class JumpInPlace(Observe):
    """What touches the floor first, and how the knees bend, in small jumps.

    No way to land is named good or bad: nothing links a jump on the spot to running
    (`data/claims.csv`, form-jump).
    """

    test = "jump_in_place"

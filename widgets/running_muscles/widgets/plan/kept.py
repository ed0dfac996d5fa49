"""The plan as the results file keeps it: what was wished for, and where the results stood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from running_muscles.measure import screening
from running_muscles.plan.ladders import Learner, allowed
from running_muscles.plan.parts import Plan
from running_muscles.plan.standing import Standing
from running_muscles.plan.weeks import closed_plan, make_plan
from running_muscles.plan.wishes import Wishes
from running_muscles.tables import Exercise

SETTING = "plan"


def plan_of(kept: Mapping[str, Any], outcome: str | None = None) -> Plan:
    """Make the plan of kept wishes, as far as the outcome of the health questions allows.

    Raises
    ------
    ValueError, KeyError, TypeError
        If what is kept no longer fits the rules.
    """
    wishes = Wishes.from_mapping(kept["wishes"])
    if outcome == "":  # a yes that nobody has cleared yet
        return closed_plan(wishes)
    found = [Standing.from_mapping(each) for each in kept["standings"]]
    return make_plan(wishes, found, age=kept.get("age"), gentle=outcome == screening.GENTLE)


def allowed_of(kept: Mapping[str, Any], outcome: str | None = None) -> tuple[Exercise, ...]:
    """Return the exercises that the learner of a kept plan may do."""
    learner = Learner(kept.get("age"), outcome == screening.GENTLE)
    return allowed(Wishes.from_mapping(kept["wishes"]), learner)

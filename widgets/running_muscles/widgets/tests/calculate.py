"""Tests whose numbers go into a published equation; the result is an estimate."""

from __future__ import annotations

from typing import Any

from running_muscles.measure.equations import UNIT, equation
from running_muscles.tables import references
from running_muscles.translation.content import inside
from running_muscles.widgets.tests.assessment import SelfAssessment


class Calculate(SelfAssessment):
    """An estimate of oxygen uptake, with the equation's people and its error."""

    script = "calculate"

    def _options(self) -> dict[str, Any]:
        one = equation(self.test)
        source = references()[one.source_key]
        return {
            "constant": one.constant,
            "factors": dict(one.factors),
            "ages": None if one.ages is None else list(one.ages),
            "shortest": [one.shortest[0], one.shortest[1]] if one.shortest else None,
            "highestPulse": one.highest_pulse,
            "population": inside(one.population),
            "n": one.n,
            "error": one.error,
            "unit": UNIT,
            "source": {"text": source.short, "url": source.url},
        }


class Cooper(Calculate):
    """Distance run in twelve minutes; the result is the distance, the estimate a detail."""

    test = "cooper_12min"


class Rockport(Calculate):
    """A mile, walked as fast as possible."""

    test = "rockport_mile"


class OneMileJog(Calculate):
    """A mile, jogged at an easy pace."""

    test = "one_mile_jog"

"""A result is kept as its test keeps it, or not at all."""

from __future__ import annotations

import pytest

from running_muscles.measure.fit import UNITS, fitted
from running_muscles.measure.result import Result, ResultError
from running_muscles.tables import protocols

AT = "2026-01-01T10:00:00Z"


@pytest.mark.parametrize(
    ("test", "value", "unit", "kept"),
    [
        ("front_plank", 38.2, "s", 38.2),
        ("front_plank", 1.5, "min", 90.0),
        ("front_plank", 38.2, " Seconds ", 38.2),
        ("front_plank", 38200, "ms", 38.2),
        ("cooper_12min", 2.4, "km", 2400.0),
        ("cooper_12min", 1.5, "mile", 2414.016),
        ("push_up", 12, "repetitions", 12),
        ("resting_hr", 55, "BPM", 55),
        ("rockport_mile", 40.5, "ml/kg/min", 40.5),
    ],
)
def test_a_known_unit_is_converted(test, value, unit, kept):
    result = fitted(Result("a", test, value, unit, AT))
    assert (result.value, result.unit) == (kept, protocols()[test].unit)


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        (Result("a", "front_plank", 38, "kg", AT), "unit: front_plank is kept in s, not in 'kg'."),
        (Result("a", "push_up", 3, "min", AT), "unit: push_up is kept in reps"),
        (Result("a", "hopping", 3, "s", AT), "test: 'hopping' is not a test of this course"),
        (Result("a", "front_plank", 3, "s", AT, "left"), "side: front_plank has no left and right"),
        (Result("a", "side_plank", 3, "s", AT), "side: side_plank is kept as left or right."),
        (
            Result("a", "single_leg_stance_eyes_open", 1, "min", AT, "left"),
            "value: single_leg_stance_eyes_open ends at 45 s, and this is 60.",
        ),
    ],
)
def test_what_does_not_fit_is_said(result, sentence):
    with pytest.raises(ResultError) as caught:
        fitted(result)
    assert sentence in str(caught.value)


def test_the_units_are_those_of_the_protocols():
    assert set(UNITS) <= {protocol.unit for protocol in protocols().values()}

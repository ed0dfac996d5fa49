"""Values as a person reads them."""

from __future__ import annotations

import pytest

from running_muscles.widgets.history import value_text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1, "reps", "1 repetition"),
        (1.0, "reps", "1 repetition"),
        (0, "reps", "0 repetitions"),
        (2, "reps", "2 repetitions"),
        (1, "bpm", "1 beat a minute"),
        (1, "steps/min", "1 step a minute"),
        (1, "m", "1 m"),
        (18.75, "s", "18.8 s"),
        (59.96, "s", "1:00.0"),
        (41.34, "mL/kg/min", "41.3 mL/kg/min"),
    ],
)
def test_a_value_has_its_unit_in_the_right_number(value, unit, text):
    assert value_text(value, unit) == text

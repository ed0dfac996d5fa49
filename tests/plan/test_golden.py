"""The printed plans are as they were read."""

from __future__ import annotations

import pytest

from plan.golden import FOLDER, plans, printed

PLANS = dict(plans())


@pytest.mark.parametrize("name", PLANS)
def test_a_printed_plan_is_as_it_was_read(name):
    read = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert printed(PLANS[name]) == read, "Read the plan, then: make goldens"


def test_no_printed_plan_is_left_over():
    assert {path.stem for path in FOLDER.iterdir()} == set(PLANS)

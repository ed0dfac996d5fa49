"""Made-up learners: any mix of wishes, results and ages that a form can hold."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from running_muscles import tables
from running_muscles.measure.muscle_groups import STRENGTH_GROUPS
from running_muscles.plan.standing import OwnResult, Standing, level_of, lines_of
from running_muscles.plan.wishes import Wishes, choices, equipment, limits

MONDAY = date(2026, 11, 23)
EVERYTHING = equipment()
PAINS = choices("pain")
STOPS = choices("stop")


def _some(draw: st.DrawFn, known: tuple[str, ...], most: int) -> tuple[str, ...]:
    return tuple(draw(st.lists(st.sampled_from(known), max_size=most, unique=True)))


@st.composite
def wishes(draw: st.DrawFn, *, stops: bool = False) -> Wishes:
    return Wishes(
        start=draw(st.dates(date(2026, 1, 1), date(2030, 12, 31))),
        weeks=draw(st.integers(*limits("weeks"))),
        minutes=draw(st.integers(*limits("minutes"))),
        runs=tuple(draw(st.lists(st.sampled_from(["", "easy", "hard"]), min_size=7, max_size=7))),
        goals=_some(draw, choices("goal"), 3),
        equipment=_some(draw, EVERYTHING, len(EVERYTHING)),
        pain=_some(draw, STOPS, 1) + _some(draw, PAINS, 2) if stops else _some(draw, PAINS, 3),
        in_a_row=draw(st.booleans()),
        conditions=_some(draw, choices("condition"), 2),
    )


@st.composite
def standings(draw: st.DrawFn) -> tuple[Standing, ...]:
    found = []
    for group in draw(st.lists(st.sampled_from(STRENGTH_GROUPS), unique=True)):
        known = [
            row for row in tables.protocols().values() if row.group == group and lines_of(row.test)
        ]
        tests = tuple(_tested(draw, row) for row in known if draw(st.booleans()))
        found.append(Standing(group, tests, tested=bool(tests)))
    return tuple(found)


def _tested(draw: st.DrawFn, row: tables.Protocol) -> OwnResult:
    lines = lines_of(row.test)
    value = float(draw(st.integers(0, 240)))
    level = level_of(value, lines)
    weaker = draw(st.sampled_from(("", *row.sides)))
    why = f"{row.name} is low." if weaker or level == 1 else ""
    return OwnResult(row.test, value, level, weaker, value / (lines[0].value or 1), why)


ages = st.none() | st.integers(10, 100)

"""Ten printed plans, read by eye as a physiotherapist would; `make goldens` renews them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from running_muscles import tables
from running_muscles.measure.about import About
from running_muscles.measure.profile import profile
from running_muscles.measure.result import Result
from running_muscles.plan.parts import Plan
from running_muscles.plan.standing import standings
from running_muscles.plan.weeks import make_plan
from running_muscles.plan.wishes import Wishes, equipment
from running_muscles.plan.words import (
    day_parts,
    dose_line,
    focus_lines,
    warm_up_text,
    week_sum,
    week_title,
)

FOLDER = Path(__file__).parent / "golden"
MONDAY = date(2026, 11, 23)
HOME = ("chair", "mat", "step", "wall")
TWO_EASY = ("", "easy", "", "", "easy", "", "")
HARD_TWICE = ("easy", "", "hard", "", "easy", "", "hard")


def results(**values: float) -> list[Result]:
    """Results by test and side, such as ``push_up=12`` or ``side_plank__left=30``."""
    found = []
    for name, value in values.items():
        test, _, side = name.partition("__")
        unit = tables.protocols()[test].unit
        at = "2026-11-20T10:00:00+00:00"
        found.append(Result(name, test, float(value), unit, at, side))
    return found


def _plan(wishes: Wishes, about: About, **values: float) -> Plan:
    """Make a plan on the way that a learner's results take."""
    return make_plan(wishes, standings(profile(results(**values), about)), age=about.age)


STRONG = {
    "front_plank": 131,
    "side_plank__left": 70,
    "side_plank__right": 75,
    "single_leg_bridge_hold__left": 60,
    "single_leg_bridge_hold__right": 62,
    "single_leg_hamstring_bridge__left": 25,
    "single_leg_hamstring_bridge__right": 26,
    "single_leg_heel_raise__left": 22,
    "single_leg_heel_raise__right": 12,
    "single_leg_squat_count__left": 15,
    "single_leg_squat_count__right": 16,
    "single_leg_stance_eyes_open__left": 45,
    "single_leg_stance_eyes_open__right": 45,
    "push_up": 30,
}


def plans() -> Iterator[tuple[str, Plan]]:
    """Yield each golden plan with its name."""
    woman = About(62, "F")
    older = Wishes(MONDAY, weeks=8, minutes=60, runs=TWO_EASY, equipment=HOME)
    yield "62-beginner", _plan(older, woman)
    yield (
        "62-with-results",
        _plan(
            older,
            woman,
            front_plank=38,
            side_plank__left=18,
            side_plank__right=27,
            push_up=6,
            single_leg_heel_raise__left=14,
            single_leg_heel_raise__right=13,
            single_leg_stance_eyes_open__left=9,
            single_leg_stance_eyes_open__right=21,
        ),
    )
    young = About(25, "M")
    yield (
        "25-knee-pain",
        _plan(Wishes(MONDAY, minutes=60, runs=HARD_TWICE, equipment=HOME, pain=("knee",)), young),
    )
    yield (
        "chest-pain",
        _plan(Wishes(MONDAY, minutes=60, runs=HARD_TWICE, equipment=HOME, pain=("chest",)), young),
    )
    yield (
        "experienced-12-weeks",
        _plan(
            Wishes(
                MONDAY,
                weeks=12,
                minutes=90,
                runs=HARD_TWICE,
                goals=("faster", "economy"),
                equipment=equipment(),
            ),
            About(35, "M"),
            **STRONG,
        ),
    )
    yield (
        "300-minutes",
        _plan(Wishes(MONDAY, minutes=300, runs=HARD_TWICE, equipment=HOME), About(40, "F")),
    )
    yield (
        "pregnant",
        _plan(
            Wishes(
                MONDAY,
                minutes=60,
                runs=TWO_EASY,
                equipment=(*HOME, "band"),
                conditions=("pregnancy",),
            ),
            About(31, "F"),
        ),
    )
    yield (
        "no-equipment",
        _plan(Wishes(MONDAY, minutes=60, runs=TWO_EASY, goals=("return",)), About(38, "M")),
    )
    yield (
        "15-minutes-twice-a-week",
        _plan(
            Wishes(MONDAY, minutes=30, runs=TWO_EASY, goals=("longer",), equipment=HOME), About(45)
        ),
    )
    yield (
        "sore-achilles",
        _plan(
            Wishes(MONDAY, minutes=60, runs=HARD_TWICE, equipment=HOME, pain=("calf",)),
            About(48, "M"),
            single_leg_squat_count__left=8,
            single_leg_squat_count__right=8,
        ),
    )


def printed(plan: Plan) -> str:
    """Print a plan as plain text: why, what, and what was left out."""
    lines = [f"{note.title}. {note.text}" for note in plan.notes if note.kind != "advice"]
    lines += [
        f"What comes first: {names}. {focus.why} {focus.rule}".rstrip()
        for names, focus in focus_lines(plan)
    ]
    if plan.weeks:
        lines += ["", warm_up_text()]
    for week in plan.weeks:
        lines += ["", f"{week_title(week)}: {week_sum(week)}", f"{week.rule} {week.new}".rstrip()]
        for day in week.days:
            lines.append(f"  {day.name}: {' · '.join(day_parts(day))}")
            if day.session is not None:
                lines += [f"    {dose_line(dose)}" for dose in day.session.doses]
    return "\n".join(lines).strip() + "\n"


def renew() -> None:
    """Write every golden plan anew, to be read again."""
    FOLDER.mkdir(exist_ok=True)
    for name, plan in plans():
        (FOLDER / f"{name}.txt").write_text(printed(plan), encoding="utf-8")


if __name__ == "__main__":
    renew()
    sys.stdout.write(f"Written: {FOLDER.name}. Please read what has changed: git diff.\n")

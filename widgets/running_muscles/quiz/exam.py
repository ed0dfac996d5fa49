"""An exam over several lessons: slots of the lessons' banks, put together by a plan.

``exams/<name>.toml`` in the folder of a class says which slots, and with how many points the exam
is passed and why. The questions stay in the banks: a key that is mended there counts here.
"""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from running_muscles.quiz.bank import BankError, Problem
from running_muscles.quiz.questions import Bank

FOLDER = "exams"
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST_NAME = 40
NO_CUT = (
    "An exam needs a cut score that your academy has set, and the reason for it, such as"
    ' --cut 60 --why "Set by four instructors on 3 May, each slot judged by itself." None is made'
    " up here."
)


@dataclass(frozen=True, slots=True)
class Cut:
    """With how much of the points an exam is passed.

    Attributes
    ----------
    percent
        Of the exam's points, more than 0 and at most 100.
    why
        The academy's own reason, in words.
    """

    percent: float
    why: str

    def points(self, most: float) -> float:
        """Return the cut score in points, rounded to two decimals."""
        return round(most * self.percent / 100, 2)

    def is_reached(self, points: float, most: float) -> bool:
        """Say whether points reach the cut score."""
        return round(points, 2) >= self.points(most)


@dataclass(frozen=True, slots=True)
class Plan:
    """One exam. `slots` holds quiz and slot of each question, in the order of the exam."""

    name: str
    title: str
    cut: Cut
    slots: tuple[tuple[str, str], ...]


def path_of(assessments: Path, name: str) -> Path:
    """Return where the plan of an exam is, whether it is there or not."""
    return assessments / FOLDER / f"{name}.toml"


def names(assessments: Path) -> list[str]:
    """Return the exams of a class."""
    there = sorted(path.stem for path in (assessments / FOLDER).glob("*.toml"))
    return [name for name in there if is_there(assessments, name)]


def is_there(assessments: Path, name: str) -> bool:
    """Say whether a class has an exam of this name; quizzes begin with digits, exams do not."""
    return bool(NAME.fullmatch(name)) and path_of(assessments, name).exists()


def planned(name: str, title: str, cut: Cut, slots: Sequence[tuple[str, str]]) -> Plan:
    """Return the plan of an exam from these slots.

    Raises
    ------
    ValueError
        When the name cannot be one, there is no cut score, or nothing is asked.
    """
    if not NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        raise ValueError(
            f"{name!r} cannot name an exam. Use lower-case letters, digits and single hyphens,"
            f" beginning with a letter, at most {LONGEST_NAME}: such as final."
        )
    if not cut.why.strip() or not (math.isfinite(cut.percent) and 0 < cut.percent <= 100):
        raise ValueError(NO_CUT)
    if not slots:
        raise ValueError("There is no bank to draw an exam from.")
    return Plan(name, title, cut, tuple(slots))


def text(plan: Plan) -> str:
    """Return a plan as it is kept."""
    # What JSON makes of a string is a TOML string, too.
    quoted = [json.dumps(one, ensure_ascii=False) for one in (plan.title, plan.cut.why)]
    rows = "".join(f'  ["{quiz}", "{slot}"],\n' for quiz, slot in plan.slots)
    return (
        "# An exam, drawn by the rule in blueprint.md. After a change: running-muscles quiz build\n"
        f"title = {quoted[0]}\n"
        f"cut = {plan.cut.percent:g}  # percent of the points\n"
        f"why = {quoted[1]}\n"
        f"slots = [\n{rows}]\n"
    )


def read(assessments: Path, name: str) -> Plan | None:
    """Read the plan of an exam; None when there is none of that name.

    Raises
    ------
    BankError
        When it says something else than a plan.
    """
    path = path_of(assessments, name)
    if not is_there(assessments, name):
        return None
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise _wrong(path, f"It cannot be read ({error}). Mend it.") from error
    cut, why, title = data.get("cut"), data.get("why"), data.get("title")
    if not isinstance(cut, int | float) or isinstance(cut, bool) or not 0 < cut <= 100:
        raise _wrong(path, f"`cut` is {cut!r}. Write a percentage from 1 to 100.")
    if not isinstance(why, str) or not why.strip():
        raise _wrong(path, "`why` is missing: say who has set the cut score, and how.")
    if not isinstance(title, str) or not title.strip():
        raise _wrong(path, "`title` is missing. Write what the exam is called.")
    return Plan(name, title, Cut(float(cut), why), _slots(path, data.get("slots")))


def _slots(path: Path, raw: Any) -> tuple[tuple[str, str], ...]:
    rows = raw if isinstance(raw, list) else []
    for row in rows:
        if not (isinstance(row, list) and len(row) == 2 and all(isinstance(x, str) for x in row)):
            raise _wrong(path, f'`slots` has {row!r}. Write ["quiz", "slot"].')
    slots = tuple((quiz, slot) for quiz, slot in rows)
    if not slots or len(set(slots)) < len(slots):
        raise _wrong(path, "`slots` is empty, or names one twice. List each slot once.")
    return slots


def composed(assessments: Path, plan: Plan, load: Callable[[str], Bank]) -> Bank:
    """Return the bank of an exam: its slots, and the questions that may fill them.

    Parameters
    ----------
    load
        Gives the bank of a quiz.

    Raises
    ------
    BankError
        When a slot of the plan is in no bank any more.
    """
    path = path_of(assessments, plan.name)
    banks = {quiz: load(quiz) for quiz in dict.fromkeys(quiz for quiz, _ in plan.slots)}
    slots, questions = [], []
    for quiz, name in plan.slots:
        found = [slot for slot in banks[quiz].slots if slot.id == name]
        if not found:
            raise _wrong(
                path, f"The bank of {quiz} has no slot {name!r} any more. Put it back there."
            )
        own = f"{quiz}-{name}"
        slots.append(replace(found[0], id=own))
        questions += [replace(one, slot=own) for one in banks[quiz].filling(name)]
    return Bank(plan.name, plan.title, "", tuple(slots), tuple(questions), path)


def _wrong(path: Path, sentence: str) -> BankError:
    return BankError([Problem(path, 1, "", sentence)])

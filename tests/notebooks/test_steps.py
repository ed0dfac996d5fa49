"""The questions inside a lesson: enough of them, each shown once, each about an objective."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from running_muscles import tables
from running_muscles.quiz.bank import load
from running_muscles.quiz.questions import Single

ROOT = Path(__file__).parents[2]
STEPS = ROOT / "course/steps"
CALL = re.compile(r'^rm\.(Predict|Check)\("([\w-]+)", "([\w-]+)"\)$')
LEAST = 5

lessons = pytest.mark.parametrize("lesson", sorted(tables.lessons()))


def asked(lesson: str) -> list[tuple[str, str, str]]:
    """Return the calls of a lesson that ask a question of its steps: kind, lesson, question."""
    cells = json.loads((ROOT / f"course/{lesson}.ipynb").read_text(encoding="utf-8"))["cells"]
    found = (CALL.match("".join(cell["source"])) for cell in cells if cell["cell_type"] == "code")
    return [call.groups() for call in found if call]


@lessons
def test_a_lesson_asks_at_least_five_times_and_guesses_come_too(lesson):
    kinds = Counter(kind for kind, *_ in asked(lesson))
    assert kinds.total() >= LEAST
    assert kinds["Predict"] >= 2


@lessons
def test_every_question_of_the_file_is_asked_once_and_no_other(lesson):
    bank = load(STEPS / f"{lesson}.yaml")
    assert {where for _, where, _ in asked(lesson)} == {lesson}
    assert sorted(name for *_, name in asked(lesson)) == sorted(one.id for one in bank.questions)
    assert all(isinstance(one, Single) for one in bank.questions)


@lessons
def test_every_objective_meets_a_question(lesson):
    wanted = {key for key, row in tables.objectives().items() if row.lesson == lesson}
    assert {one.objective for one in load(STEPS / f"{lesson}.yaml").questions} == wanted


def test_no_two_lessons_share_a_name():
    names = [one.id for path in STEPS.glob("*.yaml") for one in load(path).questions]
    assert len(names) == len(set(names))

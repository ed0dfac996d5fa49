"""No question holds the answer of another slot of its quiz."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.made_up import bank, single, slot
from running_muscles.quiz import leaks
from running_muscles.quiz.build import bank_files, load_all

ROOT = Path(__file__).parents[2]
RIGHT = "The calf lifts the heel late"
WRONG = ["The shin lifts the toes early", "The thigh turns the knee inwards"]
SLOTS = (slot("a"), slot("b"))


def told(stem: str, other: str = "b", right: str = RIGHT) -> list[str]:
    asked = single("asked", right, WRONG, slot="a")
    leaking = single("leaking", "A bone", ["A vein", "A nerve"], stem=stem, slot=other)
    return [str(problem) for problem in leaks.problems([bank(asked, leaking, slots=SLOTS)])]


@pytest.mark.parametrize(
    "stem",
    [
        "The calf lifts the heel late. What is the heel?",
        "In a run **the calf** lifts\nthe heel late, and then? ",
        "You know that THE CALF LIFTS THE HEEL LATE; what follows?",
    ],
)
def test_a_stem_that_holds_the_right_answer_of_another_slot(stem: str) -> None:
    (found,) = told(stem)
    assert found.startswith("90-sample.yaml:7: leaking: This holds the right answer of 'asked'")
    assert RIGHT in found


def test_what_gives_nothing_away() -> None:
    assert told("The calf lifts the heel late. What is it?", other="a") == []  # never both asked
    assert told("The calf lifts the heel later than that. Why?") == []
    assert told("The shin lifts the toes early. Why?") == []  # not the right one
    assert told("The calf lifts. Why?", right="The calf lifts") == []  # too short to avoid


def test_an_option_that_holds_it_is_told_and_a_reason_is_not() -> None:
    asked = single("asked", RIGHT, WRONG, slot="a")
    other = single("other", "A bone", [f"{RIGHT}, as a rule", "A nerve"], slot="b")
    (problem,) = leaks.problems([bank(asked, other, slots=SLOTS)])
    assert problem.question == "other"
    options = [replace(option, text=f"no. {n}") for n, option in enumerate(other.options)]
    options[0] = replace(options[0], reason=RIGHT)
    quiet = replace(other, options=tuple(options))
    assert leaks.problems([bank(asked, quiet, slots=SLOTS)]) == []


def test_other_quizzes_do_not_matter() -> None:
    one = bank(single("asked", RIGHT, WRONG, slot="a"), slots=SLOTS)
    two = bank(single("q", "A", ["B"], stem=RIGHT, slot="b"), quiz="91-other", slots=SLOTS)
    assert leaks.problems([one, two]) == []


def test_the_real_banks_do_not_leak() -> None:
    assert leaks.problems(load_all(bank_files(ROOT / "assessments"))) == []

"""Numbers that differ from student to student: the same on both sides, and never absurd."""

from pathlib import Path

import pytest

from running_muscles.quiz import bank, public, variants
from running_muscles.quiz.draw import seed
from running_muscles.quiz.questions import Numeric
from running_muscles.quiz.scoring import RIGHT, score

SAMPLE = bank.load(Path(__file__).parent / "banks" / "90-sample.yaml")
STEPS = SAMPLE.question("give-steps")
assert isinstance(STEPS, Numeric)


def test_a_range_has_both_ends_and_no_noise() -> None:
    made = variants.parameter("x", {"from": 0.1, "to": 0.5, "step": 0.1})
    assert made.values == (0.1, 0.2, 0.3, 0.4, 0.5)
    assert STEPS.family
    assert STEPS.family.parameters[0].values == tuple(range(160, 182, 2))


@pytest.mark.parametrize(
    "raw",
    [
        {"from": 1, "to": 1, "step": 1},
        {"from": 0, "to": float("inf"), "step": 1},
        {"from": 0, "to": 1e9, "step": 1},
        {"values": [2, 2]},
        {"values": [1, float("nan")]},
    ],
)
def test_a_parameter_that_is_none_is_refused(raw: dict[str, float]) -> None:
    with pytest.raises(variants.ExpressionError):
        variants.parameter("x", raw)


@pytest.mark.parametrize(
    ("expression", "value"), [("x * 2 + 1", 7), ("round(x / 7, 2)", 0.43), ("sqrt(x + 1)", 2)]
)
def test_arithmetic_is_worked_out(expression: str, value: float) -> None:
    assert variants.work_out(expression, {"x": 3.0}) == value


@pytest.mark.parametrize(
    "expression",
    [
        "x.real",
        "().__class__",
        "__import__('os')",
        "y",
        "x / 0",
        "'a' * 3",
        "9 ** 9 ** 9",
        "x >",
        "",
    ],
)
def test_nothing_else_is(expression: str) -> None:
    with pytest.raises(variants.ExpressionError):
        variants.work_out(expression, {"x": 3.0})


def test_student_and_grader_have_the_same_numbers() -> None:
    quiz = public.document(SAMPLE, "open")
    entry = next(one for one in quiz["questions"] if one["id"] == "give-steps")
    loaded = public.PublicQuiz(
        "90-sample", "", "", "open",
        ({"id": "length", "points": 2, "questions": ["give-steps"]},), {"give-steps": entry},
    )  # fmt: skip
    stems = set()
    for number in range(40):
        who = f"s{number}"
        shown = loaded.asked(who)["length"]["stem"]
        marked = variants.as_asked(STEPS, seed("open", "90-sample", who, "give-steps"))
        assert marked.stem == shown
        assert "{" not in shown
        stems.add(shown)
    assert len(stems) > 15


def test_each_member_has_its_own_answer_mistake_and_reason() -> None:
    made = variants.member(STEPS, {"cadence": 170.0, "minutes": 20.0})
    assert (made.value, made.mistakes[0].value) == (3400, 1700)
    assert made.reason == "SECRET-steps-reason: 170 times 20 is 3400."
    assert score(made, {"number": 3400, "unit": "steps"}).verdict == RIGHT
    assert score(made, {"number": 1700, "unit": "steps"}).parts[0].reason.endswith("reason 3400")


def test_all_members_are_tried() -> None:
    assert len(list(variants.members(STEPS))) == 33

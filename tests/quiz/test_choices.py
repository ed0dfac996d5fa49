"""Kinds of answers: every answer belongs to kinds that the question has, and right is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from running_muscles.quiz import bank
from running_muscles.quiz.choices import ANSWER, OTHER, choices, chosen
from running_muscles.quiz.variants import as_asked

SAMPLE = bank.load(Path(__file__).parent / "banks" / "90-sample.yaml")
GRADED = sorted((Path(__file__).parents[2] / "assessments" / "bank").glob("*.yaml"))


def question(kind: str):
    return next(one for one in SAMPLE.questions if one.type == kind)


def ids(kind: str) -> list[str]:
    return [choice.id for choice in choices(question(kind))]


@pytest.mark.parametrize("path", GRADED, ids=lambda path: path.stem)
def test_every_question_has_kinds_with_different_ids_and_one_that_is_right(path):
    for one in bank.load(path).questions:
        kinds = choices(one)
        assert len({kind.id for kind in kinds}) == len(kinds), one.id
        assert any(kind.correct for kind in kinds) == (one.type != "text"), one.id
        assert "{" not in "".join(kind.text + kind.reason for kind in kinds), one.id


def test_options_are_what_was_ticked():
    single, multiple = question("single"), question("multiple")
    assert chosen(single, "grass") == {"grass"}
    assert chosen(multiple, ["two", "three"]) == {"two", "three"}
    assert chosen(single, None) == chosen(multiple, []) == frozenset()


def test_an_order_is_the_neighbours_that_are_the_wrong_way_round():
    order = question("order")
    first, second, *rest = [item.id for item in order.items]
    assert chosen(order, [first, second, *rest]) == {ANSWER}
    assert chosen(order, [second, first, *rest]) == {f"{second}-before-{first}"}
    backwards = chosen(order, [*reversed(rest), second, first])
    assert backwards == set(ids("order")) - {ANSWER}


def test_a_number_is_right_a_known_mistake_or_another_number():
    own = next(
        one for path in GRADED for one in bank.load(path).questions
        if one.type == "numeric" and one.family and one.mistakes
    )  # fmt: skip
    asked = as_asked(own, "any seed")
    unit = asked.unit

    def kind(number: float) -> frozenset[str]:
        return chosen(asked, {"number": number, "unit": unit})

    assert kind(asked.value) == {ANSWER}
    assert kind(asked.mistakes[0].value) == {"mistake-1"}
    assert kind(asked.value + 1e6) == {OTHER}
    assert {"mistake-1", ANSWER, OTHER} <= {choice.id for choice in choices(own)}


def test_both_sides_of_the_body_with_one_reason_are_one_kind():
    core = bank.load(next(path for path in GRADED if path.stem == "03-core"))
    upright = core.question("core-upright")
    left, right = (f"gluteus-maximus-{side}" for side in ("left", "right"))
    assert chosen(upright, left) == chosen(upright, right)
    assert chosen(upright, "biceps-left") == {OTHER}
    assert chosen(upright, "lower-back-erectors-right") <= {
        choice.id for choice in choices(upright) if choice.correct
    }

"""One table of limits: a card and the test of the same move can never disagree."""

from __future__ import annotations

import pytest

from running_muscles import tables
from running_muscles.measure.limits import care, leave_out, leave_out_sentence, limited, limits_of

MOVES = {row.movement for row in tables.movement_limits()}


@pytest.mark.parametrize("name", tables.exercises())
def test_every_exercise_resolves_to_moves_with_limits(name):
    row = tables.exercises()[name]
    assert set(row.movement) <= MOVES
    assert leave_out_sentence(row).startswith("Leave it out with: ")
    assert row.cautions in care(row)


@pytest.mark.parametrize("name", tables.protocols())
def test_every_test_resolves_to_moves_with_limits(name):
    row = tables.protocols()[name]
    assert set(row.movement) <= MOVES
    assert leave_out(row)
    assert len(leave_out(row)) == len(set(leave_out(row)))


def test_no_move_stands_in_the_table_for_nothing():
    used = {
        move
        for row in (*tables.exercises().values(), *tables.protocols().values())
        for move in row.movement
    }
    assert used == MOVES


def test_a_card_carries_the_limits_of_the_test_of_the_same_move():
    for test in tables.protocols().values():
        for exercise in tables.exercises().values():
            for move in set(test.movement) & set(exercise.movement):
                for row in limits_of((move,)):
                    assert row.limit in leave_out(test)
                    assert row.limit[1:] in leave_out_sentence(exercise)


@pytest.mark.parametrize(
    "name",
    [
        "knee_plank",
        "front_plank",
        "side_plank",
        "mountain_climber",
        "knee_push_up",
        "push_up",
        "leg_raise",
        "hamstring_bridge",
        "ball_curl",
        "single_leg_hamstring_bridge",
    ],
)
def test_straining_moves_name_pressure_hernia_and_pregnancy(name):
    found = limited(tables.exercises()[name].movement)
    assert {"blood-pressure", "hernia", "pregnancy"} <= found


@pytest.mark.parametrize("name", ["russian_twist", "bicycle_crunch", "squat_jump", "jump_rope"])
def test_twist_crunch_and_jump_name_weak_bones(name):
    assert "weak-bones" in limited(tables.exercises()[name].movement)


@pytest.mark.parametrize("name", ["cooper_12min", "hr_recovery_1min"])
def test_hard_tests_are_not_for_the_unaccustomed(name):
    row = tables.protocols()[name]
    assert {"beginner", "heart", "ill"} <= limited(row.movement)
    assert row.steps[0].startswith("Do this only if you already run")


def test_the_recovery_test_has_a_cool_down_after_the_second_count():
    steps = tables.protocols()["hr_recovery_1min"].steps
    second = next(at for at, step in enumerate(steps) if "again" in step)
    assert any(step.startswith("Cool down") for step in steps[second + 1 :])


def test_every_limit_says_what_to_do_instead_and_whose_it_is():
    for row in tables.movement_limits():
        assert row.instead.endswith("."), row
        assert not row.limit.endswith("."), row
        assert (row.basis == "source") == bool(row.source_key), row

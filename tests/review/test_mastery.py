"""When a goal is held: a table of cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles import tables
from running_muscles.measure.answer import Answer
from running_muscles.review.mastery import goals, held

# Each answer: question, hour since the first midnight, verdict, shown before.
R, P, M = "right", "partly", "missed"
CASES = {
    "nothing": ([], False),
    "right once": ([("a", 9, R, False)], False),
    "right on two days": ([("a", 9, R, False), ("a", 33, R, False)], True),
    "two questions on two days": (
        [("a", 9, M, False), ("a", 10, R, False), ("b", 33, R, False)],
        True,
    ),
    "right twice on one day": (
        [("a", 9, M, False), ("a", 10, R, False), ("a", 23, R, False)],
        False,
    ),
    "two questions at the first try": ([("a", 9, R, False), ("b", 9.1, R, False)], True),
    "the same question twice is one first try": ([("a", 9, R, False), ("a", 9.1, R, False)], False),
    "one at the first try, one at the second": (
        [("a", 9, R, False), ("b", 9.1, M, False), ("b", 9.2, R, False)],
        False,
    ),
    "partly is not right": ([("a", 9, P, False), ("b", 9.1, R, False), ("a", 33, P, False)], False),
    "a retry after the answer was shown": ([("a", 9, R, False), ("a", 33, R, True)], False),
    "first tries that were shown": ([("a", 9, R, True), ("b", 9.1, R, True)], False),
    "a miss later takes nothing away": (
        [("a", 9, R, False), ("a", 33, R, False), ("a", 60, M, False)],
        True,
    ),
    "right only after a shown one, on two days": (
        [("a", 9, M, False), ("a", 10, R, True), ("a", 33, R, False), ("a", 57, R, False)],
        True,
    ),
}


def answers(rows, offset=0):
    return [
        Answer(
            f"n{number}",
            "03-core",
            question,
            "core-what",
            verdict,
            shown,
            "check",
            f"2026-03-{2 + int(hour) // 24:02}T{int(hour) % 24:02}:{round(hour % 1 * 60):02}:00Z",
            offset,
        )
        for number, (question, hour, verdict, shown) in enumerate(rows)
    ]


@pytest.mark.parametrize(("rows", "is_held"), CASES.values(), ids=CASES)
def test_a_goal_is_held(rows, is_held):
    given_answers = answers(rows)
    assert (held(given_answers) == {"core-what"}) is is_held
    assert held(reversed(given_answers)) == held(given_answers)


def test_a_day_is_the_learners_own():
    # 22:00 and 23:30 UTC: one day in London, two days an hour to the east.
    rows = [("a", 22, R, False), ("a", 23.5, R, False)]
    assert held(answers(rows)) == frozenset()
    assert held(answers(rows, offset=60)) == {"core-what"}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 99), st.sampled_from((R, P, M)),
                          st.booleans()), max_size=8))  # fmt: skip
def test_more_right_answers_never_lose_a_goal(rows):
    more = [*rows, ("a", 200, R, False)]
    assert held(answers(rows)) <= held(answers(more))


def test_every_lesson_says_how_many_goals_it_has():
    told = goals(answers(CASES["right on two days"][0]))
    assert set(told) == set(tables.lessons())
    of = sum(row.lesson == "03-core" for row in tables.objectives().values())
    assert told["03-core"] == (1, of)
    assert all(kept == 0 for lesson, (kept, _) in told.items() if lesson != "03-core")

"""When a question comes back: the same answers give the same day, in whatever order they come."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from running_muscles.measure.answer import MISSED, PARTLY, RIGHT, VERDICTS, Answer
from running_muscles.review.queue import NOTHING_YET, Due, due_today, in_words, schedule, sentence
from running_muscles.review.schedule import LONGEST_DAYS, next_due
from running_muscles.review.shown import was_shown

START = datetime(2026, 3, 2, 12, tzinfo=UTC)
FIRST = START.date()


def answer(day=0, verdict=RIGHT, name="", **more):
    at = (START + timedelta(days=day)).isoformat()
    made = Answer(name or f"a{day}", "03-core", "one", "core-what", verdict, False, "review", at)
    return replace(made, **more)


@st.composite
def histories(draw, questions=("one",)):
    days = draw(st.lists(st.integers(0, 400), min_size=1, max_size=8, unique=True))
    return [
        replace(
            answer(day, draw(st.sampled_from(VERDICTS)), f"a{number}"),
            question=draw(st.sampled_from(questions)),
            shown=draw(st.booleans()),
            utc_offset_minutes=draw(st.sampled_from((-720, 0, 330, 840))),
        )
        for number, day in enumerate(days)
    ]


LATE = FIRST + timedelta(days=500)


@given(histories(("one", "two", "three")), st.randoms(use_true_random=False))
def test_only_time_orders_answers(answers, lot):
    shuffled = answers.copy()
    lot.shuffle(shuffled)
    assert schedule(shuffled, LATE) == schedule(answers, LATE)


@given(histories(), st.sampled_from(VERDICTS))
def test_what_was_missed_comes_back_sooner_than_what_was_right(answers, other):
    assume(any(not one.shown for one in answers))
    today = FIRST + timedelta(days=450)
    dues = {
        verdict: next_due([*answers, answer(450, verdict, "last")], today) for verdict in VERDICTS
    }
    assert dues[MISSED] == today + timedelta(days=1)
    assert dues[MISSED] < dues[RIGHT]
    assert dues[MISSED] <= dues[PARTLY] <= dues[RIGHT]
    assert today < dues[other] <= today + timedelta(days=LONGEST_DAYS)


@given(histories())
def test_an_answer_that_was_shown_before_changes_nothing(answers):
    last = answer(450, RIGHT, "last", shown=True)
    assert next_due([*answers, last], LATE) == next_due(answers, LATE)


def test_right_again_and_again_comes_back_later_each_time():
    today, gaps, answers = FIRST, [], []
    for number in range(6):
        answers.append(answer((today - FIRST).days, RIGHT, f"a{number}"))
        due = next_due(answers, today)
        gaps.append((due - today).days)
        today = due
    assert gaps == sorted(gaps)
    assert gaps[0] == 2
    assert gaps[-1] <= LONGEST_DAYS


def test_an_answer_of_a_clock_ahead_counts_as_given_today():
    assert next_due([answer(30)], FIRST) == FIRST + timedelta(days=2)


def test_the_scheduler_reads_no_clock_and_draws_no_lot(monkeypatch):
    def never(*_):
        raise AssertionError("asked")

    class NoClock(datetime):
        now = never

    for module in ("fsrs.card", "fsrs.scheduler"):
        monkeypatch.setattr(sys.modules[module], "datetime", NoClock)
    monkeypatch.setattr(sys.modules["fsrs.scheduler"], "random", never)
    monkeypatch.setattr(random, "random", never)
    assert next_due([answer(0), answer(2), answer(9, MISSED), answer(10)], LATE) is not None


def test_fsrs_stays_light():
    assert "torch" not in sys.modules


SEEN = [
    ([], False),
    ([answer(0, MISSED, asked_in="checkpoint")], False),
    ([answer(0, MISSED, asked_in="review")], True),
    ([answer(0, RIGHT, asked_in="checkpoint")], True),
    ([answer(0, MISSED, "a", asked_in="check"), answer(0, MISSED, "b", asked_in="check")], True),
    ([answer(-1, RIGHT), answer(-1, MISSED, "b")], False),
    ([answer(0, MISSED, asked_in="check", shown=True)], True),
]


@pytest.mark.parametrize(("before", "seen"), SEEN)
def test_what_was_shown_on_the_same_day_was_seen(before, seen):
    assert was_shown(before, FIRST) is seen


def test_lessons_take_turns_and_the_longest_wait_comes_first():
    days = [("02", "a", 0), ("02", "b", 1), ("02", "c", 2), ("03", "d", 3), ("04", "e", 9)]
    waiting = [Due(lesson, name, FIRST + timedelta(days=day), 1) for lesson, name, day in days]
    today = FIRST + timedelta(days=4)
    assert [one.question for one in due_today(waiting, today)] == ["a", "d", "b", "c"]


def days(*ahead):
    return [Due("03-core", str(n), FIRST + timedelta(days=day), 1) for n, day in enumerate(ahead)]


SAID = [
    (6, days(), "Today 6, about 3 minutes."),
    (1, days(3), "Today 1, about 1 minute."),
    (0, days(1, 1, 4), "Nothing is due. Next: 2 tomorrow."),
    (0, days(3, 3, 3), "Nothing is due. Next: 3 on Thursday."),
    (0, days(9), "Nothing is due. Next: 1 on 11 March."),
    (0, days(0), NOTHING_YET),
    (0, days(), NOTHING_YET),
]


@pytest.mark.parametrize(("due", "coming", "said"), SAID)
def test_what_is_to_do_is_said_in_plain_words(due, coming, said):
    assert sentence(due, coming, FIRST) == said


def test_a_day_of_another_year_says_so():
    assert in_words(date(2027, 1, 20), FIRST) == "on 20 January 2027"

"""Whether a hand-in of an exam came in time: one pure function, a table of cases."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from quiz.made_up import bank, single, slot
from running_muscles.quiz.notebook import CLOCK, notebook
from running_muscles.quiz.public import document
from running_muscles.quiz.sitting import (
    AFTER,
    EARLY,
    EXAM,
    IN_TIME,
    OVER,
    PLAIN,
    UNKNOWN,
    Sitting,
    in_minutes,
    shut,
    timing,
)


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-12-01T{clock}:00+00:00")


MORNING = Sitting(EXAM, at("09:00"), at("12:00"), 60)
CASES = {
    "at once": ("09:59", "09:00", 0, 0, IN_TIME, ""),
    "to the minute": ("10:00", "09:00", 0, 0, IN_TIME, ""),
    "five minutes more": ("10:05", "09:00", 0, 0, OVER, "1 h 5 min from first seeing"),
    "so much more": ("10:05", "09:00", 0, 0, OVER, "5 min more than allowed"),
    "within the grace": ("10:05", "09:00", 0, 5, IN_TIME, ""),
    "with extra time": ("10:30", "09:00", 30, 0, IN_TIME, ""),
    "over extra time": ("10:31", "09:00", 30, 0, OVER, "1 min more than allowed"),
    "closed": ("12:01", "11:50", 0, 0, AFTER, "1 min after the exam had closed"),
    "closed, with extra time": ("12:20", "11:50", 30, 0, IN_TIME, ""),
    "closed goes before over": ("13:00", "09:00", 0, 0, AFTER, "1 h 0 min after"),
    "too early": ("08:58", "08:50", 0, 0, EARLY, "2 min before the exam opened"),
    "no start told": ("11:00", "", 0, 0, IN_TIME, "not told"),
    "a clock that is off": ("11:00", "11:30", 0, 0, IN_TIME, "was not checked"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_hand_in_is_judged(case: tuple[str, str, int, int, str, str]) -> None:
    handed_in, begun, extra, grace, state, told = case
    judged = timing(
        MORNING,
        at(handed_in),
        at(begun) if begun else None,
        timedelta(minutes=extra),
        timedelta(minutes=grace),
    )
    assert judged.state == state
    assert told in judged.told
    assert bool(told) == bool(judged.told)


def test_what_has_no_clock_is_in_time_and_no_stamp_is_no_zero() -> None:
    assert timing(PLAIN, None, None).state == IN_TIME
    assert timing(MORNING, None, at("09:00")).state == UNKNOWN
    assert timing(Sitting(EXAM, closes=at("12:00")), at("11:00"), None).told == ""


def test_the_window_shuts_after_the_longest_extra_time() -> None:
    assert shut(MORNING, timedelta(minutes=30)) == at("12:30")
    assert shut(PLAIN, timedelta()) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(50, "50 s"), (60, "1 min"), (7500, "2 h 5 min"), (86_400, "1 day"), (180_000, "2 days 2 h")],
)
def test_spans_are_said_as_people_say_them(seconds: int, words: str) -> None:
    assert in_minutes(timedelta(seconds=seconds)) == words


def test_students_are_told_window_and_limit_and_no_more() -> None:
    one = bank(single("q", "A", ["B"]), slots=(slot("s"),))
    assert "sitting" not in document(one, "open")
    told = document(one, "open", MORNING)["sitting"]
    assert told == {
        "kind": "exam",
        "opens": "2026-12-01T09:00:00Z",
        "closes": "2026-12-01T12:00:00Z",
        "minutes": 60,
    }
    # By whichever clock the window is written, students get the same moment.
    closes = at("12:00").astimezone()
    assert (
        document(one, "open", Sitting(EXAM, closes=closes))["sitting"]["closes"] == told["closes"]
    )


def test_an_exam_has_a_clock_and_a_quiz_has_none() -> None:
    one = bank(single("q", "A", ["B"]), slots=(slot("s"),))
    plain, exam = notebook(one), notebook(one, MORNING)
    ids = [cell["id"] for cell in plain["cells"]]
    assert [cell["id"] for cell in exam["cells"]] == [*ids[:2], CLOCK, *ids[2:]]
    said = "".join(exam["cells"][0]["source"])
    assert "# Exam: Sample" in said
    assert "You have 60 minutes from when you first see the questions." in said
    assert "there is no clock" in "".join(plain["cells"][0]["source"])
    assert "there is no clock" not in said

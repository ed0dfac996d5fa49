"""Rules of lateness: a table of cases."""

from datetime import UTC, datetime, timedelta

import pytest

from running_muscles.classroom.late import LateRule, in_words, is_late, penalty, seconds_late

DUE = datetime(2026, 12, 1, 18, tzinfo=UTC)
DAY = 86_400.0
TEN = LateRule(percent_per_day=10, grace_minutes=15, at_most_percent=50)


@pytest.mark.parametrize(
    ("handed_in", "due", "extra_minutes", "seconds"),
    [
        (DUE, DUE, 0, 0),
        (DUE + timedelta(seconds=1), DUE, 0, 1),
        (DUE - timedelta(days=3), DUE, 0, 0),
        (DUE + timedelta(minutes=40), DUE, 30, 600),
        (DUE + timedelta(minutes=30), DUE, 30, 0),
        (None, DUE, 0, 0),
        (DUE, None, 0, 0),
    ],
)
def test_how_late(
    handed_in: datetime | None, due: datetime | None, extra_minutes: int, seconds: float
) -> None:
    assert seconds_late(handed_in, due, timedelta(minutes=extra_minutes)) == seconds


@pytest.mark.parametrize(
    ("rule", "seconds", "late", "points"),
    [
        (LateRule(), 10 * DAY, True, 0),
        (LateRule(), 0, False, 0),
        (TEN, 15 * 60, False, 0),
        (TEN, 15 * 60 + 1, True, 1.5),
        (TEN, DAY, True, 1.5),
        (TEN, DAY + 1, True, 3),
        (TEN, 5 * DAY, True, 7.5),
        (TEN, 500 * DAY, True, 7.5),
        (LateRule(percent_per_day=100), 1, True, 15),
        (LateRule(percent_per_day=3.4), 1, True, 0.51),
    ],
)
def test_what_it_costs_of_fifteen_points(
    rule: LateRule, seconds: float, late: bool, points: float
) -> None:
    assert is_late(rule, seconds) == late
    assert penalty(rule, 15, seconds) == points


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(1, "1 min"), (61, "2 min"), (3 * 3600 + 300, "3 h 5 min"), (DAY, "1 day"),
     (2 * DAY + 3 * 3600, "2 days 3 h")],
)  # fmt: skip
def test_in_words(seconds: float, words: str) -> None:
    assert in_words(seconds) == words

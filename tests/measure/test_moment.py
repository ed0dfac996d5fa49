"""Moments in one form, and the learner's day wherever they and the server live."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_muscles.measure.moment import MomentError, normal, on_clock, today


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2026-03-01T08:00:00.000Z", "2026-03-01T08:00:00.000Z"),
        ("2026-03-01T09:30:00+02:00", "2026-03-01T07:30:00.000Z"),
        ("2026-03-01T23:30:00-05:00", "2026-03-02T04:30:00.000Z"),
        ("20260101T100000Z", "2026-01-01T10:00:00.000Z"),
        ("2026-03-01T08:00:00", "2026-03-01T08:00:00.000Z"),
        ("2026-03-01 08:00", "2026-03-01T08:00:00.000Z"),
        ("2026-03-01T08:00:00.123999Z", "2026-03-01T08:00:00.123Z"),
    ],
)
def test_one_moment_has_one_form(text, kept):
    assert normal(text) == kept
    assert normal(kept) == kept


@pytest.mark.parametrize("offset", [-720, -300, 0, 345, 840])
def test_a_day_alone_is_the_learners_day(offset):
    assert on_clock(normal("2026-03-01", offset), offset).date() == date(2026, 3, 1)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2026-13-01T00:00:00Z", "9999-12-31T23:59:00Z", "0001-01-01T00:00:00Z",
     "9999-12-31T23:59:59-14:00", "1989-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "1" * 5000],
)  # fmt: skip
def test_what_is_no_time_of_a_result_is_said(text):
    with pytest.raises(MomentError, match=r"is not a time|is not between the years 1990 and 2199"):
        normal(text)


moments = st.datetimes(
    datetime(1991, 1, 1), datetime(2199, 1, 1), timezones=st.timezones() | st.just(UTC)
)


@given(moments, moments)
def test_texts_sort_as_the_moments_do(one, other):
    first, second = normal(one.isoformat()), normal(other.isoformat())
    if abs((one - other).total_seconds()) >= 1:
        assert (first < second) == (one.astimezone(UTC) < other.astimezone(UTC))


def test_today_is_the_learners_day_east_and_west_of_the_server():
    now = datetime(2026, 11, 21, 11, 30, tzinfo=UTC)
    assert today(0, now) == date(2026, 11, 21)
    assert today(13 * 60, now) == date(2026, 11, 22)
    assert today(-12 * 60, now) == date(2026, 11, 20)


@given(moments, st.integers(-720, 840))
def test_a_kept_moment_lies_on_the_day_that_the_learners_clock_showed(at, offset):
    """Whatever clock the text was written in, and whatever clock the machine has."""
    clock = (at.astimezone(UTC) + timedelta(minutes=offset)).date()
    assert on_clock(normal(at.isoformat(), offset), offset).date() == clock
    assert today(offset, at) == clock


@pytest.mark.parametrize("offset", [-721, 841, 10**9])
def test_a_clock_that_is_none_on_earth_is_said(offset):
    with pytest.raises(MomentError, match="none on earth"):
        on_clock("2026-11-21T10:00:00.000Z", offset)


@pytest.mark.parametrize("told", [None, "60", 10**9, -721, 1.5])
def test_without_a_clock_that_can_be_the_machines_clock_counts(told):
    now = datetime(2026, 11, 21, 11, 30, tzinfo=UTC)
    assert today(told, now) == now.astimezone().date()

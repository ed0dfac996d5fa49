"""The clock of an exam in a plain page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

pytestmark = pytest.mark.browser

# Tomorrow, so that the exam is not open yet when the page opens, whenever this runs.
DAY = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
STATE = {
    "opens": f"{DAY}T09:00:00Z",
    "closes": f"{DAY}T12:00:00Z",
    "minutes": 60,
    "begun": "",
    "owner": "quiz-test",
    "problem": "",
}
BEGUN = {**STATE, "begun": f"{DAY}T09:30:00Z"}


def open_at(host, time, state=STATE):
    """Show the clock, and let it be a time of that day, UTC."""
    page = host.open("examclock", state)
    page.clock.pause_at(f"{DAY}T{time}Z")
    return page


def test_the_hour_runs_from_the_first_look_and_warns_in_words(host):
    page = open_at(host, "09:30:00", BEGUN)
    timer = page.get_by_role("timer")
    assert timer.text_content() == "1 h 0 min left"
    page.clock.run_for(54 * 60_000)
    assert timer.text_content() == "6 min left"
    assert page.get_by_role("status").text_content() == ""
    page.clock.run_for(60_000)
    assert timer.text_content() == "5:00 left"
    assert page.get_by_role("status").text_content().startswith("5 minutes left. Hand in")
    # Time passes while the page sleeps: it is read from the clock, not counted.
    page.clock.fast_forward(240_000)
    page.clock.run_for(1_000)
    assert timer.text_content() == "0:59 left"
    page.clock.run_for(60_000)
    assert timer.text_content() == "The time is up"
    assert page.get_by_role("status").text_content() == "The time is up. You can still hand in."
    assert page.get_by_text("You can still hand in: Nbgrader menu").count() == 1


def test_the_first_look_is_told_once_and_only_when_it_is_open(host):
    page = open_at(host, "08:59:00")
    assert page.get_by_role("timer").text_content() == "Opens in 1:00"
    assert host.sent(page, "begun") == []
    page.clock.run_for(61_000)
    (told,) = host.sent(page, "begun")
    assert told["body"] == {"at": f"{DAY}T09:00:00.000Z"}
    page.clock.run_for(5_000)
    assert len(host.sent(page, "begun")) == 1
    assert page.get_by_role("timer").text_content() == "1 h 0 min left"


def test_the_time_can_be_hidden_and_the_end_cannot(host):
    page = open_at(host, "09:30:00", BEGUN)
    page.get_by_role("button", name="Hide the time").click()
    assert page.locator(".rm-left").text_content() == ""
    page.get_by_text("You are told when 5 minutes are left.").wait_for()
    page.clock.fast_forward(60 * 60_000)
    page.clock.run_for(1_000)
    assert page.get_by_role("timer").text_content() == "The time is up"
    assert page.get_by_role("button").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_accessibility_violation_and_no_sideways_scroll(make_host, scheme):
    host = make_host(width=360, color_scheme=scheme)
    page = open_at(host, "11:57:30")
    assert page.get_by_role("timer").text_content() == "2:30 left"
    page.clock.resume()  # axe waits for timers
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

"""Estimates from published equations in a plain page."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.families import start, state, still_clock

pytestmark = pytest.mark.browser

WALK = {
    "Age in years": "40",
    "Body weight": "70",
    "Time: minutes": "14",
    "and seconds": "30",
    "Pulse at the finish": "130",
}


def fill(page, numbers, sex="Male", medicine="No"):
    start(page)
    page.get_by_role("radio", name=sex, exact=True).check()
    for label, number in numbers.items():
        page.get_by_label(label).first.fill(number)
    page.get_by_role("group", name="Do you take medicine").get_by_label(medicine).check()
    page.get_by_role("button", name="Work it out").click()


def test_a_walk_becomes_an_estimate_with_its_error(host):
    page = host.open("calculate", state("Rockport"))
    fill(page, WALK)
    page.get_by_role("heading", name="About 44.1 mL/kg/min (an estimate)").wait_for()
    assert "5 mL/kg/min" in page.locator(".rm-outcome").inner_text()
    assert "343 people" in page.locator(".rm-outcome").inner_text()
    assert host.sent(page) == []
    page.get_by_role("button", name="Keep this result").click()
    (result,) = host.sent(page, "result")
    assert (result["body"]["value"], result["body"]["unit"]) == (44.1, "mL/kg/min")
    assert result["body"]["details"]["minutes"] == 14.5


def test_pounds_and_kilograms_agree(host):
    page = host.open("calculate", state("Rockport"))
    fill(page, {**WALK, "Body weight": "154.3"})
    page.get_by_role("radio", name="pounds").check()
    page.get_by_role("button", name="Work it out").click()
    page.get_by_role("heading", name="About 44.1").wait_for()


@pytest.mark.parametrize("age", ["29", "70"])
def test_outside_the_ages_of_the_study_there_is_no_estimate(host, age):
    page = host.open("calculate", state("Rockport"))
    fill(page, {**WALK, "Age in years": age})
    page.get_by_role("alert").filter(has_text="aged 30 to 69").wait_for()
    assert page.get_by_role("button", name="Keep this result").count() == 0


def test_medicine_that_slows_the_heart_means_no_estimate(host):
    page = host.open("calculate", state("OneMileJog"))
    numbers = {**WALK, "Age in years": "25", "Time: minutes": "10"}
    fill(page, numbers, medicine="Yes")
    page.get_by_role("alert").filter(has_text="No estimate is given").wait_for()
    assert host.sent(page) == []


def test_a_missing_or_wild_number_is_named(host):
    page = host.open("calculate", state("Rockport"))
    fill(page, {**WALK, "Pulse at the finish": ""})
    page.get_by_role("alert").filter(has_text="Pulse at the finish").wait_for()
    page.get_by_label("Pulse at the finish").fill("13")
    page.get_by_role("button", name="Work it out").click()
    page.get_by_role("alert").filter(has_text="from 50 to 220").wait_for()


def test_the_twelve_minute_run_keeps_its_distance(host):
    page = host.open("calculate", state("Cooper"))
    start(page)
    page.keyboard.type("2400")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="About 42.4 mL/kg/min (an estimate)").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Keep this result"
    page.keyboard.press("Enter")
    (result,) = host.sent(page, "result")
    assert (result["body"]["value"], result["body"]["unit"]) == (2400, "m")
    assert result["body"]["details"]["estimate"] == 42.4


def test_what_was_told_before_is_filled_in(host):
    given = {**state("OneMileJog"), "about": {"age": 24, "sex": "F"}}
    page = host.open("calculate", given)
    start(page)
    assert page.get_by_label("Age in years").first.input_value() == "24"
    assert page.get_by_role("radio", name="Female").is_checked()


def minutes(page, count):
    page.clock.run_for(count * 60_000)


def test_a_clock_of_twelve_minutes_says_how_far_it_is_and_asks_for_the_distance(host):
    page = host.open("calculate", state("Cooper"))
    start(page)
    page.get_by_role("button", name="Start the clock").click()
    face = page.get_by_role("timer")
    minutes(page, 5)
    expect(face).to_have_text("7:00")
    minutes(page, 1.1)
    page.get_by_text("6 minutes left").first.wait_for(state="attached")
    minutes(page, 5.9)
    page.get_by_text("Time is over").first.wait_for()
    expect(page.get_by_label("Distance in 12 minutes")).to_be_focused()
    assert host.sent(page, "result") == []


def test_a_clock_that_was_hidden_catches_up(host):
    page = host.open("calculate", state("Cooper"))
    start(page)
    page.get_by_role("button", name="Start the clock").click()
    page.clock.fast_forward(13 * 60_000)
    page.get_by_text("Time is over").first.wait_for()


def test_a_run_that_was_given_up_records_nothing(host):
    page = host.open("calculate", state("Cooper"))
    start(page)
    page.get_by_role("button", name="Start the clock").dblclick()
    expect(page.get_by_role("button", name="Stop the clock")).to_be_visible()
    minutes(page, 4)
    page.get_by_role("button", name="Stop the clock").press("Enter")
    page.get_by_text("Stopped early").first.wait_for()
    assert host.sent(page, "result") == []


def test_a_stopwatch_puts_the_time_of_a_mile_into_its_fields(host):
    page = still_clock(host.open("calculate", state("Rockport")))
    start(page)
    page.get_by_role("button", name="Start the clock").press("Space")
    page.clock.run_for(14 * 60_000 + 30_200)
    page.get_by_role("button", name="Stop the clock").click()
    expect(page.get_by_label("Time: minutes")).to_have_value("14")
    expect(page.get_by_label("and seconds")).to_have_value("30")
    expect(page.get_by_label("Pulse at the finish")).to_be_focused()

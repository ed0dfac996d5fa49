"""Tapping along in a plain page, with time under control."""

from __future__ import annotations

import pytest

from browser.families import start, state, still_clock, tap

pytestmark = pytest.mark.browser


def begin(host, name):
    page = still_clock(host.open("tap", state(name)))
    start(page)
    return page


def test_a_resting_pulse_is_tapped_for_thirty_seconds(host):
    page = begin(host, "RestingPulse")
    page.clock.run_for(7_000)  # the first tap starts the clock, not the button before it
    tap(page, 60, 1_000)
    page.get_by_role("heading", name="60 beats a minute").wait_for()
    assert page.get_by_role("group", name="How hard").count() == 0
    page.get_by_role("button", name="Save").click()
    body = host.sent(page, "result")[-1]["body"]
    assert (body["value"], body["unit"], body["effort"]) == (60, "bpm", None)
    assert body["details"]["how"] == "tapped"
    assert 30 <= body["details"]["taps"] <= 31


def test_the_whole_story_by_keyboard(host):
    page = begin(host, "RestingPulse")
    for _ in range(42):
        page.keyboard.press("Space")
        page.clock.run_for(800)
        if page.locator("button.rm-clock").count() == 0:
            break
    page.get_by_role("heading", name="75 beats a minute").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Save"
    page.keyboard.press("Enter")
    assert host.sent(page, "result")[-1]["body"]["value"] == 75


def test_uneven_taps_are_doubted_and_may_be_kept(host):
    page = begin(host, "RestingPulse")
    for _ in range(12):
        tap(page, 1, 1_500)
        tap(page, 2, 800)
    page.get_by_text("uneven").first.wait_for()
    assert host.sent(page) == []
    page.get_by_role("button", name="Keep it").click()
    (result,) = host.sent(page, "result")
    assert result["body"]["details"]["uneven"] is True


def test_a_pulse_that_cannot_be_is_not_kept(host):
    page = begin(host, "RestingPulse")
    tap(page, 20, 2_500)
    page.get_by_text("below 30 or above 220").first.wait_for()
    assert page.get_by_role("button", name="Keep it").count() == 0
    page.get_by_role("button", name="Count again").click()
    tap(page, 45, 700)
    page.get_by_role("heading", name="86 beats a minute").wait_for()


def test_a_number_may_be_typed_in(host):
    page = begin(host, "RestingPulse")
    page.get_by_role("button", name="Type it in instead").click()
    number = page.get_by_label("Your pulse in beats a minute")
    for wrong in ("", "29", "221", "61.5"):
        number.fill(wrong)
        page.get_by_role("button", name="Use this number").click()
        page.get_by_role("alert").filter(has_text="from 30 to 220").wait_for()
    number.fill("61")
    number.press("Enter")
    (result,) = host.sent(page, "result")
    assert (result["body"]["value"], result["body"]["details"]["how"]) == (61, "typed")


def test_recovery_counts_from_the_stop_and_takes_the_difference(host):
    page = begin(host, "PulseRecovery")
    page.clock.run_for(1_000)
    tap(page, 60, 400)
    page.get_by_text("Your pulse was 150 beats a minute").wait_for()
    page.clock.run_for(30_000)
    assert page.locator("button.rm-clock").count() == 0
    page.clock.run_for(16_000)
    page.locator("button.rm-clock").wait_for()
    tap(page, 40, 500)
    page.get_by_role("heading", name="Your pulse fell by 30 beats in a minute").wait_for()
    (result,) = host.sent(page, "result")
    assert result["body"]["value"] == 30
    assert result["body"]["details"] == {"first": 150, "second": 120}


def test_a_pulse_that_rises_in_the_rest_is_not_recorded(host):
    page = begin(host, "PulseRecovery")
    tap(page, 40, 600)
    page.clock.run_for(60_000)
    tap(page, 60, 400)
    page.get_by_role("alert").filter(has_text="First 100, then 150").wait_for()
    page.get_by_role("button", name="Back").click()
    page.locator(".rm-start").wait_for()
    assert host.sent(page) == []


def test_cadence_counts_both_feet_from_one(host):
    page = begin(host, "Cadence")
    page.clock.run_for(5_200)
    tap(page, 60, 750)
    page.get_by_role("heading", name="160 steps a minute").wait_for()
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Trial 2 of 4 today").wait_for()


def test_cadence_may_be_counted_in_the_head(host):
    page = begin(host, "Cadence")
    page.clock.run_for(36_000)
    page.get_by_label("Landings of your right foot").fill("42")
    page.get_by_role("button", name="Use this number").click()
    (result,) = host.sent(page, "result")
    assert (result["body"]["value"], result["body"]["unit"]) == (168, "steps/min")

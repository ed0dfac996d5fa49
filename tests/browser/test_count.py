"""Counting repetitions in a plain page, with time under control."""

from __future__ import annotations

import math

import pytest

from browser.families import start, state, still_clock, tap

pytestmark = pytest.mark.browser


def begin(host, name="PushUpCount"):
    page = still_clock(host.open("count", state(name)))
    start(page)
    page.clock.run_for(5_100)
    return page


def test_story_by_mouse(host):
    page = begin(host)
    tap(page, 12, 1_500)
    page.get_by_role("button", name="Take back the last one").click()
    page.get_by_role("button", name="Form broke: stop").click()
    page.get_by_role("heading", name="You did 11 repetitions").wait_for()
    assert page.get_by_label("Form broke").is_checked()
    page.get_by_label("9", exact=True).check()
    page.get_by_role("button", name="Save").click()
    first, second = host.sent(page, "result")
    assert (first["id"], first["body"]["value"]) == (second["id"], 11)
    kept = {key: second["body"][key] for key in ("value", "reason", "effort", "unit", "test")}
    assert kept == {
        "value": 11,
        "reason": "form",
        "effort": 9,
        "unit": "reps",
        "test": "push_up",
    }
    assert len(second["body"]["details"]["taps"]) == 11


def test_story_by_keyboard(host):
    page = begin(host)
    for key in ("Space", "Enter", "Space"):
        page.keyboard.press(key)
        page.clock.run_for(1_000)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Take back the last one"
    page.keyboard.press("Enter")
    page.clock.run_for(1_000)
    page.keyboard.press("Space")
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Finish"
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="You did 3 repetitions").wait_for()


def test_a_learner_may_correct_the_number(host):
    page = begin(host)
    page.get_by_role("button", name="Finish").click()
    number = page.get_by_label("Repetitions that count")
    number.fill("-2")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("alert").filter(has_text="whole number from 0 to 999").wait_for()
    number.fill("17")
    page.get_by_role("button", name="Save").click()
    last = host.sent(page, "result")[-1]["body"]
    assert (last["value"], last["details"]["recorded"]) == (17, 0)


def test_nothing_counts_before_the_count_in_is_over(host):
    page = still_clock(host.open("count", state("PushUpCount")))
    start(page)
    page.clock.run_for(2_000)
    assert page.get_by_role("button", name="Count one").is_disabled()
    page.get_by_role("button", name="Cancel").click()
    page.locator(".rm-start").wait_for()
    assert host.sent(page) == []


def test_a_long_press_counts_once(host):
    page = begin(host)
    page.locator("button.rm-clock").hover()
    page.mouse.down()
    page.clock.run_for(900)
    page.mouse.up()
    page.clock.run_for(100)
    assert page.locator(".rm-clock-time").inner_text() == "1"


def test_two_missed_beats_end_the_test(host):
    page = begin(host, "HeelRaiseCount")
    page.clock.run_for(900)
    tap(page, 4, 2_000)
    assert page.locator("button.rm-clock").count() == 1
    page.clock.run_for(4_000)
    page.get_by_role("heading", name="You did 4 repetitions").wait_for()
    (result,) = host.sent(page, "result")
    assert (result["body"]["value"], result["body"]["reason"]) == (4, "beat")
    assert page.get_by_label("I missed the beat two times in a row").is_checked()


def test_one_missed_beat_does_not_end_the_test(host):
    page = begin(host, "HeelRaiseCount")
    page.clock.run_for(900)
    tap(page, 3, 2_000)
    page.clock.run_for(2_000)
    tap(page, 3, 2_000)
    page.get_by_role("button", name="Finish").click()
    assert host.sent(page, "result")[0]["body"]["value"] == 6


def test_the_best_of_sides_come_in_turn(host):
    page = begin(host, "HeelRaiseCount")
    side = page.locator(".rm-side").inner_text().lower()
    tap(page, 3, 2_000)
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("button", name="Save").click()
    assert host.sent(page, "result")[-1]["body"]["side"] == side
    other = {"left": "right", "right": "left"}[side]
    assert page.get_by_role("radio", name=other.capitalize()).is_checked()
    page.get_by_text("Rest:").wait_for()


def test_the_metronome_is_on_time_to_five_milliseconds(host):
    """Render a minute of clicks and look for the first sample of each."""
    page = host.open("count", state("HeelRaiseCount"), clock=False)
    rate, lead, seconds = 44_100, 0.5, 60
    onsets = page.evaluate(
        """async ({rate, lead, seconds}) => {
            const {metronome} = await import('/static/count.js');
            const context = new OfflineAudioContext(1, (seconds + lead) * rate, rate);
            metronome(context, lead, {beats_per_minute: 60, beats_per_rep: 2, missed_in_a_row: 2});
            const sound = (await context.startRendering()).getChannelData(0);
            const onsets = [];
            let quiet = rate;
            for (let at = 0; at < sound.length; at += 1) {
                if (Math.abs(sound[at]) > 0.01) {
                    if (quiet > rate / 10) onsets.push(at / rate);
                    quiet = 0;
                } else quiet += 1;
            }
            return onsets;
        }""",
        {"rate": rate, "lead": lead, "seconds": seconds},
    )
    assert len(onsets) == seconds
    errors = [abs(onset - (lead + beat)) for beat, onset in enumerate(onsets)]
    assert max(errors) < 0.005, max(errors)
    assert math.isclose(onsets[0], lead, abs_tol=0.005)

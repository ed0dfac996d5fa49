"""A phone on the floor: the screen stays on, and steps go by the clock while nobody looks."""

from __future__ import annotations

import pytest

from browser.families import WIDGETS, start, state, still_clock

pytestmark = pytest.mark.browser

# A wake lock as browsers have it: it goes when the page is hidden.
LOCKS = """
window.locks = [];
Object.defineProperty(navigator, 'wakeLock', {value: {request: async () => {
    if (document.visibilityState !== 'visible') throw new DOMException('hidden');
    const lock = new EventTarget();
    lock.released = false;
    lock.release = async () => { lock.released = true; };
    window.locks.push(lock);
    return lock;
}}});
window.look = (visible) => {
    const state = visible ? 'visible' : 'hidden';
    Object.defineProperty(document, 'visibilityState', {value: state, configurable: true});
    if (!visible) for (const lock of window.locks) void lock.release();
    document.dispatchEvent(new Event('visibilitychange'));
};
window.held = () => window.locks.filter((lock) => !lock.released).length;
"""
# Timers that sleep while the page is hidden, and tones that are noted when they are planned.
# To be run in the page, over the clock that the test has put there.
SLEEP = """() => {
    const every = window.setInterval;
    window.asleep = false;
    window.setInterval = (act, ms) => every(() => window.asleep || act(), ms);
    window.tones = [];
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (at) { window.tones.push(at); start.call(this, at); };
}"""
WAITING = (
    "PlankHold",
    "HeelRaiseCount",
    "RestingPulse",
    "PulseRecovery",
    "PaperGrip",
    "WarmUpRunner",
)


@pytest.mark.parametrize("name", WAITING)
def test_the_lock_is_taken_again_after_every_look_elsewhere_and_let_go_at_the_end(host, name):
    host.context.add_init_script(LOCKS)
    page = still_clock(host.open(WIDGETS[name], state(name)))
    assert page.evaluate("held()") == 0
    start(page)
    page.clock.run_for(2_000)
    assert page.evaluate("held()") == 1
    for _ in range(2):
        page.evaluate("look(false)")
        assert page.evaluate("held()") == 0
        page.evaluate("look(true)")
        page.wait_for_function("held() === 1")
    page.get_by_role("button", name="Stop here" if name == "WarmUpRunner" else "Cancel").click()
    page.wait_for_function("held() === 0")
    page.evaluate("look(true)")
    assert page.evaluate("held()") == 0


def test_closed_in_the_middle_the_lock_goes(host):
    host.context.add_init_script(LOCKS)
    page = still_clock(host.open("hold", state("PlankHold")))
    start(page)
    page.clock.run_for(9_000)
    page.evaluate("window.closeWidget()")
    page.wait_for_function("held() === 0")


STEPS = [
    {"name": name, "how": ["Up."], "caution": "", "unit": unit, "amount": amount, "side": ""}
    for name, unit, amount in (
        ("One", "s", 10),
        ("Two", "s", 10),
        ("Three", "s", 10),
        ("Four", "reps", 5),
        ("Five", "s", 10),
    )
]


def runner(host):
    host.context.add_init_script(LOCKS)
    page = still_clock(host.open("runner", {**state("WarmUpRunner"), "steps": STEPS}))
    page.evaluate(SLEEP)
    start(page)
    page.clock.run_for(1_000)
    return page


@pytest.mark.parametrize(
    ("away_s", "name"), [(10, "One"), (20, "Two"), (40, "Three"), (54, "Four"), (600, "Four")]
)
def test_timed_drills_go_on_while_the_page_is_hidden(host, away_s, name):
    page = runner(host)
    page.evaluate("look(false); window.asleep = true")
    page.clock.run_for(away_s * 1_000)
    page.evaluate("look(true); window.asleep = false")
    page.get_by_role("heading", name=name).wait_for()


def test_whoever_comes_back_late_is_told_where_the_clock_is(host):
    page = runner(host)
    before = page.evaluate("tones.length")
    page.evaluate("look(false); window.asleep = true")
    page.clock.run_for(30_000)
    page.evaluate("look(true); window.asleep = false")
    page.get_by_text("The clock went on while this page was out of sight.").first.wait_for()
    page.get_by_role("heading", name="Two").wait_for()
    assert page.evaluate("tones.length") == before + 1


def test_the_tones_of_all_timed_drills_are_planned_ahead(host):
    page = runner(host)
    planned = page.evaluate("tones.map((at) => at - tones[0])")
    assert [round(at) for at in planned] == [0, 8, 18, 26, 36, 44, 54]


def test_the_end_of_the_minute_and_of_a_pulse_are_planned_ahead(host):
    page = still_clock(host.open("tap", state("PulseRecovery")))
    page.evaluate(SLEEP)
    start(page)
    page.locator(".rm-clock").click()
    assert page.evaluate("tones.length") == 1
    for _ in range(45):
        page.clock.run_for(400)
        if page.locator(".rm-clock").count() == 0:
            break
        page.locator(".rm-clock").click()
    page.get_by_text("Count it again when the minute is over").wait_for()
    assert page.evaluate("tones.length") == 2


# ---- The count-in ----------------------------------------------------------------


@pytest.mark.parametrize("name", ["PlankHold", "PushUpCount", "Cadence"])
def test_the_count_in_can_be_longer_and_is_remembered_for_every_test(host, name):
    page = still_clock(host.open(WIDGETS[name], state(name)))
    assert page.get_by_label("Time to get into position").input_value() == "5"
    page.get_by_label("Time to get into position").select_option("15 seconds")
    start(page)
    page.clock.run_for(14_800)
    assert page.locator(".rm-running").count() == 0
    page.clock.run_for(400)
    page.locator(".rm-running").wait_for()
    page.close()
    other = host.open("hold", state("SidePlank"))
    assert other.get_by_label("Time to get into position").input_value() == "15"


def test_a_test_without_a_count_in_offers_none(host):
    page = host.open("tap", state("RestingPulse"))
    assert page.get_by_label("Time to get into position").count() == 0


def test_a_longer_count_in_is_not_part_of_the_result(host):
    page = still_clock(host.open("hold", state("PlankHold")))
    page.get_by_label("Time to get into position").select_option("20 seconds")
    start(page)
    page.clock.run_for(50_000)
    page.locator(".rm-clock").click()
    (result,) = host.sent(page, "result")
    assert result["body"]["value"] == 30.0

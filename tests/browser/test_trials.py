"""Trials in the browser: discarded, interrupted, counted in two places, corrected where shown."""

from __future__ import annotations

import pytest

from browser.families import FIRST_ENTRY, WIDGETS, start, state, still_clock

pytestmark = pytest.mark.browser

# A kernel that keeps results as ours does: the new state first, then the word that it is kept.
KERNEL = """() => {
    const results = new Map();
    const model = () => window.model;
    window.answers = ({id, rev, kind, body}) => {
        if (kind === 'result') results.set(id, body);
        if (kind === 'delete') {
            results.set(body.result, {...results.get(body.result), discarded: body.deleted});
        }
        const kept = [...results.entries()].filter(([, each]) => !each.discarded);
        const shown = kept.map(([name, each]) => ({id: name, value: each.value, unit: each.unit,
            text: `${each.value} ${each.unit}`, side: each.side, at: each.recorded_at,
            when: 'today', trial: each.trial, effort: each.effort, note: each.note, details: {}}));
        const today = Object.fromEntries(['', 'left', 'right'].map((side) =>
            [side, shown.filter((each) => each.side === side).map((each) => each.id)]));
        model().set('history', {latest: shown.slice(-1), best: [], recent: shown, today});
        return {kind: 'stored', id, rev};
    };
}"""


def hold(page, seconds):
    start(page)
    page.clock.run_for(5_000 + seconds * 1_000)
    page.locator(".rm-clock").click()
    page.clock.run_for(600)


# ---- Discard ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["PlankHold", "RestingPulse", "PaperGrip", "Cooper"])
def test_a_discarded_trial_is_free_at_once_and_nothing_contradicts(host, name):
    page = still_clock(host.open(WIDGETS[name], state(name), stored=False))
    page.evaluate(KERNEL)
    FIRST_ENTRY[name][0](page)
    page.clock.run_for(600)
    page.get_by_role("button", name="Discard").click()
    page.clock.run_for(600)
    page.get_by_text("Trial 1 of").wait_for()
    page.get_by_text("No result yet").wait_for()
    for gone in ("You have a result for today", "last trial for today", "looked at this today"):
        assert page.get_by_text(gone).count() == 0
    assert page.locator(".rm-status").inner_text() == "Removed. This change is stored."
    start(page)


def test_a_discard_that_waits_frees_the_trial_in_every_copy(host):
    given = state("PlankHold")
    page = still_clock(host.open("hold", given, views=2, stored=False))
    start(page.locator(".rm").first)
    page.clock.run_for(15_000)
    page.locator(".rm-clock").click()
    page.clock.run_for(600)
    page.get_by_text("Trial 2 of 3 today").wait_for()  # the other copy knows of it
    page.get_by_role("button", name="Discard").click()
    page.clock.run_for(600)
    assert page.get_by_text("Trial 1 of 3 today").count() == 2


def test_another_page_is_told_and_asks_its_kernel(host):
    one = host.open("hold", state("PlankHold"))
    other = host.open("hold", state("PlankHold"), clock=False)
    start(one)
    one.clock.run_for(15_000)
    one.locator(".rm-clock").click()
    one.get_by_text("Stored.").wait_for()
    other.wait_for_function("window.model.sent.some(({kind}) => kind === 'look')")


# ---- Correct and delete where it is shown -------------------------------------------


def shown(**changes):
    row = {
        "id": "a",
        "value": 610,
        "unit": "s",
        "text": "10:10.0",
        "side": "",
        "at": "",
        "when": "x",
    }
    return {**row, "trial": 1, "effort": 4, "note": "", "details": {}, **changes}


def with_result(name, **changes):
    given = state(name)
    row = shown(**changes)
    history = {"latest": [row], "best": [row], "recent": [row], "today": {row["side"]: [row["id"]]}}
    return {**given, "history": history}


def test_a_value_is_corrected_in_the_test_itself(host):
    page = host.open("hold", with_result("PlankHold"), stored=False)
    page.get_by_text("Earlier results").click()
    page.get_by_role("button", name="Edit: Front plank").click()
    page.get_by_label("Result in seconds").fill("61,5")
    page.get_by_label("Note").fill("a slip of the finger")
    page.get_by_role("button", name="Save").click()
    (entry,) = host.sent(page, "edit")
    assert entry["body"] == {
        "result": "a",
        "effort": 4,
        "note": "a slip of the finger",
        "value": 61.5,
    }
    page.get_by_role("cell", name="61.5 seconds", exact=True).wait_for()


@pytest.mark.parametrize(
    ("name", "unit", "typed"),
    [
        ("PlankHold", "s", ""),
        ("PlankHold", "s", "-3"),
        ("PlankHold", "s", "sixty"),
        ("StanceEyesOpen", "s", "46"),
        ("PushUpCount", "reps", "12.5"),
    ],
)
def test_a_value_that_cannot_be_is_told_and_not_sent(host, name, unit, typed):
    side = "left" if name == "StanceEyesOpen" else ""
    page = host.open(WIDGETS[name], with_result(name, unit=unit, value=7, side=side), stored=False)
    page.get_by_text("Earlier results").click()
    page.get_by_role("button", name="Edit:").click()
    page.get_by_label("Result in").fill(typed)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("alert").filter(has_text="number from 0 to").wait_for()
    assert host.sent(page) == []


def test_a_deleted_result_frees_its_trial_and_comes_back(host):
    page = host.open("hold", with_result("PlankHold"), stored=False)
    page.get_by_text("Trial 2 of 3 today").wait_for()
    page.get_by_text("Earlier results").click()
    page.get_by_role("button", name="Delete: Front plank").click()
    page.get_by_text("Trial 1 of 3 today").wait_for()
    page.get_by_text("No result yet").wait_for()
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Trial 2 of 3 today").wait_for()
    assert [entry["body"]["deleted"] for entry in host.sent(page, "delete")] == [True, False]


def test_an_observation_can_be_deleted_but_has_no_number_to_correct(host):
    page = host.open("observe", with_result("JumpInPlace", unit="level", value=2, text="Seen"))
    page.get_by_text("Earlier results").click()
    page.get_by_role("button", name="Edit:").click()
    assert page.get_by_label("Result in").count() == 0
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Delete:").wait_for()


# ---- Interrupted ----------------------------------------------------------------------


LEAVE = {
    "reload": lambda page: page.reload(),
    "close": lambda page: page.close(run_before_unload=False),
    "the cell runs again": lambda page: page.evaluate("window.closeWidget()"),
}


@pytest.mark.parametrize("way", LEAVE)
def test_a_hold_in_progress_is_offered_back_as_what_it_was(host, way):
    page = still_clock(host.open("hold", state("PlankHold")))
    start(page)
    page.clock.run_for(5_000 + 23_400)
    LEAVE[way](page)
    again = still_clock(host.open("hold", state("PlankHold")))
    again.get_by_text("Your last try was interrupted after 23.4 s.").wait_for()
    assert host.sent(again) == []
    again.get_by_role("button", name="Keep it as interrupted").click()
    assert again.get_by_label("It was interrupted").is_checked()
    again.clock.run_for(600)
    again.get_by_role("button", name="Save", exact=True).click()
    body = host.sent(again, "result")[-1]["body"]
    assert (body["value"], body["reason"]) == (23.4, "interrupted")
    assert body["details"] == {"interrupted": True}
    third = host.open("hold", state("PlankHold"))
    assert third.get_by_text("interrupted").count() == 0


def test_an_interrupted_count_is_offered_back_too_and_may_be_left_out(host):
    page = still_clock(host.open("count", state("PushUpCount")))
    start(page)
    page.clock.run_for(5_500)
    for _ in range(4):
        page.locator(".rm-clock").click()
        page.clock.run_for(1_500)
    page.reload()
    again = still_clock(host.open("count", state("PushUpCount")))
    again.get_by_text("interrupted after 4 repetitions").wait_for()
    again.get_by_role("button", name="Leave it out").click()
    assert again.get_by_text("interrupted").count() == 0
    assert host.sent(again) == []
    third = host.open("count", state("PushUpCount"))
    assert third.get_by_text("interrupted").count() == 0


def interrupted(host, name, seconds, *, taps_every_ms=800, before=None):
    """Tap for some seconds, leave, and open the same test again."""
    page = still_clock(host.open("tap", state(name)))
    start(page)
    if before is not None:
        before(page)
    for _ in range(int(seconds * 1000 / taps_every_ms) + 1):
        page.keyboard.press("Space")
        page.clock.run_for(taps_every_ms)
    page.evaluate("window.closeWidget()")
    return still_clock(host.open("tap", state(name)))


def test_interrupted_taps_are_offered_back_with_what_they_said(host):
    again = interrupted(host, "RestingPulse", 12)
    again.get_by_text("interrupted after 16 taps (75 beats a minute).").wait_for()
    again.get_by_role("button", name="Keep it as interrupted").click()
    again.get_by_role("heading", name="75 beats a minute").wait_for()
    again.clock.run_for(600)
    again.get_by_role("button", name="Save", exact=True).click()
    body = host.sent(again, "result")[-1]["body"]
    assert (body["value"], body["reason"], body["side"]) == (75, "interrupted", "")
    assert body["details"] == {"how": "tapped", "uneven": False, "taps": 16, "interrupted": True}


def test_interrupted_steps_are_those_of_both_feet(host):
    wait = lambda page: page.clock.run_for(5_200)  # noqa: E731
    again = interrupted(host, "Cadence", 6, taps_every_ms=750, before=wait)
    again.get_by_text("interrupted after 9 taps (160 steps a minute).").wait_for()


@pytest.mark.parametrize(
    ("name", "seconds", "every_ms", "why"),
    [
        ("RestingPulse", 3, 1_000, "too few taps"),
        ("RestingPulse", 20, 2_500, "below 30 or above 220"),
        ("PulseRecovery", 8, 500, "this try tells nothing"),
    ],
)
def test_an_interrupted_try_that_tells_nothing_is_told_and_not_kept(
    host, name, seconds, every_ms, why
):
    again = interrupted(host, name, seconds, taps_every_ms=every_ms)
    told = again.locator(".rm-interrupted")
    told.get_by_text("Your last try was interrupted after").wait_for()
    told.get_by_text(why).wait_for()
    assert told.get_by_role("button").all_inner_texts() == ["All right"]
    told.get_by_role("button").click()
    assert again.locator(".rm-interrupted").count() == 0
    assert again.locator(".rm-start").evaluate("(start) => start === document.activeElement")
    assert host.sent(again) == []
    third = host.open("tap", state(name))
    assert third.locator(".rm-interrupted").count() == 0


def test_a_minute_that_was_interrupted_is_told_by_its_first_count(host):
    again = interrupted(host, "PulseRecovery", 21, taps_every_ms=500)
    again.get_by_text("interrupted after the first count (120 beats a minute).").wait_for()


@pytest.mark.parametrize("end", ["cancel", "type", "keep"])
def test_taps_that_were_given_up_are_not_called_interrupted(host, end):
    page = still_clock(host.open("tap", state("RestingPulse")))
    start(page)
    for _ in range(12 if end != "keep" else 40):
        page.keyboard.press("Space")
        page.clock.run_for(800)
    if end == "cancel":
        page.get_by_role("button", name="Cancel").click()
    if end == "type":
        page.get_by_role("button", name="Type it in instead").click()
        page.clock.run_for(2_000)
    page.evaluate("window.closeWidget()")
    page.close()
    again = host.open("tap", state("RestingPulse"))
    again.locator(".rm-start").wait_for()
    assert again.locator(".rm-interrupted").count() == 0


@pytest.mark.parametrize("end", ["stop", "cancel", "count-in"])
def test_what_the_learner_ended_is_not_called_interrupted(host, end):
    page = still_clock(host.open("hold", state("PlankHold")))
    start(page)
    page.clock.run_for(3_000)
    if end == "cancel":
        page.get_by_role("button", name="Cancel").click()
    if end == "stop":
        page.clock.run_for(9_000)
        page.locator(".rm-clock").click()
    # The cell is run again: that does not end what has ended.
    page.evaluate("window.closeWidget()")
    page.close()
    again = host.open("hold", state("PlankHold"))
    again.locator(".rm-start").wait_for()
    assert again.get_by_text("interrupted").count() == 0


def test_a_hold_that_goes_on_in_another_page_is_not_offered(host):
    page = host.open("hold", state("PlankHold"))
    start(page)
    page.clock.run_for(20_000)
    other = host.open("hold", state("PlankHold"))
    other.locator(".rm-start").wait_for()
    assert other.get_by_text("interrupted").count() == 0


# ---- Practice with the timer -------------------------------------------------------------


@pytest.mark.parametrize(
    ("ms", "words"),
    [
        (8_700, "1.3 s before 10 seconds"),
        (10_000, "That is 10 seconds, to the tenth"),
        (11_300, "1.3 s after 10 seconds"),
    ],
)
def test_practice_says_how_far_from_ten(host, ms, words):
    page = still_clock(host.open("hold", state("TimerWarmUp")))
    hold(page, ms / 1_000)
    page.get_by_role("heading").get_by_text(words).wait_for()


def test_practice_has_no_limit_and_no_muscles(host):
    page = still_clock(host.open("hold", state("TimerWarmUp")))
    for number in range(1, 6):
        page.get_by_text(f"Try {number} today").wait_for()
        hold(page, 9)
        page.get_by_role("button", name="Save", exact=True).click()
        page.clock.run_for(600)
    page.locator(".rm-start").wait_for()
    assert page.get_by_text("Muscles need rest").count() == 0

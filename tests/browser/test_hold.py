"""The hold in a plain page: its whole story, with time under control."""

from __future__ import annotations

import pytest

from browser.families import still_clock

pytestmark = pytest.mark.browser

PROTOCOL = {
    "test": "front_plank",
    "name": "Front plank hold",
    "sides": [],
    "unit": "s",
    "trials": 3,
    "rest_s": 60,
    "count_in_s": 5,
    "max_value": None,
    "steps": ["Lie down.", "Lift your hips."],
    "stop_criteria": ["Your hips sag."],
    "equipment": ["mat"],
    "skip_if": ["a sore back"],
    "what_it_tells": "How long you can hold.",
    "version": "1",
    "scored": True,
    "reasons": [
        {"value": "chose", "label": "I chose to stop"},
        {"value": "hips", "label": "My hips sagged"},
        {"value": "pain", "label": "Pain"},
    ],
    "options": {},
}
STATE = {
    "protocol": PROTOCOL,
    "screening": {
        "questions": ["Heart?", "Chest pain?"],
        "stop_rules": ["Pain"],
        "outcome": "clear",
    },
    "history": {"latest": [], "best": [], "recent": [], "today": {"": []}},
    "reading": [],
    "about": {"age": None, "sex": ""},
    "owner": "test-owner",
    "problem": "",
}


def hold_for(page, milliseconds, stop="click"):
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(5_000 + milliseconds)
    if stop == "click":
        page.locator(".rm-clock").click()
    else:
        page.keyboard.press(stop)


@pytest.mark.parametrize("stop", ["click", "Space", "Enter"])
def test_minute_is_recorded_to_the_millisecond(host, stop):
    page = host.open("hold", STATE)
    still_clock(page)
    hold_for(page, 60_000, stop)
    page.get_by_role("heading", name="You held for 1:00.0").wait_for()
    (result,) = host.sent(page, "result")
    assert abs(result["body"]["value"] - 60) <= 0.02
    assert result["body"]["reason"] == "chose"


def test_nothing_is_sent_while_holding(host):
    page = host.open("hold", STATE)
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(65_000)
    assert host.sent(page) == []


def test_review_adds_effort_reason_and_note(host):
    page = host.open("hold", STATE)
    hold_for(page, 10_000)
    page.get_by_label("My hips sagged").check()
    page.get_by_role("group", name="How hard").get_by_label("7", exact=True).check()
    page.get_by_label("Note for yourself").fill("after a run")
    page.get_by_role("button", name="Save").click()
    first, second = host.sent(page, "result")
    assert first["id"] == second["id"]
    assert first["rev"] < second["rev"]
    kept = {name: second["body"][name] for name in ("reason", "effort", "note", "discarded")}
    assert kept == {"reason": "hips", "effort": 7, "note": "after a run", "discarded": False}


def test_discard_marks_the_same_result(host):
    page = host.open("hold", STATE)
    hold_for(page, 10_000)
    page.get_by_role("button", name="Discard").click()
    first, second = host.sent(page, "result")
    assert first["id"] == second["id"]
    assert second["body"]["discarded"] is True
    page.get_by_text("Trial 1 of 3 today").wait_for()


def test_pain_brings_advice(host):
    page = host.open("hold", STATE)
    hold_for(page, 10_000)
    page.get_by_label("Pain").check()
    page.get_by_role("alert").filter(has_text="Rest today").wait_for()


def test_a_press_in_the_count_in_does_nothing_and_cancel_cancels(host):
    page = host.open("hold", STATE)
    still_clock(page)
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(2_000)
    page.keyboard.press("Space")
    page.locator(".rm-clock").click(force=True)  # it says that it is disabled
    page.clock.run_for(500)
    assert page.get_by_role("button", name="Start").count() == 0
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Start").wait_for()
    assert host.sent(page) == []


def test_ceiling_ends_the_hold_by_itself(host):
    page = host.open("hold", {**STATE, "protocol": {**PROTOCOL, "max_value": 45}})
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(60_000)
    (result,) = host.sent(page, "result")
    assert (result["body"]["value"], result["body"]["reason"]) == (45, "ceiling")


def test_three_trials_are_the_most(host):
    page = host.open("hold", STATE)
    for trial in (1, 2, 3):
        page.get_by_text(f"Trial {trial} of 3 today").wait_for()
        hold_for(page, 5_000)
        page.get_by_role("button", name="Save").click()
    page.get_by_text("last trial for today").wait_for()
    assert page.get_by_role("button", name="Start").count() == 0


def test_screening_comes_first_and_is_remembered(host):
    fresh = {**STATE, "screening": {**STATE["screening"], "outcome": ""}}
    page = host.open("hold", fresh, stored=False)
    assert page.get_by_role("button", name="Start").count() == 0
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("alert").filter(has_text="answer every question").wait_for()
    for question in ("Heart?", "Chest pain?"):
        page.get_by_role("group", name=question).get_by_label("No").check()
    page.get_by_label("I have read when to stop").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Start").wait_for()
    (entry,) = host.sent(page, "screening")
    assert entry["body"] == {"outcome": "clear"}
    page.close()
    again = host.open("hold", fresh)
    again.get_by_role("button", name="Start").wait_for()


def test_a_yes_leads_to_advice_and_no_test(host):
    page = host.open("hold", {**STATE, "screening": {**STATE["screening"], "outcome": ""}})
    page.get_by_role("group", name="Heart?").get_by_label("Yes").check()
    page.get_by_role("group", name="Chest pain?").get_by_label("No").check()
    page.get_by_label("I have read when to stop").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Please talk to a health professional first").wait_for()
    assert page.get_by_role("button", name="Start").count() == 0
    assert host.sent(page) == []


def test_result_outlives_a_closed_page(host):
    page = host.open("hold", STATE, stored=False)
    hold_for(page, 20_000)
    (sent,) = host.sent(page, "result")
    page.close()
    again = host.open("hold", STATE)
    resent = host.sent(again, "result")
    assert [entry["id"] for entry in resent] == [sent["id"]]
    assert abs(resent[0]["body"]["value"] - sent["body"]["value"]) < 1e-9
    again.close()
    third = host.open("hold", STATE)
    assert host.sent(third, "result") == []


def test_waiting_is_shown_and_ends(host):
    page = host.open("hold", STATE, stored=False)
    hold_for(page, 20_000)
    page.clock.run_for(3_000)
    page.get_by_text("Not stored yet: the notebook is busy").wait_for()
    page.evaluate("window.acknowledgeAll()")
    page.clock.run_for(5_000)
    page.get_by_text("Stored.").wait_for()


def test_a_storage_error_is_shown_in_words(host):
    page = host.open("hold", STATE, stored=False)
    page.evaluate(
        "() => {window.answers = (e) => "
        "({kind: 'refused', id: e.id, sentence: 'The disk is full.'})}"
    )
    hold_for(page, 20_000)
    page.get_by_text("The disk is full.").wait_for()


def test_two_views_share_one_outbox(host):
    page = host.open("hold", STATE, views=2, stored=False)
    page.get_by_role("button", name="Start").first.click()
    page.clock.run_for(15_000)
    page.locator(".rm-clock").click()
    page.evaluate("window.acknowledgeAll()")
    page.clock.run_for(9_000)
    assert len({entry["id"] for entry in host.sent(page, "result")}) == 1


def test_keys_do_not_leave_the_widget(host):
    page = host.open("hold", STATE)
    page.evaluate("document.addEventListener('keydown', (e) => (window.leaked ??= []).push(e.key))")
    page.get_by_role("button", name="Start").focus()
    for key in ("d", "a", "Enter"):
        page.keyboard.press(key)
    page.clock.run_for(8_000)
    page.keyboard.press("Space")
    page.get_by_label("Note for yourself").press_sequentially("dd")
    assert page.evaluate("window.leaked ?? []") == []


def test_the_whole_story_by_keyboard(host):
    page = host.open("hold", STATE)
    page.get_by_role("button", name="Start").focus()
    page.keyboard.press("Enter")
    page.clock.run_for(12_000)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="You held for").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value") == "chose"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Save"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Start"


def test_live_region_speaks_the_stages(host):
    page = host.open("hold", STATE)
    page.evaluate(
        """window.spoken = [];
        const region = document.querySelector('.rm-visually-hidden[role=status]');
        new MutationObserver(() => window.spoken.push(region.textContent))
            .observe(region, {childList: true, characterData: true, subtree: true})"""
    )
    hold_for(page, 25_000)
    spoken = page.evaluate("window.spoken")
    for words in ("Get into position", "Hold", "10 seconds", "20 seconds", "You held for"):
        assert any(words in line for line in spoken), (words, spoken)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1000])
def test_no_accessibility_violation_and_no_sideways_scroll(make_host, scheme, width):
    host = make_host(width=width, color_scheme=scheme, reduced_motion="reduce")
    fresh = {**STATE, "screening": {**STATE["screening"], "outcome": ""}}
    page = host.open("hold", fresh)
    assert host.axe(page) == []
    page.close()
    page = host.open("hold", STATE)
    assert host.axe(page) == []
    page.get_by_role("button", name="Start").click()
    page.clock.run_for(9_000)
    assert host.axe(page) == []
    page.keyboard.press("Space")
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

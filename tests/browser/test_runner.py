"""Sequences of drills in a plain page, with time under control."""

from __future__ import annotations

import pytest

from browser.families import start, state, still_clock, tap

pytestmark = pytest.mark.browser

WARM_UP = {
    **state("WarmUpRunner"),
    "steps": [
        {"name": "Circles", "how": ["Draw."], "caution": "", "unit": "reps", "amount": 3, "side": s}
        for s in ("left", "right")
    ]
    + [{"name": "Knees", "how": ["Up."], "caution": "", "unit": "s", "amount": 10, "side": ""}],
}


def begin(host):
    page = still_clock(host.open("runner", WARM_UP))
    start(page)
    page.clock.run_for(300)  # a press in the same moment would be a bounce
    return page


def test_story_from_the_first_side_to_done(host):
    page = begin(host)
    page.get_by_text("3 times · Left side").wait_for()
    tap(page, 3, 1_000)
    page.get_by_text("3 times · Right side").wait_for()
    tap(page, 3, 1_000)
    page.get_by_role("heading", name="Knees").wait_for()
    page.clock.run_for(16_500)
    assert page.get_by_role("heading", name="Well done").count() == 0
    page.clock.run_for(1_000)
    page.get_by_role("heading", name="Well done. That was all.").wait_for()
    (entry,) = host.sent(page)
    assert (entry["kind"], entry["id"]) == ("done", "done:warm_up")


def test_a_pause_stops_the_clock_and_the_counter(host):
    page = begin(host)
    page.keyboard.press("p")
    tap(page, 3, 1_000)
    page.get_by_text("0/3").wait_for()
    page.keyboard.press("p")
    for _ in range(2):
        page.get_by_role("button", name="Next").click()
    page.clock.run_for(12_000)
    page.get_by_role("button", name="Pause").click()
    page.clock.run_for(600_000)
    page.get_by_role("heading", name="Knees").wait_for()
    page.get_by_role("button", name="Go on").click()
    page.clock.run_for(5_500)
    page.get_by_role("heading", name="Knees").wait_for()
    page.clock.run_for(1_000)
    page.get_by_role("heading", name="Well done").wait_for()


def test_next_back_and_stop(host):
    page = begin(host)
    back = page.get_by_role("button", name="Back")
    assert back.is_disabled()
    page.get_by_role("button", name="Next").click()
    page.get_by_text("Step 2 of 3").wait_for()
    back.click()
    page.get_by_text("Step 1 of 3").wait_for()
    page.get_by_role("button", name="Stop here").click()
    page.locator(".rm-start").wait_for()
    assert host.sent(page) == []


@pytest.mark.parametrize("leave", ["window.closeWidget()", "location.reload()"])
def test_somebody_whose_page_went_may_go_on_at_that_step(host, leave):
    page = begin(host)
    for _ in range(2):
        page.get_by_role("button", name="Next").click()
    page.clock.run_for(2_500)
    page.evaluate(leave)
    page.wait_for_function("window.hostReady")
    page.close()
    again = still_clock(host.open("runner", WARM_UP))
    again.get_by_text("You were at step 3 of 3: Knees.").wait_for()
    again.get_by_role("button", name="Go on from there").click()
    again.get_by_text("Step 3 of 3").wait_for()
    again.get_by_text("Get ready").wait_for()  # a timed step begins with time to get ready
    again.clock.run_for(18_500)
    again.get_by_role("heading", name="Well done").wait_for()
    assert host.sent(again)[-1]["kind"] == "done"
    third = host.open("runner", WARM_UP)
    third.locator(".rm-start").wait_for()
    assert third.locator(".rm-interrupted").count() == 0


@pytest.mark.parametrize("since", ["stopped", "first step", "other drills", "two hours"])
def test_nothing_to_go_on_with(host, since):
    page = begin(host)
    if since != "first step":
        page.get_by_role("button", name="Next").click()
    page.clock.run_for(2_500)
    if since == "stopped":
        page.get_by_role("button", name="Stop here").click()
    page.evaluate("window.closeWidget()")
    if since == "two hours":
        page.evaluate(
            """() => {
                for (const [key, kept] of Object.entries(localStorage)) {
                    const noted = JSON.parse(kept);
                    localStorage[key] = JSON.stringify({...noted, seen: noted.seen - 7_200_000});
                }
            }"""
        )
    page.close()
    steps = [{**step, "name": "Hops"} for step in WARM_UP["steps"]]
    again = host.open("runner", {**WARM_UP, "steps": steps} if since == "other drills" else WARM_UP)
    again.locator(".rm-start").wait_for()
    assert again.locator(".rm-interrupted").count() == 0


def test_story_by_keyboard(host):
    page = begin(host)
    for key in ("Enter", "Space", "Enter", "Space", "Enter", "Space"):
        page.clock.run_for(500)
        page.keyboard.press(key)
    page.get_by_role("heading", name="Knees").wait_for()
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Next"
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Well done").wait_for()


def test_done_before_is_shown(host):
    page = host.open("runner", {**WARM_UP, "done": "2 times, last on 20 Nov 2026"})
    page.get_by_text("Done before: 2 times, last on 20 Nov 2026").wait_for()


def test_pull_drills_are_ten_a_side_with_bounces_after_each(host):
    page = host.open("runner", state("PullDrills"))
    page.get_by_text("What comes").click()
    drills = page.locator("ol li").all_inner_texts()
    assert len(drills) == 10
    assert all(drill.endswith("10 times on each side") for drill in drills[::2])
    assert all(drill.startswith("Small bounces: 10 times") for drill in drills[1::2])

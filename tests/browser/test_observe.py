"""Observations in a plain page."""

from __future__ import annotations

import pytest

from browser.families import start, state

pytestmark = pytest.mark.browser

LOOKED = ("The whole movement", "Your trunk", "Your pelvis", "Your hip", "Your knee over your foot")


def test_five_things_are_seen_with_drawings(host):
    page = host.open("observe", state("SingleLegSquatQuality"))
    page.get_by_text("Observation only").wait_for()
    page.get_by_role("radio", name="Left").check()
    start(page)
    assert page.locator("svg.rm-drawing").count() == 10
    save = page.get_by_role("button", name="Save what I saw")
    save.click()
    page.get_by_role("alert").filter(has_text="The whole movement").wait_for()
    assert host.sent(page) == []
    for label, level in zip(LOOKED, ("Good", "Fair", "Good", "Poor", "Good"), strict=True):
        page.get_by_role("group", name=label, exact=True).get_by_label(level).check()
    save.click()
    page.get_by_role("heading", name="What you saw is noted").wait_for()
    assert page.get_by_role("group", name="How hard").count() == 0
    page.get_by_role("button", name="Save", exact=True).click()
    body = host.sent(page, "result")[-1]["body"]
    assert (body["value"], body["unit"], body["side"]) == (5, "level", "left")
    assert body["details"]["ratings"] == {
        "overall": "good",
        "trunk": "fair",
        "pelvis": "good",
        "hip": "poor",
        "knee": "good",
    }
    assert body["details"]["seen"][:2] == ["The whole movement: Good", "Your trunk: Fair"]
    assert page.get_by_role("radio", name="Right").is_checked()


def test_the_whole_story_by_keyboard(host):
    page = host.open("observe", state("PaperGrip"))
    page.locator(".rm-start").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Save what I saw"
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What you saw is noted").wait_for()
    (result,) = host.sent(page, "result")
    assert result["body"]["details"]["ratings"] == {"card": "slipped"}


def test_left_and_right_stand_side_by_side(host):
    shown = {"id": "a", "value": 1, "text": "Noted", "at": "", "when": "", "trial": 1}
    latest = [
        {**shown, "side": side, "effort": None, "details": {"ratings": ratings}}
        for side, ratings in (
            ("left", {"thigh": "level", "knee": "straighter"}),
            ("right", {"thigh": "above", "knee": "unsure"}),
        )
    ]
    given = state("ModifiedThomas")
    page = host.open(
        "observe", {**given, "history": {**given["history"], "latest": latest, "recent": latest}}
    )
    rows = page.locator(".rm-results tbody tr").all_inner_texts()
    assert [row.split("\t") for row in rows] == [
        ["The hanging thigh", "Level", "Above"],
        ["The knee of that leg", "Straighter", "Not sure"],
    ]
    page.get_by_text("An observation, not a score").wait_for()


@pytest.mark.parametrize("name", ["ModifiedThomas", "JumpInPlace", "PaperGrip"])
def test_what_was_seen_is_called_neither_good_nor_bad(host, name):
    page = host.open("observe", state(name))
    start(page)
    page.locator(".rm-criterion").first.wait_for()
    shown = page.locator(".rm-stage").inner_text().lower()
    for word in ("good", "fair", "poor", "soft", "stiff", "✓", "✗"):
        assert word not in shown
    page.locator(".rm-criterion").evaluate_all(
        "(all) => all.forEach((one) => one.querySelector('input').click())"
    )
    page.get_by_role("button", name="Save what I saw").click()
    page.get_by_role("heading", name="What you saw is noted").wait_for()


@pytest.mark.parametrize("name", ["ModifiedThomas", "JumpInPlace", "PaperGrip"])
def test_each_observation_says_that_it_is_no_score(host, name):
    page = host.open("observe", state(name))
    page.get_by_text("gives no score").first.wait_for()
    assert page.get_by_text("Compare with people").count() == 0

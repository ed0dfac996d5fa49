"""A claim check asks first, shows the evidence then, and counts how often the two agreed."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.families import traits
from running_muscles.measure.store import Store
from running_muscles.widgets.lesson.claims import ClaimCheck

pytestmark = pytest.mark.browser

SAYINGS = {
    "holds": "It holds",
    "partly": "Partly, or it depends",
    "fails": "It does not hold",
    "untested": "Nobody has tested it",
}


@pytest.fixture
def shown(tmp_path):
    return traits(ClaimCheck("03-core", Store(tmp_path / "results.sqlite3")).front)


def say(page, saying, sure):
    page.get_by_label(SAYINGS[saying]).check()
    page.get_by_label(sure, exact=True).check()
    page.get_by_role("button", name="Show the evidence").click()


def test_the_evidence_waits_for_an_opinion(host, shown):
    page = host.open("claims", shown)
    first = shown["claims"][0]
    page.get_by_role("button", name="Show the evidence").click()
    page.get_by_text("Say first what you think").wait_for()
    assert first["evidence"] not in page.content()
    say(page, first["saying"], "A guess")
    expect(page.locator(".rm-verdict h4")).to_be_focused()
    told = page.locator(".rm-verdict").inner_text()
    assert first["evidence"] in told
    assert "as the studies do" in told
    (sent,) = host.sent(page, "claim")
    assert sent["body"] == {"claim": first["id"], "saying": first["saying"], "sure": "guess"}


def test_the_count_at_the_end_is_of_what_was_said(host, shown):
    page = host.open("claims", shown)
    for number, claim in enumerate(shown["claims"]):
        # The first is wrong and sure, the second right and sure, the others right and guessed.
        wrong = next(each for each in SAYINGS if each != claim["saying"])
        say(page, claim["saying"] if number else wrong, "A guess" if number > 1 else "Sure")
        if number < len(shown["claims"]) - 1:
            page.get_by_role("button", name="Next claim").click()
    page.get_by_role("button", name="How I did").click()
    count = len(shown["claims"])
    expect(page.locator(".rm-score")).to_be_focused()
    page.get_by_text(f"{count - 1} of {count} claims").wait_for()
    page.get_by_text("Of the 2 you were sure of, 1 were so.").wait_for()


def test_it_opens_at_the_first_claim_without_an_opinion(host, shown):
    said = {shown["claims"][0]["id"]: {"saying": "holds", "sure": "sure"}}
    page = host.open("claims", {**shown, "kept": said})
    page.get_by_text(f"Claim 2 of {len(shown['claims'])}").wait_for()
    page.get_by_role("button", name="Previous claim").click()
    page.get_by_text("You said: it holds (sure).").wait_for()
    expect(page.locator(".rm-claim")).to_be_focused()


def test_what_another_copy_tells_is_shown(host, shown):
    page = host.open("claims", shown)
    page.evaluate(
        "(id) => window.model.set('kept', {[id]: {saying: 'holds', sure: 'guess'}})",
        shown["claims"][0]["id"],
    )
    page.get_by_text("You said: it holds (a guess).").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_on_a_phone_before_and_after(make_host, shown, scheme):
    host = make_host(width=360, color_scheme=scheme)
    page = host.open("claims", shown)
    assert host.axe(page) == []
    say(page, "holds", "Sure")
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

"""A review in the browser: one question at a time, answered or put off, by keys, on a phone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from browser.families import traits
from running_muscles.measure import answers
from running_muscles.measure.answer import Answer
from running_muscles.measure.store import Store
from running_muscles.widgets.lesson.review import Review

pytestmark = pytest.mark.browser

DUE = ("core-check-bag", "core-check-slump", "core-quick-bus")
# What the kernel says to a check: the second one is right.
ANSWERS = """void (window.answers = ({ kind, id, question }) => {
    if (kind !== "check") return null;
    const verdict = question === "core-check-slump" ? "right" : "wrong";
    const told = { id: "x", text: "What it is", reason: "Because it is so." };
    const given = [{ ...told, right: verdict === "right" }];
    const answer = verdict === "right" ? [] : [told];
    queueMicrotask(() => {
        window.model.set("line", "Nothing is due. Next: 2 tomorrow.");
        window.model.set("questions", []);
    });
    return { kind: "checked", id, verdict, given, more: false, ordered: false, answer };
})"""


@pytest.fixture
def opened(make_host, tmp_path):
    def opened(due=DUE, **options):
        store = Store(tmp_path / "results.sqlite3")
        at = datetime.now(UTC) - timedelta(days=3)
        answers.add(
            store,
            [
                Answer(name, "03-core", name, "core-what", "missed", False, "check", at.isoformat())
                for name in due
            ],
        )
        host = make_host(width=360, **options)
        page = host.open("review", traits(Review(store).front), stored=False)
        page.evaluate(ANSWERS)
        return host, page

    return opened


def test_a_sitting_by_keys_on_a_phone(opened):
    host, page = opened(reduced_motion="reduce")
    page.evaluate("document.addEventListener('keydown', (e) => (window.leaked ??= []).push(e.key))")
    expect(page.locator(".rm-review-line")).to_have_text("Today 3, about 2 minutes.")
    page.get_by_role("button", name="Start").press("Enter")
    place = page.locator(".rm-review-place")
    expect(place).to_be_focused()
    expect(place).to_have_text("1 of 3 · Core")
    page.get_by_role("button", name="Check").press("Enter")
    page.get_by_text("Give an answer first").wait_for()
    page.locator("input").first.press("Space")
    page.get_by_role("button", name="Check").press("Enter")
    expect(page.locator(".rm-verdict h4")).to_be_focused()
    assert "Because it is so." in page.locator(".rm-verdict").inner_text()
    assert page.get_by_role("button", name="Later").count() == 0
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        assert host.axe(page) == []
    # What was answered stays as it is.
    assert page.locator(".rm-options").evaluate("(one) => one.closest('[inert]') !== null")
    page.get_by_role("button", name="Next").press("Enter")
    expect(place).to_have_text("2 of 3 · Core")
    page.locator("input").first.press("Space")
    page.get_by_role("button", name="Check").press("Enter")
    page.locator(".rm-verdict.rm-right").wait_for()
    page.get_by_role("button", name="Next").press("Enter")
    page.get_by_role("button", name="Later").press("Enter")
    done = page.locator(".rm-review-done")
    expect(done).to_be_focused()
    expect(done).to_have_text("Done. You had 1 of 2 right.")
    expect(page.locator(".rm-review-line")).to_have_text("Nothing is due. Next: 2 tomorrow.")
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("window.leaked ?? []") == []
    checks = host.sent(page, "check")
    assert [one["question"] for one in checks] == list(DUE[:2])
    assert all(one["at"].endswith("Z") and "utc_offset_minutes" in one for one in checks)


def test_nothing_due_is_one_sentence_and_news_come_by_themselves(opened):
    _, page = opened(due=())
    page.get_by_text("Nothing to review yet").wait_for()
    assert page.get_by_role("button").count() == 0
    page.evaluate("window.model.set('line', 'Today 1, about 1 minute.')")
    page.get_by_text("Today 1").wait_for()
    page.evaluate("window.model.set('problem', 'The disk is full.')")
    expect(page.get_by_role("alert")).to_have_text("The disk is full.")


def test_a_kernel_that_is_gone_says_how_to_wake_the_page(opened):
    _, page = opened()
    page.get_by_role("button", name="Start").click()
    page.locator("input").first.check()
    page.evaluate("void (window.model.send = () => { throw new Error('Cannot send'); })")
    page.get_by_role("button", name="Check").click()
    page.locator(".rm-wake button").wait_for()
    assert page.locator(".rm-verdict").count() == 0

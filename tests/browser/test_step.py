"""A question inside a lesson: a guess is kept and compared later, a check answers at once."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.families import traits
from running_muscles.measure.store import Store
from running_muscles.widgets.lesson.steps import Check, Predict

pytestmark = pytest.mark.browser

QUESTION = ("05-quadriceps", "quads-guess-brake")
RIGHT, WRONG = "It works while it gets longer.", "It rests, because the bones carry you."


@pytest.fixture
def opened(make_host, tmp_path):
    def opened(kind, kept=None, **options):
        shown = traits(kind(*QUESTION, Store(tmp_path / "results.sqlite3")).front)
        host = make_host(**options)
        return host, host.open("step", {**shown, "kept": kept or {}})

    return opened


def bodies(host, page):
    return [(sent["body"]["value"], sent["body"]["opened"]) for sent in host.sent(page, "step")]


def test_a_guess_is_kept_and_tells_nothing_before_it_is_compared(opened):
    host, page = opened(Predict)
    page.get_by_role("button", name="This is my guess").click()
    page.get_by_text("A guess is enough").wait_for()
    assert bodies(host, page) == []
    page.get_by_label(WRONG).check()
    page.get_by_role("button", name="This is my guess").press("Enter")
    expect(page.locator(".rm-guess")).to_be_focused()
    expect(page.locator(".rm-guess")).to_have_text(f"Your guess: {WRONG}")
    assert page.locator(".rm-verdict").count() == 0
    page.get_by_role("button", name="Compare").click()
    expect(page.locator(".rm-verdict h4")).to_be_focused()
    told = page.locator(".rm-verdict").inner_text()
    assert "Not this time" in told
    assert RIGHT in told
    assert bodies(host, page) == [("rests", False), ("rests", True)]


def test_a_guess_can_be_changed_until_it_is_compared(opened):
    host, page = opened(Predict, {"value": "rests", "opened": False})
    page.get_by_role("button", name="Change my guess").click()
    expect(page.locator("input").first).to_be_focused()
    page.get_by_label(RIGHT).check()
    page.get_by_role("button", name="This is my guess").click()
    page.get_by_role("button", name="Compare").click()
    page.locator(".rm-verdict.rm-right").wait_for()
    assert page.get_by_role("button").count() == 0
    assert bodies(host, page) == [("longer", False), ("longer", True)]


@pytest.mark.parametrize("reach", ["busy", "dead"])
def test_a_guess_needs_no_kernel(make_host, tmp_path, reach):
    host = make_host()
    shown = traits(Predict(*QUESTION, Store(tmp_path / "results.sqlite3")).front)
    page = host.open("step", shown, stored=False)
    if reach == "dead":
        page.evaluate("void (window.model.send = () => { throw new Error('Cannot send'); })")
    page.get_by_label(RIGHT).check()
    page.get_by_role("button", name="This is my guess").click()
    page.get_by_role("button", name="Compare").click()
    page.locator(".rm-verdict.rm-right").wait_for()
    waits = page.evaluate("Object.keys(localStorage).filter((key) => key.includes('step:'))")
    assert len(waits) == 1


def test_a_check_answers_at_once_and_lets_try_again(opened):
    host, page = opened(Check)
    page.get_by_label(WRONG).check()
    page.get_by_role("button", name="Check").click()
    told = page.locator(".rm-verdict").inner_text()
    assert "Bones alone would fold" in told
    assert RIGHT not in told
    page.get_by_role("button", name="Try again").click()
    page.get_by_label(RIGHT).check()
    page.get_by_role("button", name="Check").click()
    page.locator(".rm-verdict.rm-right").wait_for()
    assert bodies(host, page) == [("rests", True), ("longer", True)]


def test_another_copy_shows_what_was_said_here(opened):
    _, page = opened(Predict)
    page.evaluate("window.model.set('kept', {value: 'longer', opened: false})")
    page.get_by_role("button", name="Compare").wait_for()


def test_the_focus_stays_when_the_kernel_has_kept_it(make_host, tmp_path):
    """What was kept comes back before the word that it was stored."""
    host = make_host()
    shown = traits(Check(*QUESTION, Store(tmp_path / "results.sqlite3")).front)
    page = host.open("step", shown, stored=False)
    page.get_by_label(WRONG).check()
    page.get_by_role("button", name="Check").click()
    page.evaluate("window.model.set('kept', {value: 'rests', opened: true})")
    expect(page.locator(".rm-verdict h4")).to_be_focused()


def test_an_option_that_is_gone_is_asked_again(opened):
    _, page = opened(Predict, {"value": "of-last-year", "opened": True})
    page.get_by_role("button", name="This is my guess").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible_in_every_state_on_a_phone(opened, scheme):
    host, page = opened(Predict, width=360, color_scheme=scheme)
    assert host.axe(page) == []
    page.get_by_label(WRONG).check()
    page.get_by_role("button", name="This is my guess").click()
    assert host.axe(page) == []
    page.get_by_role("button", name="Compare").click()
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

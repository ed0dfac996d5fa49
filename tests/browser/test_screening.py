"""The health questions: once on a page, no taller than a phone, and clear about what is open."""

from __future__ import annotations

import pytest

from browser.families import state

pytestmark = pytest.mark.browser

PHONE = 800  # pixels; the browser's own bars are gone from a screen of 900


def test_the_first_open_question_is_named_and_focused(host):
    page = host.open("screening", state("Screening", cleared=False))
    questions = page.locator("fieldset")
    for number, question in enumerate(questions.all()):
        if number not in (2, 5):
            question.get_by_label("No", exact=True).check()
    page.get_by_text("13 of 15 answered").wait_for()
    page.get_by_role("button", name="Continue").click()
    named = questions.nth(2).locator("legend").inner_text()
    page.get_by_role("alert").filter(has_text=named).wait_for()
    assert questions.nth(2).evaluate("(set) => set.contains(document.activeElement)")
    for number in (2, 5):
        questions.nth(number).get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("alert").filter(has_text="tick the box about stopping").wait_for()
    assert page.evaluate("document.activeElement.type") == "checkbox"


def test_a_page_with_several_tests_asks_once(host):
    fresh = state("PlankHold", cleared=False)
    page = host.open("screening", state("Screening", cleared=False))
    page.evaluate("(state) => window.show('hold', state)", fresh)
    page.get_by_text("They stand further up on this page").wait_for()
    assert page.locator("fieldset").count() == 15
    page.get_by_role("button", name="Answer them here").click()
    assert page.locator("fieldset").count() == 30


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone(make_host, scheme):
    host = make_host(width=360, color_scheme=scheme)
    page = host.open("screening", state("Screening", cleared=False))
    assert page.locator(".rm-health").bounding_box()["height"] < PHONE
    assert host.axe(page) == []


def test_a_map_of_what_lies_inside_shows_no_blank_body(host):
    from browser.families import traits
    from running_muscles.widgets.body.musclemap import MuscleMap

    page = host.open("musclemap", traits(MuscleMap(group="heart")))
    page.get_by_text("Works with its own beat").wait_for()
    assert page.get_by_text("Works with its own beat").count() == 1
    assert page.locator(".rm-body").count() == 0
    page.close()
    page = host.open("musclemap", traits(MuscleMap(group="calves")))
    page.locator(".rm-body").wait_for()

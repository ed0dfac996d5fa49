"""The moving person inside other widgets: one script a page, one person at a time."""

from __future__ import annotations

from itertools import pairwise

import pytest

from browser.conftest import plain
from browser.families import ASSESSMENTS, state
from browser.test_plan import DONE
from running_muscles.tables import exercises
from running_muscles.widgets.body.figure import answer
from running_muscles.widgets.lesson.cards import Exercises

pytestmark = pytest.mark.browser

# A kernel side that keeps entries and answers for figures, as `panel.py` does.
KERNEL = """figures => {
  window.answers = (entry) => {
    if (entry.kind !== "figure") return { kind: "stored", id: entry.id, rev: entry.rev };
    const { script, skeleton, ...movement } = figures[entry.body.name];
    const once = entry.body.script ? { script, skeleton } : {};
    return { kind: "answered", id: entry.id, ...movement, ...once };
  };
}"""
UP_AND_HEIGHT = """() => [
  document.querySelector(".rm-dial-face").children[0].textContent,
  document.querySelector(".rm-figure-frame .f-hair").getBBox().y,
]"""
NAMES = ("front_plank", "bird_dog", "single_leg_heel_raise")


@pytest.fixture(scope="module")
def figures():
    return {name: plain(answer({"name": name, "script": True})) for name in NAMES}


@pytest.fixture(scope="module")
def cards():
    return {"html": Exercises(None, "front_plank", "bird_dog").html}


def live(page):
    return page.locator(".rm-figure-player")


def drawing(page, number=0):
    return page.locator(".rm-figure-frame svg").nth(number).inner_html()


def asked(page):
    return [each["body"] for each in page.evaluate("window.model.sent") if each["kind"] == "figure"]


def open_cards(host, cards, figures):
    page = host.open("cards", cards, stored=False)
    page.evaluate(KERNEL, figures)
    return page


def show(page, number):
    page.get_by_role("button", name="Show it moving").nth(number).click()


def test_cards_stand_still_until_somebody_asks(host, cards, figures):
    page = open_cards(host, cards, figures)
    assert page.locator(".rm-card").count() == 2
    assert page.locator("[data-movement] svg.rm-figure").count() == 2
    page.clock.run_for(1000)
    assert live(page).count() == 0
    assert asked(page) == []


def test_the_script_comes_once_and_one_person_moves_at_a_time(host, cards, figures):
    page = open_cards(host, cards, figures)
    show(page, 0)
    live(page).first.wait_for()
    show(page, 0)  # the button that is left
    live(page).nth(1).wait_for()
    assert [each["script"] for each in asked(page)] == [True, False]
    page.clock.run_for(200)
    assert page.get_by_role("button", name="Pause").count() == 1
    first, seen = drawing(page), set()
    for _ in range(6):
        page.clock.run_for(500)
        seen.add(drawing(page, 1))
    assert drawing(page) == first
    assert len(seen) > 2
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(100)
    assert page.get_by_role("button", name="Pause").count() == 1


def test_a_card_moves_by_keyboard_alone(host, cards, figures):
    page = open_cards(host, cards, figures)
    page.get_by_role("button", name="Show it moving").first.focus()
    page.keyboard.press("Enter")
    live(page).first.wait_for()
    focused = "document.activeElement.textContent"
    assert page.evaluate(focused) == "Pause"
    page.keyboard.press("Space")
    assert page.evaluate(focused) == "Play"
    still = drawing(page)
    page.get_by_role("slider", name="Turn the person").focus()
    page.keyboard.press("ArrowRight")
    assert drawing(page) != still


def test_without_an_answer_the_picture_stays_and_a_sentence_says_why(host, cards):
    page = host.open("cards", cards, stored=False)
    page.evaluate(
        "() => { window.answers = ({ id }) => ({ kind: 'refused', id, sentence: 'Not today.' }) }"
    )
    show(page, 0)
    page.get_by_text("Not today.").wait_for()
    assert page.locator("[data-movement] svg.rm-figure").count() == 2
    assert page.get_by_role("button", name="Show it moving").count() == 2


def test_with_reduced_motion_a_card_shows_start_and_end_and_nothing_plays(
    make_host, cards, figures
):
    page = open_cards(make_host(reduced_motion="reduce"), cards, figures)
    show(page, 1)
    live(page).first.wait_for()
    assert drawing(page).count("f-hair") == 4
    still = drawing(page)
    page.clock.run_for(1000)
    assert drawing(page) == still
    assert page.get_by_role("button", name="Play").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_cards_on_a_phone_are_accessible_and_fit(make_host, cards, figures, scheme):
    host = make_host(color_scheme=scheme, width=360, reduced_motion="reduce")
    page = open_cards(host, cards, figures)
    show(page, 0)
    live(page).first.wait_for()
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def open_test(host, name, figures):
    page = host.open(ASSESSMENTS[name], state(name))
    page.evaluate(KERNEL, figures)
    return page


def test_how_to_shows_start_and_end_before_the_test(host, figures):
    page = open_test(host, "PlankHold", figures)
    still = page.locator(".rm-details .rm-figure-still svg")
    assert still.is_visible()
    assert still.inner_html().count("f-hair") == 4
    show(page, 0)
    page.locator(".rm-details .rm-figure-player").wait_for()


def test_a_hold_shows_its_posture_and_leaves_the_clock_alone(host, figures):
    page = open_test(host, "PlankHold", figures)
    show(page, 0)
    live(page).wait_for()
    page.get_by_role("button", name="Start", exact=True).click()
    page.locator(".rm-figure-small").wait_for()
    assert len(asked(page)) == 1
    posture = drawing(page)
    page.clock.run_for(8000)
    assert drawing(page) == posture
    assert page.locator(".rm-dial-face").inner_text().startswith("Hold")
    page.keyboard.press("Space")
    page.get_by_role("heading", name="Held").wait_for()
    assert live(page).count() == 0


def test_a_count_to_a_beat_loops_at_the_beat(host, figures):
    page = open_test(host, "HeelRaiseCount", figures)
    show(page, 0)
    live(page).wait_for()
    page.get_by_role("button", name="Start", exact=True).click()
    page.locator(".rm-figure-small").wait_for()
    page.clock.run_for(5500)
    # The word under the clock and the height of the head: on tiptoes it is highest.
    heights = {"Up": [], "Down": []}
    for _ in range(40):
        page.clock.run_for(130)
        word, height = page.evaluate(UP_AND_HEIGHT)
        heights[word].append(height)
    assert min(map(len, heights.values())) > 8
    # It rises with the first beat and sinks with the second.
    for word, way in (("Up", -1), ("Down", 1)):
        steps = [way * (after - before) for before, after in pairwise(heights[word])]
        assert sum(step > 1 for step in steps) > sum(step < -1 for step in steps)


def test_nobody_asked_for_motion_so_the_picture_stands_beside_the_clock(host):
    page = host.open("hold", state("PlankHold"))
    page.get_by_role("button", name="Start", exact=True).click()
    assert page.locator(".rm-beside svg.rm-figure").is_visible()
    assert asked(page) == []
    page.clock.run_for(6000)
    assert page.locator(".rm-dial-face").inner_text().startswith("Hold")
    assert live(page).count() == 0


def test_an_exercise_of_the_plan_that_is_opened_moves(host, figures):
    page = host.open("plan", DONE, stored=False)
    dose = page.locator("details.rm-dose").first
    title = dose.locator("strong").inner_text()
    name = next(key for key, row in exercises().items() if row.name == title)
    page.evaluate(KERNEL, {name: plain(answer({"name": name, "script": True}))})
    assert asked(page) == []
    dose.locator("> summary").click()
    dose.locator(".rm-figure-player").wait_for()
    dose.locator("> summary").click()
    dose.locator("> summary").click()
    assert [each["name"] for each in asked(page)] == [name]
    # The next week is drawn afresh, and nothing of this one goes on.
    page.get_by_role("button", name="Next").click()
    assert live(page).count() == 0

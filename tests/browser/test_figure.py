"""The moving person in a plain page: play, stop, step, turn, see a mistake."""

from __future__ import annotations

from itertools import pairwise

import pytest

from browser.conftest import plain
from running_muscles.widgets.body.figure import MovementFigure

pytestmark = pytest.mark.browser


def state(name="squat"):
    widget = MovementFigure(name)
    return plain({"figure": widget.figure, "legend": widget.legend})


def drawing(page):
    return page.locator(".rm-figure-frame svg").inner_html()


def slider(page, name):
    return page.get_by_role("slider", name=name)


def test_it_plays_and_pauses(host):
    page = host.open("figure", state())
    before = drawing(page)
    page.clock.run_for(600)
    assert drawing(page) != before
    page.get_by_role("button", name="Pause").click()
    stopped = drawing(page)
    page.clock.run_for(600)
    assert drawing(page) == stopped
    page.get_by_role("button", name="Play").click()
    page.clock.run_for(600)
    assert drawing(page) != stopped


def test_a_loop_lasts_as_long_as_the_movement(host):
    page = host.open("figure", state("easy_run"))
    page.clock.run_for(200)
    places = []
    for _ in range(12):
        page.clock.run_for(100)
        places.append(int(slider(page, "Where in the movement").input_value()))
    # A stride of under a second: it has come round at least once.
    assert any(after < before for before, after in pairwise(places))


def test_the_slider_steps_through_it_by_keyboard(host):
    page = host.open("figure", state())
    place = slider(page, "Where in the movement")
    place.focus()
    page.keyboard.press("Home")
    start = drawing(page)
    page.get_by_role("button", name="Play").wait_for()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    assert drawing(page) != start
    assert place.get_attribute("aria-valuetext") == "20 %"
    page.keyboard.press("Home")
    assert drawing(page) == start


def test_it_turns_by_keys_and_by_dragging_and_comes_back(host):
    page = host.open("figure", state())
    page.get_by_role("button", name="Pause").click()
    best = drawing(page)
    slider(page, "Turn the person").focus()
    page.keyboard.press("ArrowRight")
    assert drawing(page) != best
    page.get_by_role("button", name="Best view").click()
    assert drawing(page) == best
    box = page.locator(".rm-figure-frame").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(middle[0] + 120, middle[1])
    page.mouse.up()
    assert drawing(page) != best
    assert slider(page, "Turn the person").input_value() == "-70"


def test_a_usual_mistake_is_shown_and_said(host):
    page = host.open("figure", state())
    page.get_by_role("button", name="A usual mistake").click()
    page.get_by_role("status").get_by_text("The heels come up").wait_for()
    wrong = drawing(page)
    page.get_by_role("button", name="How it should look").click()
    assert drawing(page) != wrong
    assert page.get_by_role("status").text_content() == ""


def test_with_reduced_motion_start_and_end_stand_side_by_side(make_host):
    host = make_host(reduced_motion="reduce")
    page = host.open("figure", state())
    still = drawing(page)
    assert still.count("f-hair") == 4  # hair and knot, twice
    page.clock.run_for(2000)
    assert drawing(page) == still
    assert page.get_by_role("button", name="Play").count() == 0
    slider(page, "Where in the movement").focus()
    page.keyboard.press("ArrowRight")
    assert drawing(page).count("f-hair") == 2


def test_keys_stay_inside(host):
    page = host.open("figure", state())
    page.evaluate("document.addEventListener('keydown', () => { window.leaked = true; })")
    slider(page, "Turn the person").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("window.leaked") is None


def test_closed_it_rests(host):
    page = host.open("figure", state())
    page.evaluate("window.closeWidget()")
    page.clock.run_for(500)
    assert page.locator(".rm-figure-player").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1000, 360])
def test_it_is_accessible_and_fits(make_host, scheme, width):
    host = make_host(color_scheme=scheme, width=width, reduced_motion="reduce")
    page = host.open("figure", state("clamshell"))
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator(".rm-figure-frame svg").bounding_box()
    assert box["width"] > 250


PROPS = {
    "jump_rope": "f-rope",
    "ball_curl": "f-ball",
    "band_side_step": "f-band",
    "toe_yoga": "f-skin",
    "resting_hr": "f-arrow",
}


@pytest.mark.parametrize("name", PROPS)
def test_props_and_close_pictures_are_drawn(host, name):
    page = host.open("figure", state(name))
    page.clock.run_for(400)
    kinds = page.locator(".rm-figure-frame svg g").evaluate_all(
        "all => all.map(g => g.className.baseVal)"
    )
    assert any(PROPS[name] in kind.split() for kind in kinds)
    shown = page.locator(".rm-figure-frame svg").evaluate(
        "svg => svg.getBBox().height / svg.viewBox.baseVal.height"
    )
    assert shown > 0.5

"""Figures side by side in a plain page: one slider, named stops, a phone, less motion."""

from __future__ import annotations

import pytest

from browser.conftest import plain
from running_muscles.widgets.body.compare import Compare, PoseFallPull

pytestmark = pytest.mark.browser

TRAITS = (
    "title",
    "figures",
    "skeleton",
    "stops",
    "differs",
    "notes",
    "sources",
    "begins",
    "slower",
)
FEET = ("heel_landing", "midfoot_landing", "forefoot_landing")


def state(widget):
    return plain({name: getattr(widget, name) for name in TRAITS})


def drawings(page):
    return page.locator(".rm-compare-figures > figure > svg").evaluate_all(
        "all => all.map(svg => svg.innerHTML)"
    )


def slider(page):
    return page.get_by_role("slider", name="Move through the step")


def test_one_slider_moves_all_by_keys_and_stops_say_where_it_is(host):
    page = host.open("compare", state(Compare("overstriding", "landing_near")))
    page.evaluate("document.addEventListener('keydown', () => { window.leaked = true; })")
    first = drawings(page)
    assert first[0] != first[1]
    slider(page).focus()
    for _ in range(6):
        page.keyboard.press("PageUp")
    assert slider(page).get_attribute("aria-valuetext") == "Pushes off, 60 %"
    moved = drawings(page)
    assert all(before != after for before, after in zip(first, moved, strict=True))
    stops = page.get_by_role("group", name="Go to")
    assert stops.get_by_role("button", pressed=True).inner_text() == "Pushes off"
    page.keyboard.press("End")
    # The end is the landing of the other foot, and the same mark is there again.
    assert slider(page).get_attribute("aria-valuetext") == "Lands, 100 %"
    assert all(each.count("f-mark") == 2 for each in drawings(page))
    stops.get_by_role("button", name="Lands").press("Enter")
    assert drawings(page) == first
    assert page.evaluate("window.leaked") is None


def test_it_plays_slowly_pauses_and_rests_when_closed(host):
    page = host.open("compare", state(Compare("arms_swinging", "arms_still")))
    before = drawings(page)
    page.clock.run_for(500)
    assert drawings(page) == before
    page.get_by_role("button", name="Play slowly").click()
    page.clock.run_for(600)
    assert all(a != b for a, b in zip(before, drawings(page), strict=True))
    page.get_by_role("button", name="Pause").click()
    stopped = drawings(page)
    page.clock.run_for(600)
    assert drawings(page) == stopped
    # Another moving person begins: this one gives way.
    page.get_by_role("button", name="Play slowly").click()
    page.evaluate("document.dispatchEvent(new CustomEvent('rm-figure-begins', {detail: null}))")
    page.get_by_role("button", name="Play slowly").wait_for()
    page.evaluate("window.closeWidget()")
    page.clock.run_for(200)
    assert page.locator(".rm-compare").count() == 0


def test_three_words_are_three_stops_each_with_its_meaning(host):
    page = host.open("compare", state(PoseFallPull()))
    told = page.locator(".rm-compare-told")
    seen = []
    for name, words in (("Fall", "tip forward"), ("Pull", "under the hip"), ("Pose", "one leg")):
        page.get_by_role("button", name=name).click()
        assert told.inner_text().startswith(f"{name}.")
        assert words in told.inner_text()
        page.get_by_role("status").get_by_text(words).wait_for(state="attached")
        seen += drawings(page)
    assert len(set(seen)) == 3
    assert page.locator("figcaption").count() == 0


@pytest.mark.parametrize(("scheme", "width"), [("light", 1000), ("dark", 360)])
def test_it_is_accessible_and_fits(make_host, scheme, width):
    host = make_host(color_scheme=scheme, width=width, reduced_motion="reduce")
    page = host.open("compare", state(Compare(*FEET)))
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.get_by_role("button", name="Play slowly").count() == 0
    boxes = page.locator(".rm-compare-figures > figure").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().top)"
    )
    assert len(set(boxes)) == (3 if width == 360 else 1)
    # It begins where the three differ: arrows show what touches first.
    still = drawings(page)
    assert [each.count("f-mark") for each in still] == [1, 2, 1]
    page.clock.run_for(1000)
    assert drawings(page) == still

"""Figures by keys alone: every slider and button that a pointer can work."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.lab

ACTIVE = "(plot) => plot.layout.sliders[0].active"


@pytest.fixture
def page(lab):
    lab.clear()
    lab.write_notebook(
        "keys.ipynb",
        "import running_muscles as rm; rm.figures.noise()",
        "rm.figures.plank_references()",
        "rm.Checkpoint('03-core')",
    )
    page = lab.open("keys.ipynb")
    page.locator(".rm-progress").wait_for()
    page.locator(".js-plotly-plot").nth(1).wait_for()
    yield page
    page.close()


def test_a_slider_says_its_value_and_moves_by_keys(page):
    plot = page.locator(".js-plotly-plot").first
    slider = plot.get_by_role("slider", name="Second result")
    steps = int(slider.get_attribute("aria-valuemax"))
    start = plot.evaluate(ACTIVE)
    slider.focus()
    # A key moves by one step, and the next key finds the same slider again.
    for key, at in (
        ("ArrowRight", start + 1),
        ("ArrowUp", start + 2),
        ("ArrowLeft", start + 1),
        ("ArrowDown", start),
        ("End", steps),
        ("ArrowRight", steps),
        ("Home", 0),
        ("ArrowLeft", 0),
    ):
        page.keyboard.press(key)
        expect(slider).to_have_attribute("aria-valuenow", str(at))
        assert plot.evaluate(ACTIVE) == at
    expect(slider).to_be_focused()
    page.keyboard.press("End")
    plot.locator("text", has_text="stands out: higher").first.wait_for()
    shown = plot.locator(".slider-container text", has_text="Second result").first.text_content()
    expect(slider).to_have_attribute("aria-valuetext", shown)
    # A key that is not the slider's does nothing to the notebook either.
    for key in "dd":
        page.keyboard.press(key)
    assert page.locator(".jp-Cell").count() == 3


def test_buttons_are_pressed_by_enter_and_space_and_keep_the_focus(page):
    plot = page.locator(".js-plotly-plot").nth(1)
    buttons = plot.locator(".updatemenu-button[role=button]")
    buttons.first.wait_for()
    assert buttons.count() > 1
    buttons.first.focus()
    for place in range(1, buttons.count()):
        page.keyboard.press("Tab")
        expect(buttons.nth(place)).to_be_focused()
        page.keyboard.press("Enter" if place % 2 else "Space")
        expect(buttons.nth(place)).to_have_attribute("aria-pressed", "true")
        expect(buttons.nth(place)).to_be_focused()
        assert plot.evaluate("(plot) => plot.layout.updatemenus[0].active") == place

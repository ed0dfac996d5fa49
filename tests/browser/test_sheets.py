"""Several widgets in one page: each brings the common sheet, and keeps its own look."""

from __future__ import annotations

import pytest

from browser.families import state, traits
from running_muscles.widgets.body.musclemap import MuscleMap

pytestmark = pytest.mark.browser


def test_a_widget_keeps_its_look_when_another_comes_later(host):
    page = host.open("musclemap", traits(MuscleMap()))
    switch = page.locator(".rm-body-switch")
    assert not switch.is_visible()
    page.evaluate("(state) => window.show('screening', state)", state("Screening"))
    page.locator("section.rm").nth(1).wait_for()
    assert not switch.is_visible()


def test_ticks_are_dark_on_a_dark_page(make_host):
    page = make_host(color_scheme="dark").open("hold", state("PlankHold"))
    tick = page.locator("input[type=checkbox]").first
    assert tick.evaluate("(box) => getComputedStyle(box).colorScheme") == "dark"

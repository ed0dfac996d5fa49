"""Mechanisms in a plain page: moved by keys, read aloud, seen on a phone, and without motion."""

from __future__ import annotations

import pytest

from browser.conftest import plain
from running_muscles.widgets.mechanism.widget import MECHANISMS, Mechanism

pytestmark = pytest.mark.browser

TRAITS = ("title", "sliders", "scene", "table", "presets", "note", "more", "sources")
NAMES = sorted(MECHANISMS)
SMALLEST_LETTERS = 12
CHAMBER = "getComputedStyle(document.querySelector('.rm-strip-chamber'))"
LETTERS = """() => [...document.querySelectorAll('.rm-strip')].map((svg) => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    const sizes = [...svg.querySelectorAll('text')]
        .map((text) => parseFloat(getComputedStyle(text).fontSize));
    return Math.min(...sizes) * scale;
})"""
# Words as the browser draws them: over another, or out of the drawing.
COLLISIONS = """() => [...document.querySelectorAll('.rm-strip')].flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    const words = [...svg.querySelectorAll('text')]
        .map((text) => [text.textContent, text.getBoundingClientRect()]);
    const out = words.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1);
    const over = words.filter(([, a], at) => words.slice(at + 1).some(([, b]) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3
    ));
    return [...out, ...over].map(([word]) => word);
})"""


def state(name):
    widget = Mechanism(name)
    return plain({trait: getattr(widget, trait) for trait in TRAITS})


def all_six(host):
    """Show every mechanism in one page."""
    first, *rest = NAMES
    page = host.open("mechanism", state(first))
    for name in rest:
        page.evaluate("([script, state]) => window.show(script, state)", ["mechanism", state(name)])
    return page


def part(page, name):
    return page.get_by_role("region", name=state(name)["title"])


def answer(widget):
    return widget.locator(".rm-mechanism-answer").inner_text()


def test_all_are_accessible_and_can_be_read_on_a_phone_in_light_in_dark_and_without_motion(
    make_host,
):
    host = make_host(width=360, reduced_motion="reduce")
    page = all_six(host)
    for end in ("Home", "End"):
        for slider in page.get_by_role("slider").all():
            slider.press(end)
        assert page.evaluate(COLLISIONS) == []
    assert min(page.evaluate(LETTERS)) >= SMALLEST_LETTERS
    for fold in page.locator("summary").all():
        fold.click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # The heart stands still, and shows itself full and emptied.
    assert page.evaluate(CHAMBER + ".animationName") == "none"
    assert page.get_by_role("button", name="Hold it still").count() == 0
    assert page.locator(".rm-strip-emptied").count() == 1


def test_sliders_are_moved_by_keys_and_say_where_they_stand_and_what_follows(host):
    page = all_six(host)
    page.evaluate("document.addEventListener('keydown', (e) => (window.leaked ??= []).push(e.key))")
    for name in NAMES:
        widget, shown = part(page, name), state(name)
        for at, slider in enumerate(shown["sliders"]):
            handle = widget.get_by_role("slider", name=slider["label"], exact=True)
            handle.press("Home")
            handle.press("End")
            assert handle.get_attribute("aria-valuetext") == slider["stops"][-1]
            assert widget.locator(".rm-mechanism-stop").nth(at).inner_text() == slider["stops"][-1]
        first, last = (shown["scene"]["frames"][at]["sentence"] for at in (0, -1))
        assert first != last
        assert answer(widget) == last
        assert widget.get_by_role("status").inner_text().strip() == last
        assert last in widget.locator("svg").get_attribute("aria-label")
    assert page.evaluate("window.leaked ?? []") == []


def test_the_heart_beats_at_its_rate_is_held_still_and_leaves_nothing_behind(host):
    page = host.open("mechanism", state("heart"))
    length = CHAMBER + ".animationDuration"
    page.get_by_role("button", name="Easy run").click()
    assert page.evaluate(length) == "0.462s"
    assert answer(page) == "130 beats of 100 millilitres move 13.0 litres of blood a minute."
    page.get_by_role("button", name="Hold it still").click()
    assert page.evaluate(length) == "0s"
    page.get_by_role("button", name="Let it beat").click()
    page.get_by_role("slider", name="Beats in a minute").press("Home")
    assert page.evaluate(length) == "1.5s"
    page.evaluate("window.closeWidget()")
    assert page.locator("section.rm").count() == 0

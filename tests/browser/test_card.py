"""The card of a result in a plain page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from browser.conftest import plain
from browser.families import state
from running_muscles.measure.about import About
from running_muscles.measure.result import Result
from running_muscles.tables import protocols
from running_muscles.widgets.drawing import svg
from running_muscles.widgets.history import history
from running_muscles.widgets.tests.card import card
from running_muscles.widgets.tests.reading import reading

pytestmark = pytest.mark.browser

SIDES = (("left", 20), ("right", 24), ("left", 22), ("right", 31))


def measured(name: str, test: str, *sided: tuple[str, float]) -> dict[str, Any]:
    row, about = protocols()[test], About(30, "M")
    results = [
        Result(f"r{day}", test, value, row.unit, f"2026-11-{day:02d}T09:00:00Z", side)
        for day, (side, value) in enumerate(sided, 1)
    ]
    shown = {
        "history": history(results, row, date(2026, 11, 20)),
        "reading": reading(results, row, about),
        "card": card(results, row, about),
    }
    return {**state(name), **plain(shown)}


def heel_raises() -> dict[str, Any]:
    return measured("HeelRaiseCount", "single_leg_heel_raise", *SIDES)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_number_line_sentence_and_the_rest_folded(make_host, scheme):
    host = make_host(width=360, color_scheme=scheme, reduced_motion="reduce")
    given = heel_raises()
    page = host.open("count", given)
    results = page.locator(".rm-results")
    assert "22 repetitions" in results.locator(".rm-tiles").inner_text().replace("\n", " ")
    assert "stands out from the noise" in results.locator(".rm-verdict-line").inner_text()
    assert "Right now 31 repetitions" in svg(given["card"]["drawing"]).replace(":", "")
    assert not results.locator("table").or_(results.locator(".rm-reading")).first.is_visible()
    assert results.locator("summary:visible").count() == 1
    results.get_by_text("More: earlier results").click()
    results.locator("table").wait_for()
    results.get_by_text("Compare with people more like me").wait_for()
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_browser_draws_what_an_exported_page_draws(host):
    given = heel_raises()
    page = host.open("count", given)
    same = page.evaluate(
        """(html) => {
          const made = document.createElement("div");
          made.innerHTML = html;
          return document.querySelector(".rm-strip").isEqualNode(made.firstElementChild);
        }""",
        svg(given["card"]["drawing"]),
    )
    assert same


def test_a_result_that_is_taken_away_leaves_the_drawing_at_once(host):
    page = host.open("hold", measured("PlankHold", "front_plank", *[("", 50)] * 3), stored=False)
    page.get_by_text("Earlier results").click()
    dots = page.locator(".rm-result .rm-strip circle")
    trend = page.locator(".rm-more .rm-strip circle")
    assert (dots.count(), trend.count()) == (3, 3)
    page.locator('[data-id="r1"]').get_by_role("button", name="Delete").click()
    page.wait_for_function("document.querySelectorAll('.rm-result circle').length === 2")
    assert trend.count() == 2
    page.locator('[data-id="r3"]').get_by_role("button", name="Delete").click()
    # What the sentence compares is gone: better no sentence than a wrong one.
    page.locator(".rm-verdict-line").wait_for(state="detached")
    assert (dots.count(), trend.count()) == (0, 1)

"""Pages without a script, on a phone: course map, exercises, claims, and results in an export."""

from __future__ import annotations

import pytest

from browser.conftest import ORIGIN
from browser.families import sample_store
from running_muscles.widgets.asleep import picture
from running_muscles.widgets.lesson.cards import Exercises
from running_muscles.widgets.lesson.claims import ClaimCheck
from running_muscles.widgets.own.coursemap import CourseMap
from running_muscles.widgets.tests.hold import PlankHold

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible_and_fit_and_the_next_step_is_the_largest(make_host, tmp_path, scheme):
    host = make_host(width=360, color_scheme=scheme, reduced_motion="reduce")
    store = sample_store(tmp_path / "results.sqlite3", results=True)
    parts = (
        CourseMap(store).html,
        Exercises(None, "single_leg_calf_raise", "jump_rope").html,
        picture(ClaimCheck("08-calves", store)._still()),
        picture(PlankHold(store)._still()),
    )
    page = host.context.new_page()
    page.goto(ORIGIN + "/")
    page.evaluate("(html) => (document.querySelector('#views').innerHTML = html)", "".join(parts))
    page.evaluate("document.querySelectorAll('details').forEach((fold) => (fold.open = true))")
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    heights = page.evaluate(
        "[...document.querySelectorAll('.rm-stop')].map((stop) => stop.offsetHeight)"
    )
    following = page.locator(".rm-stop-next")
    assert following.count() == 1
    assert following.evaluate("(stop) => stop.offsetHeight") == max(heights)
    assert heights.count(max(heights)) == 1
    # A picture of the page is no use when it shows nothing.
    assert page.locator(".rm-strip-now").bounding_box()["width"] > 5
    icon = page.locator(".rm-icon-clock").first
    assert icon.evaluate("(drawn) => getComputedStyle(drawn).maskImage").startswith("url(")

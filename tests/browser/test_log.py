"""The log in a plain page: look, correct, delete, bring back."""

from __future__ import annotations

import pytest

from browser.families import state

pytestmark = pytest.mark.browser


def test_a_result_is_corrected(host):
    page = host.open("log", state("Log"), stored=False)
    page.get_by_role("button", name="Edit: Side plank, Left").click()
    page.get_by_label("Effort, 0 to 10").select_option("3")
    page.get_by_label("Note").fill("before breakfast")
    page.get_by_role("button", name="Save").click()
    (entry,) = host.sent(page)
    assert (entry["id"], entry["kind"]) == ("edit:two", "edit")
    assert entry["body"] == {"result": "two", "effort": 3, "note": "before breakfast"}
    page.get_by_role("cell", name="before breakfast").wait_for()  # shown before it is stored
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused.startswith("Edit: Side plank")


def test_delete_and_undo_by_keyboard(host):
    page = host.open("log", state("Log"), stored=False)
    page.get_by_role("button", name="Delete: Front plank").focus()
    page.keyboard.press("Enter")
    assert page.locator("[data-id=one]").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    page.keyboard.press("Enter")
    page.locator("[data-id=one]").wait_for()
    bodies = [entry["body"] for entry in host.sent(page, "delete")]
    assert bodies == [{"result": "one", "deleted": True}, {"result": "one", "deleted": False}]


def test_the_filter_shows_one_test_and_tells_the_kernel(host):
    page = host.open("log", state("Log"))
    assert page.locator("tbody tr").count() == 3
    page.get_by_label("Show", exact=True).select_option("Side plank")
    assert page.locator("tbody tr").count() == 1
    assert page.evaluate("window.model.get('chosen')") == "side_plank"


def test_a_table_in_use_is_not_drawn_again_while_something_waits(host):
    page = host.open("log", state("Log"), stored=False)
    page.get_by_role("button", name="Delete: Front plank").click()
    page.get_by_role("button", name="Edit: Side plank").focus()
    page.clock.run_for(30_000)
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused.startswith("Edit: Side plank")


def test_many_results_are_shown_in_parts(host):
    given = state("Log")
    rows = [{**given["rows"][0], "id": str(number)} for number in range(45)]
    page = host.open("log", {**given, "rows": rows})
    assert page.locator("tbody tr").count() == 30
    page.get_by_role("button", name="Show 15 older").click()
    assert page.locator("tbody tr").count() == 45


def test_no_result_is_said_kindly(host):
    page = host.open("log", {**state("Log"), "rows": []})
    page.get_by_text("No result yet").wait_for()

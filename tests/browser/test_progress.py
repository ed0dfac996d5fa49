"""The count of a quiz or checkpoint in a plain page."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

STATE = {
    "mode": "quiz",
    "done": 6,
    "total": 8,
    "unanswered": [
        {"number": 3, "stem": "Put the *links* in order."},
        {"number": 8, "stem": "Say why."},
    ],
    "problem": "",
}


def test_open_questions_are_named_with_the_way_on(host):
    page = host.open("progress", STATE)
    page.get_by_text("6 of 8 answered").wait_for()
    assert page.get_by_role("listitem").all_text_contents() == [
        "Question 3: Put the links in order.",
        "Question 8: Say why.",
    ]
    page.get_by_text("Assignment List").wait_for()


def test_the_count_follows_the_answers_and_is_spoken(host):
    page = host.open("progress", STATE)
    status = page.get_by_role("status")
    page.evaluate("window.model.set('unanswered', [])")
    page.evaluate("window.model.set('done', 8)")
    assert status.text_content() == "8 of 8 answered"
    page.get_by_text("Every question has an answer.").wait_for()
    assert page.get_by_role("listitem").count() == 0


def test_a_checkpoint_counts_what_was_right(host):
    page = host.open("progress", {**STATE, "mode": "checkpoint", "done": 4, "total": 6})
    page.get_by_text("4 of 6 right so far").wait_for()
    assert page.get_by_text("Assignment List").count() == 0
    page.evaluate("window.model.set('done', 6)")
    page.get_by_text("Well done").wait_for()


def test_practice_asks_for_another_try(host):
    page = host.open("progress", {**STATE, "mode": "checkpoint", "again": True, "done": 1})
    page.get_by_role("button", name="New try with other questions").click()
    assert [one["kind"] for one in host.sent(page)] == ["again"]


def test_a_problem_is_shown(host):
    page = host.open("progress", {**STATE, "problem": "The old file was kept."})
    page.get_by_role("alert").filter(has_text="The old file was kept.").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1000])
def test_no_accessibility_violation_and_no_sideways_scroll(make_host, scheme, width):
    host = make_host(width=width, color_scheme=scheme)
    page = host.open("progress", {**STATE, "problem": "The old file was kept."})
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

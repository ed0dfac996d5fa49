"""Matching, gaps and labels in a plain page: by mouse, by keyboard, small, dark, checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from browser.test_question import SINGLE, checkpoint, kernel_says, quiz, values
from running_muscles.quiz import bank, public

pytestmark = pytest.mark.browser

BANK = bank.load(Path(__file__).parents[1] / "quiz/banks/91-kinds.yaml")
MATCH, GAPS, LABELS = (
    public.public(BANK.question(name))
    for name in ("match-capitals", "fill-colours", "label-thighs")
)
NEW = {question["type"]: question for question in (MATCH, GAPS, LABELS)}
LEFT, RIGHT = "Front of the thigh, left", "Front of the thigh, right"


def test_matching_by_list_and_by_keyboard(host):
    page = host.open("question", quiz(MATCH))
    page.get_by_label("France").select_option(label="Paris")
    page.get_by_label("Spain").focus()
    page.keyboard.press("m")
    page.keyboard.press("Tab")
    page.get_by_label("France").select_option("")
    assert values(host, page) == [
        {"france": "paris"},
        {"spain": "madrid", "france": "paris"},
        {"spain": "madrid"},
    ]
    page.get_by_label("Spain").select_option("")
    assert values(host, page)[-1] is None
    page.get_by_text("Not answered yet.").wait_for()
    assert page.get_by_label("Italy").locator("option").all_text_contents() == [
        "Choose …", "Bonn", "Madrid", "Paris", "Rome",
    ]  # fmt: skip


def test_gaps_stand_in_their_text_and_have_names(host):
    answer = {"value": {"sky": "sky-red", "grass": "gone"}, "at": "2020-01-01T10:00:00.000Z"}
    page = host.open("question", quiz(GAPS, answer=answer))
    assert page.locator(".rm-gaps strong").text_content() == "grass"
    assert "{{" not in page.locator(".rm-gaps").inner_text()
    assert page.get_by_label("Gap 1").input_value() == "sky-red"
    assert page.get_by_label("Gap 2").input_value() == ""
    page.get_by_label("Gap 2").select_option(label="green")
    assert values(host, page) == [{"sky": "sky-red", "grass": "green"}]
    page.get_by_role("button", name="Clear my answer").click()
    assert page.get_by_label("Gap 1").input_value() == ""
    assert values(host, page)[-1] is None


def test_labels_go_one_after_the_other_and_any_of_them_again(host):
    page = host.open("question", quiz(LABELS))
    page.get_by_text("Click the place of “Left thigh”").wait_for()
    page.get_by_role("button", name=RIGHT).click()
    page.get_by_text("Click the place of “Right thigh”").wait_for()
    page.locator(f"[aria-label^='{LEFT}']").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Left thigh", exact=True).focus()
    page.get_by_text("Click the place of “Left thigh”").wait_for()
    page.get_by_label("Left thigh", exact=True).select_option(label="Head")
    assert values(host, page) == [
        {"the-left": "quads-right"},
        {"the-left": "quads-right", "the-right": "quads-left"},
        {"the-left": "head", "the-right": "quads-left"},
    ]
    page.locator(f"[aria-label='{LEFT}: Right thigh'][aria-pressed=true]").wait_for()
    assert "quadriceps" not in page.locator(".rm-place").inner_text()


def test_feedback_shows_a_half_a_note_and_what_is_open(host):
    page = host.open("question", checkpoint(MATCH))
    kernel_says(
        page,
        verdict="partly",
        more=True,
        note="Lines 2 to 3 may stand in any order.",
        given=[
            {"id": "a", "text": "Spain: Madrid", "right": True, "reason": "So it is."},
            {"id": "b", "text": "Near by", "right": False, "half": True, "reason": "Half."},
        ],
    )
    page.get_by_label("Spain").select_option("madrid")
    page.get_by_role("button", name="Check").click()
    page.get_by_text("Lines 2 to 3 may stand in any order.").wait_for()
    assert page.locator(".rm-half").inner_text().startswith("◐")
    page.get_by_text("There is more to choose.").wait_for()
    assert host.axe(page) == []


@pytest.mark.parametrize("kind", NEW)
@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1000, "light")])
def test_they_fit_a_phone_and_everybody(make_host, kind, width, scheme):
    host = make_host(width=width, color_scheme=scheme)
    page = host.open("question", quiz(NEW[kind]))
    page.get_by_text("Not answered yet.").wait_for()
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    heights = page.locator("select").evaluate_all("(all) => all.map((one) => one.offsetHeight)")
    assert min(heights) >= 44


# ---- How sure ------------------------------------------------------------------


def test_how_sure_goes_along_with_the_answer(make_host):
    host = make_host(width=360, color_scheme="dark")
    page = host.open("question", quiz({**SINGLE, "certainty": True}))
    page.get_by_label("Fairly sure").check()
    page.get_by_text("Not answered yet.").wait_for()
    page.get_by_label("The sky's").check()
    page.get_by_label("Sure", exact=True).focus()
    page.keyboard.press("Space")
    page.get_by_text("Saved.").wait_for()
    sent = [
        (one["body"]["value"], one["body"].get("certainty")) for one in host.sent(page, "answer")
    ]
    assert sent[-2:] == [("sky", "fairly"), ("sky", "sure")]
    assert host.axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Clear my answer").click()
    assert page.locator("input:checked").count() == 0
    last = host.sent(page, "answer")[-1]["body"]
    assert (last["value"], "certainty" in last) == (None, False)


def test_time_on_the_screen_goes_along_and_adds_to_what_was_recorded(host):
    answer = {"value": "sea", "at": "2020-01-01T10:00:00.000Z", "seconds": 100.0}
    page = host.open("question", quiz(SINGLE, answer=answer))
    page.wait_for_function("performance.now() > 1200")
    page.evaluate("scrollTo(0, 0)")
    page.get_by_label("The sky's").check()
    took = host.sent(page, "answer")[-1]["body"]["seconds"]
    assert 100.1 <= took <= 100.1 + page.evaluate("performance.now()") / 1000
    assert round(took, 1) == took


def test_how_sure_is_asked_only_where_the_bank_asks_and_is_shown_again(host):
    page = host.open("question", quiz(SINGLE))
    page.get_by_label("The sky's").check()
    assert page.get_by_text("How sure").count() == 0
    assert set(host.sent(page, "answer")[0]["body"]) - {"seconds"} == {"question", "value", "at"}
    answer = {"value": "sky", "at": "2020-01-01T10:00:00.000Z", "certainty": "guess"}
    page = host.open(
        "question",
        quiz({**MATCH, "certainty": True}, answer={**answer, "value": {"spain": "rome"}}),
    )
    assert page.get_by_label("A guess").is_checked()
    page.get_by_label("Spain").select_option("bonn")
    assert host.sent(page, "answer")[-1]["body"]["certainty"] == "guess"

"""Every box in which people type a number reads it in one way."""

from __future__ import annotations

import pytest

from browser.families import start, state

pytestmark = pytest.mark.browser


def numeric(host, *units):
    question = {"id": "q", "type": "numeric", "points": 1, "stem": "How long?", "units": units}
    state = {"question": question, "mode": "quiz", "title": "", "answer": {}, "solved": False}
    return host.open("question", {**state, "owner": "me"})


@pytest.mark.parametrize(
    ("typed", "number", "told"),
    [
        ("65,5", 65.5, "Read as 65.5."),
        ("1.234", 1.234, "If you mean thousands, write 1234."),
        ("100.000", 100, "If you mean thousands, write 100000."),
        ("1e3", 1000, "Read as 1000."),
        ("1'234.5", 1234.5, "Read as 1234.5."),
        ("\u0661\u0662", 12, "Read as 12."),
        ("12 m", 12, "Read as 12."),
        ("12.5", 12.5, ""),
    ],
)
def test_a_number_is_read_and_the_reading_is_shown(host, typed, number, told):
    page = numeric(host, "m")
    box = page.get_by_role("textbox")
    box.fill(typed)
    box.blur()
    (sent,) = host.sent(page, "answer")
    assert sent["body"]["value"] == {"number": number, "unit": "m"}
    assert told in page.locator(".rm-read").inner_text()


def test_a_unit_behind_the_number_is_chosen_and_the_empty_unit_is_one(host):
    page = numeric(host, "", "%")
    box, unit = page.get_by_role("textbox"), page.get_by_role("combobox")
    box.fill("50%")
    box.blur()
    assert host.sent(page, "answer")[-1]["body"]["value"] == {"number": 50, "unit": "%"}
    unit.select_option(label="no unit")
    assert host.sent(page, "answer")[-1]["body"]["value"] == {"number": 50, "unit": ""}
    page.get_by_role("button", name="Clear my answer").click()
    box.fill("0.5")
    box.blur()
    page.get_by_text("Please choose a unit too.").wait_for()


def weight(host):
    page = host.open("calculate", state("Rockport"))
    start(page)
    return page, page.get_by_label("Body weight").first


def test_a_decimal_comma_stays_in_the_box_and_is_understood(host):
    page, box = weight(host)
    box.press_sequentially("62,5")
    box.blur()
    assert box.input_value() == "62,5"
    page.get_by_text("Read as 62.5.").wait_for()


def test_letters_stay_where_they_were_typed_and_are_named(host):
    page, box = weight(host)
    box.press_sequentially("sixty")
    box.blur()
    assert box.input_value() == "sixty"
    page.get_by_text("This is not a number yet.").first.wait_for()


def test_letters_in_the_age_field_do_not_erase_the_age(host):
    page = host.open("hold", {**state("PlankHold"), "about": {"age": 40, "sex": ""}})
    page.get_by_text("Compare with people more like me").click()
    age = page.get_by_label("Age in years")
    age.fill("forty")
    page.get_by_role("button", name="Use these").click()
    page.get_by_role("alert").filter(has_text="Age in years: This is not a number yet.").wait_for()
    assert age.input_value() == "forty"
    assert host.sent(page, "about") == []
    age.fill("")
    page.get_by_role("button", name="Use these").click()
    assert host.sent(page, "about")[-1]["body"] == {"age": None, "sex": ""}


def test_a_large_whole_number_may_carry_its_separator(host):
    page = host.open("calculate", state("Cooper"))
    start(page)
    box = page.get_by_label("Distance in 12 minutes")
    box.fill("2.400")
    box.blur()
    page.get_by_text("Read as 2400.").wait_for()

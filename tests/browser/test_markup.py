"""What a bank says is what a learner sees: lists, links, formulas, other scripts, long words."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

ADDRESS = f"https://example.org/?term={'gluteus+maximus+' * 8}"
ARABIC = "ما هي أكبر عضلة في الجسم؟"


def shown(host, stem, option="A", **more):
    question = {
        "id": "q",
        "type": "single",
        "points": 1,
        "stem": stem,
        "options": [{"id": each, "text": option} for each in "abc"],
        **more,
    }
    state = {"question": question, "mode": "quiz", "title": "", "answer": {}, "solved": False}
    return host.open("question", {**state, "owner": "me"})


def test_lists_links_and_emphasis(host):
    stem = "Which?\n- **one**\n- [two](https://example.org)\n\n1. a\n2. b"
    page = shown(host, stem, "__bold__ `code`")
    assert page.locator(".rm-stem ul > li").all_inner_texts() == ["one", "two"]
    assert page.locator(".rm-stem ol > li").all_inner_texts() == ["a", "b"]
    link = page.get_by_role("link", name="two")
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert page.locator(".rm-option strong").count() == 3
    assert host.axe(page) == []


def test_a_formula_is_drawn_and_its_line_stays_one_line(host):
    page = shown(host, r"Stride time is $t = \frac{1}{f}$ for $f \le 3$.", r"$x^2$")
    heights = [
        page.locator(".rm-stem").first.locator("mfrac").bounding_box()["height"],
        page.locator(".rm-stem mi").first.bounding_box()["height"],
    ]
    assert heights[0] > 1.5 * heights[1]
    assert page.locator(".rm-option msup").count() == 3
    assert "\n" not in page.locator(".rm-stem").inner_text().strip()
    assert host.axe(page) == []


def test_nothing_in_a_text_becomes_a_tag(host):
    page = shown(host, "<img src=x onerror=alert(1)> $<b>$ [x](javascript:alert(1))", "<i>a</i>")
    assert page.locator(".rm-stem :is(img, b, a), .rm-option i").count() == 0


def test_each_text_finds_its_own_direction(host):
    page = shown(host, f"{ARABIC}\n\nA line in English.", ARABIC)
    direction = "(text) => getComputedStyle(text).direction"
    texts = page.locator(".rm-stem p")
    assert [text.evaluate(direction) for text in texts.all()] == ["rtl", "ltr"]
    assert page.locator(".rm-option span").first.evaluate(direction) == "rtl"


@pytest.mark.parametrize("kind", ["single", "multiple", "order", "text"])
def test_no_word_widens_the_page_of_a_phone(make_host, kind):
    items = [{"id": each, "text": ADDRESS} for each in "ab"]
    more = {"items": items, "criteria": [ADDRESS], "max_words": 60, "type": kind}
    page = shown(make_host(width=360), ADDRESS, ADDRESS, **more)
    for summary in page.locator("summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_characters_count_where_words_have_no_spaces(host):
    page = shown(host, "Why?", type="text", max_words=60, criteria=[])
    page.get_by_role("textbox").fill("因为臀大肌在跑步时" * 8)
    assert page.locator(".rm-words").inner_text().startswith("72 words, 12 more than asked.")

"""On paper: sheets break between students, nothing runs off, and what is folded is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from quiz.test_printed import SITTERS, key_page, released
from running_muscles.quiz.printed import sheet
from running_muscles.widgets.lesson.claims import ClaimCheck

pytestmark = pytest.mark.browser
# The width and height of A4 within our margins, in CSS pixels.
INSIDE = {"width": 672, "height": 1009}
TOO_LARGE = """height => [...document.querySelectorAll("article")]
    .filter(one => one.getBoundingClientRect().height > height).map(one => one.textContent)"""
WIDE = "() => document.documentElement.scrollWidth"


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_sheets_fit_their_paper(chromium: Browser, tmp_path: Path) -> None:
    quiz = released("08-calves")
    page = chromium.new_page(viewport=INSIDE)
    counts = []
    for sitters in (SITTERS[:1], SITTERS[1:2], SITTERS[:2]):
        file = tmp_path / f"{len(counts)}.html"
        file.write_text(sheet.page(quiz, sitters, "a4"), encoding="utf-8")
        page.goto(file.as_uri())
        counts.append(pages(page.pdf(prefer_css_page_size=True)))
    # Each student begins on a new sheet, and no empty page comes between.
    assert counts[2] == counts[0] + counts[1]
    assert 3 <= counts[0] <= 6
    page.emulate_media(media="print")
    assert page.evaluate(TOO_LARGE, INSIDE["height"]) == []
    file.with_name("keys.html").write_text(key_page(quiz, SITTERS), encoding="utf-8")
    for path in (file, file.with_name("keys.html")):
        page.set_viewport_size(INSIDE)
        page.goto(path.as_uri())
        assert page.evaluate(WIDE) <= INSIDE["width"]
        page.set_viewport_size({"width": 360, "height": 800})
        assert page.evaluate(WIDE) <= 360
    page.close()


def test_what_is_folded_on_a_page_is_there_on_paper(chromium: Browser) -> None:
    page = chromium.new_page()
    html = ClaimCheck("03-core")._repr_mimebundle_()["text/html"]
    counts = []
    for shown in (html, html.replace("<details>", "<details open>")):
        page.set_content(shown)
        counts.append(pages(page.pdf()))
    page.close()
    assert "<details>" in html
    assert counts[0] == counts[1] > 4

"""Terms of a lesson open where they stand, before anything was run."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import expect

from running_muscles.widgets.lesson.terms import TERMS

pytestmark = pytest.mark.lab

COURSE = Path(__file__).parents[2] / "course"
MEANING = TERMS["Stride"]


@pytest.mark.parametrize("door", ["lab/tree", "notebooks"])
def test_a_term_opens_under_the_pointer_by_a_tap_and_by_keys(lab, door):
    shutil.copy(COURSE / "03-core.ipynb", lab.folder)
    page = lab.context.new_page()
    page.goto(f"{lab.address}/{door}/03-core.ipynb?token={lab.token}")
    term = page.locator("abbr", has_text="stride").first
    assert term.get_attribute("title") == MEANING
    fold = page.locator("details.rm-term", has_text="stride").first
    summary = fold.locator("summary")
    expect(fold).not_to_have_attribute("open", "")
    summary.click()
    expect(fold).to_have_attribute("open", "")
    assert fold.inner_text().endswith(MEANING)
    for key in ("Enter", "Space"):
        summary.focus()
        page.keyboard.press(key)
        expect(fold).not_to_have_attribute("open", "")
        page.keyboard.press(key)
        expect(fold).to_have_attribute("open", "")
    assert fold.evaluate("(fold) => getComputedStyle(fold).marginBottom") != "0px"
    # No key was taken for the notebook's own: no cell went into editing, and the page stayed.
    expect(page.locator(".jp-MarkdownCell .jp-InputArea-editor:visible")).to_have_count(0)
    assert "03-core.ipynb" in page.url
    page.close()

"""JupyterLab's own language: a lesson whose learner chose it there speaks it, bar and widgets."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from running_muscles.tables.locate import course_path
from running_muscles.widgets.speaking import KEPT, LAB_SETTINGS

pytestmark = pytest.mark.lab

LESSON = "03-core.ipynb"
FORGET = "localStorage.removeItem('running-muscles:language')"


@pytest.fixture
def german(lab) -> Iterator[None]:
    """Settings, Language, Deutsch; no German package is there, and none is needed."""
    path = lab.home / "config" / LAB_SETTINGS
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"locale": "de_DE"}', encoding="utf-8")
    yield
    path.unlink()


@pytest.mark.usefixtures("german")
def test_bar_and_widgets_speak_what_jupyterlab_speaks(lab):
    lab.clear()
    shutil.copy(course_path() / LESSON, lab.folder)
    page = lab.context.new_page()
    page.add_init_script(FORGET)
    page.goto(f"{lab.address}/lab/tree/{LESSON}?token={lab.token}&reset")
    page.locator('.rm-door[data-state="awake"]').wait_for()
    bar = page.get_by_role("region", name="Diese Lektion", exact=True)
    expect(bar).to_contain_text("Schritt 1 von")
    expect(bar.get_by_role("button", name="Code zeigen", exact=True)).to_be_visible()
    plank = page.get_by_role("region", name="Unterarmstütz", exact=True)
    expect(plank).to_have_attribute("lang", "de")
    expect(plank.get_by_text("So geht es", exact=True)).to_be_attached()
    expect(plank.get_by_role("button", name="Start", exact=True)).to_be_attached()
    page.evaluate(FORGET)  # the next test's reader has chosen nothing
    page.close()


@pytest.mark.usefixtures("german")
def test_the_line_of_the_english_start_page_chooses_nothing_until_a_button_does(lab):
    lab.clear()
    lab.write_notebook("choose.ipynb", "import running_muscles as rm", "rm.Language()")
    page = lab.open("choose.ipynb")
    german = page.get_by_role("region", name="Deine Sprache", exact=True)
    expect(german.get_by_role("button", name="Deutsch", pressed=True)).to_be_visible()
    assert lab.store.setting(KEPT) is None
    german.get_by_role("button", name="English", pressed=False).click()
    english = page.get_by_role("region", name="Your language", exact=True)
    expect(english.get_by_role("status")).to_contain_text("speak English")
    assert lab.store.setting(KEPT) == "en"
    lab.clear()  # the next test's reader has chosen nothing
    page.evaluate(FORGET)
    page.close()

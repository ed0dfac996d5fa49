"""JupyterLab's own language: a lesson whose learner chose it there speaks it, bar and widgets."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from running_muscles.tables.locate import course_path
from running_muscles.widgets.speaking import LAB_SETTINGS

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

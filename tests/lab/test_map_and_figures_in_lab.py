"""Map, figures and pages in a real JupyterLab: they show, they move, Python sees the choice."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from running_muscles.measure.result import Result

pytestmark = pytest.mark.lab

READ = "print('picked', body.selected, 'region', body.region)"


def test_a_pick_on_the_map_can_be_read_from_python(lab):
    show = "import running_muscles as rm; body = rm.MuscleMap(group='calves'); body"
    lab.write_notebook("map.ipynb", show, READ)
    page = lab.open("map.ipynb")
    page.locator('[data-region="calves-soleus-left"]').focus()
    page.keyboard.press("Enter")
    page.locator("details.rm-muscle summary", has_text="Soleus").wait_for()
    assert len(page.locator(".jp-Cell").all()) == 2
    page.locator(".jp-Cell").nth(1).click()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".jp-OutputArea-output", has_text="picked")).to_contain_text(
        "region calves-soleus-left"
    )
    expect(page.locator(".jp-OutputArea-output", has_text="picked")).to_contain_text("soleus")
    page.close()


def test_a_figure_moves_in_the_browser_and_reads_well_in_the_dark(lab):
    lab.write_notebook("figure.ipynb", "import running_muscles as rm; rm.figures.noise()")
    page = lab.open("figure.ipynb")
    page.locator(".js-plotly-plot .slider-container").first.wait_for()
    page.get_by_text("What to see:").wait_for()
    words = page.locator(".js-plotly-plot .gtitle").first.text_content()
    assert "change or noise?" in words
    rail = page.locator(".js-plotly-plot .slider-rail-touch-rect").first.bounding_box()
    page.mouse.click(rail["x"] + rail["width"] - 4, rail["y"] + rail["height"] / 2)
    page.locator(".js-plotly-plot text", has_text="stands out: higher").first.wait_for()
    height = page.locator(".jp-RenderedPlotly").bounding_box()["height"]
    assert height > 300
    page.set_viewport_size({"width": 1000, "height": 900})
    page.wait_for_function(
        "document.querySelector('.js-plotly-plot .main-svg').getBoundingClientRect().right < 1000"
    )
    assert page.locator(".jp-RenderedPlotly").bounding_box()["height"] == height
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    title = page.locator(".js-plotly-plot .gtitle").first
    red, green, blue = json.loads(
        title.evaluate("(text) => JSON.stringify(getComputedStyle(text).fill.match(/\\d+/g))")
    )
    assert min(int(red), int(green), int(blue)) > 200
    page.close()


def test_pages_show_and_open(lab):
    lab.write_notebook(
        "pages.ipynb",
        "import running_muscles as rm; rm.ClaimCheck('03-core')",
        "rm.Exercises('08-calves')",
    )
    page = lab.open("pages.ipynb")
    for label in ("It holds", "Sure"):
        page.get_by_label(label, exact=True).check()
    page.get_by_role("button", name="Show the evidence").click()
    page.locator(".rm-claims .rm-verdict").wait_for()
    page.get_by_text("Step by step").first.click()
    assert page.locator(".rm-picture path.rm-primary").count() > 0
    page.get_by_role("button", name="Show it moving").first.click()
    page.locator(".rm-figure-player").get_by_role("button", name="Pause").wait_for()
    assert page.locator(".rm-asleep:visible").count() == 0
    page.close()


def test_what_is_the_learners_own_shows_live_and_is_not_saved(lab):
    at = "2019-02-03T10:00:00Z"
    lab.clear()
    lab.store.record(Result("r1", "front_plank", 137.9, "s", at, note="only-my-diary-knows"))
    lab.write_notebook(
        "own.ipynb",
        "import running_muscles as rm; rm.figures.plank_references()",
        "rm.Profile()",
        "rm.Log()",
        "rm.PlankHold()",
    )
    page = lab.open("own.ipynb")
    page.locator(".js-plotly-plot text", has_text="your best: 2:17.9").first.wait_for()
    page.locator(".js-plotly-plot .gtitle", has_text="among the people compared").first.wait_for()
    page.get_by_text("Your profile in words").first.wait_for()
    page.get_by_text("only-my-diary-knows").first.wait_for()
    with page.expect_response(
        lambda answer: "own.ipynb" in answer.url and answer.request.method == "PUT"
    ):
        page.keyboard.press("Control+s")
    saved = (lab.folder / "own.ipynb").read_text(encoding="utf-8")
    assert "not saved in this notebook" in saved
    for mark in ("137.9", "2:17.9", "only-my-diary-knows", "03 Feb 2019", "2019-02-03"):
        assert mark not in saved
    page.close()

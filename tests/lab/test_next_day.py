"""A notebook that was run, saved and closed, opened again when its kernel is gone."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

from running_muscles.cli.clean import cleaned

pytestmark = pytest.mark.lab

CELLS = (
    "import running_muscles as rm\nrm.PlankHold()",
    "rm.Checkpoint('03-core')",
    "rm.MuscleMap(group='calves')",
    "rm.RunningLeg(['soleus'])",
    "rm.MovementFigure('squat')",
    "rm.figures.noise()",
)


@pytest.fixture
def reopened(lab):
    """Run, save, stop the kernel, open again."""
    lab.clear()
    lab.write_notebook("next.ipynb", *CELLS)
    page = lab.open("next.ipynb")
    page.locator(".rm .rm-start").first.wait_for()
    page.locator(".rm.rm-figure-player").wait_for()
    page.locator(".js-plotly-plot .slider-container").first.wait_for()
    live = page.locator(".rm-asleep:visible").count()
    saved = lab.folder / "next.ipynb"
    page.keyboard.press("Control+s")
    lab.poll(page, lambda: "image/png" in saved.read_text(encoding="utf-8"), "it was not saved")
    page.close()
    for session in lab.call("GET", "sessions"):
        lab.call("DELETE", f"sessions/{session['id']}")
    page = lab.open("next.ipynb", run=False)
    yield live, page, json.loads(saved.read_text(encoding="utf-8"))
    page.close()


def test_it_shows_still_pictures_and_how_to_wake_them_and_no_error(lab, reopened):
    live, page, notebook = reopened
    assert live == 0, "a living widget needs no still picture"
    expect(page.locator(".rm-wake:visible")).to_have_count(5)
    expect(page.get_by_text("elbows under your shoulders").first).to_be_visible()
    expect(page.locator(".rm-leg-row svg")).to_have_count(5)
    expect(page.locator(".rm-figure-still:visible")).to_have_count(1)
    expect(page.get_by_text("model not found").locator("visible=true")).to_have_count(0)
    expect(page.get_by_text("Loading widget").locator("visible=true")).to_have_count(0)
    assert "widgets" not in notebook["metadata"], "the state of widgets stays out of the file"
    kept = json.loads(cleaned(json.dumps(notebook)))
    assert ["".join(cell["source"]) for cell in kept["cells"]] == [*CELLS]
    assert all(cell["metadata"] == {} for cell in kept["cells"])
    # The picture that JupyterLab kept of the figure has a ground of its own.
    picture = page.locator("img.plot-img")
    corner = picture.evaluate(
        """async (image) => {
          await image.decode();
          const canvas = document.createElement("canvas");
          const ink = canvas.getContext("2d");
          ink.drawImage(image, 0, 0);
          return [...ink.getImageData(1, 1, 1, 1).data];
        }"""
    )
    assert corner == [255, 255, 255, 255]
    lab.run_all(page)
    page.locator(".rm .rm-start").first.wait_for()
    expect(page.locator(".rm-asleep:visible")).to_have_count(0)

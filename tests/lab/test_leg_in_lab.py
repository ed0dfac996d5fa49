"""The running leg in a real JupyterLab: it runs, its keys stay inside, and it follows the theme."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.lab

PICTURE = "document.querySelector('.rm-leg-canvas').toDataURL()"


def test_the_running_leg_runs_in_a_notebook(lab):
    lab.write_notebook("leg.ipynb", "import running_muscles as rm; rm.RunningLeg(['soleus'])")
    page = lab.open("leg.ipynb")
    at = page.get_by_role("slider", name="Moment in the stride")
    at.focus()
    page.keyboard.press("End")
    page.get_by_text("99 %: just before the foot lands").first.wait_for()
    page.keyboard.press("d")
    page.keyboard.press("d")
    assert len(page.locator(".jp-Cell").all()) == 1
    page.get_by_role("button", name="Play", exact=True).click()
    page.wait_for_function(
        "() => { const at = Number(document.querySelector('.rm-leg-slider').value);"
        " return at > 5 && at < 90; }"
    )
    page.get_by_role("button", name="Pause", exact=True).click()
    light = page.evaluate(PICTURE)
    page.evaluate("document.body.dataset.jpThemeLight = 'false'")
    page.wait_for_function(f"(before) => {PICTURE} !== before", arg=light)
    page.close()

"""The plank in a real JupyterLab: a result reaches the store exactly once, whatever happens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from running_muscles.widgets.history import value_text

pytestmark = pytest.mark.lab

PLANK = "import running_muscles as rm; rm.PlankHold()"
BUSY = "import time; until = time.monotonic() + {}\nwhile time.monotonic() < until: pass"


def start(page: Page, seconds: float = 1.0) -> None:
    """Start a hold and wait until the clock shows that it has run for a while."""
    page.locator(".rm-start").first.click()
    page.wait_for_function(
        "(least) => parseFloat(document.querySelector('.rm-running .rm-clock-time')"
        "?.textContent ?? 0) >= least",
        arg=seconds,
    )


def stop_and_save(page: Page) -> None:
    page.locator(".rm-clock").first.click()
    page.get_by_role("button", name="Save", exact=True).click()


@pytest.fixture(autouse=True)
def fresh(lab):
    lab.clear()


def test_busy_kernel_stores_once_and_sends_little(lab):
    lab.write_notebook("busy.ipynb", PLANK, BUSY.format(14))
    frames: list[str] = []
    page = lab.context.new_page()
    page.on("websocket", lambda ws: ws.on("framesent", lambda frame: frames.append(str(frame))))
    page.goto(f"{lab.address}/lab/tree/busy.ipynb?token={lab.token}&reset")
    lab.wait_for_kernel(page, "busy.ipynb")
    lab.run_all(page)
    page.locator(".rm-start").wait_for()
    page.locator(".rm-start").click()
    page.locator(".rm-running").wait_for()
    at_start = len(frames)
    start_seconds = 2.0
    page.wait_for_function(
        "(least) => parseFloat(document.querySelector('.rm-clock-time').textContent) >= least",
        arg=start_seconds,
    )
    assert len(frames) - at_start <= 5
    stop_and_save(page)
    expect(page.locator(".rm-status")).to_contain_text("the notebook is busy")
    assert lab.store.results() == ()
    (result,) = lab.wait_for_results(1, page)
    assert result.value >= start_seconds
    expect(page.locator(".rm-status")).to_contain_text("Stored")
    page.close()


def test_restart_from_elsewhere_in_mid_hold(lab):
    """Nobody tells this page of it: it must find out, and its new widgets must be heard."""
    lab.write_notebook("restart.ipynb", PLANK)
    page = lab.open("restart.ipynb")
    start(page)
    lab.call("POST", f"kernels/{lab.kernel_of('restart.ipynb')}/restart")
    stop_and_save(page)
    expect(page.locator(".rm-status")).to_contain_text("the notebook was restarted")
    lab.wait_for_kernel(page, "restart.ipynb")
    lab.run_all(page)
    (result,) = lab.wait_for_results(1, page)
    expect(page.locator(".rm-tiles")).to_contain_text("s")
    assert result.value >= 1
    # The part of a kernel that JupyterLab knew of before the restart is none of the new one's.
    assert "UnknownSubshell" not in (lab.home / "lab.log").read_text("utf-8")
    page.close()


def test_killed_kernel(lab):
    lab.write_notebook("killed.ipynb", PLANK)
    page = lab.open("killed.ipynb")
    start(page)
    lab.call("DELETE", f"kernels/{lab.kernel_of('killed.ipynb')}")
    stop_and_save(page)
    expect(page.locator(".rm-status")).to_contain_text("Not stored yet")
    page.close()
    page = lab.open("killed.ipynb")
    assert len(lab.wait_for_results(1, page)) == 1
    page.close()


def test_page_closed_right_after_stop(lab):
    lab.write_notebook("closed.ipynb", PLANK, BUSY.format(8))
    page = lab.open("closed.ipynb")
    start(page)
    page.locator(".rm-clock").click()
    page.close(run_before_unload=False)
    page = lab.open("closed.ipynb")
    (result,) = lab.wait_for_results(1, page)
    assert result.value >= 1
    expect(page.locator(".rm-tiles")).to_contain_text(value_text(result.value, "s"))
    page.close()


def test_shown_twice_and_run_twice(lab):
    lab.write_notebook("twice.ipynb", "import running_muscles as rm; w = rm.PlankHold(); w", "w")
    page = lab.open("twice.ipynb")
    expect(page.locator(".rm-start")).to_have_count(2)
    start(page)
    stop_and_save(page)
    kept = lab.wait_for_results(1, page)
    assert len(kept) == 1, "\n".join(map(str, kept))
    lab.run_all(page)
    expect(page.locator(".rm-tiles")).to_have_count(2)
    assert len(lab.store.results()) == 1
    page.close()


def test_the_card_appears_and_no_key_leaks(lab):
    lab.write_notebook("keys.ipynb", PLANK)
    page = lab.open("keys.ipynb")
    for _ in range(2):
        start(page, 0.2)
        page.keyboard.press("Space")
        note = page.get_by_label("Note for yourself")
        note.press_sequentially("ddaab")
        page.get_by_role("button", name="Save", exact=True).press("Enter")
    assert len(lab.wait_for_results(2, page)) == 2
    page.locator(".rm-strip").wait_for()
    page.get_by_role("button", name="Start", exact=True).focus()
    for key in ("d", "d", "a", "b"):
        page.keyboard.press(key)
    expect(page.locator(".jp-Notebook .jp-Cell")).to_have_count(1)
    page.close()

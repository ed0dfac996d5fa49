"""A hold of sixty seconds with a busy kernel: our front end beside a timer in the kernel.

Both run in one real JupyterLab. The reference time is the page's own: a listener outside
either widget takes the stamps of the clicks that start and stop. Run: python -m bench.hold
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from playwright.sync_api import Page

from browser.chromium import launched
from lab.conftest import Lab

BUSY = "import time; until = time.monotonic() + {}\nwhile time.monotonic() < until: pass"
PLANK = "import running_muscles as rm; rm.PlankHold()"
# What a course without a front-end timer would write: ipywidgets alone, ten ticks a second.
KERNEL_TIMER = """
import asyncio, time, ipywidgets
label, stop = ipywidgets.Label("0.0"), ipywidgets.Button(description="Stop")
start = ipywidgets.Button(description="Start")
state = {}
async def tick():
    while "stopped" not in state:
        label.value = f"{time.monotonic() - state['started']:.1f}"
        await asyncio.sleep(0.1)
def begin(_):
    state["started"] = time.monotonic()
    state["ticking"] = asyncio.get_event_loop().create_task(tick())
def end(_):
    state["stopped"] = time.monotonic()
    label.value = f"recorded {state['stopped'] - state['started']:.3f}"
start.on_click(begin); stop.on_click(end)
ipywidgets.VBox([start, stop, label])
"""
# A hold starts with a click and stops with a press.
WATCH_CLICKS = """() => {
    window.stamps = {click: [], pointerdown: []};
    for (const kind of ['click', 'pointerdown'])
        addEventListener(kind, (event) => window.stamps[kind].push(event.timeStamp), true);
}"""


class Frames:
    """Messages that the page sent to its kernel."""

    def __init__(self, page: Page) -> None:
        self.sent: list[str] = []
        page.on("websocket", self._watch)

    def _watch(self, socket: Any) -> None:
        if "/channels" in socket.url:
            socket.on("framesent", lambda frame: self.sent.append(str(frame)))


def opened(lab: Lab, name: str, *cells: str) -> tuple[Page, Frames]:
    """Open a notebook of these cells and start watching its messages."""
    lab.write_notebook(name, *cells)
    page = lab.context.new_page()
    frames = Frames(page)
    page.goto(f"{lab.address}/lab/tree/{name}?token={lab.token}&reset")
    lab.wait_for_kernel(page, name)
    lab.run_all(page)
    return page, frames


def front_end(lab: Lab, seconds: float) -> dict[str, float]:
    """Hold against our widget while the kernel is busy from before the start to after the stop."""
    lab.clear()
    page, frames = opened(lab, "front.ipynb", PLANK, BUSY.format(seconds + 30))
    page.locator(".rm-start").wait_for()
    page.evaluate(WATCH_CLICKS)
    page.locator(".rm-start").click()
    page.locator(".rm-running").wait_for()
    before = len(frames.sent)
    page.wait_for_timeout(seconds * 1000)
    crossed = len(frames.sent) - before
    page.locator(".rm-clock").click()
    stamps = page.evaluate("window.stamps")
    start, stop = stamps["click"][0], stamps["pointerdown"][1]
    page.get_by_role("button", name="Save", exact=True).click()
    lab.poll(page, lambda: len(lab.store.results()) == 1, "the result did not arrive", 900)
    (result,) = lab.store.results()
    page.close()
    # The count-in is 5 s.
    return {"true": (stop - start) / 1000 - 5, "recorded": result.value, "messages": crossed}


def in_the_kernel(lab: Lab, seconds: float) -> dict[str, float]:
    """Hold against a timer in the kernel, which is busy while it should be timing."""
    page, frames = opened(lab, "kernel.ipynb", KERNEL_TIMER, "None")
    page.get_by_role("button", name="Start", exact=True).wait_for()
    page.evaluate(WATCH_CLICKS)
    # The kernel is put to work first, as it is when a learner chooses Run all.
    page.locator(".jp-Cell").nth(1).locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(BUSY.format(seconds + 10))
    page.keyboard.press("Control+Enter")
    page.evaluate("window.stamps.click.length = 0")
    page.get_by_role("button", name="Start", exact=True).click()
    before = len(frames.sent)
    page.wait_for_timeout(seconds * 1000)
    crossed = len(frames.sent) - before
    page.get_by_role("button", name="Stop", exact=True).click()
    start, stop = page.evaluate("window.stamps.click")[:2]
    label = page.locator(".widget-label", has_text="recorded")
    label.wait_for(timeout=120_000)
    recorded = float((label.text_content() or "").removeprefix("recorded "))
    page.close()
    return {"true": (stop - start) / 1000, "recorded": recorded, "messages": crossed}


def main() -> None:
    """Print both, side by side."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    seconds = parser.parse_args().seconds
    with launched() as browser, tempfile.TemporaryDirectory() as home:
        lab = Lab(Path(home), browser)
        try:
            rows = {
                "front end": front_end(lab, seconds),
                "ipywidgets timer": in_the_kernel(lab, seconds),
            }
        finally:
            lab.stop()
    print(f"A hold of about {seconds:.0f} s, kernel busy throughout")
    print(f"{'':18}{'true s':>10}{'recorded s':>12}{'error ms':>11}{'messages':>10}")
    for name, row in rows.items():
        error = (row["recorded"] - row["true"]) * 1000
        print(
            f"{name:18}{row['true']:10.3f}{row['recorded']:12.3f}{error:11.0f}"
            f"{row['messages']:10.0f}"
        )
    print(json.dumps(rows))


if __name__ == "__main__":
    main()

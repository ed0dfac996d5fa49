"""How long a learner waits for a plank timer that works: on the site, and in JupyterLab beside it.

From the address of lesson 03. The plank is there with its button while the rest of the lesson may
still wake up; its count-in runs once the health questions are answered (cold only: they are asked
once) and "Start" is pressed. Cold is a browser that was never there, warm one that comes back. The
targets are 12 s cold and 8 s warm for the plank; the load of the machine is printed, for a busy one
says nothing about a learner's.

Run: make site, then python -m bench.site [runs]
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from browser.chromium import FLAGS, chromium_path
from lab.conftest import Lab
from serverless.conftest import SITE, served
from serverless.visit import PLANK, start_plank

ROOT = Path(__file__).parents[1]
LESSON = "03-core.ipynb"
PATIENCE_MS = 180_000
STEPS = ("text", "first tool", "plank there", "count-in", "all awake")
TEXT = "#rm-text h1, .jp-MarkdownCell h1"
TOOL = ".jp-OutputArea-output .rm"
AWAKE = '.rm-door[data-state="awake"]'
READY = f"{PLANK} button"
COUNTS = f"{PLANK} .rm-dial"


def wait(context: BrowserContext, address: str) -> list[float]:
    """Return the seconds to each of `STEPS`."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    begin = time.perf_counter()
    page.goto(address, wait_until="commit")
    seen = []

    def note(place: str) -> None:
        page.locator(place).first.wait_for(state="attached")
        seen.append(time.perf_counter() - begin)

    note(TEXT)
    note(TOOL)
    note(READY)
    start_plank(page)
    note(COUNTS)
    note(AWAKE)
    page.close()
    return seen


def visits(playwright: Playwright, address: str) -> list[list[float]]:
    """Open an address in a new browser, close it, and open it in the same one again."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        taken = []
        for _ in ("cold", "warm"):
            context = playwright.chromium.launch_persistent_context(
                home, executable_path=chromium_path(whole=True), args=list(FLAGS)
            )
            taken.append(wait(context, address))
            context.close()
        return taken


def in_lab(playwright: Playwright) -> list[list[float]]:
    """Open the lesson in a JupyterLab that stands; starting the server is not counted."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        home = Path(place)
        shutil.copytree(ROOT / "course", home / "course")
        browser = playwright.chromium.launch(
            executable_path=chromium_path(whole=True), args=list(FLAGS)
        )
        lab = Lab(home, browser)
        try:
            return visits(playwright, f"{lab.address}/lab/tree/{LESSON}?token={lab.token}&reset")
        finally:
            lab.stop()
            browser.close()


def main() -> None:
    """Print the table, a row for each visit."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    print(f"{'seconds to':22}" + "".join(f"{step:>12}" for step in STEPS) + f"{'load':>8}")
    with sync_playwright() as playwright, served(SITE) as address:
        for _ in range(runs):
            show("site", visits(playwright, f"{address}/notebooks/index.html?path={LESSON}"))
            show("JupyterLab", in_lab(playwright))


def show(name: str, measured: list[list[float]]) -> None:
    """Print a cold and a warm visit."""
    for when, row in zip(("cold", "warm"), measured, strict=True):
        figures = "".join(f"{seconds:12.1f}" for seconds in row)
        print(f"{f'{name}, {when}':22}{figures}{os.getloadavg()[0]:8.1f}", flush=True)


if __name__ == "__main__":
    main()
